package dev.secondsource.report;

import dev.secondsource.chart.Axis;
import dev.secondsource.chart.Bars;
import dev.secondsource.chart.Caption;
import dev.secondsource.chart.Tint;
import dev.secondsource.exposure.Exposure;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Who stands behind the work at each layer, today and after: two bars a layer, the same entity in the same shade. */
final class ExposurePicture {
    private static final List<Tint> LARGEST = List.of(Tint.FIRST, Tint.SECOND, Tint.THIRD);

    private ExposurePicture() {}

    static String svg(List<Exposure> exposures) {
        List<Bars.Bar> bars = new ArrayList<>();
        for (Exposure exposure : exposures) {
            LayerShares shares = LayerShares.of(exposure);
            if (exposure.undisclosedBefore() != null) bars.add(bar(exposure.name() + ", today", shares, LayerShares.Part::before));
            bars.add(bar(exposure.name() + ", after", shares, LayerShares.Part::after));
        }
        return new Bars(new Caption("exposure-picture", "Exposure by layer, today and after",
                "For every layer the shares of the work behind each entity, as bars that add up to the whole; the table below has the numbers."),
                new Axis("share of the work", "0 %", 0, 1), bars).svg();
    }

    private static Bars.Bar bar(String name, LayerShares shares, Function<LayerShares.Part, BigDecimal> when) {
        List<Bars.Part> parts = new ArrayList<>();
        for (LayerShares.Part part : shares.parts())
            if (part.kind() != LayerShares.Kind.UNDISCLOSED || LayerShares.isThere(when.apply(part)))
                parts.add(new Bars.Part(part.name(), when.apply(part).doubleValue(), part.kind() == LayerShares.Kind.ENTITY ? LARGEST.get(parts.size()) : part.kind() == LayerShares.Kind.OTHERS ? Tint.REST : Tint.NOBODY));
        return new Bars.Bar(name, parts);
    }
}
