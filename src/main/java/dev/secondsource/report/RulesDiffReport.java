package dev.secondsource.report;

import dev.secondsource.authoring.Change;
import dev.secondsource.authoring.DecisionChange.Candidate;
import dev.secondsource.authoring.DecisionChange.Reason;
import dev.secondsource.authoring.DecisionChange.Saying;
import dev.secondsource.authoring.DecisionChange.Workload;
import dev.secondsource.authoring.DecisionChange;
import dev.secondsource.authoring.RuleChange;
import dev.secondsource.authoring.RulesDiff;
import dev.secondsource.authoring.ThresholdChange;
import dev.secondsource.quantity.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a change of the rules changes, for whoever must answer for it. */
public final class RulesDiffReport {
    private static final String ARROW = " → ";
    private static final int INDENT = 2;

    private RulesDiffReport() {}

    /** Rules, thresholds, then each decision that changes; long lists are cut at the page's rows. */
    public static String text(RulesDiff diff, Page page) {
        Sheet sheet = new Sheet(page);
        inputs(diff, sheet);
        for (DecisionChange decision : diff.changed()) decision(decision, sheet);
        otherFindings(diff.decisions().stream().filter(d -> !d.isChange()).toList(), sheet);
        sheet.blank();
        sheet.text(0, Ink.PLAIN, Amounts.count(diff.changed().size()) + " of " + Amounts.count(diff.decisions().size()) + " decisions change.");
        return sheet.end();
    }

    /** Rules and thresholds alone. */
    public static String inputs(RulesDiff diff, Page page) {
        Sheet sheet = new Sheet(page);
        inputs(diff, sheet);
        return sheet.end();
    }

    private static void inputs(RulesDiff diff, Sheet sheet) {
        if (diff.rules().isEmpty() && diff.thresholds().isEmpty()) sheet.text(0, Ink.PLAIN, "Rules and thresholds are the same.");
        if (!diff.rules().isEmpty()) sheet.heading("Rules");
        for (RuleChange rule : diff.rules())
            sheet.text(INDENT, rule.kind() == RuleChange.Kind.REMOVED ? Ink.RED : rule.kind() == RuleChange.Kind.ADDED ? Ink.GREEN : Ink.YELLOW,
                    rule.id() + " " + rule.name() + " " + Names.words(rule.kind()) + (rule.parts().isEmpty() ? "" : ": " + String.join("; ", rule.parts())));
        if (!diff.thresholds().isEmpty()) sheet.heading("Thresholds");
        for (ThresholdChange threshold : diff.thresholds()) sheet.text(INDENT, Ink.PLAIN, words(threshold));
    }

    private static String words(ThresholdChange threshold) {
        String where = " (" + (threshold.where().startsWith("variant") ? threshold.where() : "since " + threshold.where()) + ")";
        if (!threshold.value().differs()) return threshold.key() + " stays " + number(threshold.value().after()) + " " + threshold.unit() + where + ", on other authority"
                + (threshold.tag().differs() ? ": " + tag(threshold.tag().before()) + ARROW + tag(threshold.tag().after()) : "");
        return threshold.key() + " " + arrow(threshold.value(), RulesDiffReport::number) + " " + threshold.unit() + where;
    }

    private static void decision(DecisionChange decision, Sheet sheet) {
        sheet.heading(decision.profile());
        sheet.text(INDENT, Ink.PLAIN, "Allocation " + arrow(decision.status(), Names::words) + ", a month " + arrow(decision.perMonth(), RulesDiffReport::money));
        for (Workload workload : decision.workloads()) workload(workload, sheet);
        cut(decision.shares(), sheet, "shares", share -> sheet.text(INDENT, Ink.PLAIN, "share of " + share.workload() + ": " + share.offer() + " "
                + arrow(share.share(), s -> s == null ? "none" : Amounts.percent(s))));
        for (DecisionChange.Reviewed reviewed : decision.review())
            sheet.text(INDENT, Ink.PLAIN, "review of " + reviewed.subject() + ": " + reviewed.reasons().stream().map(RulesDiffReport::words).collect(Collectors.joining("; ")));
        sayings(decision, sheet);
    }

