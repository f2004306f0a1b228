package dev.secondsource.stress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.Shipped;
import dev.secondsource.allocation.Allocation;
import dev.secondsource.allocation.Share;
import dev.secondsource.decision.Decision;
import dev.secondsource.decision.DecisionMaker;
import dev.secondsource.decision.Foresight;
import dev.secondsource.decision.Scope;
import dev.secondsource.explanation.AllocationWords;
import dev.secondsource.files.ScenarioFiles;
import dev.secondsource.market.Market;
import dev.secondsource.market.Offer;
import dev.secondsource.market.PricingKind;
import dev.secondsource.problem.Checked;
import dev.secondsource.problem.Problem;
import dev.secondsource.profile.BuyerProfile;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** One accelerator at one price from two sellers, beside the incumbent's. */
class ByRegretTest {
    private static final BuyerProfile BUYER = Shipped.profile("enterprise-serving-70b");

    @Test
    void takesTheSellerWhoseWorstIsLess() {
        Decision ifCrusoeRisesMore = decide(equalPrices("1"), dearer("crusoe"));
        Decision ifTwinRisesMore = decide(equalPrices("1"), dearer("runpod"));

        assertThat(sellers(ifCrusoeRisesMore)).contains("runpod").doesNotContain("crusoe");
        assertThat(sellers(ifTwinRisesMore)).contains("crusoe").doesNotContain("runpod");
        assertThat(ifCrusoeRisesMore.allocation().total()).isEqualTo(ifTwinRisesMore.allocation().total());
    }

    @Test
    void saysSo() {
        Allocation.Tie tie = decide(equalPrices("1"), dearer("crusoe")).allocation().search().tie();

        assertThat(tie).isNotNull();
        assertThat(tie.others()).isPositive();
        assertThat(tie.largestRegret()).isLessThan(tie.next());
        assertThat(AllocationWords.costs(decide(equalPrices("1"), dearer("crusoe")).allocation())).anyMatch(w -> w.contains("least largest regret over the scenarios"));
    }

    @Test
    void saysSoTooWhereRegretTellsNothing() {
        Decision decision = decide(equalPrices("1"), dearer("aws"));

        assertThat(decision.allocation().search().tie().largestRegret()).isEqualTo(decision.allocation().search().tie().next());
        assertThat(AllocationWords.costs(decision.allocation())).anyMatch(w -> w.contains("alike too") && w.contains("taken by the fixed order")).noneMatch(w -> w.contains("has the least largest regret"));
    }

    @Test
    void asksNothingWhereOneCostsMore() {
        AtomicInteger asked = new AtomicInteger();
        Foresight foresight = (base, alike) -> {
            asked.incrementAndGet();
            return Optional.empty();
        };

        Decision decision = DecisionMaker.decide(BUYER, equalPrices("1.05"), Shipped.knowledge(), BUYER.asOf(), Scope.BRIEF.foreseeing(foresight)).orThrow();

        assertThat(asked).hasValue(0);
        assertThat(sellers(decision)).contains("crusoe").doesNotContain("runpod");
        assertThat(decision.allocation().search().tie()).isNull();
    }

    @Test
    void leavesTheFixedOrderWhereScenariosCannotBeRead() {
        Market market = equalPrices("1");
        ByRegret blind = new ByRegret(market, Shipped.knowledge(), () -> Checked.wrong(Problem.in("scenarios.yaml", "is not there", "write it")));

        Decision decision = DecisionMaker.decide(BUYER, market, Shipped.knowledge(), BUYER.asOf(), Scope.BRIEF.foreseeing(blind)).orThrow();

        assertThat(decision.allocation().shares()).isEqualTo(DecisionMaker.decide(BUYER, market, Shipped.knowledge(), BUYER.asOf(), Scope.BRIEF).orThrow().allocation().shares());
        assertThat(decision.allocation().search().tie()).isNull();
    }

    private static Decision decide(Market market, Scenarios scenarios) {
        return DecisionMaker.decide(BUYER, market, Shipped.knowledge(), BUYER.asOf(), Scope.FULL.foreseeing(new ByRegret(market, Shipped.knowledge(), () -> Checked.of(scenarios)))).orThrow();
    }

    private static List<String> sellers(Decision decision) {
        return decision.allocation().shares().stream().map(Share::provider).distinct().sorted().collect(Collectors.toList());
    }

    private static Scenarios dearer(String provider) {
        return ScenarioFiles.read("""
                scenarios: secondsource-scenarios/1
                version: test
                list:
                  - id: S1
                    name: Seller dearer
                    sentence: One seller raises its prices.
                    changes:
                      - change: price
                        of: provider:%s
                        factor: {value: 1.5, tag: judgement, source: "a test"}
                """.formatted(provider), "scenarios.yaml", Shipped.knowledge().policyBook()).orThrow();
    }

    /** @param factor price of the twin against the other */
    private static Market equalPrices(String factor) {
        Market all = Shipped.market();
        List<Offer> offers = new ArrayList<>(all.offers().stream().filter(o -> o.pricing() == PricingKind.ON_DEMAND && o.provider().equals("aws") && o.accelerator().equals("H100-SXM")).limit(1).toList());
        Offer mi300x = all.offers().stream().filter(o -> o.provider().equals("crusoe") && o.accelerator().equals("MI300X") && o.pricing() == PricingKind.ON_DEMAND).findFirst().orElseThrow();
        offers.add(mi300x);
        offers.add(new Offer(mi300x.id().replace("crusoe", "runpod"), "runpod", mi300x.instanceType(), mi300x.accelerator(), mi300x.acceleratorCount(), mi300x.soldAs(), mi300x.region(), mi300x.pricing(),
                mi300x.termMonths(), mi300x.price().times(new BigDecimal(factor)), mi300x.evidence(), mi300x.note()));
        return all.offering(offers);
    }
}
