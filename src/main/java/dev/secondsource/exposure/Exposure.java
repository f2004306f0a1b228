package dev.secondsource.exposure;

import dev.secondsource.evidence.Evidence;
import dev.secondsource.knowledge.Meaning;
import dev.secondsource.knowledge.Meaning.Unit;
import dev.secondsource.knowledge.Subject;
import dev.secondsource.quantity.Decimals;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How an allocation depends on one layer (F-LOOK, F-HHI, F-AVOID). Shares are of monthly spend. What the market does
 * not disclose counts for nobody, so every number of a layer with an undisclosed part is null but the shares.
 *
 * @param shares by entity, what is disclosed of them
 */
public record Exposure(
        @Meaning("layer") Layer layer,
        @Meaning("layer") String name,
        SortedMap<String, BigDecimal> shares,
        @Meaning(value = "share of which the entity is not disclosed", unit = Unit.SHARE) BigDecimal undisclosed,
        @Meaning("largest entity") @Nullable String largest,
        @Meaning(value = "share of the largest entity", unit = Unit.SHARE) @Nullable BigDecimal largestShare,
        @Meaning(value = "concentration (HHI)", unit = Unit.POINTS) @Nullable BigDecimal hhi,
        @Meaning(value = "effective number of entities", unit = Unit.RATIO) @Nullable BigDecimal effectiveNumber,
        @Meaning("fact that today's fleet is known at this layer") boolean knownBefore,
        @Meaning(value = "concentration of today's fleet (HHI)", unit = Unit.POINTS) @Nullable BigDecimal hhiBefore,
        @Meaning(value = "rise of the concentration", unit = Unit.POINTS) @Nullable BigDecimal rise,
        @Meaning("entities that eligible offers could spread over") int eligibleEntities,
        @Meaning(value = "least concentration eligible offers allow (HHI)", unit = Unit.POINTS) @Nullable BigDecimal leastHhi,
        @Meaning(value = "concentration that could be avoided", unit = Unit.POINTS) @Nullable BigDecimal avoidable)
        implements Subject {

    private static final BigDecimal POINTS = BigDecimal.valueOf(10_000);

    public Exposure {
        shares = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(shares));
    }

    /**
     * Looks holdings through to a layer.
     *
     * @param after the allocation; shares sum to one
     * @param before today's fleet, empty if there is none
     * @param eligible entities behind eligible offers at this layer
     */
    public static Exposure of(Layer layer, List<Holding> after, List<Holding> before, Collection<String> eligible) {
        SortedMap<String, BigDecimal> shares = shares(layer, after);
        BigDecimal disclosed = shares.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal all = after.stream().map(Holding::share).reduce(BigDecimal.ZERO, BigDecimal::add);
        boolean known = !shares.isEmpty() && all.subtract(disclosed).abs().compareTo(new BigDecimal("1e-9")) < 0;
        SortedMap<String, BigDecimal> sharesBefore = shares(layer, before);
        boolean knownBefore = !before.isEmpty() && before.stream().allMatch(h -> h.entities().containsKey(layer));
        BigDecimal hhi = known ? Concentration.hhi(shares.values()) : null;
        BigDecimal hhiBefore = knownBefore ? Concentration.hhi(sharesBefore.values()) : null;
        int entities = (int) eligible.stream().distinct().count();
        BigDecimal least = entities == 0 ? null : Decimals.divide(POINTS, BigDecimal.valueOf(entities));
        String largest = shares.entrySet().stream().max(Map.Entry.<String, BigDecimal>comparingByValue().thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey).orElse(null);
        return new Exposure(
                layer,
                layer.words(),
                shares,
                all.subtract(disclosed).max(BigDecimal.ZERO),
                largest,
                largest == null ? null : shares.get(largest),
                hhi,
                known ? Concentration.effectiveNumber(shares.values()) : null,
                knownBefore,
                hhiBefore,
                hhi == null || hhiBefore == null ? null : hhi.subtract(hhiBefore),
                entities,
                least,
                hhi == null || least == null ? null : hhi.subtract(least).max(BigDecimal.ZERO));
    }

    private static SortedMap<String, BigDecimal> shares(Layer layer, List<Holding> holdings) {
        SortedMap<String, BigDecimal> shares = new TreeMap<>();
        for (Holding holding : holdings) {
            String entity = holding.entities().get(layer);
            if (entity != null) shares.merge(entity, holding.share(), BigDecimal::add);
        }
        return shares;
    }

    @Override
    public String id() {
        return "exposure to " + name;
    }

    @Override
    public List<Evidence> evidence(String path) {
        return List.of();
    }
}
