package dev.secondsource.report;

import dev.secondsource.candidate.Comparison;
import dev.secondsource.chart.Axis;
import dev.secondsource.chart.Caption;
import dev.secondsource.chart.Scatter;
import dev.secondsource.chart.Scatter.Form;
import dev.secondsource.chart.Scatter.Line;
import dev.secondsource.chart.Scatter.Marks;
import dev.secondsource.chart.Scatter.Note;
import dev.secondsource.chart.Scatter.Spot;
import dev.secondsource.chart.Tint;
import dev.secondsource.decision.Assessed;
import dev.secondsource.decision.Decision;
import dev.secondsource.decision.WorkloadDecision;
import dev.secondsource.verdict.Verdict;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The 40/20 rule drawn for a page. */
final class BreakEvenPicture {
    private static final double MARGIN = 0.03;
    private static final int STEPS = 60;

    private final BreakEven all;
    private final List<Assessed> compared;

    BreakEvenPicture(Decision decision, WorkloadDecision workload) {
        this.all = BreakEven.of(decision, workload);
        this.compared = all.compared();
    }

    /** Nothing can be compared with an incumbent. */
    boolean isEmpty() {
        return compared.isEmpty();
    }

    /** How each verdict is marked, worst first, so that the best is drawn on top. */
    static Map<Verdict, Mark> marks() {
        Map<Verdict, Mark> marks = new LinkedHashMap<>();
        marks.put(Verdict.REJECT, new Mark(Form.TRIANGLE, Tint.FAINT));
        marks.put(Verdict.SECOND_SOURCE_ONLY, new Mark(Form.SQUARE, Tint.FAIR));
        marks.put(Verdict.CONDITIONAL, new Mark(Form.CIRCLE, Tint.OPEN));
        marks.put(Verdict.ACCEPT, new Mark(Form.CIRCLE, Tint.GOOD));
        marks.put(Verdict.PREFER, new Mark(Form.DIAMOND, Tint.GOOD));
        return marks;
    }

    /** How something is marked. */
    record Mark(Form form, Tint tint) {}

    /** @param id unique in the page */
    String svg(String id) {
        double from = all.from();
        double to = all.to();
        double bottom = all.bottom();
        List<Marks> marks = new ArrayList<>();
        marks().forEach((verdict, mark) -> marks.add(new Marks(mark.tint(), mark.form(), compared.stream().filter(a -> a.verdict().verdict() == verdict).map(all::spot).distinct().toList())));
        marks.add(new Marks(Tint.INK, Form.SQUARE, List.of(new Spot(0, 0))));
        List<Assessed> chosen = all.chosen();
        marks.add(new Marks(Tint.CHOSEN, Form.RING, chosen.stream().map(all::spot).distinct().toList()));
        List<Note> notes = new ArrayList<>();
        Map<Spot, String> labels = new LinkedHashMap<>();
        for (Assessed a : chosen) labels.merge(new Spot(all.spot(a).x() + (to - from) / 60, all.spot(a).y()), "#" + a.rank(), (x, y) -> x + " " + y);
        labels.forEach((at, label) -> notes.add(new Note(at, label, at.x() > to - (to - from) / 8)));
        notes.add(new Note(new Spot(0.02, -0.1), "incumbent", false));
        notes.add(new Note(new Spot(BreakEven.RULE.x() + 0.03, BreakEven.RULE.y()), "40/20", false));
        marks.add(new Marks(Tint.INK, Form.DIAMOND, List.of(BreakEven.RULE)));
        return new Scatter(new Caption(id, "Cost against performance, " + all.workload().workload().id(), description()),
                new Axis("incumbent's lead in performance, l (right of 0 the candidate is slower)", "0 %", from - MARGIN * (to - from), to + MARGIN * (to - from)),
                new Axis("price advantage, d", "0 %", bottom - MARGIN * (1 - bottom), 1 + MARGIN * (1 - bottom)), List.of(curve()), marks, notes).svg();
    }

    private String description() {
        long cheaper = compared.stream().filter(a -> a.candidate().comparison().rho().compareTo(BigDecimal.ONE) < 0).count();
        return "Of " + Amounts.count(compared.size()) + " candidates that can be compared with the incumbent, " + Amounts.count(cheaper)
                + " lie above the break-even curve d* = l / (1 + l), where a unit of work costs less than the incumbent's, and " + Amounts.count(compared.size() - cheaper)
                + " on or below it. The table below has the numbers.";
    }

    /** What lies outside the picture, in words; empty if all is inside. */
    List<String> beyond() {
        return all.beyond();
    }

    private Line curve() {
        return new Line(Tint.INK, true, IntStream.rangeClosed(0, STEPS).mapToDouble(i -> all.from() + (all.to() - all.from()) * i / STEPS)
                .mapToObj(l -> new Spot(l, BreakEven.curve(l))).filter(s -> s.y() >= all.bottom()).toList());
    }

    static List<Table.Column> columns() {
        return List.of(Table.Column.number("#", 0, 0), Table.Column.words("Offer", 0, 0), Table.Column.words("Designer, chip", 0, 0), Table.Column.words("Verdict", 0, 0),
                Table.Column.number("Price advantage d", 0, 0), Table.Column.number("Incumbent's lead l", 0, 0), Table.Column.number("Break-even d*", 0, 0), Table.Column.number("d above d*", 0, 0), Table.Column.number("rho", 0, 0));
    }

    /** Every candidate on the picture; those that differ in region alone as one row. */
    List<List<Table.Cell>> cells() {
        List<List<Table.Cell>> cells = new ArrayList<>();
        for (Row row : Row.of(all.workload())) {
            Assessed best = row.best();
            if (!BreakEven.isPlaced(best)) continue;
            Comparison c = best.candidate().comparison();
            cells.add(List.of(Table.Cell.of(String.valueOf(best.rank())), Table.Cell.of(row.name()), Table.Cell.of(Names.chip(best)),
                    new Table.Cell(Names.verdict(best.verdict().verdict()), Ink.of(best.verdict().verdict())), Table.Cell.of(Amounts.percent(c.costAdvantage())), Table.Cell.of(Amounts.percent(c.performanceLead())),
                    Table.Cell.of(Amounts.percent(c.breakEvenCostAdvantage())), Table.Cell.of(Amounts.percent(BreakEven.above(best))), Table.Cell.of(Amounts.ratio(c.rho()))));
        }
        return cells;
    }
}
