package dev.secondsource.sensitivity;

import dev.secondsource.decision.Assessed;
import dev.secondsource.decision.Decision;
import dev.secondsource.decision.Scope;
import dev.secondsource.decision.Watcher;
import dev.secondsource.decision.WorkloadDecision;
import dev.secondsource.explanation.Obstacle;
import dev.secondsource.explanation.WhyNot;
import dev.secondsource.explanation.WhyNot.Place;
import dev.secondsource.knowledge.Finding;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.problem.Checked;
import dev.secondsource.profile.BuyerProfile;
import dev.secondsource.sensitivity.Remedy.Step;
import dev.secondsource.verdict.Verdict;
import dev.secondsource.whatif.Setting;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The smallest changes that let an offer through: those of single inputs and, where none is enough, of one input for each
 * finding that must go.
 *
 * @param goal what they are to reach
 * @param single each enough by itself: inputs first, smallest part of their plausible range first, then what the profile states
 * @param must the findings that must all go, where no single change is enough, those that come up once others are gone
 *     included; empty otherwise
 * @param together the changes for all of these at once; null if a single change is enough or not each has one
 * @param tried inputs moved over their plausible range
 */
public record Remedies(Goal goal, List<Remedy> single, List<Part> must, @Nullable Remedy together, List<Lever> tried) {
    private static final Comparator<Step> SMALLEST_FIRST = Comparator.comparing(Step::part, Comparator.nullsLast(Comparator.naturalOrder())).thenComparing(s -> s.settings().toString());
    private static final int FEWEST_DIGITS = 3;
    private static final int MOST_DIGITS = 8;
    private static final int MOST_ROUNDS = 3;
    /** Of the whole way: finer than the digits that are told. */
    private static final BigDecimal NEAR = new BigDecimal("0.00001");

    public Remedies {
        single = List.copyOf(single);
        must = List.copyOf(must);
        tried = List.copyOf(tried);
    }

    /**
     * A finding that must go.
     *
     * @param rule its id
     * @param step the smallest change that takes it away; null if none was found
     * @param refused what the profile cannot say to that end, and why
     */
    public record Part(String rule, @Nullable Step step, List<String> refused) {
        public Part {
            refused = List.copyOf(refused);
        }
    }

    /** What a change is to reach. */
    public enum Goal {
        /** That it may lead, if need be on conditions. */
        MAY_LEAD,
        /** That it is the answer. */
        ANSWER
    }

