package dev.secondsource.report;

import dev.secondsource.chart.Swings;
import dev.secondsource.chart.Tint;
import dev.secondsource.report.Html.Key;
import dev.secondsource.sensitivity.Flips;
import dev.secondsource.sensitivity.Pairs;
import dev.secondsource.sensitivity.Tornado;
import dev.secondsource.sensitivity.WeightRobustness;
import java.util.List;

/** How far the answer would bear other inputs: the tornado, the smallest changes that change it, and other weights. */
final class HtmlSensitivity {
    private final Analyses analyses;
    private final Html html;

    HtmlSensitivity(Analyses analyses, Html html) {
        this.analyses = analyses;
        this.html = html;
    }

    void write() {
        if (analyses.tornado() != null) html.section("tornado", "How much each input matters", () -> tornado(analyses.tornado()));
        if (analyses.flips() != null) html.section("flips", "What changes the answer", () -> flips(analyses.flips()));
        if (!analyses.weights().isEmpty()) html.section("weights", "Who wins under other weights", () -> weights(analyses.weights()));
        if (!analyses.leftOut().isEmpty()) html.section("left-out", "Left out here", () -> html.list(analyses.leftOut()));
    }

    private void tornado(Tornado tornado) {
        TornadoPicture picture = new TornadoPicture(tornado);
        html.put("p", "One input at a time, at both ends of its plausible range; " + (tornado.perMonth().isPositive() ? "the allocation costs " + Amounts.readable(tornado.perMonth()) + " a month as things are, moves to other stacks in it."
                : "nothing is spent as things are."));
        if (picture.isEmpty()) html.put("p", "There is nothing to draw: none of the inputs moves the cost.");
        else html.figure(picture.svg(), List.of(new Key("□", Tint.FIRST, "wide, with an outline: at the low end of the range"), new Key("■", Tint.FIRST, "narrow, filled: at the high end"),
                new Key(Swings.MARK, Tint.CHOSEN, "the answer changes there")), picture.beyond());
        if (!picture.cells().isEmpty()) html.longTable("How much each input matters", picture.columns(), picture.cells());
        TornadoReport.still(tornado).ifPresent(words -> html.put("p", words));
        html.put("p", Html.with("class", "dim"), TornadoReport.BASIS);
    }

    private void weights(List<WeightRobustness> workloads) {
        html.put("p", "The buyer states an order of criteria and no weights. Each draw is a set of weights that keeps that order; how often the same comes first tells how sure the winner is whatever they are exactly.");
        for (int i = 0; i < workloads.size(); i++) {
            WeightRobustness w = workloads.get(i);
            html.put("h3", w.workload()).put("p", RobustnessReport.verdict(w));
            if (w.competing() == 1) continue;
            html.figure(RobustnessPicture.svg("weights-" + (i + 1), w), List.of(new Key("■", Tint.FIRST, "most often first"), new Key("■", Tint.SECOND, "next"), new Key("■", Tint.THIRD, "third"), new Key("■", Tint.REST, "others")), List.of());
            html.longTable("Who is first under other weights, " + w.workload(), Firsts.columns("Of what", 0), Firsts.cells(w.acceptability()));
        }
        html.put("p", Html.with("class", "dim"), RobustnessReport.basis(workloads));
    }

    private void flips(Flips flips) {
        html.put("p", FlipReport.heading(flips) + ".");
        if (!flips.found().isEmpty()) html.table("Smallest changes that change the answer", FlipTable.COLUMNS, FlipTable.cells(flips, analyses.file()));
        Pairs pairs = flips.pairs();
        if (pairs != null) {
            html.put("p", FlipReport.heading(pairs) + ".");
            if (!pairs.found().isEmpty()) html.longTable("Two inputs that change the answer together", FlipTable.COLUMNS, FlipTable.cells(pairs, analyses.file()));
            html.put("p", Html.with("class", "dim"), FlipReport.grid(pairs));
        }
        html.listed(FlipReport.FIRM, FlipReport.firm(flips));
        html.put("p", Html.with("class", "dim"), FlipReport.BASIS);
    }
}
