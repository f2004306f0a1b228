package dev.secondsource.report;

import dev.secondsource.comparison.DecisionChange;
import dev.secondsource.whatif.Applied;
import dev.secondsource.whatif.WhatIf;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What would be decided if inputs were otherwise, and two decisions side by side. */
public final class WhatIfReport {
    /** Value of {@code schema} of a what-if as JSON. */
    public static final String SCHEMA = "whatif/1";

    /** Value of {@code schema} of a comparison as JSON. */
    public static final String COMPARISON_SCHEMA = "comparison/1";

    private WhatIfReport() {}

    /** What was set, then how the decision differs; long lists are cut at the page's rows. */
    public static String text(WhatIf whatIf, Page page) {
        Sheet sheet = new Sheet(page);
        sheet.heading("What if, for " + whatIf.before().profile().name() + " (" + whatIf.before().profile().id() + ") as of " + whatIf.before().asOf());
        for (Applied applied : whatIf.applied()) sheet.item(Difference.INDENT, 1, Ink.PLAIN, "-", words(applied));
        changes("Then, against the decision as things are", whatIf.change(), sheet);
        return sheet.end();
    }

    private static String words(Applied applied) {
        String unit = applied.unit().isEmpty() ? "" : " " + applied.unit();
        String rows = applied.rows() == 0 ? "" : ", " + Amounts.count(applied.rows()) + (applied.rows() == 1 ? " row" : " rows");
        String values = applied.before().equals(applied.after()) ? "stays " + applied.after() : applied.before() + Difference.ARROW + applied.after();
        return applied.key() + ": " + values + unit + rows + (applied.note().isEmpty() ? "" : " (" + applied.note() + ")");
    }

    /**
     * Two decisions side by side.
     *
     * @param before what the earlier is called
     * @param after what the later is called
     */
    public static String text(String before, String after, DecisionChange change, Page page) {
        Sheet sheet = new Sheet(page);
        sheet.heading(before + Difference.ARROW + after);
        if (change.inputs().isEmpty()) sheet.text(Difference.INDENT, Ink.PLAIN, "Both rest on the same inputs.");
        Difference.cut(change.inputs(), sheet, "inputs that differ",
                input -> sheet.item(Difference.INDENT, 1, Ink.PLAIN, "-", input.name() + ": " + Difference.arrow(input.value(), v -> v == null ? "none" : v)));
        if (change.inputs().stream().anyMatch(i -> i.name().equals("currency")))
            sheet.text(Difference.INDENT, Ink.YELLOW, "The currencies differ: amounts are shown side by side and not subtracted.");
        changes("What differs", change, sheet);
        return sheet.end();
    }

    private static void changes(String heading, DecisionChange change, Sheet sheet) {
        sheet.heading(heading);
        if (!change.isChange()) {
            sheet.text(Difference.INDENT, Ink.GREEN, "Nothing changes: the same answers, verdicts, ranks, shares, costs and exposures."
                    + (change.sayings().isEmpty() ? "" : " Only what some rules say differs:"));
            Difference.sayings(change, sheet);
            return;
        }
        Difference.write(change, sheet);
        Set<String> said = new HashSet<>();
        change.chosen().forEach(c -> c.reasons().forEach(r -> said.add(r.rule())));
        change.review().forEach(c -> c.reasons().forEach(r -> said.add(r.rule())));
        List<String> others = change.sayings().stream().filter(s -> !s.isQuiet()).map(DecisionChange.Saying::rule).filter(rule -> !said.contains(rule)).distinct().toList();
        if (others.isEmpty()) return;
        sheet.blank();
        sheet.text(Difference.INDENT, Ink.DIM, "Of other offers " + String.join(", ", others) + " say otherwise; json has all.");
    }

    /** All of it, as data. */
    public static String json(WhatIf whatIf) {
        return Json.object(j -> {
            j.text("schema", SCHEMA).text("profile", whatIf.before().profile().id()).text("asOf", whatIf.before().asOf());
            j.objects("set", whatIf.applied(), a -> j.text("key", a.key()).text("before", a.before()).text("after", a.after()).text("unit", a.unit())
                    .count("rows", a.rows() == 0 ? null : a.rows()).text("note", a.note()));
            j.object("change", o -> Difference.write(whatIf.change(), o));
        });
    }

    /** All of it, as data. */
    public static String json(String before, String after, DecisionChange change) {
        return Json.object(j -> j.text("schema", COMPARISON_SCHEMA).text("before", before).text("after", after).object("change", o -> Difference.write(change, o)));
    }
}
