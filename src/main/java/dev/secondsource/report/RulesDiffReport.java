package dev.secondsource.report;

import dev.secondsource.comparison.DecisionChange.Saying;
import dev.secondsource.comparison.DecisionChange;
import dev.secondsource.comparison.RuleChange;
import dev.secondsource.comparison.RulesDiff;
import dev.secondsource.comparison.ThresholdChange;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a change of the rules changes, for whoever must answer for it. */
public final class RulesDiffReport {
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
                + (threshold.tag().differs() ? ": " + tag(threshold.tag().before()) + Difference.ARROW + tag(threshold.tag().after()) : "");
        return threshold.key() + " " + Difference.arrow(threshold.value(), RulesDiffReport::number) + " " + threshold.unit() + where;
    }

    private static void decision(DecisionChange decision, Sheet sheet) {
        sheet.heading(decision.profile());
        Difference.write(decision, sheet);
        sheet.blank();
        Difference.sayings(decision, sheet);
    }

    /** What changes nothing but the reasons, one line a rule over all profiles. */
    private static void otherFindings(List<DecisionChange> decisions, Sheet sheet) {
        Map<String, Map<String, Integer>> byRule = new TreeMap<>();
        for (DecisionChange decision : decisions)
            for (Saying saying : decision.sayings())
                if (!saying.isQuiet()) byRule.computeIfAbsent(saying.rule(), k -> new LinkedHashMap<>()).merge(decision.profile(), saying.subjects(), Integer::sum);
        if (!byRule.isEmpty()) sheet.heading("Same answer, other findings");
        byRule.forEach((rule, byProfile) -> sheet.text(INDENT, Ink.PLAIN, rule + " says otherwise of "
                + byProfile.entrySet().stream().map(e -> Difference.subjects(e.getValue()) + " in " + e.getKey()).collect(Collectors.joining(", ")) + "."));
    }

    /** All of it. */
    public static String json(RulesDiff diff) {
        return Json.object(j -> j
                .count("decided", diff.decisions().size()).count("changed", diff.changed().size())
                .objects("rules", diff.rules(), rule -> j.text("id", rule.id()).text("name", rule.name()).text("change", rule.kind()).texts("parts", rule.parts()))
                .objects("thresholds", diff.thresholds(), t -> {
                    j.text("key", t.key()).text("unit", t.unit()).text("where", t.where());
                    Difference.pair(j, "value", t.value(), Difference::exact);
                    Difference.pair(j, "tag", t.tag(), tag -> tag == null ? null : Names.words(tag));
                })
                .objects("decisions", diff.decisions(), decision -> Difference.write(decision, j)));
    }

    private static String number(@Nullable BigDecimal number) {
        return number == null ? "none" : Amounts.exact(number);
    }

    private static String tag(@Nullable Enum<?> tag) {
        return tag == null ? "none" : Names.words(tag);
    }
}
