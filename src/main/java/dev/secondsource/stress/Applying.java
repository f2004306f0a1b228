package dev.secondsource.stress;

import dev.secondsource.decision.Decision;
import dev.secondsource.evidence.Evidence;
import dev.secondsource.evidence.Grade;
import dev.secondsource.market.Accelerator;
import dev.secondsource.market.Fact;
import dev.secondsource.market.Market;
import dev.secondsource.market.Measurement;
import dev.secondsource.market.Offer;
import dev.secondsource.market.PartFigure;
import dev.secondsource.market.PricingKind;
import dev.secondsource.market.Supplier;
import dev.secondsource.market.SupplierEvent;
import dev.secondsource.profile.BuyerProfile;
import dev.secondsource.profile.NumericFormat;
import dev.secondsource.profile.OwnMeasurement;
import dev.secondsource.profile.PolicyChoice;
import dev.secondsource.profile.Quantiles;
import dev.secondsource.profile.Workload;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
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
        if (change instanceof Change.Price c)
            return new World(world.buyer, offers(market, market.offers().stream().map(o -> o.price() != null && about(c.of(), o, market) ? priced(o, c.factor().value()) : o).toList()));
        if (change instanceof Change.Outage c)
            return new World(world.buyer, offers(market, market.offers().stream().filter(o -> !stopped(c.of(), o, market)).toList()));
        if (change instanceof Change.Supply c) return new World(world.buyer, soldOut(market, c.of().name()));
        if (change instanceof Change.LicenceRevoked) return new World(world.buyer.withoutExportLicence(), market);
        if (change instanceof Change.LeadTimes c) return new World(world.buyer, later(market, c.weeks().value()));
        if (change instanceof Change.Demand c) return new World(workloads(world.buyer, w -> demanding(w, c.factor().value())), market);
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

    private static Offer priced(Offer o, BigDecimal factor) {
        return new Offer(o.id(), o.provider(), o.instanceType(), o.accelerator(), o.acceleratorCount(), o.soldAs(), o.region(), o.pricing(), o.termMonths(),
                o.price().times(factor), o.evidence(), o.note());
    }

    /** Capacity that is short is what rules call sold out; nothing they read counts wafers. */
    private Market soldOut(Market market, @Nullable String foundry) {
        Map<String, Supplier> suppliers = new HashMap<>(market.suppliers());
        for (Accelerator part : market.accelerators().values()) {
            if (foundry == null || !foundry.equals(part.foundry())) continue;
            Supplier s = suppliers.get(part.designer());
            List<SupplierEvent> events = new ArrayList<>(s.events());
            events.add(new SupplierEvent(SupplierEvent.Kind.SOLD_OUT, part.id(), null, "Assumed: " + foundry + " delivers less.",
                    new Evidence("supply of " + part.id(), "assumed by a scenario", Grade.E1, asOf)));
            suppliers.put(s.id(), supplier(s, s.figures(), s.partFigures(), events));
        }
        return with(market, market.accelerators(), suppliers, market.offers(), market.measurements());
    }

    private static Market later(Market market, BigDecimal weeks) {
        Map<String, Supplier> suppliers = new HashMap<>();
        for (Supplier s : market.suppliers().values()) {
            Map<Supplier.Figure, Fact<BigDecimal>> figures = new EnumMap<>(Supplier.Figure.class);
            s.figures().forEach((figure, fact) -> figures.put(figure, isLead(figure) ? new Fact<>(fact.value().add(weeks), fact.evidence()) : fact));
            List<PartFigure> parts = s.partFigures().stream().map(p -> isLead(p.figure()) ? new PartFigure(p.accelerator(), p.figure(), p.value().add(weeks), p.evidence()) : p).toList();
            suppliers.put(s.id(), supplier(s, figures, parts, s.events()));
        }
        return with(market, market.accelerators(), suppliers, market.offers(), market.measurements());
    }

    private static boolean isLead(Supplier.Figure figure) {
        return figure == Supplier.Figure.LEAD_WEEKS_P50 || figure == Supplier.Figure.LEAD_WEEKS_P90;
    }

    /** Measurements, the buyer's own ones too, and the peaks that stand in where there are none. */
    private World throughput(Change.Throughput change, World world) {
        BigDecimal factor = change.factor().value();
        Market market = world.market;
        Set<String> slower = market.accelerators().values().stream().filter(a -> about(change.of(), a)).map(Accelerator::id).collect(Collectors.toSet());
        Map<String, Accelerator> accelerators = new HashMap<>(market.accelerators());
        slower.forEach(id -> accelerators.put(id, slower(market.accelerator(id), factor)));
        List<Measurement> measurements = market.measurements().stream().map(m -> slower.contains(m.accelerator()) ? slower(m, factor) : m).toList();
        BuyerProfile buyer = workloads(world.buyer, w -> measured(w, w.measurements().stream()
                .map(m -> slower.contains(m.accelerator()) ? new OwnMeasurement(m.accelerator(), m.perAccelerator().multiply(factor), m.scaleOutEfficiency(), m.date(), m.note()) : m).toList()));
        return new World(buyer, with(market, accelerators, market.suppliers(), market.offers(), measurements));
    }

    private static Accelerator slower(Accelerator a, BigDecimal factor) {
        Map<NumericFormat, BigDecimal> peaks = new EnumMap<>(NumericFormat.class);
        a.peakTflops().forEach((format, peak) -> peaks.put(format, peak.multiply(factor)));
        return accelerator(a, a.memoryBandwidthGBs() == null ? null : a.memoryBandwidthGBs().multiply(factor), peaks, a.released());
    }

    private static Measurement slower(Measurement m, BigDecimal factor) {
        return new Measurement(m.id(), m.accelerator(), m.benchmark(), m.model(), m.totalParametersBillions(), m.activeParametersBillions(), m.kind(), m.scenario(),
                m.unit(), m.perAccelerator().multiply(factor), m.accelerators(), m.precision(), m.promptTokens(), m.outputTokens(), m.batch(), m.evidence(), m.note());
    }

    private static Market slipped(Market market, Change.Slip change) {
        Map<String, Accelerator> accelerators = new HashMap<>(market.accelerators());
        for (Accelerator a : market.accelerators().values()) {
            LocalDate released = Slips.released(a);
            if (slips(change.of(), a) && released != null)
                accelerators.put(a.id(), accelerator(a, a.memoryBandwidthGBs(), a.peakTflops(), Slips.later(released, change.quarters())));
        }
        return with(market, accelerators, market.suppliers(), market.offers(), market.measurements());
    }

    private static Workload demanding(Workload w, BigDecimal factor) {
        Quantiles v = w.volumePerMonth();
        return workload(w, new Quantiles(v.p10().multiply(factor), v.p50().multiply(factor), v.p90().multiply(factor)), w.measurements());
    }

    private static Workload measured(Workload w, List<OwnMeasurement> measurements) {
        return workload(w, w.volumePerMonth(), measurements);
    }

    private static Workload workload(Workload w, Quantiles volume, List<OwnMeasurement> measurements) {
        return new Workload(w.id(), w.kind(), w.model(), w.precision(), volume, w.trainingTokensBillions(), w.promptTokens(), w.outputTokens(), w.contextTokens(), w.batch(),
                w.timeToFirstTokenMs(), w.timePerOutputTokenMs(), w.trainingDaysLimit(), w.frameworks(), w.customKernelShare(), w.criticalShare(), w.surge(), w.preemptible(),
                w.research(), w.utilisation(), w.utilisationMeasured(), w.performanceElasticity(), w.valueOfDelayPerMonth(), measurements);
    }

    private static BuyerProfile workloads(BuyerProfile buyer, UnaryOperator<Workload> change) {
        return buyer.demanding(buyer.workloads().stream().map(change).toList());
    }

    private static Accelerator accelerator(Accelerator a, @Nullable BigDecimal bandwidth, Map<NumericFormat, BigDecimal> peaks, @Nullable LocalDate released) {
        return new Accelerator(a.id(), a.designer(), a.generation(), a.memoryGiB(), a.memoryType(), bandwidth, peaks, a.powerWatts(), a.scaleUpGBs(), a.scaleUpChips(),
                a.rackKw(), a.liquidCooled(), a.confidential(), released, a.training(), a.inference(), a.rentable(), a.purchasable(), a.stack(), a.foundry(), a.memoryMaker(),
                a.packager(), a.evidence(), a.note());
    }

    private static Supplier supplier(Supplier s, Map<Supplier.Figure, Fact<BigDecimal>> figures, List<PartFigure> parts, List<SupplierEvent> events) {
        return new Supplier(s.id(), s.name(), s.roles(), s.jurisdiction(), s.partOf(), s.competesIn(), s.certifications(), s.restrictedBy(), s.accounts(), figures, parts, s.equityLinks(), events);
    }

    private static Market offers(Market market, List<Offer> offers) {
        return with(market, market.accelerators(), market.suppliers(), offers, market.measurements());
    }

    private static Market with(Market m, Map<String, Accelerator> accelerators, Map<String, Supplier> suppliers, List<Offer> offers, List<Measurement> measurements) {
        return new Market(m.version(), accelerators, m.stacks(), suppliers, offers, measurements, m.maturity(), m.claims());
    }

    static boolean isFixed(Offer offer) {
        return offer.pricing() == PricingKind.COMMITTED || offer.pricing() == PricingKind.PURCHASE;
    }
}
