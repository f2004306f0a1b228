package dev.secondsource.exposure;

import dev.secondsource.evidence.Evidence;
import dev.secondsource.knowledge.Meaning;
import dev.secondsource.knowledge.Meaning.Unit;
import dev.secondsource.knowledge.Subject;
import dev.secondsource.quantity.Decimals;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * How an allocation depends on one layer (F-LOOK, F-HHI, F-AVOID). Shares are of useful work, workloads weighed by what
 * they cost. What the market does not disclose counts for nobody: then the largest share is a lower bound, the most
 * possible share an upper one, and concentration is not known.
 *
 * @param shares by entity, what is disclosed of them
 * @param sharesBefore the same of today's fleet under the same weights; empty if there is none
 * @param evidence where they are from
 */
public record Exposure(
        @Meaning("layer") Layer layer,
        @Meaning("layer") String name,
        SortedMap<String, BigDecimal> shares,
        SortedMap<String, BigDecimal> sharesBefore,
        @Meaning(value = "share of which the entity is not disclosed", unit = Unit.SHARE) BigDecimal undisclosed,
        @Meaning("largest disclosed entity") @Nullable String largest,
        @Meaning(value = "share of the largest disclosed entity", unit = Unit.SHARE) @Nullable BigDecimal largestShare,
        @Meaning(value = "share of the largest entity if all that is not disclosed were its", unit = Unit.SHARE) @Nullable BigDecimal mostPossible,
        @Meaning("fact that the largest entity is the buyer, or a country whose law the buyer asks for") boolean ownSide,
        @Meaning("fact that the buyer says whose law may reach the operator") boolean lawNamed,
        @Meaning(value = "concentration (HHI)", unit = Unit.POINTS) @Nullable BigDecimal hhi,
        @Meaning(value = "effective number of entities", unit = Unit.RATIO) @Nullable BigDecimal effectiveNumber,
        @Meaning("fact that today's fleet is known at this layer") boolean knownBefore,
        @Meaning(value = "concentration of today's fleet (HHI)", unit = Unit.POINTS) @Nullable BigDecimal hhiBefore,
        @Meaning(value = "share of today's fleet of which the entity is not disclosed", unit = Unit.SHARE) @Nullable BigDecimal undisclosedBefore,
        @Meaning(value = "effective number of entities behind today's fleet", unit = Unit.RATIO) @Nullable BigDecimal effectiveNumberBefore,
        @Meaning(value = "rise of the concentration", unit = Unit.POINTS) @Nullable BigDecimal rise,
        @Meaning("fact that eligible offers disclose more than one entity") boolean choice,
        @Meaning(value = "least concentration that eligible offers of disclosed origin allow (HHI)", unit = Unit.POINTS) @Nullable BigDecimal leastHhi,
        @Meaning(value = "concentration that could be avoided", unit = Unit.POINTS) @Nullable BigDecimal avoidable,
        @Meaning(value = "systemic part of the concentration, which no eligible offer avoids", unit = Unit.POINTS) @Nullable BigDecimal systemic,
        List<Evidence> evidence)
        implements Subject {

    /** Shares are rounded to it, so that what adds up to one is one. */
    private static final int SCALE = 9;

    public Exposure {
        shares = Collections.unmodifiableSortedMap(new TreeMap<>(shares));
        sharesBefore = Collections.unmodifiableSortedMap(new TreeMap<>(sharesBefore));
        evidence = evidence.stream().distinct().sorted().toList();
    }

    /**
     * Looks holdings through to a layer.
     *
     * @param after the allocation; shares sum to one, or to nothing
     * @param before today's fleet, empty if there is none
     * @param rooms what could be carried, one a workload
     * @param own which entities are the buyer itself or asked for by the buyer
     * @param lawNamed the buyer says whose law may reach the operator
     */
    public static Exposure of(Layer layer, List<Holding> after, List<Holding> before, List<Room> rooms, Predicate<String> own, boolean lawNamed) {
        SortedMap<String, BigDecimal> shares = shares(layer, after);
        BigDecimal undisclosed = undisclosed(layer, after);
        BigDecimal hhi = shares.isEmpty() || undisclosed.signum() > 0 ? null : Concentration.hhi(shares.values());
        SortedMap<String, BigDecimal> sharesBefore = shares(layer, before);
        boolean knownBefore = !before.isEmpty() && undisclosed(layer, before).signum() == 0;
        BigDecimal hhiBefore = knownBefore ? Concentration.hhi(sharesBefore.values()) : null;
        // The allocation itself is possible, whatever caps it was allowed to break.
        BigDecimal least = LeastConcentration.of(rooms).map(l -> hhi == null ? l : l.min(hhi)).orElse(null);
        Map.Entry<String, BigDecimal> largest = shares.entrySet().stream()
                .max(Map.Entry.<String, BigDecimal>comparingByValue().thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder()))).orElse(null);
        return new Exposure(
                layer,
                layer.words(),
                shares,
                sharesBefore,
                undisclosed,
                largest == null ? null : largest.getKey(),
                largest == null ? null : largest.getValue(),
                after.isEmpty() ? null : largest == null ? undisclosed : largest.getValue().add(undisclosed),
                largest != null && own.test(largest.getKey()),
                lawNamed,
                hhi,
                hhi == null ? null : Concentration.effectiveNumber(shares.values()),
                knownBefore,
                hhiBefore,
                before.isEmpty() ? null : undisclosed(layer, before),
                knownBefore ? Concentration.effectiveNumber(sharesBefore.values()) : null,
                hhi == null || hhiBefore == null ? null : hhi.subtract(hhiBefore),
                rooms.stream().flatMap(r -> r.lots().stream()).flatMap(l -> l.entities().stream()).distinct().count() > 1,
                least,
                hhi == null || least == null ? null : hhi.subtract(least),
                hhi == null ? null : least,
                layer.isInsideTheChip() ? after.stream().filter(h -> h.entities().containsKey(layer)).flatMap(h -> h.evidence().stream()).toList() : List.of());
    }

    /** By how much each entity's share rises or falls; empty if either side is not known. */
    public SortedMap<String, BigDecimal> changes() {
        SortedMap<String, BigDecimal> changes = new TreeMap<>();
        if (!knownBefore || hhi == null) return changes;
        changes.putAll(shares);
        sharesBefore.forEach((entity, share) -> changes.merge(entity, share.negate(), BigDecimal::add));
        changes.values().removeIf(change -> change.signum() == 0);
        return changes;
    }

    private static SortedMap<String, BigDecimal> shares(Layer layer, List<Holding> holdings) {
        SortedMap<String, BigDecimal> shares = new TreeMap<>();
        for (Holding holding : holdings) {
            String entity = holding.entities().get(layer);
            if (entity != null) shares.merge(entity, holding.share(), BigDecimal::add);
        }
        shares.replaceAll((entity, share) -> rounded(share));
        return shares;
    }

    private static BigDecimal undisclosed(Layer layer, List<Holding> holdings) {
        return rounded(holdings.stream().filter(h -> !h.entities().containsKey(layer)).map(Holding::share).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private static BigDecimal rounded(BigDecimal share) {
        return Decimals.plain(share.setScale(SCALE, RoundingMode.HALF_EVEN));
    }

    @Override
    public String id() {
        return "exposure to " + name;
    }

    @Override
    public List<Evidence> evidence(String path) {
        return evidence;
    }
}
