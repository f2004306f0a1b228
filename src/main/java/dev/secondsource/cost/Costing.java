package dev.secondsource.cost;

import dev.secondsource.fit.Fit;
import dev.secondsource.market.Accelerator;
import dev.secondsource.market.Offer;
import dev.secondsource.market.PricingKind;
import dev.secondsource.policy.Policy;
import dev.secondsource.profile.BuyerProfile;
import dev.secondsource.profile.Workload;
import dev.secondsource.profile.WorkloadKind;
import dev.secondsource.quantity.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Prices a workload on an offer, line by line, in the buyer's currency. Made once for a decision and asked
 * for every pair; it keeps nothing from one question to the next.
 */
public final class Costing {
    /** Hours in a month, 8 760 ÷ 12. */
    static final BigDecimal HOURS_PER_MONTH = BigDecimal.valueOf(730);

    private final BuyerProfile buyer;
    private final LocalDate asOf;
    private final Rented rented;
    private final Owned owned;

    /**
     * @param policy must hold every {@code cost.*} key
     * @param rates as known on {@code asOf}
     * @param asOf prices dated later are not seen
     */
    public Costing(BuyerProfile buyer, Policy policy, ExchangeRates rates, LocalDate asOf) {
        this.buyer = buyer;
        this.asOf = asOf;
        this.rented = new Rented(buyer, policy::number, rates);
        this.owned = new Owned(buyer, policy::number, rates);
    }

    /** The policy keys the costs read, those of exchange rates and porting included. */
    public static SortedSet<String> policyKeys() {
        SortedSet<String> keys = new TreeSet<>(ExchangeRates.KEYS);
        keys.addAll(PortingEstimate.KEYS);
        Function<String, BigDecimal> recorder = key -> {
            keys.add(key);
            return BigDecimal.ONE;
        };
        new Rented(null, recorder, null);
        new Owned(null, recorder, null);
        return keys;
    }

    /**
     * The cost of the workload's p50 volume.
     *
     * <p>Rented capacity is paid by the hour of the month if it must stand (online serving, commitments), by the hour
     * of work otherwise. A commitment longer than the horizon is paid to its end. Owned machines are written off over
     * their economic life (F-OWN).
     *
     * @param fit of this workload on this offer
     */
    public Costed cost(Workload workload, Offer offer, Accelerator accelerator, Fit fit) {
        List<String> missing = new ArrayList<>(0);
        Money price = visiblePrice(offer, missing);
        if (Boolean.FALSE.equals(fit.memory().fits())) missing.add("a way to fit " + workload.id() + " in " + offer.id());
        else if (fit.accelerators() == null || fit.acceleratorHours() == null) {
            missing.addAll(fit.missing());
            if (fit.missing().isEmpty()) missing.add("speed of " + workload.id() + " on " + accelerator.id());
        }
        if (workload.volumePerMonth().p50().signum() <= 0) missing.add("a volume of " + workload.id() + " above zero");
        if (price == null || !missing.isEmpty()) return new Costed.Unknown(missing);
        Costed costed = offer.pricing() == PricingKind.PURCHASE
                ? owned.cost(workload, offer, accelerator, fit, price)
                : rented.cost(workload, offer, fit, price);
        boolean converted = !offer.price().currency().equals(buyer.currency());
        return converted && costed instanceof Costed.Known known
                ? new Costed.Known(known.cost().by(rented.rates().between(offer.price().currency(), buyer.currency())))
                : costed;
    }

    /**
     * TCO-01: owning this machine against the cheapest way to rent the same accelerator, on demand or committed.
     *
     * @param offer a purchase
     * @param rentals offers to compare with; those of other accelerators or other pricings are passed over
     * @return null unless the offer is a purchase of known cost
     */
    public @Nullable RentOrOwn rentOrOwn(
            Workload workload, Offer offer, Accelerator accelerator, Fit fit, Collection<Offer> rentals) {
        Cost cost = offer.pricing() == PricingKind.PURCHASE ? cost(workload, offer, accelerator, fit).orNull() : null;
        if (cost == null) return null;
        record Rental(Offer offer, Money perHour) {}
        Rental cheapest = rentals.stream()
                .filter(rental -> rental.accelerator().equals(offer.accelerator()))
                .filter(rental -> rental.pricing() == PricingKind.ON_DEMAND || rental.pricing() == PricingKind.COMMITTED)
                .map(rental -> {
                    Money price = visiblePrice(rental, new ArrayList<>(0));
                    return price == null ? null : new Rental(rental, rented.perAcceleratorHour(rental, price));
                })
                .filter(rental -> rental != null)
                .min(Comparator.comparing(Rental::perHour).thenComparing(rental -> rental.offer().id()))
                .orElse(null);
        return owned.against(
                workload,
                offer,
                fit,
                cost,
                visiblePrice(offer, new ArrayList<>(0)),
                cheapest == null ? null : cheapest.perHour(),
                cheapest == null ? null : cheapest.offer().id());
    }

    /** Whether machines are paid whole, used or not, and not by the hour of work. */
    static boolean isPaidWhole(WorkloadKind kind, PricingKind pricing) {
        return pricing == PricingKind.PURCHASE || !Rented.paidByTheHourOfWork(kind, pricing);
    }

    private @Nullable Money visiblePrice(Offer offer, List<String> missing) {
        if (offer.price() == null) {
            missing.add("price of " + offer.id());
            return null;
        }
        LocalDate date = offer.evidence().date();
        if (date != null && date.isAfter(asOf)) {
            missing.add("price of " + offer.id() + " on " + asOf + ": the one on file is of " + date);
            return null;
        }
        Money price = rented.rates().convert(offer.price(), buyer.currency());
        if (price == null) missing.add(rented.rates().missing(offer.price(), buyer.currency()));
        return price;
    }
}
