package dev.secondsource.shell;

import dev.secondsource.allocation.Allocation;
import dev.secondsource.decision.Assessed;
import dev.secondsource.decision.Review;
import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Finding;
import dev.secondsource.knowledge.Rule;
import dev.secondsource.knowledge.State;
import dev.secondsource.problem.Nearest;
import dev.secondsource.verdict.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.shell.core.command.completion.CompletionProposal;

/**
 * A condition under which a script wants to be stopped although a decision was made. It looks at what would be bought:
 * the winner of each workload, every offer with a share, and the allocation of those shares.
 *
 * @param kind what is looked for
 * @param detail the id of a rule or the name of a verdict; empty for the other kinds
 */
record Gate(Kind kind, String detail) {
    /** The rule on the age of prices; {@link Kind#STALE} is what it says. */
    private static final String AGE_OF_PRICES = "CPF-11";

    /** The kinds of gate. */
    enum Kind {
        OVERRIDE("a cap or the budget is exceeded"),
        CONDITIONAL("something bought has open conditions"),
        UNKNOWN("something bought has a gate that cannot be judged"),
        STALE("a price is older than the policy allows"),
        RULE("this rule fires against something bought, or against the allocation"),
        BELOW("the verdict of something bought is worse than this one");

        private final String meaning;

        Kind(String meaning) {
            this.meaning = meaning;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static final Option<Gate> FAIL_ON = Option.of(
                    "fail-on",
                    new Value<>(
                            "GATE",
                            "override, conditional, unknown, stale, rule:ID or below:VERDICT",
                            Gate::read,
                            Gate::toString,
                            context -> Stream.concat(
                                            Stream.of(Kind.values()).filter(k -> k != Kind.RULE && k != Kind.BELOW)
                                                    .map(k -> new CompletionProposal(k.word()).description(k.meaning)),
                                            Stream.of(Verdict.CONDITIONAL, Verdict.ACCEPT, Verdict.PREFER)
                                                    .map(v -> new CompletionProposal("below:" + word(v)).description(Kind.BELOW.meaning)))
                                    .toList()),
                    "exit with 5 if what would be bought (the winners and all that gets a share) does not pass")
            .manyTimes();

    static Optional<Gate> read(String text) {
        int colon = text.indexOf(':');
        String word = colon < 0 ? text : text.substring(0, colon);
        String detail = colon < 0 ? "" : text.substring(colon + 1);
        return Arrays.stream(Kind.values()).filter(k -> k.word().equals(word)).findFirst().flatMap(kind -> switch (kind) {
            case RULE -> detail.isBlank() ? Optional.<Gate>empty() : Optional.of(new Gate(kind, detail.toUpperCase(Locale.ROOT)));
            case BELOW -> Stream.of(Verdict.values()).filter(v -> word(v).equals(detail)).findFirst().map(v -> new Gate(kind, v.name()));
            default -> colon < 0 ? Optional.of(new Gate(kind, "")) : Optional.<Gate>empty();
        });
    }

    /** @throws UsageError if the gate waits for a rule that these rules do not have: it would never trip */
    void check(List<Rule> rules, String command) {
        String rule = kind == Kind.STALE ? AGE_OF_PRICES : detail;
        if (kind != Kind.STALE && kind != Kind.RULE || rules.stream().anyMatch(r -> r.id().equals(rule))) return;
        List<String> ids = rules.stream().map(Rule::id).toList();
        throw new UsageError("--fail-on " + this + ": there is no rule " + rule
                + Nearest.to(rule, ids).map(near -> "; did you mean " + near + "?").orElse(""), "help " + command);
    }

    /** Why it trips, one line for everything with the same cause; empty if the decision passes. */
    List<String> trips(Decided decided) {
        Allocation allocation = decided.decision().allocation();
        return switch (kind) {
            case OVERRIDE -> allocation.status() == Allocation.Status.OVERRIDE_REQUIRED ? List.of("override: " + overridden(decided)) : List.of();
            case CONDITIONAL -> offers(decided, c -> c.verdict().verdict() == Verdict.CONDITIONAL,
                    c -> "has conditions: " + String.join(" ", c.verdict().conditions()));
            case UNKNOWN -> offers(decided, c -> c.findings().stream().anyMatch(f -> isUnknownGate(f, decided.loaded().knowledge().rules())),
                    c -> c.findings().stream().filter(f -> isUnknownGate(f, decided.loaded().knowledge().rules()))
                            .map(f -> f.rule() + ": " + f.sentence()).collect(Collectors.joining(" ")));
            case STALE -> saying(decided, AGE_OF_PRICES, f -> f.stands() || f.state() == State.UNKNOWN);
            case RULE -> {
                List<String> trips = new ArrayList<>(saying(decided, detail, f -> f.stands() && f.effect() == Effect.AGAINST));
                decided.decision().review().findings().stream().filter(f -> f.rule().equals(detail) && f.stands() && f.effect() == Effect.AGAINST)
                        .forEach(f -> trips.add(this + ": the allocation " + f.rule() + ": " + f.sentence()));
                yield trips;
            }
            case BELOW -> offers(decided, c -> c.verdict().verdict().compareTo(Verdict.valueOf(detail)) < 0,
                    c -> "is " + word(c.verdict().verdict()) + ", worse than " + word(Verdict.valueOf(detail)));
        };
    }

    private List<String> saying(Decided decided, String rule, Predicate<Finding> counts) {
        return offers(decided, c -> c.findings().stream().anyMatch(f -> f.rule().equals(rule) && counts.test(f)),
                c -> c.findings().stream().filter(f -> f.rule().equals(rule)).map(f -> f.rule() + ": " + f.sentence()).findFirst().orElse(rule));
    }

    private List<String> offers(Decided decided, Predicate<Assessed> trips, java.util.function.Function<Assessed, String> why) {
        Map<String, List<String>> byReason = new TreeMap<>();
        for (Assessed chosen : decided.chosen())
            if (trips.test(chosen)) byReason.computeIfAbsent(why.apply(chosen), k -> new ArrayList<>()).add(chosen.offer().id());
        return byReason.entrySet().stream()
                .map(e -> this + ": " + String.join(", ", e.getValue().stream().distinct().toList()) + " " + e.getKey())
                .toList();
    }

    private static boolean isUnknownGate(Finding finding, List<Rule> rules) {
        return finding.state() == State.UNKNOWN
                && rules.stream().anyMatch(r -> r.id().equals(finding.rule()) && r.isGate())
                && finding.severity() == dev.secondsource.knowledge.Severity.BLOCKER;
    }

    private static String word(Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** As it is typed. */
    @Override
    public String toString() {
        return switch (kind) {
            case RULE -> "rule:" + detail;
            case BELOW -> "below:" + word(Verdict.valueOf(detail));
            default -> kind.word();
        };
    }

    /** What somebody would have to sign. */
    private static String overridden(Decided decided) {
        Review review = decided.decision().review();
        List<String> what = new ArrayList<>();
        decided.decision().allocation().exceeded().stream().filter(r -> review.isUnsigned(r.limit())).forEach(r -> what.add(r.limit().subject() + " (" + r.limit().origin() + ")"));
        review.findings().stream().filter(review::blocks).forEach(f -> what.add(f.rule() + ": " + f.sentence()));
        return String.join("; ", what);
    }
}
