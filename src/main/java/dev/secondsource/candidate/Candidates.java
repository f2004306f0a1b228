package dev.secondsource.candidate;

import dev.secondsource.cost.ExchangeRates;
import dev.secondsource.cost.Housing;
import dev.secondsource.cost.PortingEstimate;
import dev.secondsource.evidence.Evidence;
import dev.secondsource.market.Accelerator;
import dev.secondsource.market.Claim;
import dev.secondsource.market.Market;
import dev.secondsource.market.MaturityEvidence;
import dev.secondsource.market.Offer;
import dev.secondsource.market.PricingKind;
import dev.secondsource.market.Supplier;
import dev.secondsource.policy.Policy;
import dev.secondsource.profile.BuyerProfile;
import dev.secondsource.profile.Site;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Turns prospects into the facts that rules read; for one thread. */
public final class Candidates {
    private final Market market;
    private final BuyerProfile buyer;
    private final Policy policy;
    private final LocalDate asOf;
    private final ExchangeRates rates;
    private final Map<String, List<MaturityEvidence>> proofs = new HashMap<>();
    private final Map<String, List<Claim>> claims = new HashMap<>();

    private final Map<Supplied, Vendor> vendors = new HashMap<>();
    private final Map<Supplied, Map<String, List<Evidence>>> origins = new HashMap<>();
    private final Map<Used, Software> software = new HashMap<>();
    private final Map<Used, Maturity> maturity = new HashMap<>();

    /** A part and who is behind it: hundreds of offers share what is to be said of these two. */
    private record Supplied(String accelerator, String supplier) {}

    private record Used(String accelerator, String workload) {}

    /** @param market as visible on {@code asOf} */
    public Candidates(Market market, BuyerProfile buyer, Policy policy, LocalDate asOf) {
        this.market = market;
        this.buyer = buyer;
        this.policy = policy;
        this.asOf = asOf;
        this.rates = new ExchangeRates(policy, market.rates(), asOf);
        for (MaturityEvidence proof : market.maturity()) proofs.computeIfAbsent(proof.accelerator(), k -> new ArrayList<>()).add(proof);
        for (Claim claim : market.claims()) claims.computeIfAbsent(claim.accelerator(), k -> new ArrayList<>()).add(claim);
    }

    /** Policy keys that are read while facts are made. */
    public static Set<String> policyKeys() {
        Set<String> keys = new TreeSet<>(Comparison.policyKeys());
        keys.addAll(Commitment.policyKeys());
        keys.addAll(Fitness.policyKeys());
        keys.addAll(Ownership.policyKeys());
        keys.addAll(Price.policyKeys());
        keys.addAll(Sustainability.policyKeys());
        keys.addAll(Maturity.policyKeys());
        keys.addAll(Supply.policyKeys());
        return keys;
    }

    /** What is known of an offer by itself: nothing of it is compared yet. */
    public Candidate alone(Prospect prospect) {
        Offer offer = prospect.offer();
        Accelerator accelerator = prospect.accelerator();
        Supplier designer = market.supplier(accelerator.designer());
        Supplier provider = market.supplier(offer.provider());
        List<MaturityEvidence> ofPart = proofs.getOrDefault(accelerator.id(), List.of());
        Site site = site(prospect);
        Deal deal = Deal.of(offer, designer, buyer);
        Supply supply = Supply.of(offer, accelerator, provider, designer, ofPart, prospect.fit().accelerators(), buyer, site, policy, asOf);
        boolean kernelsBound = prospect.stack().id().equals(Software.CUDA);
        return new Candidate(
                prospect.id(),
                prospect.workload().id(),
                offer.id(),
                buyer.currency().getCurrencyCode(),
                false,
                false,
                Demand.of(prospect.workload(), buyer),
                deal,
                Residency.of(offer, provider, buyer, site, asOf),
                Export.of(supply.mode(), accelerator, designer, provider, buyer, site),
                software.computeIfAbsent(new Used(accelerator.id(), prospect.workload().id()), k -> Software.of(prospect.workload(), accelerator, prospect.stack(), designer, buyer.engineering())),
                supply,
                Fitness.of(prospect, policy),
                Price.of(prospect, policy, asOf),
                Comparison.NONE,
                Standing.UNKNOWN,
                Ownership.of(prospect, policy),
                Commitment.of(offer, prospect.onDemand(), deal.committedShareOfDemand(), prospect.workload(), policy),
                vendor(designer, accelerator),
                vendor(provider, accelerator),
                Integration.of(offer, accelerator, buyer, market),
                maturity.computeIfAbsent(new Used(accelerator.id(), prospect.workload().id()), k -> Maturity.of(prospect.workload(), accelerator, prospect.stack(), ofPart, market, policy, asOf)),
                OwnChip.of(accelerator, buyer),
                Porting.of(prospect.porting(), PortingEstimate.monthsToLeave(prospect.workload(), prospect.stack(), market.stacks(), kernelsBound, buyer.engineering(), policy)),
                Sustainability.of(prospect, provider, supply, buyer, site, policy, asOf),
                new Origins(origins.computeIfAbsent(new Supplied(accelerator.id(), provider.id()), k -> Tracing.ofSuppliers(accelerator, prospect.stack(), designer, provider, ofPart)),
                        Tracing.ofOffer(prospect, provider)));
    }

    /**
     * The same offer beside the incumbent.
     *
     * @param incumbent null if there is none to compare with
     */
    public Candidate beside(Candidate alone, Prospect prospect, @Nullable Prospect incumbent) {
        if (incumbent == null) return alone;
        if (incumbent.id().equals(prospect.id())) return alone.asIncumbent();
        Comparison comparison = Comparison.of(prospect, incumbent, alone.fit().scalesOut(), claims.getOrDefault(prospect.accelerator().id(), List.of()), buyer, policy, asOf);
        return alone.asChallenger(comparison, Tracing.ofComparison(prospect, incumbent));
    }

    private Vendor vendor(Supplier supplier, Accelerator accelerator) {
        return vendors.computeIfAbsent(new Supplied(accelerator.id(), supplier.id()), k -> Vendor.of(supplier, accelerator, buyer, asOf));
    }

    private @Nullable Site site(Prospect prospect) {
        if (prospect.offer().pricing() != PricingKind.PURCHASE) return null;
        Integer count = prospect.fit().accelerators();
        BigDecimal watts = prospect.accelerator().powerWatts();
        BigDecimal kilowatts = count == null || watts == null ? BigDecimal.ZERO : watts.multiply(BigDecimal.valueOf(count)).movePointLeft(3);
        return Housing.choose(buyer, rates, prospect.accelerator(), kilowatts);
    }
}
