package dev.secondsource.cost;

/** What owning capital costs a year (F-OWN); physics-like arithmetic in double, money begins where it is used. */
final class Ownership {
    private Ownership() {}

    /** CRF = r(1 + r)^T ÷ ((1 + r)^T − 1): the yearly payment that repays 1 over T years; 1 ÷ T without interest. */
    static double capitalRecovery(double rate, double years) {
        if (rate == 0) return 1 / years;
        double growth = StrictMath.pow(1 + rate, years);
        return rate * growth / (growth - 1);
    }

    /** (K − R ÷ (1 + r)^T) × CRF, for K = 1: the yearly cost of a unit of capital that fetches {@code residual} at the end. */
    static double yearlyShare(double residual, double rate, double years) {
        return (1 - residual / StrictMath.pow(1 + rate, years)) * capitalRecovery(rate, years);
    }

    /** A residual known at 36 months, carried to another age by the same yearly rate of decay (TCO-08). */
    static double residualAt(double shareAfterThreeYears, double years) {
        return StrictMath.pow(shareAfterThreeYears, years / 3);
    }
}
