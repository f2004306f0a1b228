package dev.secondsource.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.Shipped;
import dev.secondsource.decision.AllocationProblems;
import dev.secondsource.profile.BuyerProfile;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Linear programs are counted, since they cost the same on every machine; how long they take, the benchmark tells. */
class AllocatingEffortTest {
    private static final double GAP = 0.005;
    private static final int MOST_PROGRAMS = 2000;

    @ParameterizedTest
    @MethodSource("profiles")
    void needsFewProgramsForAShippedProfileWithItsPricesAndConflicts(BuyerProfile buyer) {
        AllocationProblem problem = AllocationProblems.of(buyer, Shipped.market());
        AtomicInteger steps = new AtomicInteger();

        Allocation allocation = Allocating.allocate(problem, new Effort(GAP, MOST_PROGRAMS, () -> steps.getAndIncrement() < 0));

        assertThat(allocation.search().complete()).isTrue();
        assertThat(allocation.search().programs()).isLessThanOrEqualTo(500);
        assertThat(steps.get()).isLessThanOrEqualTo(600);
    }

    @Test
    void comesNearTheLeastCostOfEightWorkloadsWithinTheProgramsOfThePolicy() {
        AllocationProblem problem = AllocationProblems.of(AllocationProblems.buyerOf(8), Shipped.market());

        Solving solved = Solving.of(problem, new Effort(GAP, MOST_PROGRAMS, () -> false)).orElseThrow();

        assertThat(solved.search().gap().doubleValue()).isLessThan(0.0125);
    }

    /** A program of such a buyer takes some milliseconds, so this is well below two seconds. */
    @ParameterizedTest
    @CsvSource({"frontier-lab all-nvidia-incumbent image-generation", "image-generation all-nvidia-incumbent enterprise-serving-70b university-hpc",
        "frontier-lab regulated-bank image-generation enterprise-serving-70b"})
    void reachesHalfAPerCentSoonForEightWorkloadsOfShippedBuyers(String profiles) {
        AllocationProblem problem = AllocationProblems.of(AllocationProblems.buyerLike(List.of(profiles.split(" "))), Shipped.market());

        Solving solved = Solving.of(problem, new Effort(GAP, MOST_PROGRAMS, () -> false)).orElseThrow();

        assertThat(problem.works()).hasSize(8);
        assertThat(solved.search().gap().doubleValue()).isLessThanOrEqualTo(GAP);
        assertThat(solved.search().programs()).isLessThanOrEqualTo(150);
    }

    static Stream<BuyerProfile> profiles() {
        return Shipped.profiles().stream();
    }
}
