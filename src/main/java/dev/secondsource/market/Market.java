package dev.secondsource.market;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is for sale and known of it. Lists are sorted by id, so that the order of rows in a file changes
 * nothing.
 *
 * @param version names this market for people: a date or a label
 * @param accelerators chip models by id
 * @param stacks software stacks by id
 * @param suppliers designers and providers by id
 * @param offers by id, then by the date of their prices; the same one may be there at the prices of several days
 * @param measurements by id
 * @param maturity dated proofs
 * @param claims what suppliers and others say of accelerators
 * @param rates exchange rates of any day
 * @param overlaid the buyer's negotiated terms that its prices are under; null if all are published
 */
public record Market(
        String version,
        Map<String, Accelerator> accelerators,
        Map<String, SoftwareStack> stacks,
        Map<String, Supplier> suppliers,
        List<Offer> offers,
        List<Measurement> measurements,
        List<MaturityEvidence> maturity,
        List<Claim> claims,
        List<ExchangeRate> rates,
        @Nullable Overlaid overlaid) {

    private static final Comparator<ExchangeRate> RATES = Comparator.comparing(ExchangeRate::pair).thenComparing(ExchangeRate::evidence).thenComparing(ExchangeRate::rate);

    public Market {
        accelerators = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(accelerators));
        stacks = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(stacks));
        suppliers = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(suppliers));
        offers = offers.stream()
                .sorted(Comparator.comparing(Offer::id).thenComparing(o -> o.evidence().date(), Comparator.nullsFirst(Comparator.naturalOrder())))
                .toList();
        measurements = measurements.stream().sorted(Comparator.comparing(Measurement::id)).toList();
        maturity = maturity.stream()
                .sorted(Comparator.comparing(MaturityEvidence::accelerator)
                        .thenComparing(MaturityEvidence::kind)
                        .thenComparing(MaturityEvidence::evidence)
                        .thenComparing(MaturityEvidence::who)
                        .thenComparing(MaturityEvidence::work, Comparator.nullsFirst(Comparator.naturalOrder()))
                        .thenComparing(MaturityEvidence::value, Comparator.nullsFirst(Comparator.naturalOrder())))
                .toList();
        claims = claims.stream().sorted(Comparator.comparing(Claim::id)).toList();
        rates = rates.stream().sorted(RATES).toList();
    }

    /** A market of published prices that knows no exchange rate. */
    public Market(String version, Map<String, Accelerator> accelerators, Map<String, SoftwareStack> stacks, Map<String, Supplier> suppliers, List<Offer> offers,
            List<Measurement> measurements, List<MaturityEvidence> maturity, List<Claim> claims) {
        this(version, accelerators, stacks, suppliers, offers, measurements, maturity, claims, List.of(), null);
    }

    /**
     * The market as a buyer could know it on a day: rows, facts and events dated later are gone, accelerators
     * released later too. Of an offer the newest price is seen, and none once that has ended. What a software stack runs is not known before it is documented, and a grid not before it is
     * measured; the figures of an accelerator are known from its release on. An accelerator whose prices are all later is still there, as one without a price.
     */
    public Market visibleAt(LocalDate asOf) {
        Map<String, Accelerator> released = new TreeMap<>();
        accelerators.forEach((id, a) -> {
            // Of a part without a day of release, the day its figures became known stands in.
            if (a.released() == null ? a.evidence().visibleAt(asOf) : !a.released().isAfter(asOf)) released.put(id, a);
        });
        Map<String, Supplier> known = new TreeMap<>();
        suppliers.forEach((id, s) -> known.put(id, s.visibleAt(asOf)));
        Map<String, SoftwareStack> documented = new TreeMap<>();
        stacks.forEach((id, s) -> documented.put(id, s.visibleAt(asOf)));
        List<Offer> seen = new ArrayList<>();
        for (Offer offer : newestOf(offers, o -> o.pricing() == PricingKind.UNPRICED || o.evidence().visibleAt(asOf)))
            if (released.containsKey(offer.accelerator()) && (offer.pricing() == PricingKind.UNPRICED || offer.holdsOn(asOf))) seen.add(offer.placedAt(asOf));
        Set<String> offered = seen.stream().map(Offer::accelerator).collect(Collectors.toSet());
        released.values().stream().filter(a -> !offered.contains(a.id())).forEach(a -> seen.add(Offer.unpriced(a)));
        return new Market(version, released, documented, known, seen,
                measurements.stream().filter(m -> m.evidence().visibleAt(asOf)).toList(),
                maturity.stream().filter(m -> m.evidence().visibleAt(asOf)).toList(),
                claims.stream().filter(c -> c.evidence().visibleAt(asOf)).toList(),
                rates.stream().filter(r -> r.evidence().visibleAt(asOf)).toList(),
                overlaid);
    }

    /** The same with the newest price of each offer only, ended or not. */
    public Market newest() {
        return offering(newestOf(offers, any -> true));
    }

    /** The same with one price of each offer: the one of the day, else the last before it, else the first after it. */
    public Market around(LocalDate day) {
        List<Offer> one = new ArrayList<>();
        for (Offer offer : offers) {
            int last = one.size() - 1;
            if (last < 0 || !one.get(last).id().equals(offer.id())) one.add(offer);
            else if (offer.evidence().visibleAt(day)) one.set(last, offer);
        }
        return offering(one);
    }

    /** The same with stale prices believed less. */
    public Market aged(Staleness staleness, LocalDate asOf) {
        return offering(offers.stream().map(o -> staleness.aged(o, asOf)).toList());
    }

    /** Every price of an offer, the oldest first; empty if there is no such offer. */
    public List<Offer> history(String id) {
        return offers.stream().filter(o -> o.id().equals(id)).toList();
    }

    /** Of each offer the last row that counts. */
    private static List<Offer> newestOf(List<Offer> sorted, Predicate<Offer> counts) {
        List<Offer> newest = new ArrayList<>();
        for (Offer offer : sorted) {
            if (!counts.test(offer)) continue;
            int last = newest.size() - 1;
            if (last >= 0 && newest.get(last).id().equals(offer.id())) newest.set(last, offer);
            else newest.add(offer);
        }
        return newest;
    }

    /** The same with prices times a factor each; what has no price still has none. */
    public Market priced(Function<Offer, BigDecimal> factor) {
        return offering(offers.stream().map(o -> {
            BigDecimal by = o.price() == null ? BigDecimal.ONE : factor.apply(o);
            return by.compareTo(BigDecimal.ONE) == 0 ? o : o.at(o.price().times(by));
        }).toList());
    }

    /**
     * The same with the speed of each accelerator times a factor: what was measured on it, and the peaks that stand in
     * where nothing was.
     */
    public Market running(Function<Accelerator, BigDecimal> factor) {
        Map<String, BigDecimal> changed = new TreeMap<>();
        accelerators.values().forEach(a -> {
            BigDecimal by = factor.apply(a);
            if (by.compareTo(BigDecimal.ONE) != 0) changed.put(a.id(), by);
        });
        if (changed.isEmpty()) return this;
        Map<String, Accelerator> others = new TreeMap<>(accelerators);
        changed.forEach((id, by) -> others.computeIfPresent(id, (k, a) -> a.running(by)));
        return new Market(version, others, stacks, suppliers, offers,
                measurements.stream().map(m -> changed.containsKey(m.accelerator()) ? m.times(changed.get(m.accelerator())) : m).toList(), maturity, claims, rates, overlaid);
    }

    /** The same with the lead times of each supplier so many weeks longer. */
    public Market delivering(Function<Supplier, BigDecimal> weeksLater) {
        Map<String, Supplier> others = new TreeMap<>();
        suppliers.forEach((id, s) -> {
            BigDecimal weeks = weeksLater.apply(s);
            others.put(id, weeks.signum() == 0 ? s : s.later(weeks));
        });
        return suppliedBy(others);
    }

    /** The same with other offers. */
    public Market offering(List<Offer> others) {
        return new Market(version, accelerators, stacks, suppliers, others, measurements, maturity, claims, rates, overlaid);
    }

    /** The same with other suppliers. */
    public Market suppliedBy(Map<String, Supplier> others) {
        return new Market(version, accelerators, stacks, others, offers, measurements, maturity, claims, rates, overlaid);
    }

    /** The same with other accelerators. */
    public Market with(Map<String, Accelerator> others) {
        return new Market(version, others, stacks, suppliers, offers, measurements, maturity, claims, rates, overlaid);
    }

    /** The same with other measurements. */
    public Market measuring(List<Measurement> others) {
        return new Market(version, accelerators, stacks, suppliers, offers, others, maturity, claims, rates, overlaid);
    }

    /** The same with other proofs of maturity. */
    public Market provenBy(List<MaturityEvidence> others) {
        return new Market(version, accelerators, stacks, suppliers, offers, measurements, others, claims, rates, overlaid);
    }

    /** The same with other claims. */
    public Market claiming(List<Claim> others) {
        return new Market(version, accelerators, stacks, suppliers, offers, measurements, maturity, others, rates, overlaid);
    }

    /** The same with other software stacks. */
    public Market programmedWith(Map<String, SoftwareStack> others) {
        return new Market(version, accelerators, others, suppliers, offers, measurements, maturity, claims, rates, overlaid);
    }

    /** The same under negotiated terms. */
    Market under(Overlaid terms, List<Offer> others) {
        return new Market(version, accelerators, stacks, suppliers, others, measurements, maturity, claims, rates, terms);
    }

    /** Indexes anything with an id. */
    public static <T> Map<String, T> byId(List<T> things, Function<T, String> id) {
        return things.stream().collect(Collectors.toMap(id, Function.identity(), (a, b) -> a, TreeMap::new));
    }

    /** @throws IllegalArgumentException if there is none: the market was checked when it was read */
    public Accelerator accelerator(String id) {
        return required(accelerators, id, "accelerator");
    }

    /** @throws IllegalArgumentException if there is none */
    public Supplier supplier(String id) {
        return required(suppliers, id, "supplier");
    }

    /** @throws IllegalArgumentException if there is none */
    public SoftwareStack stack(String id) {
        return required(stacks, id, "software stack");
    }

    private static <T> T required(Map<String, T> map, String id, String what) {
        T found = map.get(id);
        if (found == null) throw new IllegalArgumentException("no " + what + " " + id + " in this market");
        return found;
    }
}
