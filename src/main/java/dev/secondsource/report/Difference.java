package dev.secondsource.report;

import dev.secondsource.comparison.Change;
import dev.secondsource.comparison.DecisionChange;
import dev.secondsource.comparison.DecisionChange.Candidate;
import dev.secondsource.comparison.DecisionChange.Reason;
import dev.secondsource.comparison.DecisionChange.Saying;
import dev.secondsource.comparison.DecisionChange.Workload;
import dev.secondsource.exposure.Layer;
import dev.secondsource.quantity.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How two decisions differ, wherever that is told: between rules, after a what-if, between two records. */
final class Difference {
    static final String ARROW = " → ";
    static final int INDENT = 2;
    private static final String NONE = "none";

    private static final List<Table.Column> LAYERS = List.of(Table.Column.words("Depends" + Text.GLUE + "on", 14, 0), Table.Column.number("HHI", 0, 0),
            Table.Column.number("Effective number", 0, 0), Table.Column.words("Shares", 20, 0));

    private Difference() {}

    /** The answer, then the allocation, what it depends on, and what rules say of it; long lists are cut at the page's rows. */
    static void write(DecisionChange decision, Sheet sheet) {
        sheet.text(INDENT, decision.status().differs() ? Ink.YELLOW : Ink.PLAIN, "Allocation " + stays(decision.status(), Names::words) + "; a month "
                + (decision.isLikeForLike() ? money(decision.perMonth()) : arrow(decision.perMonth(), Difference::readable) + ", which do not compare: not the same work is placed"));
        for (Workload workload : decision.workloads()) workload(workload, sheet);
        if (!decision.shares().isEmpty()) {
            sheet.blank();
            sheet.table(shares(decision));
        }
        if (!decision.layers().isEmpty()) {
            sheet.blank();
            sheet.table(new Table(LAYERS, decision.layers().stream().map(Difference::layer).toList()));
        }
        if (decision.chosen().isEmpty() && decision.review().isEmpty()) return;
        sheet.blank();
        sheet.text(INDENT, Ink.BOLD, "Rules that say otherwise of what is chosen");
        for (DecisionChange.Chosen chosen : decision.chosen())
            sheet.item(2 * INDENT, 1, Ink.PLAIN, "-", chosen.offer() + " for " + chosen.workload() + ": " + reasons(chosen.reasons()));
        for (DecisionChange.Reviewed reviewed : decision.review())
            sheet.item(2 * INDENT, 1, Ink.PLAIN, "-", reviewed.subject() + ": " + reasons(reviewed.reasons()));
    }

    private static Table shares(DecisionChange decision) {
        boolean isOneCurrency = isComparable(decision.perMonth());
        List<Table.Column> columns = List.of(Table.Column.words("Workload", 12, 0), Table.Column.words("Offer", 20, 0), Table.Column.number("Share", 0, 0),
                Table.Column.number((isOneCurrency ? decision.perMonth().after().currency().getCurrencyCode() + Text.GLUE + "a" : "A") + Text.GLUE + "month", 0, 0),
                Table.Column.number("Difference", 10, 0));
        Function<@Nullable Money, String> print = m -> m == null ? "unknown" : m.amount().signum() == 0 ? "0" : isOneCurrency ? Amounts.readable(m.amount()) : Amounts.readable(m);
        List<List<Table.Cell>> rows = new ArrayList<>();
        for (DecisionChange.Share share : decision.shares()) {
            // What is bought of an offer that is not bought at all costs nothing; it is not unknown.
            Change<Money> cost = new Change<>(orZero(share.perMonth().before(), share.perMonth().after()), orZero(share.perMonth().after(), share.perMonth().before()));
            rows.add(row(share.workload(), share.offer(), arrow(share.share(), s -> s == null ? NONE : Amounts.percent(s)), cost, print));
        }
        if (decision.perMonth().differs() && decision.isLikeForLike()) rows.add(row("total", "", "", decision.perMonth(), print));
        return new Table(columns, rows);
    }

    private static List<Table.Cell> row(String workload, String offer, String share, Change<Money> cost, Function<@Nullable Money, String> print) {
        boolean moves = isComparable(cost) && cost.differs();
        Ink ink = !moves ? Ink.PLAIN : difference(cost).isPositive() ? Ink.YELLOW : Ink.GREEN;
        return List.of(Table.Cell.of(workload), Table.Cell.of(offer), Table.Cell.of(share), Table.Cell.of(arrow(cost, print)), new Table.Cell(moves ? moved(cost) : "", ink));
    }

    private static @Nullable Money orZero(@Nullable Money money, @Nullable Money other) {
        return money != null || other == null ? money : Money.zero(other.currency());
    }

    private static List<Table.Cell> layer(DecisionChange.Layer layer) {
        return List.of(Table.Cell.of(words(layer.layer())), Table.Cell.of(arrow(layer.hhi(), p -> p == null ? "unknown" : Amounts.count(p.setScale(0, RoundingMode.HALF_EVEN)))),
                Table.Cell.of(arrow(layer.effectiveNumber(), n -> n == null ? "unknown" : Amounts.tenths(n))),
                Table.Cell.of(layer.held().stream().map(h -> h.entity() + " " + arrow(h.share(), s -> s == null ? NONE : Amounts.percent(s))).collect(Collectors.joining(", "))));
    }

