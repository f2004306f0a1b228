package dev.secondsource.candidate;

import static dev.secondsource.candidate.Bench.decimal;
import static dev.secondsource.candidate.Bench.part;
import static dev.secondsource.candidate.Bench.prospect;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.secondsource.cost.Costed;
import dev.secondsource.cost.PortingEstimate;
import dev.secondsource.evidence.Grade;
import dev.secondsource.fit.Samples;
import dev.secondsource.market.Claim;
import dev.secondsource.policy.Policies;
import dev.secondsource.policy.Policy;
import dev.secondsource.profile.OwnMeasurement;
import dev.secondsource.profile.Workload;
import dev.secondsource.quantity.Money;
import dev.secondsource.rules.Facts;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The challenger against the incumbent: 40 % cheaper an hour, and the incumbent 20 % faster. */
class ComparisonTest {
    private static final Policy POLICY = Policies.of("cpf.believed-share-of-vendor-claim", "0.75", "cpf.believed-share-of-weak-claim", "0",
            "cpf.win-rho", "0.90", "cpf.dual-running-share", "1");
    private static final Workload WORKLOAD = Samples.llama70b().build();
    private static final Prospect INCUMBENT = prospect(WORKLOAD, part("Leader", "nvidia"), "10", "7", "120");
    private static final Prospect CHALLENGER = prospect(WORKLOAD, part("Rival", "amd"), "6", "6", "100");

    @Test
    void isTheSayingMadeExact() {
        Comparison comparison = of(CHALLENGER);

        assertThat(comparison.costAdvantage()).isEqualByComparingTo("0.4");
        assertThat(comparison.performanceLead()).isCloseTo(decimal("0.2"), within(decimal("1e-6")));
        assertThat(comparison.rho()).isCloseTo(decimal("0.72"), within(decimal("1e-6")));
        assertThat(comparison.mayBeSlower()).isTrue();
        assertThat(comparison.breakEvenCostAdvantage()).isCloseTo(decimal("0.1667"), within(decimal("0.00005")));
        assertThat(comparison.breakEvenPerformanceLead()).isCloseTo(decimal("0.6667"), within(decimal("0.00005")));
        assertThat(comparison.breakEvenElasticity()).isCloseTo(decimal("2.8018"), within(decimal("0.00005")));
        assertThat(comparison.breakEvenScaleOut()).isCloseTo(decimal("0.72"), within(decimal("1e-6")));
    }

    /** CPF-04: of the incumbent's bill 70 % is the chip, so the advantage applies to that: 1.2 × (.7 × .6 + .3) = .864. */
    @Test
    void countsTheAdvantageOnTheDiscountedPartOfTheBill() {
        assertThat(of(CHALLENGER).discountedShare()).isEqualByComparingTo("0.7");
        assertThat(of(CHALLENGER).rhoOfDiscountedShare()).isCloseTo(decimal("0.864"), within(decimal("1e-6")));
    }

    /** CPF-08: a vendor's price believed to three quarters is .30 off, so .70 × 1.2 = .84; an anonymous one is nothing off. */
    @Test
    void believesAWeakPriceInPart() {
        assertThat(of(Bench.graded(CHALLENGER, Grade.E3, null)).rhoAfterHaircut()).isCloseTo(decimal("0.84"), within(decimal("1e-6")));
        assertThat(of(Bench.graded(CHALLENGER, Grade.E4, null)).rhoAfterHaircut()).isCloseTo(decimal("1.2"), within(decimal("1e-6")));
        assertThat(of(CHALLENGER).rhoAfterHaircut()).isCloseTo(decimal("0.72"), within(decimal("1e-6")));
        assertThat(of(CHALLENGER).weaklyProven()).isFalse();
        assertThat(of(Bench.graded(CHALLENGER, null, Grade.E3)).weaklyProven()).isTrue();
    }

    /** Twice as fast at the same price: a gain of 1 in throughput, of which three quarters are believed: 1 / 1.75. */
    @Test
    void believesAWeakSpeedInPart() {
        Prospect fast = prospect(WORKLOAD, part("Rival", "amd"), "10", "7", "240");

        assertThat(of(fast).rho()).isCloseTo(decimal("0.5"), within(decimal("1e-6")));
        assertThat(of(Bench.graded(fast, null, Grade.E3)).rhoAfterHaircut()).isCloseTo(decimal("0.571429"), within(decimal("1e-6")));
        assertThat(of(Bench.graded(fast, null, Grade.E4)).rhoAfterHaircut()).isCloseTo(decimal("1"), within(decimal("1e-6")));
    }