    private static void workload(Workload workload, Sheet sheet) {
        String verdicts = Amounts.count(workload.verdicts().size()) + " of " + Amounts.count(workload.all()) + " verdicts and "
                + Amounts.count(workload.candidates().stream().filter(c -> c.rank().differs()).count()) + " ranks change";
        sheet.text(INDENT, workload.winner().differs() ? Ink.YELLOW : Ink.PLAIN, workload.id() + ": " + (workload.winner().differs()
                ? "winner " + arrow(workload.winner(), w -> w == null ? "none" : w) : "winner stays " + winner(workload)) + "; " + verdicts);
        cut(workload.candidates(), sheet, "offers", candidate -> sheet.item(2 * INDENT, 1, candidate.verdict().differs() ? Ink.YELLOW : Ink.PLAIN, "-",
                candidate.offer() + ": " + arrow(candidate.verdict(), Names::verdict) + ", rank " + arrow(candidate.rank(), String::valueOf)
                        + (candidate.perMonth().differs() ? ", a month " + arrow(candidate.perMonth(), RulesDiffReport::money) : "") + why(candidate)));
    }

    private static String winner(Workload workload) {
        return workload.winner().after() == null ? "none" : workload.winner().after();
    }

    private static String why(Candidate candidate) {
        if (candidate.reasons().isEmpty())
            return candidate.score().differs() ? "; score " + arrow(candidate.score(), Amounts::ratio) : candidate.perMonth().differs() ? "" : "; others moved";
        return "; " + candidate.reasons().stream().map(RulesDiffReport::words).collect(Collectors.joining("; "));
    }

    private static String words(Reason reason) {
        return reason.rule() + " " + arrow(reason.said(), String::valueOf) + " (" + reason.cause() + ")";
    }

    /** One line a rule. */
    private static void sayings(DecisionChange decision, Sheet sheet) {
        Map<String, List<Saying>> byRule = new LinkedHashMap<>();
        decision.sayings().forEach(saying -> byRule.computeIfAbsent(saying.rule(), k -> new ArrayList<>()).add(saying));
        cut(List.copyOf(byRule.values()), sheet, "rules that say otherwise", sayings -> sheet.text(INDENT, Ink.DIM, sayings.get(0).rule() + ": "
                + sayings.stream().map(s -> arrow(s.said(), String::valueOf) + " on " + subjects(s.subjects())).collect(Collectors.joining("; "))
                + " (" + sayings.get(0).cause() + ")"));
    }

    /** What changes nothing but the reasons, one line a rule over all profiles. */
    private static void otherFindings(List<DecisionChange> decisions, Sheet sheet) {
        Map<String, Map<String, Integer>> byRule = new TreeMap<>();
        for (DecisionChange decision : decisions)
            for (Saying saying : decision.sayings())
                byRule.computeIfAbsent(saying.rule(), k -> new LinkedHashMap<>()).merge(decision.profile(), saying.subjects(), Integer::sum);
        if (!byRule.isEmpty()) sheet.heading("Same answer, other findings");
        byRule.forEach((rule, byProfile) -> sheet.text(INDENT, Ink.PLAIN, rule + " says otherwise of "
                + byProfile.entrySet().stream().map(e -> subjects(e.getValue()) + " in " + e.getKey()).collect(Collectors.joining(", ")) + "."));
    }

    private static String subjects(int subjects) {
        return Amounts.count(subjects) + (subjects == 1 ? " subject" : " subjects");
    }

    private static <T> void cut(List<T> items, Sheet sheet, String what, java.util.function.Consumer<T> print) {
        items.stream().limit(sheet.page().rows()).forEach(print);
        if (items.size() > sheet.page().rows())
            sheet.text(2 * INDENT, Ink.DIM, "shown " + Amounts.count(sheet.page().rows()) + " of " + Amounts.count(items.size()) + " " + what + "; json has all.");
    }

