package dev.secondsource.decision;

import dev.secondsource.decision.Standings.Entry;
import dev.secondsource.profile.Criterion;
import dev.secondsource.ranking.Bounds;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who dominates whom (CPF-09): at least as good on every criterion and better on one; what is not known of either is no
 * advantage. Of several dominators the cheapest per unit of work is named, then the first by id.
 *
 * <p>Offers of one part by one provider differ in little but their cost, so those that are alike in all else are looked at
 * together: if the cheapest of them does not dominate an offer, none does. The work grows with the offers, and with the
 * square only of the kinds of offers.
 */
final class Dominance {
    private static final Comparator<Entry> CHEAPEST =
            Comparator.comparing((Entry e) -> cost(e), Comparator.nullsLast(Comparator.naturalOrder())).thenComparing(e -> e.prospect().offer().id());
    private static final List<Criterion> OTHERS = Stream.of(Criterion.values()).filter(c -> c != Criterion.UNIT_COST).toList();

    private Dominance() {}

    /** The dominator of each that has one. */
    static Map<Entry, Entry> of(List<Entry> rivals, Map<Criterion, Bounds> bounds) {
        Map<List<@Nullable BigDecimal>, List<Entry>> kinds = new LinkedHashMap<>();
        for (Entry entry : rivals) kinds.computeIfAbsent(kind(entry), any -> new ArrayList<>()).add(entry);
        List<List<Entry>> all = List.copyOf(kinds.values());
        // What runs out leaves the others their use.
        List<Entry> cheapest = all.stream().flatMap(k -> k.stream().filter(e -> e.prospect().offer().quantity() == null).min(CHEAPEST).stream()).toList();
        Map<Entry, Entry> dominators = new IdentityHashMap<>();
        for (List<Entry> kind : all) {
            Entry ofBetter = null;
            Entry ofAlike = null;
            for (Entry other : cheapest) {
                Integer sign = compare(other, kind.get(0), bounds);
                if (sign == null || sign < 0) continue;
                if (sign > 0) ofBetter = ofBetter == null || CHEAPEST.compare(other, ofBetter) < 0 ? other : ofBetter;
                else ofAlike = ofAlike == null || CHEAPEST.compare(other, ofAlike) < 0 ? other : ofAlike;
            }
            for (Entry entry : kind) {
                Entry better = ofBetter != null && costs(ofBetter, entry) <= 0 ? ofBetter : null;
                Entry alike = ofAlike != null && costs(ofAlike, entry) < 0 ? ofAlike : null;
                Entry dominator = better == null ? alike : alike == null || CHEAPEST.compare(better, alike) < 0 ? better : alike;
                if (dominator != null) dominators.put(entry, dominator);
            }
        }
        return dominators;
    }

    /** What an offer is but for its cost, and whether that is known. */
    private static List<@Nullable BigDecimal> kind(Entry entry) {
        List<@Nullable BigDecimal> kind = new ArrayList<>();
        for (Criterion criterion : OTHERS) {
            BigDecimal value = entry.raw().get(criterion);
            kind.add(value == null ? null : value.stripTrailingZeros());
        }
        kind.add(cost(entry) == null ? null : BigDecimal.ZERO);
        return kind;
    }

    /** On all but cost: 1 if nowhere worse and somewhere better, 0 if level, -1 if somewhere worse; null if not the same is known of both. */
    private static @Nullable Integer compare(Entry a, Entry b, Map<Criterion, Bounds> bounds) {
        if ((cost(a) == null) != (cost(b) == null)) return null;
        int sign = 0;
        for (Criterion criterion : OTHERS) {
            BigDecimal left = a.raw().get(criterion);
            BigDecimal right = b.raw().get(criterion);
            if (left == null && right == null) continue;
            if (left == null || right == null) return null;
            int here = bounds.get(criterion).compare(left, right);
            if (here < 0) return -1;
            if (here > 0) sign = 1;
        }
        return sign;
    }

    private static int costs(Entry a, Entry b) {
        BigDecimal left = cost(a);
        BigDecimal right = cost(b);
        return left == null || right == null ? 0 : left.compareTo(right);
    }

    private static @Nullable BigDecimal cost(Entry entry) {
        return entry.raw().get(Criterion.UNIT_COST);
    }
}