    @Test
    void namesThePriceCutThatWouldMakeItAWin() {
        Prospect dear = prospect(WORKLOAD, part("Rival", "amd"), "9", "7", "100"); // rho 1.08

        assertThat(of(dear).priceCutToWin()).isCloseTo(decimal("0.166667"), within(decimal("1e-6")));
        assertThat(of(CHALLENGER).priceCutToWin()).isEqualByComparingTo("0");
    }

    @Test
    void needsNoElasticityWhereThereIsNothingToTrade() {
        Prospect cheaperAndFaster = prospect(WORKLOAD, part("Rival", "amd"), "6", "6", "130");

        assertThat(of(cheaperAndFaster).breakEvenElasticity()).isNull();
        assertThat(of(cheaperAndFaster).mayBeSlower()).isFalse();
    }

    /** It is slower and dearer: any value of speed speaks against it, so the answer is known. */
    @Test
    void noValueOfSpeedIsLowEnoughForWhatIsSlowerAndDearer() {
        Prospect slowerAndDearer = prospect(WORKLOAD, part("Rival", "amd"), "11", "7", "110");

        assertThat(of(slowerAndDearer).mayBeSlower()).isTrue();
        assertThat(of(slowerAndDearer).breakEvenElasticity()).isNotNull().isLessThanOrEqualTo(BigDecimal.ZERO);
    }

    /** Money keeps eight decimals; what is left of a division is no lead. */
    @Test
    void theSameSpeedAtAnotherPriceIsNoLead() {
        Prospect dearer = prospect(WORKLOAD, part("Leader", "nvidia"), "12", "7", "7000");
        Prospect incumbent = prospect(WORKLOAD, part("Leader", "nvidia"), "10", "7", "7000");

        assertThat(Comparison.of(dearer, incumbent, false, List.of(), Bench.buyer(), POLICY, Bench.AS_OF).mayBeSlower()).isFalse();
        assertThat(Comparison.of(incumbent, dearer, false, List.of(), Bench.buyer(), POLICY, Bench.AS_OF).mayBeSlower()).isFalse();
    }

    /** 10 000 a month for three years at .72 saves 100 800; the port costs 20 000, two months of both, no value of time. */
    @Test
    void chargesThePortTheWaitAndRunningBoth() {
        Prospect ported = Facts.with(CHALLENGER, "porting", new PortingEstimate(true, decimal("4"), decimal("2"), Money.usd("20000"), ""));
        Workload waiting = Facts.with(WORKLOAD, "valueOfDelayPerMonth", Money.usd("5000"));

        Comparison patient = of(ported);
        Comparison pressed = Comparison.of(Facts.with(ported, "workload", waiting), INCUMBENT, false, List.of(), Bench.buyer(), POLICY, Bench.AS_OF);

        assertThat(patient.affordablePorting()).isCloseTo(decimal("100800"), within(decimal("1")));
        assertThat(patient.paybackYears()).isCloseTo(decimal("0.5952"), within(decimal("0.0001")));
        assertThat(patient.netSaving()).isCloseTo(decimal("68800"), within(decimal("1"))); // 100 800 - 20 000 - 2 x 6 000
        assertThat(pressed.netSaving()).isCloseTo(decimal("58800"), within(decimal("1")));
        assertThat(patient.delayPriced()).isFalse();
        assertThat(pressed.delayPriced()).isTrue();
    }

    @Test
    void hasNoPayBackWithoutASaving() {
        Prospect dear = prospect(WORKLOAD, part("Rival", "amd"), "9", "7", "100");

        assertThat(of(dear).portingPaysBack()).isFalse();
        assertThat(of(dear).paybackYears()).isNull();
    }

    @Test
    void knowsScaleOutOnlyFromTheBuyersMeasurementOfBoth() {
        Workload measured = Facts.with(WORKLOAD, "measurements", List.of(
                new OwnMeasurement("Leader", BigDecimal.ONE, decimal("0.9"), Bench.AS_OF, ""), new OwnMeasurement("Rival", BigDecimal.ONE, decimal("0.72"), Bench.AS_OF, "")));

        Comparison unknown = Comparison.of(CHALLENGER, INCUMBENT, true, List.of(), Bench.buyer(), POLICY, Bench.AS_OF);
        Comparison known = Comparison.of(Facts.with(CHALLENGER, "workload", measured), Facts.with(INCUMBENT, "workload", measured), true, List.of(), Bench.buyer(), POLICY, Bench.AS_OF);

        assertThat(unknown.scaleOutEfficiency()).isNull();
        assertThat(unknown.scaleOutProven()).isFalse();
        assertThat(known.scaleOutEfficiency()).isEqualByComparingTo("0.8");
        assertThat(known.rhoAfterScaleOut()).isCloseTo(decimal("0.9"), within(decimal("1e-6")));
        assertThat(known.scaleOutProven()).isTrue();
    }

