package dev.secondsource.properties;

import dev.secondsource.evidence.Evidence;
import dev.secondsource.evidence.Grade;
import dev.secondsource.market.Market;
import dev.secondsource.market.Offer;
import dev.secondsource.market.PricingKind;
import dev.secondsource.market.Supplier;
import dev.secondsource.profile.BuyerProfile;
import dev.secondsource.profile.FleetItem;
import dev.secondsource.rules.Facts;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The shipped market with something changed. */
final class Variants {
    private Variants() {}

    /**
     * A market a few times smaller and as varied: one offer of each accelerator, provider, pricing and term.
     *
     * @param buyer whose own offers stay
     */
    static Market thinned(Market market, BuyerProfile buyer) {
        Set<String> kept = buyer.fleet().stream().map(FleetItem::offer).filter(Objects::nonNull).collect(Collectors.toSet());
        Set<List<Object>> seen = new HashSet<>();
        return offers(market, all -> all.stream().filter(o -> kept.contains(o.id()) | seen.add(List.of(o.accelerator(), o.provider(), o.pricing(), String.valueOf(o.termMonths())))).toList());
    }

    static Market offers(Market market, UnaryOperator<List<Offer>> change) {
        return Facts.with(market, "offers", change.apply(market.offers()));
    }

    static Market with(Market market, Offer another) {
        return offers(market, all -> plus(all, another));
    }

    /** The market with one offer in another shape. */
    static Market offer(Market market, String id, UnaryOperator<Offer> change) {
        return offers(market, all -> all.stream().map(o -> o.id().equals(id) ? change.apply(o) : o).toList());
    }

    static Market supplier(Market market, String id, UnaryOperator<Supplier> change) {
        Map<String, Supplier> suppliers = new TreeMap<>(market.suppliers());
        suppliers.computeIfPresent(id, (k, s) -> change.apply(s));
        return Facts.with(market, "suppliers", suppliers);
    }

    static boolean isPriced(Offer offer) {
        return offer.price() != null && offer.pricing() != PricingKind.UNPRICED;
    }

    static Evidence graded(Evidence evidence, Grade grade) {
        return Facts.with(evidence, "grade", grade);
    }

    /** The same record, list, set or map with every piece of evidence in it, however deep, replaced. */
    @SuppressWarnings("unchecked")
    static <T> T regraded(T value, UnaryOperator<Evidence> change) {
        if (value instanceof Evidence evidence) return (T) change.apply(evidence);
        if (value instanceof List<?> list) return (T) list.stream().map(x -> regraded(x, change)).toList();
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> copy = new TreeMap<>();
            map.forEach((k, v) -> copy.put(k, regraded(v, change)));
            return (T) copy;
        }
        if (!(value instanceof Record whole)) return value;
        Record changed = whole;
        for (RecordComponent part : whole.getClass().getRecordComponents()) {
            Object old = read(whole, part);
            Object fresh = old == null ? null : regraded(old, change);
            if (fresh != null && !fresh.equals(old)) changed = Facts.with(changed, part.getName(), fresh);
        }
        return (T) changed;
    }

    private static Object read(Record whole, RecordComponent part) {
        try {
            return part.getAccessor().invoke(whole);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    static <T> List<T> shuffled(List<T> all, long seed) {
        List<T> other = new ArrayList<>(all);
        Collections.shuffle(other, new Random(seed));
        return other;
    }

    static <T> List<T> plus(List<T> all, T another) {
        List<T> more = new ArrayList<>(all);
        more.add(another);
        return more;
    }
}