    /** All of it. */
    public static String json(RulesDiff diff) {
        return Json.object(j -> j
                .count("decided", diff.decisions().size()).count("changed", diff.changed().size())
                .objects("rules", diff.rules(), rule -> j.text("id", rule.id()).text("name", rule.name()).text("change", rule.kind()).texts("parts", rule.parts()))
                .objects("thresholds", diff.thresholds(), t -> {
                    j.text("key", t.key()).text("unit", t.unit()).text("where", t.where());
                    pair(j, "value", t.value(), RulesDiffReport::exact);
                    pair(j, "tag", t.tag(), tag -> tag == null ? null : Names.words(tag));
                })
                .objects("decisions", diff.decisions(), decision -> decision(j, decision)));
    }

    private static void decision(Json j, DecisionChange decision) {
        j.text("profile", decision.profile()).flag("changed", decision.isChange());
        pair(j, "status", decision.status(), String::valueOf);
        pair(j, "perMonth", decision.perMonth(), RulesDiffReport::exact);
        j.objects("workloads", decision.workloads(), workload -> {
            j.text("id", workload.id()).count("candidates", workload.all());
            pair(j, "winner", workload.winner(), w -> w);
            j.objects("changes", workload.candidates(), candidate -> candidate(j, candidate));
        });
        j.objects("shares", decision.shares(), share -> {
            j.text("workload", share.workload()).text("offer", share.offer());
            pair(j, "share", share.share(), RulesDiffReport::exact);
            pair(j, "perMonth", share.perMonth(), RulesDiffReport::exact);
        });
        j.objects("review", decision.review(), reviewed -> j.text("subject", reviewed.subject()).objects("reasons", reviewed.reasons(), reason -> reason(j, reason)));
        j.objects("findings", decision.sayings(), saying -> {
            j.text("rule", saying.rule()).count("subjects", saying.subjects()).text("cause", saying.cause());
            pair(j, "said", saying.said(), s -> s);
        });
    }

    private static void candidate(Json j, Candidate candidate) {
        j.text("offer", candidate.offer());
        pair(j, "verdict", candidate.verdict(), String::valueOf);
        pair(j, "rank", candidate.rank(), String::valueOf);
        pair(j, "score", candidate.score(), RulesDiffReport::exact);
        pair(j, "perMonth", candidate.perMonth(), RulesDiffReport::exact);
        j.objects("reasons", candidate.reasons(), reason -> reason(j, reason));
    }

    private static void reason(Json j, Reason reason) {
        j.text("rule", reason.rule()).text("cause", reason.cause());
        pair(j, "said", reason.said(), s -> s);
    }

    private static <T> void pair(Json j, String name, Change<T> change, Function<@Nullable T, @Nullable String> print) {
        j.object(name, o -> o.text("before", print.apply(change.before())).text("after", print.apply(change.after())));
    }

    private static @Nullable String exact(@Nullable BigDecimal number) {
        return number == null ? null : Amounts.exact(number);
    }

    private static @Nullable String exact(@Nullable Money money) {
        return money == null ? null : Amounts.exact(money) + " " + money.currency().getCurrencyCode();
    }

    private static String number(@Nullable BigDecimal number) {
        return number == null ? "none" : Amounts.exact(number);
    }

    private static String money(@Nullable Money money) {
        return money == null ? "unknown" : Amounts.readable(money);
    }

    private static String tag(@Nullable Enum<?> tag) {
        return tag == null ? "none" : Names.words(tag);
    }

    /** The value if it stays, else both. */
    private static <T> String arrow(Change<T> change, Function<@Nullable T, String> print) {
        String after = print.apply(change.after());
        return change.differs() ? print.apply(change.before()) + ARROW + after : after;
    }
}
