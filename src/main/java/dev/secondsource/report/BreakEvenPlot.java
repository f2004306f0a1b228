package dev.secondsource.report;

import dev.secondsource.chart.Scatter.Spot;
import dev.secondsource.decision.Assessed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** The 40/20 rule drawn for a terminal: marks with the numbers of the table below, the curve, and by name what matters most. */
final class BreakEvenPlot {
    static final char ANSWER = '@';
    static final char SHARED = '*';
    static final char OTHER = 'o';
    static final char INCUMBENT = 'I';
    static final char RULE = '+';
    static final char CURVE = '·';

    private static final int MARGIN = 2;
    private static final int ROWS = 21;
    private static final double TICK = 0.25;
    private static final String ZERO = " -|";
    private static final String ANYTHING_BUT_MARKS = ZERO + CURVE;

    private final BreakEven picture;
    private final Plot plot;

    BreakEvenPlot(BreakEven picture, Page page) {
        this.picture = picture;
        this.plot = new Plot(page, MARGIN, labels(picture));
    }

    /** A label where a row comes closest to a round advantage. */
    private static List<String> labels(BreakEven picture) {
        List<String> labels = new ArrayList<>(java.util.Collections.nCopies(ROWS, ""));
        for (double d = Math.ceil(picture.bottom() / TICK) * TICK; d <= 1; d += TICK) labels.set(row(picture, d), percent(d));
        return labels;
    }

    private static String percent(double share) {
        return Amounts.percent(java.math.BigDecimal.valueOf(share));
    }

    private static int row(BreakEven picture, double advantage) {
        return (int) Math.round((1 - advantage) / (1 - picture.bottom()) * (ROWS - 1));
    }

    private int row(double advantage) {
        return row(picture, advantage);
    }

    private int column(double lead) {
        return (int) Math.round((lead - picture.from()) / (picture.to() - picture.from()) * (plot.columns() - 1));
    }

    void write(Sheet sheet) {
        for (int x = 0; x < plot.columns(); x++) plot.put(x, row(0), '-');
        for (int y = 0; y < ROWS; y++) plot.put(column(0), y, '|');
        curve();
        plot.put(column(BreakEven.RULE.x()), row(BreakEven.RULE.y()), RULE);
        plot.put(column(0), row(0), INCUMBENT);
        List<Assessed> best = new ArrayList<>(picture.compared());
        List<Assessed> chosen = picture.chosen();
        best.sort(Comparator.comparing((Assessed a) -> !chosen.contains(a)).thenComparing(Assessed::rank));
        List<List<Assessed>> places = places(best);
        // The best is drawn last, and named first.
        for (int i = places.size() - 1; i >= 0; i--) plot.put(column(at(places.get(i)).x()), row(at(places.get(i)).y()), mark(places.get(i).get(0)));
        places.forEach(this::number);
        beside(new Spot(0, 0), List.of("incumbent"));
        beside(BreakEven.RULE, List.of("40/20"));
        plot.write(sheet, MARGIN, ticks());
    }

    private void curve() {
        for (int x = 0; x < plot.columns(); x++) {
            double lead = picture.from() + (picture.to() - picture.from()) * x / (plot.columns() - 1);
            double advantage = BreakEven.curve(lead);
            if (advantage >= picture.bottom()) plot.put(x, row(advantage), CURVE);
        }
    }

    private List<Plot.Tick> ticks() {
        double step = picture.to() - picture.from() > 2.5 ? 1 : picture.to() - picture.from() > 1.2 ? 0.5 : TICK;
        int first = (int) Math.ceil(picture.from() / step);
        int last = (int) Math.floor(picture.to() / step);
        return IntStream.rangeClosed(first, last).mapToObj(i -> new Plot.Tick(column(i * step), percent(i * step))).toList();
    }

    /** Those that fall into one place of the plot together, best first. */
    private List<List<Assessed>> places(List<Assessed> best) {
        Map<Integer, List<Assessed>> places = new TreeMap<>();
        for (Assessed a : best) places.computeIfAbsent(row(picture.spot(a).y()) * plot.columns() + column(picture.spot(a).x()), k -> new ArrayList<>()).add(a);
        return places.values().stream().sorted(Comparator.comparing(together -> best.indexOf(together.get(0)))).toList();
    }

    private Spot at(List<Assessed> together) {
        return picture.spot(together.get(0));
    }

    private char mark(Assessed candidate) {
        return picture.workload().winner().filter(candidate::equals).isPresent() ? ANSWER : picture.chosen().contains(candidate) ? SHARED : OTHER;
    }

    /** As many of the numbers as have room; the answer has its name beside it too. */
    private void number(List<Assessed> together) {
        List<String> words = new ArrayList<>();
        String all = String.join(",", together.stream().map(a -> String.valueOf(a.rank())).toList());
        if (mark(together.get(0)) == ANSWER) words.add(all + " " + together.get(0).offer().accelerator());
        words.add(all);
        words.add(together.get(0).rank() + (together.size() > 1 ? ",…" : ""));
        beside(at(together), words);
    }

    /** The first of these words that has room to the right, to the left, above or below. */
    private void beside(Spot spot, List<String> words) {
        int x = column(spot.x());
        int y = row(spot.y());
        for (String over : List.of(" ", ZERO, ANYTHING_BUT_MARKS))
            for (String word : words)
                if (plot.say(x + 1, y, word, over) || plot.say(x - word.length(), y, word, over) || plot.say(x + 1, y - 1, word, over) || plot.say(x + 1, y + 1, word, over)
                        || plot.say(x - word.length(), y - 1, word, over) || plot.say(x - word.length(), y + 1, word, over)) return;
    }
}
