package dev.secondsource.report;

import dev.secondsource.chart.Axis;
import dev.secondsource.chart.Bars;
import dev.secondsource.chart.Caption;
import dev.secondsource.chart.Tint;
import dev.secondsource.exposure.Exposure;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Who stands behind the work at each layer, today and after: two bars a layer, the same entity in the same shade. */
final class ExposurePicture {
    private static final List<Tint> LARGEST = List.of(Tint.FIRST, Tint.SECOND, Tint.THIRD);
    private static final BigDecimal NOTHING = new BigDecimal("0.0005");

    private ExposurePicture() {}

    static String svg(List<Exposure> exposures) {
        List<Bars.Bar> bars = new ArrayList<>();
        for (Exposure exposure : exposures) {
            List<String> largest = largest(exposure);
            if (exposure.undisclosedBefore() != null) bars.add(bar(exposure.name() + ", today", exposure.sharesBefore(), exposure.undisclosedBefore(), largest));
            bars.add(bar(exposure.name() + ", after", exposure.shares(), exposure.undisclosed(), largest));
        }
        return new Bars(new Caption("exposure-picture", "Exposure by layer, today and after",
                "For every layer the shares of the work behind each entity, as bars that add up to the whole; the table below has the numbers."),
                new Axis("share of the work", "0 %", 0, 1), bars).svg();
    }

    private static List<String> largest(Exposure exposure) {
        TreeSet<String> all = new TreeSet<>(exposure.shares().keySet());
        all.addAll(exposure.sharesBefore().keySet());
        return all.stream().sorted(Comparator.comparing((String e) -> share(e, exposure.shares())).thenComparing(e -> share(e, exposure.sharesBefore())).reversed()
                .thenComparing(Comparator.naturalOrder())).limit(LARGEST.size()).toList();
    }

    private static Bars.Bar bar(String name, SortedMap<String, BigDecimal> shares, @Nullable BigDecimal undisclosed, List<String> largest) {
        List<Bars.Part> parts = new ArrayList<>();
        for (int i = 0; i < largest.size(); i++) parts.add(new Bars.Part(largest.get(i), share(largest.get(i), shares).doubleValue(), LARGEST.get(i)));
        BigDecimal rest = shares.entrySet().stream().filter(e -> !largest.contains(e.getKey())).map(java.util.Map.Entry::getValue).reduce(BigDecimal.ZERO, BigDecimal::add);
        parts.add(new Bars.Part("others", rest.doubleValue(), Tint.REST));
        if (undisclosed != null && undisclosed.compareTo(NOTHING) >= 0) parts.add(new Bars.Part("not disclosed", undisclosed.min(BigDecimal.ONE).doubleValue(), Tint.NOBODY));
        return new Bars.Bar(name, parts);
    }

    private static BigDecimal share(String entity, SortedMap<String, BigDecimal> shares) {
        return shares.getOrDefault(entity, BigDecimal.ZERO);
    }
}