    private static void workload(Workload workload, Sheet sheet) {
        if (workload.isAsked().differs()) {
            boolean isNew = Boolean.TRUE.equals(workload.isAsked().after());
            Change<String> winner = workload.winner();
            sheet.text(INDENT, Ink.YELLOW, workload.id() + ": only " + (isNew ? "after: " : "before: ") + name(isNew ? winner.after() : winner.before()));
            return;
        }
        String moved = Amounts.count(workload.verdicts().size()) + " of " + Amounts.count(workload.all()) + " verdicts and "
                + Amounts.count(workload.candidates().stream().filter(c -> c.rank().differs()).count()) + " ranks change";
        String answer = workload.winner().differs() ? "winner " + arrow(workload.winner(), Difference::name) : "winner stays " + name(workload.winner().after());
        String verdict = workload.verdict().differs() ? ", " + arrow(workload.verdict(), Difference::verdict)
                : workload.verdict().after() == null ? "" : ", " + Names.verdict(workload.verdict().after());
        String cost = workload.perUnit().differs() ? "; per " + workload.unit() + " " + money(workload.perUnit()) : "";
        sheet.text(INDENT, workload.winner().differs() || workload.verdict().differs() ? Ink.YELLOW : Ink.PLAIN, workload.id() + ": " + answer + verdict + cost + "; " + moved);
        cut(workload.candidates(), sheet, "offers", candidate -> sheet.item(2 * INDENT, 1, candidate.verdict().differs() ? Ink.YELLOW : Ink.PLAIN, "-",
                candidate.offer() + ": " + arrow(candidate.verdict(), Difference::verdict) + ", rank " + arrow(candidate.rank(), rank -> rank == null ? NONE : rank.toString())
                        + (candidate.perMonth().differs() ? ", a month " + money(candidate.perMonth()) : "") + why(candidate)));
    }

    /** A record may know a layer that this version does not. */
    private static String words(String layer) {
        for (Layer known : Layer.values()) if (known.name().equals(layer)) return known.words();
        return layer;
    }

    private static String why(Candidate candidate) {
        if (candidate.rank().before() == null) return "; not there before";
        if (candidate.rank().after() == null) return "; no longer there";
        if (candidate.reasons().isEmpty())
            return candidate.score().differs() ? "; score " + arrow(candidate.score(), Amounts::ratio) : candidate.perMonth().differs() ? "" : "; others moved";
        return "; " + reasons(candidate.reasons());
    }

    private static String reasons(List<Reason> reasons) {
        return reasons.stream().map(r -> r.rule() + " " + arrow(r.said(), String::valueOf) + cause(r.cause())).collect(Collectors.joining("; "));
    }

    /** One line a rule; those that say something first. */
    static void sayings(DecisionChange decision, Sheet sheet) {
        Map<String, List<Saying>> byRule = new LinkedHashMap<>();
        decision.sayings().stream().sorted(Comparator.comparing(Saying::isQuiet)).forEach(saying -> byRule.computeIfAbsent(saying.rule(), k -> new ArrayList<>()).add(saying));
        cut(List.copyOf(byRule.values()), sheet, "rules that say otherwise", sayings -> sheet.text(INDENT, Ink.DIM, sayings.get(0).rule() + ": "
                + sayings.stream().map(s -> arrow(s.said(), String::valueOf) + " on " + subjects(s.subjects())).collect(Collectors.joining("; "))
                + cause(sayings.get(0).cause())));
    }

    /** That something else changed goes without saying. */
    private static String cause(String cause) {
        return cause.equals(DecisionChange.INDIRECT) ? "" : " (" + cause + ")";
    }

    static String subjects(int subjects) {
        return Amounts.count(subjects) + (subjects == 1 ? " subject" : " subjects");
    }

    static <T> void cut(List<T> items, Sheet sheet, String what, Consumer<T> print) {
        items.stream().limit(sheet.page().rows()).forEach(print);
        if (items.size() > sheet.page().rows())
            sheet.text(2 * INDENT, Ink.DIM, "shown " + Amounts.count(sheet.page().rows()) + " of " + Amounts.count(items.size()) + " " + what + "; json has all.");
    }