    @Test
    void takesTheNewestMeasurementOfScalingOutThatWasMadeByTheDay() {
        OwnMeasurement leader = new OwnMeasurement("Leader", BigDecimal.ONE, decimal("0.9"), Bench.AS_OF, "");
        OwnMeasurement old = new OwnMeasurement("Rival", BigDecimal.ONE, decimal("0.45"), Bench.AS_OF.minusDays(9), "");
        OwnMeasurement newest = new OwnMeasurement("Rival", BigDecimal.ONE, decimal("0.72"), Bench.AS_OF, "");
        OwnMeasurement worse = new OwnMeasurement("Rival", BigDecimal.ONE, decimal("0.63"), Bench.AS_OF, "");
        OwnMeasurement tomorrow = new OwnMeasurement("Rival", BigDecimal.ONE, decimal("0.9"), Bench.AS_OF.plusDays(1), "");

        assertThat(measured(leader, old, newest, tomorrow).scaleOutEfficiency()).isEqualByComparingTo("0.8");
        assertThat(measured(tomorrow, newest, old, leader).scaleOutEfficiency()).isEqualByComparingTo("0.8");
        assertThat(measured(worse, newest, leader).scaleOutEfficiency()).isEqualByComparingTo("0.7");
        assertThat(measured(newest, worse, leader).scaleOutEfficiency()).isEqualByComparingTo("0.7");
        assertThat(measured(tomorrow, leader).scaleOutEfficiency()).isNull();
    }

    private static Comparison measured(OwnMeasurement... measurements) {
        Workload workload = Facts.with(WORKLOAD, "measurements", List.of(measurements));
        return Comparison.of(Facts.with(CHALLENGER, "workload", workload), Facts.with(INCUMBENT, "workload", workload), true, List.of(), Bench.buyer(), POLICY, Bench.AS_OF);
    }

    @Test
    void scalingOutCostsTheSameChipTheSame() {
        Prospect same = prospect(WORKLOAD, part("Leader", "nvidia"), "6", "6", "100");

        Comparison comparison = Comparison.of(same, INCUMBENT, true, List.of(), Bench.buyer(), POLICY, Bench.AS_OF);

        assertThat(comparison.scalesOut()).isFalse();
        assertThat(comparison.rhoAfterScaleOut()).isEqualByComparingTo(comparison.rho());
        assertThat(comparison.sameDesigner()).isTrue();
    }

    /** CPF-07: a claim of 40 % better price-performance is 1 / 1.4 of the unit cost; the lead is not applied again. */
    @Test
    void takesAPricePerformanceClaimForWhatItIs() {
        Claim claim = new Claim("c", "amd", "Rival", "Leader", Claim.Basis.PRICE_PERFORMANCE, decimal("1.4"), decimal("1.5"), "", Bench.graded(Grade.E3));
        Prospect unpriced = Facts.with(CHALLENGER, "costed", new Costed.Unknown(List.of("price")));

        Comparison only = Comparison.of(unpriced, INCUMBENT, false, List.of(claim), Bench.buyer(), POLICY, Bench.AS_OF);

        assertThat(only.claimOnly()).isTrue();
        assertThat(only.rho()).isNull();
        assertThat(only.rhoByClaim()).isCloseTo(decimal("0.714286"), within(decimal("1e-6")));
        assertThat(only.rhoByClaimAfterHaircut()).isCloseTo(decimal("0.769231"), within(decimal("1e-6"))); // 1 / 1.3
    }

    @Test
    void ignoresClaimsOfPriceOnlyAndAgainstOthers() {
        Claim price = new Claim("c", "amd", "Rival", "Leader", Claim.Basis.PRICE_PER_HOUR, decimal("1.4"), decimal("1.4"), "", Bench.graded(Grade.E3));
        Claim other = new Claim("d", "amd", "Rival", "Other", Claim.Basis.PRICE_PERFORMANCE, decimal("1.4"), decimal("1.4"), "", Bench.graded(Grade.E3));

        assertThat(Comparison.of(CHALLENGER, INCUMBENT, false, List.of(price, other), Bench.buyer(), POLICY, Bench.AS_OF).claimed()).isFalse();
    }

    private static Comparison of(Prospect challenger) {
        return Comparison.of(challenger, INCUMBENT, false, List.of(), Bench.buyer(), POLICY, Bench.AS_OF);
    }
}
