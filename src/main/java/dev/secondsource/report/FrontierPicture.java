package dev.secondsource.report;

import dev.secondsource.allocation.Frontier;
import dev.secondsource.allocation.Frontier.Point;
import dev.secondsource.chart.Axis;
import dev.secondsource.chart.Caption;
import dev.secondsource.chart.Scatter;
import dev.secondsource.chart.Scatter.Form;
import dev.secondsource.chart.Scatter.Marks;
import dev.secondsource.chart.Scatter.Note;
import dev.secondsource.chart.Scatter.Spot;
import dev.secondsource.chart.Tint;
import dev.secondsource.decision.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Cost a month against the effective number of designers, the chosen point marked. */
final class FrontierPicture {
    private static final double MILLION = 1e6;

    private final Frontier frontier;
    private final FrontierReport report;
    private final String currency;
    private final boolean inMillions;

    FrontierPicture(Decision decision, Frontier frontier) {
        this.frontier = frontier;
        this.report = new FrontierReport(decision, frontier, List.of());
        this.currency = decision.profile().currency().getCurrencyCode();
        this.inMillions = frontier.points().stream().anyMatch(p -> p.allocation().total().amount().doubleValue() >= MILLION);
    }

    String reason() {
        return report.reason();
    }

    String svg() {
        List<Marks> marks = List.of(new Marks(Tint.FAINT, Form.TRIANGLE, spots(i -> report.isBeaten(i))), new Marks(Tint.FAIR, Form.CIRCLE, spots(i -> !report.isBeaten(i))),
                new Marks(Tint.CHOSEN, Form.RING, spots(i -> i == frontier.chosen())));
        Spot chosen = spot(frontier.chosen());
        double most = range(true).max().orElse(1);
        double right = most + 0.15 * Math.max(1, most - 1);
        double top = range(false).max().orElse(1) * 1.08;
        double bottom = Math.max(0, range(false).min().orElse(0) - (top - range(false).min().orElse(0)) * 0.15);
        boolean toTheLeft = chosen.x() > (0.8 + right) / 2;
        double off = (right - 0.8) / 40;
        return new Scatter(new Caption("frontier-picture", "Cost against spread",
                Amounts.count(frontier.points().size()) + " allocations, from the cheapest to the most spread, by cost a month and effective number of designers. " + report.reason()),
                new Axis("effective number of designers", "0.0", 0.8, right), new Axis((inMillions ? "million " : "") + currency + " a month", inMillions ? "#,##0.0##" : "#,##0", bottom, top),
                List.of(), marks, List.of(new Note(new Spot(toTheLeft ? chosen.x() - off : chosen.x() + off, chosen.y()), "chosen", toTheLeft))).svg();
    }

    private DoubleStream range(boolean spread) {
        return IntStream.range(0, frontier.points().size()).mapToObj(this::spot).mapToDouble(s -> spread ? s.x() : s.y());
    }

    private List<Spot> spots(IntPredicate which) {
        return IntStream.range(0, frontier.points().size()).filter(which).mapToObj(this::spot).toList();
    }

    private Spot spot(int i) {
        Point point = frontier.points().get(i);
        return new Spot(point.effectiveDesigners().doubleValue(), point.allocation().total().amount().doubleValue() / (inMillions ? MILLION : 1));
    }

    List<Table.Column> columns() {
        return List.of(Table.Column.words("Point", 0, 0), Table.Column.number("At most on one", 0, 0), Table.Column.number(currency + Text.GLUE + "per month", 0, 0), Table.Column.number("More than cheapest", 0, 0),
                Table.Column.number("Effective designers", 0, 0), Table.Column.number("Effective providers", 0, 0), Table.Column.words("Designers, by work", 0, 0));
    }

    List<List<Table.Cell>> cells() {
        List<List<Table.Cell>> cells = new ArrayList<>();
        for (int i = 0; i < frontier.points().size(); i++) {
            Point point = frontier.points().get(i);
            boolean chosen = i == frontier.chosen();
            String what = chosen ? "chosen" : report.isBeaten(i) ? "beaten" : "frontier";
            cells.add(java.util.stream.Stream.of(what, point.most() == null ? "policy" : Amounts.percent(point.most()), Amounts.toTheCent(point.allocation().total()), Amounts.percent(report.more(i)),
                    Amounts.tenths(point.effectiveDesigners()), Amounts.tenths(point.effectiveProviders()), FrontierReport.designers(point.allocation()))
                    .map(t -> new Table.Cell(t, chosen ? Ink.BOLD : Ink.PLAIN)).toList());
        }
        return cells;
    }
}
