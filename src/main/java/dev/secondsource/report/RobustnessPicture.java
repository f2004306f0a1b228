package dev.secondsource.report;

import dev.secondsource.chart.Axis;
import dev.secondsource.chart.Bars;
import dev.secondsource.chart.Caption;
import dev.secondsource.chart.Tint;
import dev.secondsource.decision.Acceptability.Leader;
import dev.secondsource.sensitivity.WeightRobustness;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** How often which designer, accelerator and offer comes first under other weights: a bar for each, divided among them. */
final class RobustnessPicture {
    private static final List<Tint> LARGEST = List.of(Tint.FIRST, Tint.SECOND, Tint.THIRD);

    private RobustnessPicture() {}

    /** @param id unique in the page */
    static String svg(String id, WeightRobustness robustness) {
        List<Bars.Bar> bars = new ArrayList<>();
        Firsts.kinds(robustness.acceptability()).forEach((kind, leaders) -> bars.add(bar(kind, leaders)));
        return new Bars(new Caption(id, "Who is first under other weights, " + robustness.workload(),
                "Bars that add up to all draws: the share in which each designer, each accelerator and each offer is first. The table below has the numbers."),
                new Axis("share of draws in which it is first", "0 %", 0, 1), bars).svg();
    }

    private static Bars.Bar bar(String kind, List<Leader> leaders) {
        List<Bars.Part> parts = new ArrayList<>();
        for (int i = 0; i < LARGEST.size(); i++)
            parts.add(i < leaders.size() ? new Bars.Part(Firsts.name(kind, leaders.get(i)), leaders.get(i).draws().share().doubleValue(), LARGEST.get(i)) : new Bars.Part("", 0, LARGEST.get(i)));
        BigDecimal rest = leaders.stream().skip(LARGEST.size()).map(l -> l.draws().share()).reduce(BigDecimal.ZERO, BigDecimal::add);
        parts.add(new Bars.Part("others", rest.doubleValue(), Tint.REST));
        return new Bars.Bar(kind, parts);
    }
}
