package dev.secondsource.report;

import dev.secondsource.chart.Axis;
import dev.secondsource.chart.Caption;
import dev.secondsource.chart.Swings;
import dev.secondsource.chart.Swings.End;
import dev.secondsource.chart.Swings.Swing;
import dev.secondsource.sensitivity.Tornado;
import dev.secondsource.sensitivity.Tornado.Bar;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What each input does to the cost of a month at both ends of its range: bars to both sides of now, widest first. */
final class TornadoPicture {
    private static final int MOST = 15;
    private static final double MILLION = 1e6;
    /** Room for what stands at the end of the longest bar. */
    private static final double BEYOND = 1.1;

    private final Tornado tornado;
    private final List<Bar> moving;
    private final String currency;

    TornadoPicture(Tornado tornado) {
        this.tornado = tornado;
        this.moving = TornadoReport.moving(tornado);
        this.currency = tornado.perMonth().currency().getCurrencyCode();
    }

    /** No input moves the cost. */
    boolean isEmpty() {
        return moving.stream().allMatch(b -> b.swing().signum() == 0);
    }

    String svg() {
        double most = moving.stream().map(Bar::swing).mapToDouble(BigDecimal::doubleValue).max().orElse(1);
        double unit = most >= MILLION ? MILLION : 1;
        List<Swing> swings = drawn().stream().map(b -> new Swing(TornadoReport.name(b.lever()), end(b.low(), unit), end(b.high(), unit))).toList();
        // Ticks of whole numbers, unless that leaves too few.
        String digits = most / unit >= 20 ? "#,##0" : "#,##0.0##";
        return new Swings(new Caption("tornado-picture", "Cost a month against now, for each input at both ends of its range", description()),
                new Axis((unit == 1 ? "" : "million ") + currency + " a month more or less than now", digits, -BEYOND * most / unit, BEYOND * most / unit), swings).svg();
    }

    private List<Bar> drawn() {
        return moving.stream().limit(MOST).toList();
    }

    private static End end(Optional<Tornado.End> end, double unit) {
        return new End(end.map(e -> e.more().amount().doubleValue() / unit).orElse(0d), end.filter(e -> !e.changes().isEmpty()).isPresent());
    }

    private String description() {
        Bar widest = moving.get(0);
        long changing = moving.stream().filter(b -> !TornadoReport.then(b).isEmpty()).count();
        return "The widest swing is that of the " + TornadoReport.name(widest.lever()) + ": " + TornadoReport.more(widest.low()) + " " + currency + " a month at the low end and " + TornadoReport.more(widest.high())
                + " at the high end. Of " + Amounts.count(moving.size()) + " inputs that move cost or answer, " + Amounts.count(changing) + " change the answer. The table below has the numbers.";
    }

    /** What the picture has no room for; empty if all is drawn. */
    List<String> beyond() {
        return drawn().size() == moving.size() ? List.of() : List.of("Drawn are the " + MOST + " widest of " + moving.size() + "; the table has all.");
    }

    List<Table.Column> columns() {
        return List.of(Table.Column.words("Input", 0, 0), Table.Column.words("Plausible range", 0, 0), Table.Column.number(currency + " a month more at the low end", 0, 0),
                Table.Column.number("at the high end", 0, 0), Table.Column.words("What changes of the answer", 0, 0));
    }

    List<List<Table.Cell>> cells() {
        List<List<Table.Cell>> cells = new ArrayList<>();
        for (Bar bar : moving) {
            List<String> then = TornadoReport.then(bar);
            cells.add(List.of(Table.Cell.of(TornadoReport.name(bar.lever())), Table.Cell.of(FlipReport.range(bar.lever())), Table.Cell.of(TornadoReport.more(bar.low())), Table.Cell.of(TornadoReport.more(bar.high())),
                    then.isEmpty() ? new Table.Cell("nothing", Ink.DIM) : Table.Cell.of(String.join("; ", then))));
        }
        return cells;
    }
}
