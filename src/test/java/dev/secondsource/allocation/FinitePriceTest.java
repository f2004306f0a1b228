package dev.secondsource.allocation;

import static dev.secondsource.allocation.Problems.EXACT;
import static dev.secondsource.allocation.Problems.WORK;
import static dev.secondsource.allocation.Problems.of;
import static dev.secondsource.allocation.Problems.shares;
import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.allocation.AllocationProblem.Finite;
import dev.secondsource.allocation.AllocationProblem.Work;
import dev.secondsource.quantity.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** All of a workload takes 100 accelerators here, at 50 a month as contracted and at 80 as published. */
class FinitePriceTest {
    private static final Allotment LIST = of("list", "n", "p", "80").allotment();
    private static final Allotment OWN = of("own", "n", "p", "50").allotment();

    @ParameterizedTest
    @CsvSource({"99, 0.99, 50.30", "100, 1, 50.00", "101, 1, 50.00", "40, 0.4, 68.00"})
    void whatIsBeyondTheQuantityCostsTheListPrice(int quantity, String share, String perMonth) {
        Allocation allocation = allocate("0", List.of(OWN, LIST), finite(quantity, "own"));

        assertThat(shares(allocation).get("own")).isEqualTo(share);
        assertThat(allocation.perMonth()).isEqualTo(Money.usd(perMonth));
    }

    @Test
    void withoutAQuantityTheCheaperTakesAll() {
        assertThat(shares(allocate("0", List.of(OWN, LIST)))).containsOnlyKeys("own");
    }

    @Test
    void countsWholeMachines() {
        // Ten machines of ten accelerators: of 47 only four are whole.
        Allocation allocation = allocate("0", List.of(of("own", "n", "p", "50").blocks(10).allotment(), of("list", "n", "p", "80").blocks(10).allotment()), finite(47, "own"));

        assertThat(shares(allocation).get("own")).isEqualTo("0.4");
        assertThat(allocation.perMonth()).isEqualTo(Money.usd("68.00"));
    }

    @Test
    void aQuantityBelowOneMachineBuysNothing() {
        Allocation allocation = allocate("0", List.of(of("own", "n", "p", "50").blocks(10).allotment(), of("list", "n", "p", "80").blocks(10).allotment()), finite(9, "own"));

        assertThat(shares(allocation)).containsOnlyKeys("list");
    }

    @Test
    void isTakenToItsEndEvenBelowTheSmallestShare() {
        assertThat(shares(allocate("0.2", List.of(OWN, LIST), finite(10, "own")))).containsEntry("own", "0.1");
    }

    @Test
    void isSharedByAllOffersOfTheTermsAndAllWorkloads() {
        Allotment ofOther = new Problems.Offer("batch", "own", "n", "p", "50", null, "1", "0", true, true, 1).allotment();
        Allotment listOfOther = new Problems.Offer("batch", "list", "n", "p", "80", null, "1", "0", true, true, 1).allotment();
        Allotment elsewhere = of("own-2", "n", "q", "50").allotment();
        AllocationProblem problem = AllocationProblem.over(Money.USD, List.of(new Work(WORK, new BigDecimal("0.5")), new Work("batch", new BigDecimal("0.5"))),
                List.of(OWN, LIST, elsewhere, ofOther, listOfOther), List.of(), BigDecimal.ZERO, List.of(), List.of(finite(60, "own", "own-2")));

        Allocation allocation = Allocating.allocate(problem, EXACT);

        BigDecimal contracted = allocation.shares().stream().filter(s -> s.offer().startsWith("own")).map(Share::share).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(contracted).isEqualByComparingTo("0.6");
        assertThat(allocation.perMonth()).isEqualTo(Money.usd("142.00"));
    }

    private static Finite finite(int accelerators, String... offers) {
        return new Finite("terms", Set.of(offers), accelerators);
    }

    private static Allocation allocate(String smallest, List<Allotment> allotments, Finite... finite) {
        return Allocating.allocate(AllocationProblem.over(Money.USD, List.of(new Work(WORK, BigDecimal.ONE)), allotments, List.of(), new BigDecimal(smallest), List.of(), List.of(finite)), EXACT);
    }
}
