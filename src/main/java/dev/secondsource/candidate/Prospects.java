package dev.secondsource.candidate;

import dev.secondsource.cost.Costed;
import dev.secondsource.cost.Costing;
import dev.secondsource.cost.ExchangeRates;
import dev.secondsource.cost.PortingEstimate;
import dev.secondsource.cost.RentOrOwn;
import dev.secondsource.fit.Fit;
import dev.secondsource.fit.Fitting;
import dev.secondsource.fit.Measurements;
import dev.secondsource.market.Accelerator;
import dev.secondsource.market.Market;
import dev.secondsource.market.Offer;
import dev.secondsource.market.PricingKind;
import dev.secondsource.market.SoftwareStack;
import dev.secondsource.policy.Policy;
import dev.secondsource.profile.BuyerProfile;
import dev.secondsource.profile.Workload;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts every offer before every workload: does it fit, how fast, at what cost. */
public final class Prospects {
    private final Market market;
    private final BuyerProfile buyer;
    private final Policy policy;
    private final Fitting fitting;
    private final Costing costing;
    private final List<Offer> inAnyNumber;
    private final Map<String, Offer> onDemandByUnit = new HashMap<>();

    /** @param market as visible on {@code asOf} */
    public Prospects(Market market, BuyerProfile buyer, Policy policy, LocalDate asOf) {
        this.market = market;
        this.buyer = buyer;
        this.policy = policy;
        this.fitting = new Fitting(Measurements.visibleAt(asOf, market.measurements()), policy, asOf);
        this.costing = new Costing(buyer, policy, new ExchangeRates(policy, market.rates(), asOf), asOf);
        this.inAnyNumber = market.offers().stream().filter(o -> o.quantity() == null).toList();
        for (Offer offer : market.offers()) if (offer.pricing() == PricingKind.ON_DEMAND && offer.quantity() == null) onDemandByUnit.put(unit(offer), offer);
    }

    /** All offers for one workload, in the market's order. */
    public List<Prospect> of(Workload workload) {
        List<Prospect> prospects = new ArrayList<>();
        for (Offer offer : market.offers()) {
            Accelerator accelerator = market.accelerator(offer.accelerator());
            SoftwareStack stack = market.stack(accelerator.stack());
            Fit fit = fitting.fit(workload, offer, accelerator);
            Costed cost = costing.cost(workload, offer, accelerator, fit);
            PortingEstimate porting = PortingEstimate.of(workload, stack, buyer.engineering(), policy);
            @Nullable RentOrOwn own = costing.rentOrOwn(workload, offer, accelerator, fit, inAnyNumber);
            @Nullable Offer onDemand = offer.pricing() == PricingKind.COMMITTED ? onDemandByUnit.get(unit(offer)) : null;
            prospects.add(new Prospect(workload, offer, accelerator, stack, fit, cost, porting, own, onDemand));
        }
        return List.copyOf(prospects);
    }

    private static String unit(Offer offer) {
        return offer.provider() + "|" + offer.instanceType() + "|" + (offer.region() == null ? "" : offer.region().id());
    }
}
