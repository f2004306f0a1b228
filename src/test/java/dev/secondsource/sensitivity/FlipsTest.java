package dev.secondsource.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.Shipped;
import dev.secondsource.cost.CostPerformance;
import dev.secondsource.decision.Assessed;
import dev.secondsource.decision.Decision;
import dev.secondsource.decision.Watcher;
import dev.secondsource.files.ProfileReader;
import dev.secondsource.market.Market;
import dev.secondsource.market.PricingKind;
import dev.secondsource.profile.BuyerProfile;
import dev.secondsource.profile.PolicyChoice;
import dev.secondsource.sensitivity.Choice.Aspect;
import dev.secondsource.sensitivity.Lever.Kind;
import dev.secondsource.verdict.Verdict;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** A challenger that is 40 % cheaper against an incumbent that is 20 % faster: rho 0.72. */
class FlipsTest {
    private static final Offset<BigDecimal> MILLIONTH = Offset.offset(new BigDecimal("0.000001"));
    private static final String H200 = "H200-SXM";

    @Test
    void findsThePriceRiseThatStopsTheRuleAtAMarginOfATenth() {
        Again again = atRho("0.72", "0.9");

        Flip flip = flips(again, Kind.PRICE, H200);

        assertThat(winner(again.decision()).verdict().verdict()).isEqualTo(Verdict.PREFER);
        assertThat(flip.other().subtract(BigDecimal.ONE)).isCloseTo(CostPerformance.priceRiseTo(new BigDecimal("0.9"), rho(again)), MILLIONTH).isCloseTo(new BigDecimal("0.25"), MILLIONTH);
    }

    @Test
    void findsThePriceRiseToBreakEven() {
        Again again = atRho("0.72", "1");

        Flip flip = flips(again, Kind.PRICE, H200);

        assertThat(flip.other().subtract(BigDecimal.ONE)).isCloseTo(CostPerformance.priceRiseTo(BigDecimal.ONE, rho(again)), MILLIONTH).isCloseTo(new BigDecimal("0.388889"), MILLIONTH);
    }

    @Test
    void findsTheIncumbentsPriceCutThatDoesTheSame() {
        Flip flip = flips(atRho("0.72", "0.9"), Kind.PRICE, "H100-SXM");

        assertThat(flip.other()).isCloseTo(new BigDecimal("0.8"), MILLIONTH);
    }

    @Test
    void findsTheHaircutOnSpeedFromWhichAnotherRuleDefeatsTheWin() {
        Again again = atRho("0.72", "0.9");

        Flip flip = flips(again, Kind.PERFORMANCE, H200);

        Trials trials = again.trials();
        assertThat(flip.other()).isBetween(flip.lever().low(), BigDecimal.ONE);
        assertThat(winner(trials.decision(flip.lever().at(flip.same())).orElseThrow()).verdict().verdict()).isEqualTo(Verdict.PREFER);
        assertThat(winner(trials.decision(flip.lever().at(flip.other())).orElseThrow()).verdict().verdict()).isEqualTo(Verdict.ACCEPT);
    }

    @Test
    void findsTheThresholdItself() {
        Again again = atRho("0.72", "0.9");

        Flip flip = flips(again, Kind.THRESHOLD, "cpf.clear-win-rho");

        assertThat(flip.other()).isCloseTo(rho(again), MILLIONTH);
    }

    @Test
    void isVerifiedByADecisionMadeAtAReadableValue() {
        Again again = atRho("0.72", "0.9");

        Flip flip = flips(again, Kind.PRICE, H200);

        Decision then = again.trials().decision(flip.settings()).orElseThrow();
        assertThat(flip.at()).isEqualByComparingTo("1.25");
        assertThat(winner(then).verdict().verdict()).isEqualTo(Verdict.ACCEPT);
        assertThat(flip.changes()).containsExactly("serve: aws H200-SXM, on-demand is ACCEPT instead of PREFER");
        assertThat(flip.record()).isEqualTo("made at " + then.workloads().get(0).winner().orElseThrow().candidate().comparison().rho());
    }

    @Test
    void saysWhatCannotChangeTheAnswer() {
        Again again = atRho("0.5", "0.9");
        Lever price = lever(again, Kind.PRICE, H200);

        Flips flips = Flips.of(List.of(price), again.trials(), d -> "", Watcher.NOBODY);

        assertThat(rho(again).multiply(price.high())).isLessThan(new BigDecimal("0.9"));
        assertThat(flips.found()).isEmpty();
        assertThat(flips.firm()).containsExactly(price);
    }

    @Test
    void putsTheSmallestFirst() {
        Again again = atRho("0.72", "0.9");

        Flips flips = Flips.of(List.of(lever(again, Kind.THRESHOLD, "cpf.clear-win-rho"), lever(again, Kind.PRICE, "H100-SXM"), lever(again, Kind.PERFORMANCE, H200)), again.trials(), d -> "", Watcher.NOBODY);

        assertThat(flips.found()).extracting(Flip::part).isSorted();
        assertThat(flips.found()).hasSizeGreaterThan(2);
    }

