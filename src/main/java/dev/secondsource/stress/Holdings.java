package dev.secondsource.stress;

import dev.secondsource.allocation.Allocation;
import dev.secondsource.allocation.Share;
import dev.secondsource.market.Accelerator;
import dev.secondsource.market.Market;
import dev.secondsource.market.Offer;
import dev.secondsource.market.PricingKind;
import dev.secondsource.profile.BuyerProfile;
import dev.secondsource.profile.FleetItem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What an allocation holds, each share with what stands behind it and how much of it the buyer runs already. */
final class Holdings {
    private final BuyerProfile buyer;
    private final Market market;
    private final Map<String, Offer> offers = new HashMap<>();
    private final Map<String, BigDecimal> weights;

    /** @param weights of the workloads, adding up to one */
    Holdings(BuyerProfile buyer, Market market, Map<String, BigDecimal> weights) {
        this.buyer = buyer;
        this.market = market;
        this.weights = weights;
        for (Offer offer : market.offers()) offers.put(offer.id(), offer);
    }

    /**
     * One share.
     *
     * @param weight its part of all work, workloads weighed by what they cost
     * @param fresh the part of the share, 0–1 of the workload, that does not run today
     */
    record Held(Share share, Offer offer, Accelerator accelerator, BigDecimal weight, BigDecimal fresh) {
        String operator() {
            return Holdings.operator(offer);
        }

        String region() {
            return Holdings.region(offer);
        }
    }

    List<Held> of(Allocation allocation) {
        Map<String, BigDecimal> running = running();
        List<Held> held = new ArrayList<>();
        for (Share share : allocation.shares()) {
            if (share.share().signum() == 0) continue;
            Offer offer = offers.get(share.offer());
            if (offer == null) throw new IllegalArgumentException("no offer " + share.offer() + " in this market");
            String place = place(share.workload(), offer.accelerator(), operator(offer));
            BigDecimal runs = running.getOrDefault(place, BigDecimal.ZERO).min(share.share());
            running.merge(place, runs.negate(), BigDecimal::add);
            held.add(new Held(share, offer, market.accelerator(offer.accelerator()), weights.getOrDefault(share.workload(), BigDecimal.ZERO).multiply(share.share()),
                    share.share().subtract(runs)));
        }
        return held;
    }

    private Map<String, BigDecimal> running() {
        Map<String, BigDecimal> running = new HashMap<>();
        for (FleetItem item : buyer.fleet()) running.merge(place(item.workload(), item.accelerator(), item.provider()), item.share(), BigDecimal::add);
        return running;
    }

    private static String place(String workload, String accelerator, String operator) {
        return workload + "|" + accelerator + "|" + operator;
    }

    static String operator(Offer offer) {
        return offer.pricing() == PricingKind.PURCHASE ? Selector.OWN : offer.provider();
    }

    /** {@code aws/us-east-1}; own machines stand in one place. */
    static String region(Offer offer) {
        return offer.region() == null ? operator(offer) : operator(offer) + "/" + offer.region().id();
    }
}
