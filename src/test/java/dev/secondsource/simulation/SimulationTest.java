package dev.secondsource.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.secondsource.Shipped;
import dev.secondsource.decision.Acceptability;
import dev.secondsource.decision.Decision;
import dev.secondsource.decision.Watcher;
import dev.secondsource.profile.BuyerProfile;
import dev.secondsource.profile.Quantiles;
import dev.secondsource.quantity.Money;
import dev.secondsource.rules.Facts;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** On the shipped market and rules. */
class SimulationTest {
    private static final Decision INSURER = Shipped.decision(Shipped.profile("data-in-japan"));
    private static final Ranges PLAUSIBLE = Ranges.of(INSURER, Shipped.market());

    static Stream<BuyerProfile> buyersWithAnAnswer() {
        return Shipped.profiles().stream().filter(b -> !Shipped.decision(b).allocation().shares().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("buyersWithAnAnswer")
    void decidesAsAssumedInEveryWorldIfNothingIsDrawn(BuyerProfile buyer) throws InterruptedException {
        Decision base = Shipped.decision(buyer);

        Simulation simulation = simulate(base, Ranges.none(), new SimulationOptions(1, 1, 1));

        Run run = simulation.runs().get(0);
        assertThat(run.leads()).extracting(Run.Lead::first).isEqualTo(base.workloads().stream().map(Acceptability::leading).toList());
        assertThat(run.status()).isEqualTo(base.allocation().status());
        assertThat(run.decided()).isEqualTo(base.allocation().total());
        assertThat(run.held().amount()).isCloseTo(base.allocation().total().amount(), within(new BigDecimal("0.05")));
        assertThat(run.regret().amount()).isCloseTo(BigDecimal.ZERO, within(new BigDecimal("0.05")));
        assertThat(run.comparable()).isTrue();
        assertThat(run.closed()).isEmpty();
        assertThat(run.brokenLimits()).isEmpty();
        assertThat(run.overBudget()).isFalse();
    }

    @Test
    void isTheSameForTheSameSeedWhateverTheNumberOfThreads() throws InterruptedException {
        List<Run> one = simulate(INSURER, PLAUSIBLE, new SimulationOptions(5, 8, 1)).runs();
        List<Run> two = simulate(INSURER, PLAUSIBLE, new SimulationOptions(5, 8, 2)).runs();
        List<Run> seven = simulate(INSURER, PLAUSIBLE, new SimulationOptions(5, 8, 7)).runs();

        assertThat(two).isEqualTo(one);
        assertThat(seven).isEqualTo(one);
        assertThat(one).extracting(Run::number).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(one).extracting(Run::decided).doesNotHaveDuplicates();
    }

    @Test
    void drawsOtherWorldsForAnotherSeedAndTheSameOnesForFewerRuns() throws InterruptedException {
        List<Run> runs = simulate(INSURER, PLAUSIBLE, new SimulationOptions(5, 3, 2)).runs();
        List<Run> fewer = simulate(INSURER, PLAUSIBLE, new SimulationOptions(5, 2, 2)).runs();
        List<Run> others = simulate(INSURER, PLAUSIBLE, new SimulationOptions(6, 3, 2)).runs();

        assertThat(fewer).isEqualTo(runs.subList(0, 2));
        assertThat(others).extracting(Run::decided).doesNotContainAnyElementsOf(runs.stream().map(Run::decided).toList());
    }

    /** Twice the demand at the same prices and speeds: hours by the hour cost twice as much, and the answer is still the same one. */
    @Test
    void asksForAsMuchMoreAsWasDrawn() throws InterruptedException {
        Decision base = Shipped.decision(Shipped.profile("enterprise-serving-70b"));
        Quantiles sure = new Quantiles(new BigDecimal("2"), BigDecimal.ONE, new BigDecimal("2"));
        Ranges twice = new Ranges(Spread.NONE, new TreeMap<>(Map.of("serve", sure)), new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeSet<>());
        Chance chance = Chance.of(1, 1)[0];
        BigDecimal factor = Outcomes.factor(sure, chance.of("demand serve"));

        Run run = simulate(base, twice, new SimulationOptions(1, 1, 1)).runs().get(0);

        assertThat(factor).isGreaterThan(BigDecimal.ONE);
        assertThat(run.held().ratioTo(base.allocation().total()).doubleValue()).isCloseTo(factor.doubleValue(), within(0.15));
    }

    /** The budget is a dollar above what the answer costs, and more is asked for: a p10 and a p90 above the median make every draw more than it. */
    @Test
    void saysThatAnAnswerAboveTheBudgetCannotBeKept() throws InterruptedException {
        BuyerProfile bound = Facts.with(Shipped.profile("data-in-japan"), "budgetPerMonth", INSURER.allocation().perMonth().plus(Money.of(BigDecimal.ONE, INSURER.profile().currency())));
        Decision base = Shipped.decide(bound, Shipped.market());
        Quantiles more = new Quantiles(new BigDecimal("3"), BigDecimal.ONE, new BigDecimal("3"));
        Ranges demand = new Ranges(Spread.NONE, new TreeMap<>(Map.of(bound.workloads().get(0).id(), more)), new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeSet<>());

        Simulation simulation = simulate(base, demand, new SimulationOptions(1, 2, 2));

        assertThat(base.allocation().perMonth().amount()).isLessThanOrEqualTo(bound.budgetPerMonth().amount());
        assertThat(simulation.runs()).allMatch(Run::overBudget).noneMatch(Run::holds);
        assertThat(simulation.held()).isEmpty();
    }

    @Test
    void countsEachDecisionForWhoWatches() throws InterruptedException {
        AtomicInteger announced = new AtomicInteger();
        AtomicInteger made = new AtomicInteger();

        Simulation.of(INSURER, Shipped.market(), Shipped.knowledge(), PLAUSIBLE, new SimulationOptions(1, 3, 2), decisions -> {
            announced.set(decisions);
            return made::incrementAndGet;
        });

        assertThat(announced).hasValue(3);
        assertThat(made).hasValue(3);
    }

    @Test
    void stopsWhenItIsInterrupted() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> simulate(INSURER, PLAUSIBLE, new SimulationOptions(1, 50, 1))).isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void countsWhoLeadsInHowManyWorlds() throws InterruptedException {
        Simulation simulation = simulate(INSURER, PLAUSIBLE, new SimulationOptions(5, 8, 2));

        Acceptability firsts = simulation.acceptability(0);
        assertThat(firsts.offers().stream().mapToInt(l -> l.draws().count()).sum()).isEqualTo(8);
        assertThat(firsts.designers().stream().mapToInt(l -> l.draws().count()).sum()).isEqualTo(8);
        assertThat(simulation.keepsLeading(0).count()).isEqualTo(firsts.offers().stream().filter(Acceptability.Leader::assumed).mapToInt(l -> l.draws().count()).sum());
        assertThat(simulation.statuses().values().stream().mapToInt(p -> p.count()).sum()).isEqualTo(8);
    }

    private static Simulation simulate(Decision base, Ranges ranges, SimulationOptions options) throws InterruptedException {
        return Simulation.of(base, Shipped.market(), Shipped.knowledge(), ranges, options, Watcher.NOBODY);
    }
}