    /** All of it. */
    static void write(DecisionChange decision, Json j) {
        j.text("profile", decision.profile()).flag("changed", decision.isChange());
        j.objects("inputs", decision.inputs(), input -> {
            j.text("input", input.name());
            pair(j, "value", input.value(), v -> v);
        });
        pair(j, "status", decision.status(), s -> s == null ? null : s.name());
        if (decision.isLikeForLike()) amount(j, "perMonth", decision.perMonth());
        else pair(j, "perMonth", decision.perMonth(), Difference::exact);
        j.objects("workloads", decision.workloads(), workload -> {
            j.text("id", workload.id()).text("unit", workload.unit()).count("candidates", workload.all());
            pair(j, "winner", workload.winner(), w -> w);
            pair(j, "verdict", workload.verdict(), v -> v == null ? null : v.name());
            amount(j, "perUnit", workload.perUnit());
            j.objects("changes", workload.candidates(), candidate -> candidate(j, candidate));
        });
        j.objects("shares", decision.shares(), share -> {
            j.text("workload", share.workload()).text("offer", share.offer());
            pair(j, "share", share.share(), Difference::exact);
            amount(j, "perMonth", share.perMonth());
        });
        j.objects("exposures", decision.layers(), layer -> {
            j.text("layer", layer.layer());
            pair(j, "hhi", layer.hhi(), Difference::exact);
            pair(j, "effectiveNumber", layer.effectiveNumber(), Difference::exact);
            j.objects("shares", layer.held(), held -> {
                j.text("entity", held.entity());
                pair(j, "share", held.share(), Difference::exact);
            });
        });
        j.objects("chosen", decision.chosen(), chosen -> j.text("workload", chosen.workload()).text("offer", chosen.offer())
                .objects("reasons", chosen.reasons(), reason -> reason(j, reason)));
        j.objects("review", decision.review(), reviewed -> j.text("subject", reviewed.subject()).objects("reasons", reviewed.reasons(), reason -> reason(j, reason)));
        j.objects("findings", decision.sayings(), saying -> {
            j.text("rule", saying.rule()).count("subjects", saying.subjects()).text("cause", saying.cause());
            pair(j, "said", saying.said(), s -> s);
        });
    }

    private static void candidate(Json j, Candidate candidate) {
        j.text("offer", candidate.offer());
        pair(j, "verdict", candidate.verdict(), v -> v == null ? null : v.name());
        pair(j, "rank", candidate.rank(), r -> r == null ? null : r.toString());
        pair(j, "score", candidate.score(), Difference::exact);
        amount(j, "perMonth", candidate.perMonth());
        j.objects("reasons", candidate.reasons(), reason -> reason(j, reason));
    }

    private static void reason(Json j, Reason reason) {
        j.text("rule", reason.rule()).text("cause", reason.cause());
        pair(j, "said", reason.said(), s -> s);
    }

    static <T> void pair(Json j, String name, Change<T> change, Function<@Nullable T, @Nullable String> print) {
        j.object(name, o -> o.text("before", print.apply(change.before())).text("after", print.apply(change.after())));
    }

    private static void amount(Json j, String name, Change<Money> change) {
        j.object(name, o -> {
            o.text("before", exact(change.before())).text("after", exact(change.after()));
            if (!isComparable(change)) return;
            o.text("difference", exact(difference(change))).decimal("relative", relative(change));
        });
    }

    static @Nullable String exact(@Nullable BigDecimal number) {
        return number == null ? null : Amounts.exact(number);
    }

    private static @Nullable String exact(@Nullable Money money) {
        return money == null ? null : Amounts.exact(money) + " " + money.currency().getCurrencyCode();
    }

    private static String name(@Nullable String offer) {
        return offer == null ? NONE : offer;
    }

    private static String verdict(dev.secondsource.verdict.@Nullable Verdict verdict) {
        return verdict == null ? NONE : Names.verdict(verdict);
    }

    /** {@code 2.12 USD → 2.33 USD (+0.21, +9.9 %)}; amounts of two currencies are shown and not subtracted. */
    static String money(Change<Money> change) {
        String both = arrow(change, Difference::readable);
        if (!change.differs() || !isComparable(change)) return both;
        return both + " (" + moved(change) + ")";
    }

    /** {@code +0.21, +9.9 %}. */
    private static String moved(Change<Money> change) {
        BigDecimal relative = relative(change);
        return signed(difference(change).amount(), Amounts::readable) + (relative == null ? "" : ", " + signed(relative, Difference::percent));
    }

    private static String readable(@Nullable Money money) {
        return money == null ? "unknown" : Amounts.readable(money);
    }

    private static boolean isComparable(Change<Money> change) {
        return change.before() != null && change.after() != null && change.before().currency().equals(change.after().currency());
    }

    private static Money difference(Change<Money> change) {
        return change.after().minus(change.before());
    }

    private static @Nullable BigDecimal relative(Change<Money> change) {
        return change.before().amount().signum() == 0 ? null : difference(change).ratioTo(change.before());
    }

    /** A difference too small to be seen is not called none. */
    private static String percent(BigDecimal share) {
        return share.compareTo(new BigDecimal("0.0005")) < 0 ? "under 0.1 %" : Amounts.percent(share);
    }

    private static String signed(BigDecimal number, Function<BigDecimal, String> print) {
        String size = print.apply(number.abs());
        return size.startsWith("under") ? size : (number.signum() < 0 ? "-" : "+") + size;
    }

    private static <T> String stays(Change<T> change, Function<T, String> print) {
        return change.differs() ? arrow(change, print) : "stays " + print.apply(change.after());
    }

    /** The value if it stays, else both. */
    static <T> String arrow(Change<T> change, Function<@Nullable T, String> print) {
        String after = print.apply(change.after());
        return change.differs() ? print.apply(change.before()) + ARROW + after : after;
    }
}
