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
import java.util.stream.Stream;

/**
 * The 40/20 rule drawn: each candidate's price advantage over the incumbent against the incumbent's lead in performance,
 * and the curve on which both cancel out, d* = l ÷ (1 + l).
 */
final class BreakEvenPicture {
    /** Beyond these a point is drawn on the edge; the table has its numbers. */
    private static final double LEAST_LEAD = -0.9;
    private static final double MOST_LEAD = 4;
    private static final double LEAST_ADVANTAGE = -1;
    private static final double NARROWEST = 0.5;
    private static final double MARGIN = 0.03;
    private static final int STEPS = 60;

    private static final Spot RULE = new Spot(0.2, 0.4);

    private final Decision decision;
    private final WorkloadDecision workload;
    private final List<Assessed> compared;
    private final double from;
    private final double to;
    private final double bottom;

    BreakEvenPicture(Decision decision, WorkloadDecision workload) {
        this.decision = decision;
        this.workload = workload;
        this.compared = workload.candidates().stream().filter(BreakEvenPicture::isPlaced).toList();
        this.from = Math.max(LEAST_LEAD, Math.min(-NARROWEST, leads().min().orElse(0)) - 0.05);
        this.to = Math.min(MOST_LEAD, Math.max(2 * NARROWEST, leads().max().orElse(0)) + 0.1);
        this.bottom = Math.max(LEAST_ADVANTAGE, Math.min(-NARROWEST, advantages().min().orElse(0)) - 0.05);
    }

    private java.util.stream.DoubleStream leads() {
        return compared.stream().mapToDouble(a -> a.candidate().comparison().performanceLead().doubleValue());
    }

    private java.util.stream.DoubleStream advantages() {
        return compared.stream().mapToDouble(a -> a.candidate().comparison().costAdvantage().doubleValue());
    }

    private static boolean isPlaced(Assessed candidate) {
        Comparison c = candidate.candidate().comparison();
        return c.costAdvantage() != null && c.performanceLead() != null;
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
        List<Marks> marks = new ArrayList<>();
        marks().forEach((verdict, mark) -> marks.add(new Marks(mark.tint(), mark.form(), compared.stream().filter(a -> a.verdict().verdict() == verdict).map(this::spot).distinct().toList())));
        marks.add(new Marks(Tint.INK, Form.SQUARE, List.of(new Spot(0, 0))));
        List<Assessed> chosen = chosen();
        marks.add(new Marks(Tint.CHOSEN, Form.RING, chosen.stream().map(this::spot).distinct().toList()));
        List<Note> notes = new ArrayList<>();
        Map<Spot, String> labels = new LinkedHashMap<>();
        for (Assessed a : chosen) labels.merge(new Spot(spot(a).x() + (to - from) / 60, spot(a).y()), "#" + a.rank(), (x, y) -> x + " " + y);
        labels.forEach((at, label) -> notes.add(new Note(at, label, at.x() > to - (to - from) / 8)));
        notes.add(new Note(new Spot(0.02, -0.1), "incumbent", false));
        notes.add(new Note(new Spot(RULE.x() + 0.03, RULE.y()), "40/20", false));
        marks.add(new Marks(Tint.INK, Form.DIAMOND, List.of(RULE)));
        return new Scatter(new Caption(id, "Cost against performance, " + workload.workload().id(), description()),
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
        long outside = compared.stream().filter(a -> !spot(a).equals(exact(a))).count();
        return outside == 0 ? List.of() : List.of(Amounts.count(outside) + (outside == 1 ? " candidate lies" : " candidates lie") + " outside the picture and " + (outside == 1 ? "is" : "are") + " drawn on its edge.");
    }

    private Line curve() {
        return new Line(Tint.INK, true, IntStream.rangeClosed(0, STEPS).mapToDouble(i -> from + (to - from) * i / STEPS)
                .mapToObj(l -> new Spot(l, l / (1 + l))).filter(s -> s.y() >= bottom).toList());
    }

    /** The winner, and whatever is given a share. */
    private List<Assessed> chosen() {
        return Stream.concat(workload.winner().stream(), decision.allocation().shares().stream().filter(s -> s.workload().equals(workload.workload().id()))
                .flatMap(s -> Status.candidate(decision, s).stream())).filter(compared::contains).distinct().toList();
    }

    private static Spot exact(Assessed a) {
        Comparison c = a.candidate().comparison();
        return new Spot(c.performanceLead().doubleValue(), c.costAdvantage().doubleValue());
    }

    private Spot spot(Assessed a) {
        Spot exact = exact(a);
        return new Spot(Math.max(from, Math.min(to, exact.x())), Math.max(bottom, Math.min(1, exact.y())));
    }

    static List<Table.Column> columns() {
        return List.of(Table.Column.number("#", 0, 0), Table.Column.words("Offer", 0, 0), Table.Column.words("Designer, chip", 0, 0), Table.Column.words("Verdict", 0, 0),
                Table.Column.number("Price advantage d", 0, 0), Table.Column.number("Incumbent's lead l", 0, 0), Table.Column.number("Break-even d*", 0, 0), Table.Column.number("d above d*", 0, 0), Table.Column.number("rho", 0, 0));
    }

    /** Every candidate on the picture; those that differ in region alone as one row. */
    List<List<Table.Cell>> cells() {
        List<List<Table.Cell>> cells = new ArrayList<>();
        for (Row row : Row.of(workload)) {
            Assessed best = row.best();
            if (!isPlaced(best)) continue;
            Comparison c = best.candidate().comparison();
            cells.add(List.of(Table.Cell.of(String.valueOf(best.rank())), Table.Cell.of(row.name()), Table.Cell.of(Names.chip(best)),
                    new Table.Cell(Names.verdict(best.verdict().verdict()), Ink.of(best.verdict().verdict())), Table.Cell.of(Amounts.percent(c.costAdvantage())), Table.Cell.of(Amounts.percent(c.performanceLead())),
                    Table.Cell.of(Amounts.percent(c.breakEvenCostAdvantage())), Table.Cell.of(Amounts.percent(c.costAdvantage().subtract(c.breakEvenCostAdvantage()))), Table.Cell.of(Amounts.ratio(c.rho()))));
        }
        return cells;
    }
}