    /**
     * @param why an offer that is not the answer
     * @param levers its own
     * @param redecide decides as a what-if does
     * @param asked the same question to another decision
     * @param fingerprint of the record of a decision
     * @param watcher told of each input that is done
     */
    public static Remedies of(WhyNot why, BuyerProfile buyer, List<Lever> levers, Redecide redecide, Function<Decision, WhyNot> asked, Function<Decision, String> fingerprint, Watcher watcher) {
        Search search = new Search(why, redecide, fingerprint, new ConcurrentHashMap<>());
        Runnable done = watcher.begin(levers.size());
        List<Step> enough = Stream.concat(levers.parallelStream().flatMap(lever -> {
            List<Step> found = search.steps(lever, List.of(), List.of(), search::reaches);
            done.run();
            return found.stream();
        }), Statement.of(why, buyer).stream().map(search::step).filter(s -> search.after(s.settings()).filter(search::reaches).isPresent())).distinct().sorted(SMALLEST_FIRST).toList();
        List<Remedy> single = enough.stream().flatMap(s -> search.verified(List.of(s)).stream()).toList();
        if (!single.isEmpty() || search.goal() == Goal.ANSWER) return new Remedies(search.goal(), single, List.of(), null, levers);
        List<Part> must = new ArrayList<>();
        List<Step> taken = new ArrayList<>();
        WhyNot now = why;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            List<Setting> before = settings(taken);
            List<Statement> statements = Statement.of(now, round == 0 ? buyer : search.decision(before).profile());
            List<Part> parts = must(now).stream().map(obstacle -> search.part(obstacle, before, levers, statements)).toList();
            must.addAll(parts);
            if (parts.isEmpty() || parts.stream().anyMatch(part -> part.step() == null)) break;
            taken.addAll(joined(parts.stream().map(Part::step).toList()));
            Optional<Remedy> together = search.verified(taken);
            if (together.isPresent()) return new Remedies(search.goal(), List.of(), must, together.get(), levers);
            now = asked.apply(search.decision(settings(taken)));
        }
        return new Remedies(search.goal(), List.of(), must, null, levers);
    }

    private static List<Setting> settings(List<Step> steps) {
        return steps.stream().flatMap(s -> s.settings().stream()).toList();
    }

    /** All closed gates; of the objections all but one that a remedy settles. */
    private static List<Obstacle> must(WhyNot why) {
        List<Obstacle> objections = why.obstacles().stream().filter(o -> o.finding().standsAgainst(Severity.MAJOR) && o.kind() != Obstacle.Kind.CLOSED_GATE).toList();
        Optional<Obstacle> spared = objections.stream().filter(o -> o.finding().mitigation() != null).reduce((a, b) -> b);
        return Stream.concat(why.obstacles().stream().filter(o -> o.kind() == Obstacle.Kind.CLOSED_GATE), objections.stream().filter(o -> spared.filter(o::equals).isEmpty()))
                .toList();
    }

    /** One step a lever: the longest way that any finding needs, in either direction. */
    private static List<Step> joined(List<Step> steps) {
        Map<List<String>, Step> byKeys = new LinkedHashMap<>();
        for (Step step : steps)
            byKeys.merge(step.settings().stream().map(Setting::key).toList(), step, (a, b) -> {
                Step longer = a.part() != null && b.part() != null && a.part().compareTo(b.part()) < 0 ? b : a;
                return new Step(Stream.concat(a.rules().stream(), b.rules().stream()).toList(), longer.lever(), longer.at(), longer.settings());
            });
        return List.copyOf(byKeys.values());
    }

    /** How the offer comes out of a decision; {@code against} has the rules whose objections of weight stand, with their weight. */
    private record After(Verdict verdict, boolean mayLead, boolean leads, Map<String, Severity> against) {
        /** A closed gate may become an objection, an objection must go. */
        boolean isWithout(Obstacle obstacle) {
            Severity left = against.get(obstacle.finding().rule());
            return left == null || left.compareTo(obstacle.finding().severity()) < 0;
        }
    }

    private record Search(WhyNot why, Redecide redecide, Function<Decision, String> fingerprint, Map<List<Setting>, Optional<After>> made) {
        Goal goal() {
            return why.place() == Place.STOPPED ? Goal.MAY_LEAD : Goal.ANSWER;
        }

        boolean reaches(After after) {
            return goal() == Goal.MAY_LEAD ? after.mayLead() : after.leads();
        }

        Optional<After> after(List<Setting> settings) {
            Optional<After> before = made.get(settings);
            if (before != null) return before;
            Optional<After> now = redecide.with(settings, Scope.BRIEF) instanceof Checked.Valid<Decision> valid ? after(valid.value()) : Optional.empty();
            made.put(settings, now);
            return now;
        }

        private Optional<After> after(Decision decision) {
            WorkloadDecision answer = decision.workloads().stream().filter(w -> w.workload().id().equals(why.workload().workload().id())).findFirst().orElseThrow();
            return answer.candidates().stream().filter(c -> c.offer().id().equals(why.asked().offer().id())).findFirst().map(c -> new After(c.verdict().verdict(), c.mayLead(),
                    answer.winner().map(Assessed::offer).filter(c.offer()::equals).isPresent(),
                    c.findings().stream().filter(f -> f.standsAgainst(Severity.MAJOR)).collect(Collectors.toMap(Finding::rule, Finding::severity))));
        }

        /** What takes one finding away, once other settings are made: an input, something the profile states, or all it states of it. */
        Part part(Obstacle obstacle, List<Setting> before, List<Lever> levers, List<Statement> statements) {
            String rule = obstacle.finding().rule();
            List<Statement> own = statements.stream().filter(s -> s.rule().equals(rule)).toList();
            Predicate<After> gone = after -> after.isWithout(obstacle);
            List<Step> said = Stream.concat(own.stream().map(this::step), Stream.of(new Step(List.of(rule), null, null, own.stream().map(Statement::setting).toList()))).toList();
            Step smallest = Stream.concat(levers.parallelStream().flatMap(l -> steps(l, before, List.of(rule), gone).stream()).sorted(SMALLEST_FIRST),
                    said.stream().filter(s -> after(both(before, s.settings())).filter(gone).isPresent())).findFirst().orElse(null);
            List<String> refused = smallest != null ? List.of() : own.stream().flatMap(s -> redecide.with(both(before, List.of(s.setting())), Scope.BRIEF).problems().stream().map(p -> s.setting().typed() + ": " + p.what())).toList();
            return new Part(rule, smallest, refused);
        }

        /** The smallest moves of an input, one a direction, after which something holds. */
        List<Step> steps(Lever lever, List<Setting> before, List<String> rules, Predicate<After> holds) {
            List<Step> steps = new ArrayList<>();
            Predicate<BigDecimal> there = value -> after(both(before, lever.at(value))).filter(holds).isPresent();
            for (BigDecimal end : List.of(lever.low(), lever.high()))
                Bisection.search(lever.now(), end, NEAR, there).map(crossing -> readable(lever, crossing.other(), there)).ifPresent(at -> steps.add(new Step(rules, lever, at, lever.at(at))));
            return steps;
        }

        /** With as few digits as will do, away from now. */
        private static BigDecimal readable(Lever lever, BigDecimal other, Predicate<BigDecimal> there) {
            for (int digits = FEWEST_DIGITS; digits < MOST_DIGITS; digits++) {
                BigDecimal value = lever.now().add(other.subtract(lever.now()).round(new MathContext(digits, RoundingMode.UP)));
                if (value.compareTo(lever.low()) >= 0 && value.compareTo(lever.high()) <= 0 && there.test(value)) return value;
            }
            return other;
        }

        Step step(Statement statement) {
            return new Step(List.of(statement.rule()), null, null, List.of(statement.setting()));
        }

        private static List<Setting> both(List<Setting> before, List<Setting> more) {
            return Stream.concat(before.stream(), more.stream()).toList();
        }

        /** The decision itself, made anew with settings that were tried. */
        Decision decision(List<Setting> settings) {
            return redecide.with(settings, Scope.BRIEF).orThrow();
        }

        /** All of the steps, if they reach the goal. */
        Optional<Remedy> verified(List<Step> steps) {
            if (!(redecide.with(settings(steps), Scope.FULL) instanceof Checked.Valid<Decision> valid)) return Optional.empty();
            return after(valid.value()).filter(this::reaches).map(after -> new Remedy(steps, after.verdict(), fingerprint.apply(valid.value())));
        }
    }
}
