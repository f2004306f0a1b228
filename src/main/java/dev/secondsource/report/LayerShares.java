package dev.secondsource.report;

import dev.secondsource.exposure.Exposure;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a picture of exposure shows of one layer, on a page and in a terminal: the largest entities, all others, and what
 * nobody discloses.
 *
 * @param parts those of the largest entities first
 */
record LayerShares(Exposure exposure, List<Part> parts) {
    /** Entities with a part of their own. */
    static final int LARGEST = 3;

    // What is left when shares that were rounded are taken from one.
    private static final BigDecimal NOTHING = new BigDecimal("0.0005");

    LayerShares {
        parts = List.copyOf(parts);
    }

    /** Who has a part. */
    enum Kind {
        ENTITY,
        OTHERS,
        UNDISCLOSED
    }

    /**
     * @param before share of the work today, 0–1; null if nothing runs today
     * @param after share under the allocation, 0–1
     */
    record Part(Kind kind, String name, @Nullable BigDecimal before, BigDecimal after) {
        /** It is there today or after. */
        boolean isThere() {
            return LayerShares.isThere(after) || LayerShares.isThere(before);
        }
    }

    /** More than rounding leaves. */
    static boolean isThere(@Nullable BigDecimal share) {
        return share != null && share.compareTo(NOTHING) >= 0;
    }

    static LayerShares of(Exposure exposure) {
        boolean today = exposure.undisclosedBefore() != null;
        List<String> largest = largest(exposure);
        List<Part> parts = new ArrayList<>();
        for (String entity : largest) parts.add(new Part(Kind.ENTITY, entity, today ? share(entity, exposure.sharesBefore()) : null, share(entity, exposure.shares())));
        parts.add(new Part(Kind.OTHERS, "others", today ? rest(exposure.sharesBefore(), largest) : null, rest(exposure.shares(), largest)));
        parts.add(new Part(Kind.UNDISCLOSED, "not disclosed", today ? exposure.undisclosedBefore().min(BigDecimal.ONE) : null, exposure.undisclosed().min(BigDecimal.ONE)));
        return new LayerShares(exposure, parts);
    }

    /** Those with the largest share after, then today. */
    private static List<String> largest(Exposure exposure) {
        TreeSet<String> all = new TreeSet<>(exposure.shares().keySet());
        all.addAll(exposure.sharesBefore().keySet());
        return all.stream().sorted(Comparator.comparing((String e) -> share(e, exposure.shares())).thenComparing(e -> share(e, exposure.sharesBefore())).reversed()
                .thenComparing(Comparator.naturalOrder())).limit(LARGEST).toList();
    }

    private static BigDecimal rest(SortedMap<String, BigDecimal> shares, List<String> largest) {
        return shares.entrySet().stream().filter(e -> !largest.contains(e.getKey())).map(java.util.Map.Entry::getValue).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal share(String entity, SortedMap<String, BigDecimal> shares) {
        return shares.getOrDefault(entity, BigDecimal.ZERO);
    }
}
