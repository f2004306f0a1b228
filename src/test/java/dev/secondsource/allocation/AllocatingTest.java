package dev.secondsource.allocation;

import static dev.secondsource.allocation.Problems.EXACT;
import static dev.secondsource.allocation.Problems.WORK;
import static dev.secondsource.allocation.Problems.cap;
import static dev.secondsource.allocation.Problems.of;
import static dev.secondsource.allocation.Problems.offer;
import static dev.secondsource.allocation.Problems.problem;
import static dev.secondsource.allocation.Problems.shares;
import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.allocation.Allocation.Relaxed;
import dev.secondsource.allocation.Allocation.Status;
import dev.secondsource.allocation.AllocationProblem.Paid;
import dev.secondsource.allocation.AllocationProblem.Work;
import dev.secondsource.exposure.Concentration;
import dev.secondsource.exposure.Layer;
import dev.secondsource.quantity.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AllocatingTest {

    /** Three designers at 1.00, 0.72 and 0.80, the first at least 0.2, each of the others at most k: worked out by hand. */
    @ParameterizedTest
    @CsvSource({"0.8, 0.2, 0.8, 0, 0.776, 6800", "0.65, 0.2, 0.65, 0.15, 0.788, 4850", "0.5, 0.2, 0.5, 0.3, 0.800, 3800"})
    void splitsThreeDesignersAsPublished(String k, String n, String a, String b, String cost, String hhi) {
        AllocationProblem problem = threeDesigners(k);

        Allocation allocation = Allocating.allocate(problem, EXACT);

        assertThat(allocation.perMonth().amount()).isEqualByComparingTo(new BigDecimal(cost).movePointRight(6));
        assertThat(share(allocation, "n")).isEqualByComparingTo(n);
        assertThat(share(allocation, "a")).isEqualByComparingTo(a);
        assertThat(share(allocation, "b")).isEqualByComparingTo(b);
        assertThat(Concentration.hhi(allocation.shares().stream().map(Share::share).toList())).isEqualByComparingTo(hhi);
    }

    @Test
    void pricesTheLimitsThatBindByThePoint() {
        Allocation allocation = Allocating.allocate(threeDesigners("0.5"), EXACT);

        assertThat(allocation.prices()).extracting(p -> p.limit().subject() + " " + p.saves().amount().stripTrailingZeros().toPlainString())
                .containsExactly("share of the work on the designer a 800", "share of the work on the foundry tsmc 2000");
    }

    @Test
    void saysWhatSpreadingCostsInAll() {
        Allocation allocation = Allocating.allocate(threeDesigners("0.5"), EXACT);

        assertThat(allocation.spreading().without()).isEqualTo(Money.usd("720000"));
        assertThat(allocation.spreading().more()).isEqualTo(Money.usd("80000"));
        assertThat(allocation.spreading().share()).isEqualByComparingTo("0.111111111111");
    }

    @Test
    void takesTheCheapestIfNothingLimitsIt() {
        Allocation allocation = Allocating.allocate(problem(List.of(offer("x", "a", "p", "100"), offer("y", "b", "q", "90"))), EXACT);

        assertThat(shares(allocation)).isEqualTo(Map.of("y", "1"));
        assertThat(allocation.status()).isEqualTo(Status.SOUND);
        assertThat(allocation.prices()).isEmpty();
        assertThat(allocation.spreading()).isNull();
        assertThat(allocation.search().gap()).isZero();
    }

    @Test
    void givesATieToTheBetterCandidate() {
        Allotment better = new Problems.Offer(WORK, "z", "a", "p", "100", null, "1", "0", true, true, 1).allotment();
        Allotment worse = new Problems.Offer(WORK, "y", "b", "q", "100", null, "1", "0", true, true, 2).allotment();

        assertThat(shares(Allocating.allocate(problem(List.of(better, worse)), EXACT))).isEqualTo(Map.of("z", "1"));
        assertThat(shares(Allocating.allocate(problem(List.of(worse, better)), EXACT))).isEqualTo(Map.of("z", "1"));
    }

    @Test
    void weighsACapOverAllWorkloads() {
        List<Work> works = List.of(new Work("big", new BigDecimal("0.75")), new Work("small", new BigDecimal("0.25")));
        List<Allotment> offers = List.of(in("big", "b1", "a", "75"), in("big", "b2", "b", "90"), in("small", "s1", "a", "25"), in("small", "s2", "b", "26"));

        Allocation allocation = Allocating.allocate(problem(works, offers, "0", List.of(cap(Layer.DESIGNER, "a", "0.75"))), EXACT);

        assertThat(shares(allocation)).isEqualTo(Map.of("b1", "1", "s2", "1"));
    }

    @Test
    void buysMachinesWhole() {
        Allotment eights = of("x", "a", "p", "100").blocks(4).allotment();
        Allotment byTheHour = of("y", "b", "q", "120").allotment();

        Allocation allocation = Allocating.allocate(problem(List.of(eights, byTheHour), cap(Layer.DESIGNER, "a", "0.65")), EXACT);

        assertThat(shares(allocation)).isEqualTo(Map.of("x", "0.5", "y", "0.5"));
        assertThat(allocation.perMonth()).isEqualTo(Money.usd("110"));
    }

    @Test
    void buysNoLotThatIsTooSmall() {
        List<Allotment> offers = List.of(offer("x", "a", "p", "100"), of("y", "b", "q", "90").cap("0.97").allotment());

        Allocation fine = Allocating.allocate(problem(List.of(new Work(WORK, BigDecimal.ONE)), offers, "0.03", List.of(maturity("b-chip", "0.97"))), EXACT);
        Allocation coarse = Allocating.allocate(problem(List.of(new Work(WORK, BigDecimal.ONE)), offers, "0.05", List.of(maturity("b-chip", "0.97"))), EXACT);

        assertThat(shares(fine)).isEqualTo(Map.of("x", "0.03", "y", "0.97"));
        assertThat(shares(coarse)).isEqualTo(Map.of("x", "0.05", "y", "0.95"));
    }

    @Test
    void keepsCapacityForWhatMustGoOnIfAnyDesignerFails() {
        List<Allotment> offers = List.of(offer("x", "a", "p", "100"), offer("y", "b", "q", "150"), of("z", "c", "r", "130").cold().allotment());
        Limit floor = new Limit.SecondSource(WORK, new BigDecimal("0.2"), new BigDecimal("0.5"), "test");

        Allocation allocation = Allocating.allocate(problem(offers, floor), EXACT);

        // A cold third counts half, so it would take 0.4 of it at 30 more; 0.2 of the warm one at 50 more is less.
        assertThat(shares(allocation)).isEqualTo(Map.of("x", "0.8", "y", "0.2"));
    }

    @Test
    void letsASecondSourceNeverCarryMoreThanWhatLeads() {
        List<Allotment> offers = List.of(offer("x", "a", "p", "100"), of("y", "b", "q", "50").follower().allotment());

        Allocation allocation = Allocating.allocate(problem(offers, new Limit.Followers(WORK, new BigDecimal("0.5"), "test")), EXACT);

        assertThat(shares(allocation)).isEqualTo(Map.of("x", "0.5", "y", "0.5"));
    }

    @Test
    void dealsWithNoMoreProvidersThanAllowed() {
        List<Allotment> offers = List.of(offer("x", "a", "p", "100"), offer("y", "b", "q", "110"), offer("z", "c", "r", "120"), offer("xy", "b", "p", "150"));
        Limit[] caps = {cap(Layer.DESIGNER, "a", "0.5"), cap(Layer.DESIGNER, "b", "0.3")};

        Allocation three = Allocating.allocate(problem(offers, caps[0], caps[1], new Limit.MostProviders(new BigDecimal("3"), "test")), EXACT);
        Allocation two = Allocating.allocate(problem(offers, caps[0], caps[1], new Limit.MostProviders(new BigDecimal("2"), "test")), EXACT);

        assertThat(shares(three)).isEqualTo(Map.of("x", "0.5", "y", "0.3", "z", "0.2"));
        assertThat(two.shares()).extracting(Share::provider).containsOnly("p", "r");
    }

    @Test
    void movesToAStackOnlyIfThatPaysForTheMove() {
        List<Allotment> cheapMove = List.of(offer("x", "a", "p", "100"), of("y", "b", "q", "80").moving("15").allotment());
        List<Allotment> dearMove = List.of(offer("x", "a", "p", "100"), of("y", "b", "q", "80").moving("25").allotment());

        Allocation moved = Allocating.allocate(problem(cheapMove), EXACT);
        Allocation stayed = Allocating.allocate(problem(dearMove), EXACT);

        assertThat(shares(moved)).isEqualTo(Map.of("y", "1"));
        assertThat(moved.moves()).containsExactly(new Allocation.Move(WORK, "b-stack", Money.usd("15")));
        assertThat(moved.perMonth()).isEqualTo(Money.usd("80"));
        assertThat(shares(stayed)).isEqualTo(Map.of("x", "1"));
    }

    @Test
    void usesWhatIsPaidForAlreadyBeforeAnythingElse() {
        List<Allotment> offers = List.of(offer("x", "a", "p", "100"), offer("y", "b", "q", "60"));

        Allocation allocation = Allocating.allocate(problem(List.of(new Work(WORK, BigDecimal.ONE)), offers, "0", List.of(), new Paid("x", 40, Money.usd("45"))), EXACT);

        assertThat(shares(allocation)).isEqualTo(Map.of("x", "0.4", "y", "0.6"));
        assertThat(allocation.alreadyPaid()).isEqualTo(Money.usd("45"));
        assertThat(allocation.perMonth()).isEqualTo(Money.usd("81"));
    }

    @Test
    void staysWithinTheBudgetAndThePowerOfAHall() {
        Allotment own = new Allotment(WORK, "own", "chip", new java.util.TreeMap<>(Map.of(Layer.DESIGNER, "a", Layer.PROVIDER, "own", Layer.STACK, "s")), 1, BigDecimal.ONE,
                Money.usd("50"), 100, null, Money.usd("0"), true, false, true, "hall", new BigDecimal("400"));

        Allocation allocation = Allocating.allocate(problem(List.of(own, offer("x", "b", "p", "100")), new Limit.SitePower("hall", new BigDecimal("100"), "test"),
                new Limit.Budget(new BigDecimal("90"), "test")), EXACT);

        assertThat(shares(allocation)).isEqualTo(Map.of("own", "0.25", "x", "0.75"));
    }

    @Test
    void namesTheSmallestConflictAndTheCheapestWayOut() {
        List<Allotment> offers = List.of(offer("x", "a", "p", "100"), offer("y", "b", "q", "120"));
        Limit capA = cap(Layer.DESIGNER, "a", "0.5");
        Limit capB = cap(Layer.DESIGNER, "b", "0.3");
        Limit beside = cap(Layer.PROVIDER, "p", "0.9");

        Allocation allocation = Allocating.allocate(problem(offers, beside, capA, capB), EXACT);

        assertThat(allocation.conflict().limits()).containsExactly(capA, capB);
        assertThat(allocation.conflict().smallest()).isTrue();
        assertThat(allocation.conflict().relaxations()).containsExactly(
                new Relaxed(capA, new BigDecimal("0.7"), Money.usd("106")), new Relaxed(capB, new BigDecimal("0.5"), Money.usd("110")));
        assertThat(allocation.conflict().applied()).containsExactly(new Relaxed(capA, new BigDecimal("0.7"), Money.usd("106")));
        assertThat(allocation.status()).isEqualTo(Status.CONDITIONAL);
        assertThat(shares(allocation)).isEqualTo(Map.of("x", "0.7", "y", "0.3"));
    }

    @Test
    void givesWayAtSeveralLimitsIfNoneAloneIsEnough() {
        List<Allotment> offers = List.of(offer("x", "a", "p", "100"));

        Allocation allocation = Allocating.allocate(problem(offers, cap(Layer.DESIGNER, "a", "0.5"), cap(Layer.PROVIDER, "p", "0.6")), EXACT);

        assertThat(allocation.conflict().limits()).hasSize(1);
        assertThat(allocation.conflict().relaxations()).isEmpty();
        assertThat(allocation.conflict().applied()).extracting(r -> r.limit().subject() + " " + r.to()).containsExactly(
                "share of the work on the designer a 1", "share of the work on the provider p 1");
    }

    @Test
    void asksForAnOverrideIfTheBudgetGivesWay() {
        Allocation allocation = Allocating.allocate(problem(List.of(offer("x", "a", "p", "100000")), new Limit.Budget(new BigDecimal("90000"), "test")), EXACT);

        assertThat(allocation.status()).isEqualTo(Status.OVERRIDE_REQUIRED);
        assertThat(allocation.conflict().applied()).containsExactly(new Relaxed(new Limit.Budget(new BigDecimal("90000"), "test"), new BigDecimal("100000"), Money.usd("100000")));
    }

    @Test
    void isInfeasibleWithoutAnyWork() {
        assertThat(Allocating.allocate(problem(List.of(), List.of(), "0", List.of()), EXACT).status()).isEqualTo(Status.INFEASIBLE);
    }

    @Test
    void saysThatTimeStoppedTheSearch() {
        List<Allotment> offers = List.of(of("x", "a", "p", "100").blocks(7).allotment(), of("y", "b", "q", "101").blocks(5).allotment(), of("z", "c", "r", "103").blocks(3).allotment());
        boolean[] late = {false, false, false, true};
        int[] asked = {0};

        Allocation allocation = Allocating.allocate(problem(offers, cap(Layer.DESIGNER, "a", "0.65"), cap(Layer.DESIGNER, "b", "0.65"), cap(Layer.DESIGNER, "c", "0.65")),
                new Effort(0, 100_000, () -> late[Math.min(asked[0]++, 3)]));

        assertThat(allocation.search().timedOut()).isTrue();
        assertThat(allocation.search().complete()).isFalse();
        assertThat(allocation.search().gap()).isPositive();
    }

    private static AllocationProblem threeDesigners(String k) {
        return problem(List.of(offer("n", "n", "pn", "1000000"), offer("a", "a", "pa", "720000"), offer("b", "b", "pb", "800000")),
                cap(Layer.DESIGNER, "a", k), cap(Layer.DESIGNER, "b", k), cap(Layer.FOUNDRY, "tsmc", "0.8"));
    }

    private static Limit maturity(String accelerator, String bound) {
        return new Limit.MaturityCap(WORK, accelerator, new BigDecimal(bound), "test");
    }

    private static Allotment in(String workload, String id, String designer, String cost) {
        return new Problems.Offer(workload, id, designer, "p" + designer, cost, null, "1", "0", true, true, 1).allotment();
    }

    private static BigDecimal share(Allocation allocation, String offer) {
        return allocation.shares().stream().filter(s -> s.offer().equals(offer)).map(Share::share).findFirst().orElse(BigDecimal.ZERO);
    }
}
