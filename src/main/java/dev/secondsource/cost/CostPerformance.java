package dev.secondsource.cost;

import dev.secondsource.quantity.Decimals;
import java.math.BigDecimal;

/**
 * The algebra behind "a 40 % cost advantage outweighs a 20 % performance lead". Every ratio is of unit
 * costs, challenger over incumbent: below 1 the challenger is cheaper per unit of work.
 *
 * <p>Names: d price advantage of the challenger per accelerator-hour, 0–1 exclusive of 1, negative if dearer; l lead of
 * the incumbent in throughput over the challenger, −1 exclusive and up; m margin below which a gap decides nothing.
 */
public final class CostPerformance {
    private static final BigDecimal ONE = BigDecimal.ONE;

    private CostPerformance() {}

    /** d = 1 − challenger's price ÷ incumbent's price, both per accelerator-hour (F-RHO). */
    public static BigDecimal advantage(BigDecimal challengerPrice, BigDecimal incumbentPrice) {
        return Decimals.plain(ONE.subtract(Decimals.divide(challengerPrice, incumbentPrice)));
    }

    /** l = incumbent's throughput ÷ challenger's − 1, both per accelerator (F-RHO). */
    public static BigDecimal lead(BigDecimal incumbentThroughput, BigDecimal challengerThroughput) {
        return Decimals.plain(Decimals.divide(incumbentThroughput, challengerThroughput).subtract(ONE));
    }

    /** Reading R1 (CPF-02): the incumbent is l faster than the challenger; ρ = (1 − d)(1 + l). */
    public static BigDecimal rho(BigDecimal d, BigDecimal l) {
        return Decimals.plain(ONE.subtract(d).multiply(ONE.add(l)));
    }

    /** Reading R2 (CPF-02): the challenger is s slower than the incumbent; ρ = (1 − d) ÷ (1 − s). */
    public static BigDecimal rhoIfSlower(BigDecimal d, BigDecimal s) {
        return Decimals.divide(ONE.subtract(d), ONE.subtract(s));
    }

    /** d* = l ÷ (1 + l): the advantage at which ρ is 1 (CPF-02). */
    public static BigDecimal breakEvenAdvantage(BigDecimal l) {
        return Decimals.divide(l, ONE.add(l));
    }

    /** The advantage at which ρ is 1 − m: 1 − (1 − m) ÷ (1 + l) (CPF-02, CPF-03). */
    public static BigDecimal advantageForMargin(BigDecimal l, BigDecimal m) {
        return Decimals.plain(ONE.subtract(Decimals.divide(ONE.subtract(m), ONE.add(l))));
    }

    /** l* = d ÷ (1 − d): the lead at which ρ is 1 (CPF-02). */
    public static BigDecimal breakEvenLead(BigDecimal d) {
        return Decimals.divide(d, ONE.subtract(d));
    }

    /** Rise of the challenger's price after which ρ is {@code target}: target ÷ ρ − 1. */
    public static BigDecimal priceRiseTo(BigDecimal target, BigDecimal rho) {
        return Decimals.plain(Decimals.divide(target, rho).subtract(ONE));
    }

    /** CPF-04: ρ when the advantage applies to the share φ of the incumbent's unit cost: (1 + l)[φ(1 − d) + 1 − φ]. */
    public static BigDecimal rhoOfShare(BigDecimal d, BigDecimal l, BigDecimal phi) {
        return Decimals.plain(ONE.add(l).multiply(ONE.subtract(phi.multiply(d))));
    }

    /**
     * φ* = l ÷ ((1 + l) d): the share below which the advantage no longer pays for the lead (CPF-04).
     *
     * @throws ArithmeticException if d is 0: without an advantage no share is enough
     */
    public static BigDecimal breakEvenShare(BigDecimal d, BigDecimal l) {
        return Decimals.divide(l, ONE.add(l).multiply(d));
    }

    /** F-RHOF: ρ of the discounted share, worsened by the challenger's scale-out efficiency η relative to the incumbent. */
    public static BigDecimal rhoFull(BigDecimal d, BigDecimal l, BigDecimal phi, BigDecimal eta) {
        return Decimals.divide(rhoOfShare(d, l, phi), eta);
    }

    /** η* = (1 − d)(1 + l): the scale-out efficiency below which the challenger costs more (CPF-05). */
    public static BigDecimal breakEvenEfficiency(BigDecimal d, BigDecimal l) {
        return rho(d, l);
    }

    /**
     * α* = −ln(1 − d) ÷ ln(1 + l): the elasticity of utility to throughput above which speed is worth its price (CPF-06);
     * of a cheaper, slower challenger the incumbent's, of a dearer, faster one (d and l below 0) its own.
     *
     * @throws ArithmeticException if l is 0: without a difference in speed no elasticity decides
     */
    public static BigDecimal breakEvenElasticity(BigDecimal d, BigDecimal l) {
        if (l.signum() == 0) throw new ArithmeticException("no lead, no break-even elasticity");
        return Decimals.of(-StrictMath.log1p(-d.doubleValue()) / StrictMath.log1p(l.doubleValue()));
    }

    /** α* under reading R2: −ln(1 − d) ÷ −ln(1 − s). Same errors as {@link #breakEvenElasticity}. */
    public static BigDecimal breakEvenElasticityIfSlower(BigDecimal d, BigDecimal s) {
        return breakEvenElasticity(d, breakEvenLead(s));
    }

    /** CPF-07: ρ of a claimed gain g in price-performance, 1 ÷ (1 + g); the lead is in it already. */
    public static BigDecimal rhoOfPricePerformance(BigDecimal g) {
        return Decimals.divide(ONE, ONE.add(g));
    }

    /** CPF-08: what is left of a claimed advantage after the share of it that is believed; disadvantages stay whole. */
    public static BigDecimal haircut(BigDecimal advantage, BigDecimal believed) {
        return advantage.signum() > 0 ? Decimals.plain(advantage.multiply(believed)) : advantage;
    }

    /** CPF-10, S* = A·T·(1 − ρ): the highest porting cost that pays, of yearly spend A over T years. */
    public static BigDecimal affordablePorting(BigDecimal yearlySpend, BigDecimal years, BigDecimal rho) {
        return Decimals.plain(yearlySpend.multiply(years).multiply(ONE.subtract(rho)));
    }

    /**
     * CPF-10, S ÷ (A(1 − ρ)): years until a porting cost is earned back.
     *
     * @throws ArithmeticException if ρ is 1 or more: nothing is earned
     */
    public static BigDecimal payBackYears(BigDecimal porting, BigDecimal yearlySpend, BigDecimal rho) {
        BigDecimal saving = yearlySpend.multiply(ONE.subtract(rho));
        if (saving.signum() <= 0) throw new ArithmeticException("no saving, no pay-back");
        return Decimals.divide(porting, saving);
    }

    /** CPF-06 (b), NS = A·T·(1 − ρ) − porting − months of delay × value of a month − dual running. */
    public static BigDecimal netSaving(
            BigDecimal yearlySpend,
            BigDecimal years,
            BigDecimal rho,
            BigDecimal porting,
            BigDecimal delayMonths,
            BigDecimal valueOfDelayMonth,
            BigDecimal dualRunning) {
        return Decimals.plain(affordablePorting(yearlySpend, years, rho)
                .subtract(porting)
                .subtract(delayMonths.multiply(valueOfDelayMonth))
                .subtract(dualRunning));
    }
}
