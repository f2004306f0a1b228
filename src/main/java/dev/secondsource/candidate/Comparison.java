package dev.secondsource.candidate;

import dev.secondsource.cost.CostPerformance;
import dev.secondsource.evidence.Evidence;
import dev.secondsource.evidence.Grade;
import dev.secondsource.knowledge.Meaning;
import dev.secondsource.knowledge.Meaning.Unit;
import dev.secondsource.market.Claim;
import dev.secondsource.policy.Policy;
import dev.secondsource.profile.BuyerProfile;
import dev.secondsource.profile.OwnMeasurement;
import dev.secondsource.profile.Workload;
import dev.secondsource.quantity.Decimals;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The challenger against the incumbent: the 40/20 family. All null for the incumbent itself and where
 * either unit cost is not known.
 */
public record Comparison(
        @Meaning("incumbent") @Nullable String incumbent,
        @Meaning(value = "price advantage per accelerator-hour (d)", unit = Unit.SHARE) @Nullable BigDecimal costAdvantage,
        @Meaning(value = "performance lead of the incumbent (l)", unit = Unit.SHARE) @Nullable BigDecimal performanceLead,
        @Meaning("fact that the incumbent is faster, or that it is not known which is") boolean mayBeSlower,
        @Meaning("fact that it is faster than the incumbent") boolean faster,
        @Meaning(value = "unit cost relative to the incumbent's (rho)", unit = Unit.RATIO) @Nullable BigDecimal rho,
        @Meaning(value = "price cut that would make it a win, relative to its own price", unit = Unit.SHARE)
                @Nullable BigDecimal priceCutToWin,
        @Meaning(value = "price advantage that would break even (d*)", unit = Unit.SHARE)
                @Nullable BigDecimal breakEvenCostAdvantage,
        @Meaning(value = "performance lead that would break even (l*)", unit = Unit.SHARE)
                @Nullable BigDecimal breakEvenPerformanceLead,
        @Meaning(value = "share of the incumbent's unit cost that the discount applies to (phi)", unit = Unit.SHARE)
                @Nullable BigDecimal discountedShare,
        @Meaning(value = "rho when the discount applies to that share only", unit = Unit.RATIO)
                @Nullable BigDecimal rhoOfDiscountedShare,
        @Meaning("fact that the work scales out over the network, or may") boolean scalesOut,
        @Meaning("fact that the work does not scale out, or that its efficiency there is known") boolean scaleOutProven,
        @Meaning(value = "scale-out efficiency relative to the incumbent (eta)", unit = Unit.RATIO)
                @Nullable BigDecimal scaleOutEfficiency,
        @Meaning(value = "scale-out efficiency that would break even (eta*)", unit = Unit.RATIO)
                @Nullable BigDecimal breakEvenScaleOut,
        @Meaning(value = "rho after losses in scaling out", unit = Unit.RATIO) @Nullable BigDecimal rhoAfterScaleOut,
        @Meaning(value = "performance elasticity that would break even (alpha*)", unit = Unit.RATIO)
                @Nullable BigDecimal breakEvenElasticity,
        @Meaning("fact that the buyer prices delay") boolean delayPriced,
        @Meaning(value = "saving over the horizon after porting and delay", unit = Unit.MONEY) @Nullable BigDecimal netSaving,
        @Meaning(value = "rho after the haircut on weak evidence", unit = Unit.RATIO) @Nullable BigDecimal rhoAfterHaircut,
        @Meaning("fact that the advantage rests on a vendor's or weaker word") boolean weaklyProven,
        @Meaning("fact that a vendor claims a price-performance advantage over the incumbent's accelerator") boolean claimed,
        @Meaning(value = "claimed price-performance gain, low end", unit = Unit.SHARE) @Nullable BigDecimal claimedGain,
        @Meaning(value = "rho by the vendor's claim alone", unit = Unit.RATIO) @Nullable BigDecimal rhoByClaim,
        @Meaning(value = "rho by the vendor's claim after the haircut", unit = Unit.RATIO)
                @Nullable BigDecimal rhoByClaimAfterHaircut,
        @Meaning("fact that only a claim, no price and speed, compares the two") boolean claimOnly,
        @Meaning("fact that there is a saving to pay the porting cost back from") @Nullable Boolean portingPaysBack,
        @Meaning(value = "pay-back of the porting cost", unit = Unit.YEARS) @Nullable BigDecimal paybackYears,
        @Meaning(value = "highest porting cost that would pay", unit = Unit.MONEY) @Nullable BigDecimal affordablePorting,
        @Meaning("fact that both have the same designer") boolean sameDesigner,
        @Meaning(value = "energy a unit of work takes relative to the incumbent's", unit = Unit.RATIO)
                @Nullable BigDecimal energyRatio) {

    private static final String BELIEVED_OF_VENDOR = "cpf.believed-share-of-vendor-claim";
    private static final String BELIEVED_OF_ANONYMOUS = "cpf.believed-share-of-weak-claim";
    private static final String WIN = "cpf.win-rho";
    private static final String DUAL_RUNNING = "cpf.dual-running-share";
    private static final BigDecimal TWELVE = BigDecimal.valueOf(12);

    /** The incumbent itself, or nothing to compare with. */
    static final Comparison NONE = new Comparison(null, null, null, false, false, null, null, null, null, null, null, false, false, null, null, null,
            null, false, null, null, false, false, null, null, null, false, null, null, null, false, null);

    /** As much of a comparison as the record of a decision has; the rest is null or false. */
    public static Comparison ofRecord(@Nullable BigDecimal rho, @Nullable BigDecimal costAdvantage, @Nullable BigDecimal performanceLead, @Nullable BigDecimal breakEvenCostAdvantage) {
        return new Comparison(null, costAdvantage, performanceLead, false, false, rho, null, breakEvenCostAdvantage, null, null, null, false, false, null, null, null,
                null, false, null, null, false, false, null, null, null, false, null, null, null, false, null);
    }

    /** Policy keys it reads. */
    static Set<String> policyKeys() {
        return Set.of(BELIEVED_OF_VENDOR, BELIEVED_OF_ANONYMOUS, WIN, DUAL_RUNNING);
    }

    /**
     * @param spansDomains whether the challenger's work spans more than one scale-up domain, null if not known
     * @param claims about the challenger's accelerator
     * @param asOf the buyer's own measurements of later days are not seen
     */
    static Comparison of(Prospect challenger, Prospect incumbent, @Nullable Boolean spansDomains, List<Claim> claims, BuyerProfile buyer, Policy policy,
            LocalDate asOf) {
        boolean sameDesigner = challenger.accelerator().designer().equals(incumbent.accelerator().designer());
        boolean sameAccelerator = challenger.accelerator().id().equals(incumbent.accelerator().id());
        boolean scalesOut = !Boolean.FALSE.equals(spansDomains) && !sameAccelerator;
        Optional<Claim> claim = claims.stream()
                .filter(c -> c.basis() != Claim.Basis.PRICE_PER_HOUR && incumbent.accelerator().id().equals(c.baseline())).findFirst();
        BigDecimal gain = claim.map(c -> Decimals.plain(c.low().subtract(BigDecimal.ONE))).orElse(null);
        BigDecimal rhoByClaim = gain == null ? null : CostPerformance.rhoOfPricePerformance(gain);
        BigDecimal rhoByClaimBelieved = gain == null ? null : CostPerformance.rhoOfPricePerformance(
                CostPerformance.haircut(gain, believed(claim.get().evidence().grade(), policy)));
        boolean comparable = challenger.workPerPaidHour() != null && incumbent.workPerPaidHour() != null;
        boolean delayPriced = challenger.workload().valueOfDelayPerMonth() != null;
        if (!comparable) return new Comparison(incumbent.offer().id(), null, null, true, false, null, null, null, null, null, null, scalesOut, !scalesOut,
                null, null, null, null, delayPriced, null, null, false, claim.isPresent(), gain, rhoByClaim, rhoByClaimBelieved, claim.isPresent(),
                null, null, null, sameDesigner, energyRatio(challenger, incumbent));

        BigDecimal d = CostPerformance.advantage(challenger.cost().perAcceleratorHour().amount(), incumbent.cost().perAcceleratorHour().amount());
        // Money keeps eight decimals; what is left of a division beyond a hundredth of a percent is no lead.
        BigDecimal lead = Decimals.plain(CostPerformance.lead(incumbent.workPerPaidHour(), challenger.workPerPaidHour()).setScale(4, RoundingMode.HALF_EVEN));
        BigDecimal rho = challenger.cost().perUnit().ratioTo(incumbent.cost().perUnit());
        BigDecimal phi = incumbent.cost().acceleratorShare();
        // Within one scale-up domain, and between two offers of one chip, scaling out costs both the same.
        BigDecimal eta = scalesOut ? scaleOutEfficiency(challenger, incumbent, asOf) : BigDecimal.ONE;
        // Cheaper and faster needs no weighing; dearer and slower is answered by any value of speed.
        boolean weighed = lead.signum() > 0 || lead.signum() < 0 && d.signum() < 0;
        BigDecimal yearly = incumbent.cost().perMonth().amount().multiply(TWELVE);
        BigDecimal years = Decimals.divide(BigDecimal.valueOf(buyer.horizonMonths()), TWELVE);
        BigDecimal porting = challenger.porting().cost() == null ? null : challenger.porting().cost().amount();
        return new Comparison(
                incumbent.offer().id(),
                d,
                lead,
                lead.signum() > 0,
                lead.signum() < 0,
                rho,
                BigDecimal.ONE.subtract(Decimals.divide(policy.number(WIN), rho)).max(BigDecimal.ZERO),
                CostPerformance.breakEvenAdvantage(lead),
                CostPerformance.breakEvenLead(d),
                phi,
                CostPerformance.rhoOfShare(d, lead, phi),
                scalesOut,
                eta != null,
                eta,
                rho,
                eta == null ? null : Decimals.divide(rho, eta),
                weighed ? CostPerformance.breakEvenElasticity(d, lead) : null,
                delayPriced,
                netSaving(challenger, yearly, years, rho, porting, policy),
                rhoAfterHaircut(challenger, d, lead, policy),
                weak(priceGrade(challenger)) || weak(speedGrade(challenger)),
                claim.isPresent(),
                gain,
                rhoByClaim,
                rhoByClaimBelieved,
                false,
                rho.compareTo(BigDecimal.ONE) < 0,
                porting == null || rho.compareTo(BigDecimal.ONE) >= 0 ? null : CostPerformance.payBackYears(porting, yearly, rho),
                CostPerformance.affordablePorting(yearly, years, rho),
                sameDesigner,
                energyRatio(challenger, incumbent));
    }

    private static @Nullable BigDecimal energyRatio(Prospect challenger, Prospect incumbent) {
        BigDecimal own = challenger.energyPerUnit();
        BigDecimal other = incumbent.energyPerUnit();
        return own == null || other == null || other.signum() == 0 ? null : Decimals.divide(own, other);
    }

    /** What the buyer measured beyond one scale-up domain on both; null unless on both. */
    private static @Nullable BigDecimal scaleOutEfficiency(Prospect challenger, Prospect incumbent, LocalDate asOf) {
        BigDecimal own = measured(challenger, asOf);
        BigDecimal other = measured(incumbent, asOf);
        return own == null || other == null ? null : Decimals.divide(own, other);
    }

    /** The newest; of several of one day the lowest, whatever order they are given in. */
    private static @Nullable BigDecimal measured(Prospect prospect, LocalDate asOf) {
        return prospect.workload().measurements().stream().filter(m -> m.accelerator().equals(prospect.accelerator().id()))
                .filter(m -> m.scaleOutEfficiency() != null && !m.date().isAfter(asOf))
                .max(Comparator.comparing(OwnMeasurement::date).thenComparing(OwnMeasurement::scaleOutEfficiency, Comparator.reverseOrder()))
                .map(OwnMeasurement::scaleOutEfficiency).orElse(null);
    }

    /** CPF-06 (b): while the port lasts the buyer pays for both, and waits. */
    private static @Nullable BigDecimal netSaving(Prospect challenger, BigDecimal yearly, BigDecimal years, BigDecimal rho,
            @Nullable BigDecimal porting, Policy policy) {
        BigDecimal months = challenger.porting().months();
        if (porting == null || months == null) return null;
        Workload workload = challenger.workload();
        BigDecimal valueOfMonth = workload.valueOfDelayPerMonth() == null ? BigDecimal.ZERO : workload.valueOfDelayPerMonth().amount();
        BigDecimal dual = challenger.cost().perMonth().amount().multiply(months).multiply(policy.number(DUAL_RUNNING));
        return CostPerformance.netSaving(yearly, years, rho, porting, months, valueOfMonth, dual);
    }

    /** CPF-08: each advantage, cheaper or faster, is believed as far as its own evidence goes. */
    private static BigDecimal rhoAfterHaircut(Prospect challenger, BigDecimal d, BigDecimal lead, Policy policy) {
        BigDecimal price = CostPerformance.haircut(d, believed(priceGrade(challenger), policy));
        BigDecimal faster = CostPerformance.breakEvenAdvantage(lead).negate();
        if (faster.signum() <= 0) return CostPerformance.rho(price, lead);
        BigDecimal gain = Decimals.divide(BigDecimal.ONE, BigDecimal.ONE.add(lead)).subtract(BigDecimal.ONE);
        BigDecimal kept = CostPerformance.haircut(gain, believed(speedGrade(challenger), policy));
        return Decimals.plain(Decimals.divide(BigDecimal.ONE.subtract(price), BigDecimal.ONE.add(kept)));
    }

    private static BigDecimal believed(Grade grade, Policy policy) {
        return switch (grade) {
            case E1, E2 -> BigDecimal.ONE;
            case E3 -> policy.number(BELIEVED_OF_VENDOR);
            case E4 -> policy.number(BELIEVED_OF_ANONYMOUS);
        };
    }

    private static boolean weak(Grade grade) {
        return grade.weakerThan(Grade.E2);
    }

    private static Grade priceGrade(Prospect prospect) {
        return prospect.offer().evidence().grade();
    }

    private static Grade speedGrade(Prospect prospect) {
        return prospect.fit().throughput().evidence().stream().map(Evidence::grade).max(Comparator.naturalOrder()).orElse(Grade.E1);
    }
}
