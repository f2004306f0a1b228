package dev.secondsource.stress;

import dev.secondsource.decision.Decision;
import dev.secondsource.evidence.Evidence;
import dev.secondsource.evidence.Grade;
import dev.secondsource.market.Accelerator;
import dev.secondsource.market.Market;
import dev.secondsource.market.Offer;
import dev.secondsource.market.PricingKind;
import dev.secondsource.market.Supplier;
import dev.secondsource.market.SupplierEvent;
import dev.secondsource.profile.BuyerProfile;
import dev.secondsource.profile.PolicyChoice;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns a change of the world into a change of what a decision reads. */
final class Applying {
    private final Set<String> incumbents;
    private final LocalDate asOf;

    Applying(Decision base) {
        this.asOf = base.asOf();
        this.incumbents = base.workloads().stream().flatMap(w -> w.candidates().stream()).filter(c -> c.candidate().incumbent())
                .map(c -> c.candidate().designer().id()).collect(Collectors.toSet());
    }

    /** What a decision reads. */
    record World(BuyerProfile buyer, Market market) {}

    World apply(List<Change> changes, World world) {
        for (Change change : changes) world = apply(change, world);
        return world;
    }

    private World apply(Change change, World world) {
        Market market = world.market;
        if (change instanceof Change.Price c) return new World(world.buyer, market.priced(o -> about(c.of(), o, market) ? c.factor().value() : BigDecimal.ONE));
        if (change instanceof Change.Outage c)
            return new World(world.buyer, market.offering(market.offers().stream().filter(o -> !stopped(c.of(), o, market)).toList()));
        if (change instanceof Change.Supply c) return new World(world.buyer, soldOut(market, c.of().name()));
        if (change instanceof Change.LicenceRevoked) return new World(world.buyer.withoutExportLicence(), market);
        if (change instanceof Change.LeadTimes c) return new World(world.buyer, market.delivering(s -> c.weeks().value()));
        if (change instanceof Change.Demand c)
            return new World(world.buyer.demanding(world.buyer.workloads().stream().map(w -> w.demanding(c.factor().value())).toList()), market);
        if (change instanceof Change.Throughput c) return throughput(c, world);
        if (change instanceof Change.Slip c) return new World(world.buyer, slipped(market, c));
        Change.PolicySetting setting = (Change.PolicySetting) change;
        Map<String, BigDecimal> overrides = new TreeMap<>(world.buyer.policy().overrides());
        overrides.put(setting.key(), setting.value().value());
        return new World(world.buyer.decidingBy(new PolicyChoice(world.buyer.policy().variant(), overrides)), market);
    }

    /** Whether an outage takes an offer. */
    static boolean stopped(Selector of, Offer offer, Market market) {
        return switch (of.kind()) {
            case DESIGNER -> market.accelerator(offer.accelerator()).designer().equals(of.name());
            case PROVIDER -> Holdings.operator(offer).equals(of.name());
            case REGION -> Holdings.region(offer).equals(of.name());
            default -> throw new IllegalArgumentException("no outage of " + of);
        };
    }

    private boolean about(Selector of, Offer offer, Market market) {
        return switch (of.kind()) {
            case PROVIDER, REGION -> stopped(of, offer, market);
            default -> about(of, market.accelerator(offer.accelerator()));
        };
    }

    private boolean about(Selector of, Accelerator accelerator) {
        return switch (of.kind()) {
            case EVERYTHING -> true;
            case INCUMBENT_DESIGNER -> incumbents.contains(accelerator.designer());
            case CHALLENGERS -> !incumbents.contains(accelerator.designer());
            case DESIGNER -> accelerator.designer().equals(of.name());
            case ACCELERATOR -> accelerator.id().equals(of.name());
            case PLATFORM -> Slips.platform(accelerator).equals(of.name());
            default -> throw new IllegalArgumentException("no accelerator is " + of);
        };
    }

    /** Whether a slip takes an accelerator. */
    static boolean slips(Selector of, Accelerator accelerator) {
        return of.kind() == Selector.Kind.ACCELERATOR ? accelerator.id().equals(of.name()) : Slips.platform(accelerator).equals(of.name());
    }

    /** Capacity that is short is what rules call sold out; nothing they read counts wafers. */
    private Market soldOut(Market market, @Nullable String foundry) {
        Map<String, Supplier> suppliers = new HashMap<>(market.suppliers());
        for (Accelerator part : market.accelerators().values())
            if (foundry != null && foundry.equals(part.foundry()))
                suppliers.computeIfPresent(part.designer(), (id, s) -> s.after(new SupplierEvent(SupplierEvent.Kind.SOLD_OUT, part.id(), null, "Assumed: " + foundry + " delivers less.",
                        new Evidence("supply of " + part.id(), "assumed by a scenario", Grade.E1, asOf))));
        return market.suppliedBy(suppliers);
    }

    /** Measurements, the buyer's own ones too, and the peaks that stand in where there are none. */
    private World throughput(Change.Throughput change, World world) {
        Function<Accelerator, BigDecimal> factor = a -> about(change.of(), a) ? change.factor().value() : BigDecimal.ONE;
        return new World(world.buyer.demanding(world.buyer.workloads().stream().map(w -> w.running(id -> factor.apply(world.market.accelerator(id)))).toList()), world.market.running(factor));
    }

    private static Market slipped(Market market, Change.Slip change) {
        Map<String, Accelerator> accelerators = new HashMap<>(market.accelerators());
        for (Accelerator a : market.accelerators().values()) {
            LocalDate released = Slips.released(a);
            if (slips(change.of(), a) && released != null) accelerators.put(a.id(), a.releasedOn(Slips.later(released, change.quarters())));
        }
        return market.with(accelerators);
    }

    static boolean isFixed(Offer offer) {
        return offer.pricing() == PricingKind.COMMITTED || offer.pricing() == PricingKind.PURCHASE;
    }
}
