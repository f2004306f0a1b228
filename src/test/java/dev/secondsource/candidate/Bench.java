package dev.secondsource.candidate;

import dev.secondsource.cost.Cost;
import dev.secondsource.cost.CostLine;
import dev.secondsource.cost.Costed;
import dev.secondsource.cost.PortingEstimate;
import dev.secondsource.evidence.Evidence;
import dev.secondsource.evidence.Grade;
import dev.secondsource.fit.Fit;
import dev.secondsource.fit.Samples;
import dev.secondsource.fit.Throughput;
import dev.secondsource.market.Accelerator;
import dev.secondsource.market.Offer;
import dev.secondsource.market.PricingKind;
import dev.secondsource.market.SoftwareStack;
import dev.secondsource.market.Supplier;
import dev.secondsource.profile.BuyerProfile;
import dev.secondsource.profile.Workload;
import dev.secondsource.quantity.Money;
import dev.secondsource.rules.Facts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Prospects, suppliers and buyers for tests of the facts that rules read. */
final class Bench {
    static final LocalDate AS_OF = Samples.AS_OF;
    static final SoftwareStack CUDA = new SoftwareStack("cuda", List.of("pytorch", "jax"), List.of("tensorflow"), Samples.evidence("cuda", AS_OF));

    private Bench() {}

    /** A buyer without wishes: nothing restricted, nothing running. */
    static BuyerProfile buyer() {
        BuyerProfile any = dev.secondsource.Shipped.profiles().get(0);
        BuyerProfile buyer = any;
        for (String set : List.of("jurisdictions", "operatorJurisdictions")) buyer = Facts.with(buyer, set, Set.of());
        for (String list : List.of("sites", "requiredCertifications", "competesIn", "fleet", "contracts")) buyer = Facts.with(buyer, list, List.of());
        for (String unknown : List.of("needBy", "minimumSovereigntyLevel", "budgetPerMonth")) buyer = Facts.with(buyer, unknown, null);
        return Facts.with(Facts.with(Facts.with(buyer, "currency", Money.USD), "horizonMonths", 36), "asOf", AS_OF);
    }

    static Supplier supplier(String id) {
        return new Supplier(id, id, Set.of(Supplier.Role.PROVIDER), "US", null, List.of(), List.of(), List.of(), List.of(), Map.of(), List.of(), List.of(), List.of());
    }

    static Accelerator part(String id, String designer) {
        return Facts.with(Samples.accelerator(id, "80", "3350", "989", null, 8, "700"), "designer", designer);
    }

    /**
     * An offer at a price that does so much work.
     *
     * @param perHour price of an accelerator-hour, everything included; of it {@code accelerators} is the chip itself
     * @param workPerHour units of work an accelerator-hour yields
     */
    static Prospect prospect(Workload workload, Accelerator part, String perHour, String accelerators, String workPerHour) {
        Offer offer = Facts.with(Samples.offer(part, 1, PricingKind.ON_DEMAND, perHour, null), "id", "shop:" + part.id());
        BigDecimal hour = new BigDecimal(perHour);
        // A thousand accelerator-hours a month.
        Cost cost = new Cost(
                List.of(new CostLine(CostLine.ACCELERATORS, usd(new BigDecimal(accelerators).multiply(BigDecimal.valueOf(1000))), ""),
                        new CostLine("network", usd(hour.subtract(new BigDecimal(accelerators)).multiply(BigDecimal.valueOf(1000))), "")),
                usd(hour.multiply(BigDecimal.valueOf(1000))), usd(hour.multiply(BigDecimal.valueOf(36_000))),
                usd(hour).dividedBy(new BigDecimal(workPerHour)), usd(hour));
        Throughput speed = new Throughput(BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE, Throughput.Basis.SAME_MODEL, "measured", List.of(graded(Grade.E1)));
        Fit fit = Facts.with(Samples.fit(workload, offer, part), "throughput", speed);
        return new Prospect(workload, offer, part, CUDA, fit, new Costed.Known(cost),
                new PortingEstimate(false, BigDecimal.ZERO, BigDecimal.ZERO, Money.zero(Money.USD), ""), null, null);
    }

    /** The same with a price or speed of another grade. */
    static Prospect graded(Prospect prospect, @Nullable Grade price, @Nullable Grade speed) {
        Prospect changed = prospect;
        if (price != null) changed = Facts.with(changed, "offer", Facts.with(changed.offer(), "evidence", graded(price)));
        if (speed != null) changed = Facts.with(changed, "fit", Facts.with(changed.fit(), "throughput", Facts.with(changed.fit().throughput(), "evidence", List.of(graded(speed)))));
        return changed;
    }

    static Evidence graded(Grade grade) {
        return new Evidence("a fact", "a source", grade, LocalDate.of(2026, 9, 1));
    }

    static BigDecimal decimal(String text) {
        return new BigDecimal(text);
    }

    private static Money usd(BigDecimal amount) {
        return Money.of(amount, Money.USD);
    }
}