    @Test
    void findsTheTwoInputsThatTogetherDoWhatNeitherDoesAlone() {
        Again again = atRho("0.45", "0.9");
        Lever price = lever(again, Kind.PRICE, H200);
        Lever other = lever(again, Kind.PRICE, "H100-SXM");
        Trials trials = again.trials();
        Flips single = Flips.of(List.of(price, other), trials, d -> "", Watcher.NOBODY);

        Pairs pairs = Pairs.of(List.of(price, other), single.found(), trials, d -> "made at " + winner(d).candidate().comparison().rho(), Watcher.NOBODY);

        Pair pair = pairs.found().stream().filter(p -> p.aspect() == Aspect.VERDICT).findFirst().orElseThrow();
        Decision then = trials.decision(pair.settings()).orElseThrow();
        assertThat(single.found()).isEmpty();
        assertThat(pairs.tried()).containsExactly(price, other);
        assertThat(pair.first().at()).isGreaterThan(BigDecimal.ONE);
        assertThat(pair.second().at()).isLessThan(BigDecimal.ONE);
        assertThat(rho(again).multiply(pair.first().at()).divide(pair.second().at(), java.math.MathContext.DECIMAL64)).isGreaterThan(new BigDecimal("0.9"));
        assertThat(pair.changes()).containsExactly("serve: aws H200-SXM, on-demand is ACCEPT instead of PREFER");
        assertThat(pair.record()).isEqualTo("made at " + winner(then).candidate().comparison().rho());
        assertThat(smaller(pair, rho(again))).as("points of the grid that use up less and pass").isEmpty();
    }

    /** Points of the grid at which rho, which goes as one price over the other, is past the threshold with less of the ranges. */
    private static List<String> smaller(Pair pair, BigDecimal rho) {
        List<String> smaller = new ArrayList<>();
        for (int i = 0; i <= 4; i++)
            for (int j = 0; j <= 4; j++) {
                double up = 1 + 0.5 * i / 4;
                double down = 1 - (1 - pair.second().lever().low().doubleValue()) * j / 4;
                if (rho.doubleValue() * up / down > 0.9 && (i + j) / 4.0 < pair.part().doubleValue()) smaller.add(i + " and " + j);
            }
        return smaller;
    }

    @Test
    void doesNotTellOfTwoWhereOneDoesItWithLess() {
        Again again = atRho("0.72", "0.9");
        List<Lever> levers = List.of(lever(again, Kind.PRICE, H200), lever(again, Kind.PRICE, "H100-SXM"));
        Trials trials = again.trials();
        Flips single = Flips.of(levers, trials, d -> "", Watcher.NOBODY);

        Pairs pairs = Pairs.of(levers, single.found(), trials, d -> "", Watcher.NOBODY);

        BigDecimal alone = single.found().stream().filter(f -> f.aspect() == Aspect.VERDICT).map(Flip::part).min(BigDecimal::compareTo).orElseThrow();
        assertThat(pairs.found()).filteredOn(p -> p.aspect() == Aspect.VERDICT && p.first().at().compareTo(BigDecimal.ONE) > 0 && p.second().at().compareTo(BigDecimal.ONE) < 0)
                .allMatch(p -> p.part().compareTo(alone) < 0);
        assertThat(alone).isLessThan(BigDecimal.ONE);
    }

    private static Flip flips(Again again, Kind kind, String subject) {
        return Flips.of(lever(again, kind, subject), again.trials(), d -> "made at " + winner(d).candidate().comparison().rho()).stream().filter(f -> f.aspect() == Aspect.VERDICT).findFirst().orElseThrow();
    }

    private static Lever lever(Again again, Kind kind, String subject) {
        return Levers.of(again.decision(), again.market(), Shipped.knowledge().policyBook()).stream().filter(l -> l.kind() == kind && l.subject().contains(subject)).findFirst().orElseThrow();
    }

    private static BigDecimal rho(Again again) {
        return winner(again.decision()).candidate().comparison().rho();
    }

    private static Assessed winner(Decision decision) {
        return decision.workloads().get(0).winner().orElseThrow();
    }

    /** Two offers of one provider, the challenger's price set so that it does the work at this rho. */
    private static Again atRho(String rho, String clearWin) {
        // Where nobody waits and throughput has no value of its own, speed counts in proportion.
        String text = ProfileReader.write(Shipped.profile("enterprise-serving-70b")).replaceAll("(?m)^ +(limits:|timeToFirstTokenMs|timePerOutputTokenMs|performanceElasticity).*\\R", "");
        BuyerProfile shipped = ProfileReader.read(text, "test").orThrow().profile();
        BuyerProfile buyer = shipped.decidingBy(new PolicyChoice("default", Map.of("cpf.clear-win-rho", new BigDecimal(clearWin), "cpf.win-rho", new BigDecimal(clearWin),
                "range.price-rise", new BigDecimal("0.5"))));
        Market all = Shipped.market();
        Market two = all.offering(all.offers().stream().filter(o -> o.provider().equals("aws") && o.pricing() == PricingKind.ON_DEMAND && o.region() != null && o.region().id().equals("us-east-1")
                && List.of(H200, "H100-SXM").contains(o.accelerator())).toList());
        BigDecimal now = rho(new Again(buyer, two));
        return new Again(buyer, two.priced(o -> o.accelerator().equals(H200) ? new BigDecimal(rho).divide(now, java.math.MathContext.DECIMAL64) : BigDecimal.ONE));
    }
}
