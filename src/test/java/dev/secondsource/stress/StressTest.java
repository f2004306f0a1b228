package dev.secondsource.stress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.secondsource.Shipped;
import dev.secondsource.allocation.Allocation;
import dev.secondsource.allocation.Share;
import dev.secondsource.decision.Assessed;
import dev.secondsource.decision.Decision;
import dev.secondsource.decision.Watcher;
import dev.secondsource.files.ProfileFiles;
import dev.secondsource.files.ScenarioFiles;
import dev.secondsource.market.Offer;
import dev.secondsource.market.PricingKind;
import dev.secondsource.policy.Tag;
import dev.secondsource.problem.Checked;
import dev.secondsource.profile.BuyerProfile;
import dev.secondsource.profile.Workload;
import dev.secondsource.quantity.Money;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On the shipped market and rules, with the shipped profile of an insurer and of a European buyer of own machines. */
class StressTest {
    private static final Decision INSURER = Shipped.decision(Shipped.profile("data-in-japan"));
    private static final Decision SERVING = Shipped.decision(Shipped.profile("enterprise-serving-70b"));
    private static final Decision SOVEREIGN = Shipped.decision(Shipped.profile("sovereign-europe"));
    private static final Predicate<Offer> COMMITTED = o -> o.pricing() == PricingKind.COMMITTED && o.provider().equals("google");
    private static final Predicate<Offer> BY_THE_HOUR = o -> o.pricing() == PricingKind.ON_DEMAND && o.provider().equals("aws");

    @TempDir
    private Path place;

    @Test
    void costsWhatItCostsIfTheWorldIsAsAssumed() {
        NamedPortfolio half = portfolio("half", INSURER, share(INSURER, COMMITTED, "0.5"), share(INSURER, BY_THE_HOUR, "0.5"));

        Loss loss = loss(INSURER, half);

        assertThat(loss.work().amount()).isCloseTo(year(half).amount(), within(BigDecimal.ONE));
        assertThat(loss.penalty().amount()).isZero();
        assertThat(loss.waste().amount()).isZero();
        assertThat(loss.criticalUnserved()).isZero();
    }

    @Test
    void raisesThePriceOfWhatIsNotSignedOnly() {
        NamedPortfolio committed = portfolio("committed", INSURER, share(INSURER, COMMITTED, "1"));
        NamedPortfolio hourly = portfolio("hourly", INSURER, share(INSURER, BY_THE_HOUR, "1"));
        Change dearer = new Change.Price(Selector.of(Selector.Kind.EVERYTHING), figure("1.5"));

        assertThat(loss(INSURER, committed, dearer).work().amount()).isCloseTo(year(committed).amount(), within(BigDecimal.ONE));
        assertThat(loss(INSURER, hourly, dearer).work().ratioTo(year(hourly))).isCloseTo(new BigDecimal("1.5"), within(new BigDecimal("0.0001")));
    }

    @Test
    void wastesWhatIsOwedAndNotUsed() {
        NamedPortfolio committed = portfolio("committed", INSURER, share(INSURER, COMMITTED, "1"));
        Change half = new Change.Demand(figure("0.5"));

        Loss loss = loss(INSURER, committed, half);

        BigDecimal owed = INSURER.profile().contractWith("google").takeOrPayShare();
        assertThat(owed).isEqualByComparingTo("0.9");
        assertThat(loss.work().plus(loss.waste()).ratioTo(year(committed))).isCloseTo(owed, within(new BigDecimal("0.0001")));
        assertThat(loss.waste().isPositive()).isTrue();
    }

    @Test
    void leavesUnservedInAnOutageWhatTheOtherSourceCannotCarry() {
        NamedPortfolio uneven = portfolio("uneven", INSURER, share(INSURER, COMMITTED, "0.2"), share(INSURER, BY_THE_HOUR, "0.8"));
        Workload claims = INSURER.profile().workloads().get(0);
        Change outage = new Change.Outage(new Selector(Selector.Kind.PROVIDER, "aws"), figure("3"));

        Loss loss = loss(INSURER, uneven, outage);

        BigDecimal carried = new BigDecimal("0.2").multiply(BigDecimal.ONE.add(claims.surge()));
        BigDecimal missing = claims.criticalShare().subtract(carried);
        assertThat(missing).isPositive();
        assertThat(loss.criticalUnserved()).isCloseTo(missing.multiply(new BigDecimal("0.25")).divide(claims.criticalShare(), 9, java.math.RoundingMode.HALF_EVEN), within(new BigDecimal("0.000001")));
        Money month = INSURER.allocation().perMonth().times(INSURER.policy().number("stress.penalty-multiple"));
        assertThat(claims.valueOfDelayPerMonth()).as("the buyer does not say what a month is worth").isNull();
        assertThat(loss.penalty().amount()).isCloseTo(month.times(missing.multiply(BigDecimal.valueOf(3))).amount(), within(BigDecimal.ONE));
    }

    @Test
    void takesNothingFromWhoHasNothingThere() {
        NamedPortfolio elsewhere = portfolio("elsewhere", INSURER, share(INSURER, COMMITTED, "1"));

        Loss loss = loss(INSURER, elsewhere, new Change.Outage(new Selector(Selector.Kind.PROVIDER, "aws"), figure("3")));

        assertThat(loss).isEqualTo(loss(INSURER, elsewhere));
    }

    @Test
    void waitsLongerForMachinesThatAreOrdered() {
        NamedPortfolio own = portfolio("own", SOVEREIGN, share(SOVEREIGN, o -> o.pricing() == PricingKind.PURCHASE, "1"));

        Loss late = loss(SOVEREIGN, own, new Change.LeadTimes(figure("26")));

        assertThat(SOVEREIGN.profile().workloads().get(0).criticalShare()).isPositive();
        assertThat(late.criticalUnserved()).isCloseTo(new BigDecimal("0.4986"), within(new BigDecimal("0.001")));
        assertThat(late.waste().amount()).as("what has not come is not owed").isZero();
    }

    @Test
    void losesToAFoundryOnlyWhatIsNewlyBought() {
        NamedPortfolio fresh = portfolio("fresh", INSURER, share(INSURER, BY_THE_HOUR.and(o -> o.accelerator().startsWith("H")), "1"));
        NamedPortfolio running = UsualPortfolios.of(INSURER).list().get(1);
        Change shock = new Change.Supply(new Selector(Selector.Kind.FOUNDRY, "tsmc"), figure("0.9"), figure("6"));

        assertThat(running.name()).isEqualTo("today's fleet");
        assertThat(loss(INSURER, running, shock)).isEqualTo(loss(INSURER, running));
        BigDecimal carried = new BigDecimal("0.1").multiply(BigDecimal.ONE.add(INSURER.profile().workloads().get(0).surge()));
        BigDecimal critical = INSURER.profile().workloads().get(0).criticalShare();
        assertThat(loss(INSURER, fresh, shock).criticalUnserved())
                .isCloseTo(critical.subtract(carried).divide(critical.multiply(BigDecimal.valueOf(2)), 9, java.math.RoundingMode.HALF_EVEN), within(new BigDecimal("0.000001")));
    }

    @Test
    void waitsForAPlatformThatSlipsUnlessItIsOutForLonger() {
        NamedPortfolio hopper = portfolio("hopper", INSURER, share(INSURER, BY_THE_HOUR.and(o -> o.accelerator().startsWith("H")), "1"));
        Selector platform = new Selector(Selector.Kind.PLATFORM, "nvidia/3");
        Scenario newest = new Scenario("X", "Slip", "Slip.", List.of(new Change.Slip(Selector.of(Selector.Kind.NEWEST_PLATFORM), figure("2"))));

        assertThat(loss(INSURER, hopper, new Change.Slip(platform, figure("40"))).criticalUnserved()).isEqualByComparingTo("1");
        assertThat(loss(INSURER, hopper, new Change.Slip(platform, figure("1")))).isEqualTo(loss(INSURER, hopper));
        assertThat(stress(INSURER, List.of(hopper), newest).notes()).contains("X Slip concerns none of these portfolios: what they hold would be out by now even if it had come so much later.");
    }

    @Test
    void losesWithTheLicenceWhatNeedsOneAndDoesNotStandYet() throws IOException {
        Decision licensed = withLicence();
        NamedPortfolio controlled = portfolio("controlled", licensed, share(licensed, o -> o.id().equals("own:A100-80GB"), "1"));
        NamedPortfolio free = portfolio("free", licensed, share(licensed, o -> o.provider().equals("google") && o.pricing() == PricingKind.ON_DEMAND, "1"));
        Decision bought = new Decision(licensed.inputs(), licensed.profile(), licensed.asOf(), licensed.policy(), licensed.workloads(), controlled.allocation(),
                licensed.review(), licensed.assumptions(), licensed.states(), licensed.brokenRules());

        Loss without = loss(bought, controlled, new Change.LicenceRevoked(null));
        Loss forAQuarter = loss(bought, controlled, new Change.LicenceRevoked(figure("3")));

        assertThat(loss(bought, controlled).criticalUnserved()).isZero();
        assertThat(without.criticalUnserved()).isEqualByComparingTo("1");
        assertThat(forAQuarter.criticalUnserved()).isEqualByComparingTo("0.25");
        assertThat(loss(bought, free, new Change.LicenceRevoked(null))).isEqualTo(loss(bought, free));
    }

    @Test
    void agreesWithTheReviewOnHowOftenBothOfTwoDesignersFail() {
        OutageRisk outages = stress(SERVING, List.of(new NamedPortfolio("answer", "", SERVING.allocation())), scenarios()).portfolios().get(0).outages();

        double common = 1;
        double alone = 1;
        for (OutageRisk.Cause cause : outages.causes())
            if (cause.takes().size() > 1) common *= 1 - cause.probability().doubleValue();
            else alone *= cause.probability().doubleValue();
        assertThat(outages.sources()).hasSize(2);
        assertThat(1 - common + common * alone).isCloseTo(SERVING.review().portfolio().bothFail().doubleValue(), within(1e-9));
    }

    @Test
    void triesTheLargestDesignerOfEachPortfolioOnAllOfThem() {
        NamedPortfolio google = portfolio("google", INSURER, share(INSURER, COMMITTED.and(o -> o.accelerator().startsWith("TPU")), "1"));
        NamedPortfolio aws = portfolio("aws", INSURER, share(INSURER, BY_THE_HOUR.and(o -> o.accelerator().startsWith("H")), "1"));
        Scenario out = new Scenario("X", "Out", "Out.", List.of(new Change.Outage(Selector.of(Selector.Kind.LARGEST_DESIGNER), figure("3"))));

        Stress stress = stress(INSURER, List.of(google, aws), out);

        assertThat(stress.cases()).extracting(c -> c.scenario().name()).containsExactly("Out: google", "Out: nvidia");
        assertThat(stress.cases().get(0).losses().get(0).penalty().isPositive()).isTrue();
        assertThat(stress.cases().get(0).losses().get(1).penalty().isPositive()).isFalse();
        assertThat(stress.cases()).allSatisfy(c -> assertThat(c.regrets()).anyMatch(r -> !r.isPositive()));
    }

    @Test
    void decidesAnewInEachScenario() {
        Change cheaper = new Change.Price(new Selector(Selector.Kind.PROVIDER, "google"), figure("0.01"));

        Stress stress = stress(INSURER, UsualPortfolios.of(INSURER).list(), new Scenario("X", "Google gives it away", "Google.", List.of(cheaper)), new Scenario("Y", "As assumed", "As is.", List.of()));

        Answer answer = stress.cases().get(0).answer();
        assertThat(answer.changes()).isTrue();
        assertThat(answer.winners()).singleElement().satisfies(w -> assertThat(w.after().provider()).isEqualTo("google"));
        assertThat(stress.cases().get(1).answer().changes()).isFalse();
    }

    @Test
    void sumsUpTheLargestRegretWithTheScenarioItIsIn() {
        List<NamedPortfolio> portfolios = UsualPortfolios.of(INSURER).list();

        Stress stress = stress(INSURER, portfolios, ScenarioFiles.in(Path.of("rules"), null).orThrow());

        assertThat(stress.portfolios()).hasSize(4).allSatisfy(p -> {
            int index = stress.portfolios().indexOf(p);
            assertThat(stress.cases()).extracting(c -> c.regrets().get(index)).allSatisfy(r -> assertThat(r).isLessThanOrEqualTo(p.largestRegret()));
            assertThat(stress.worst(p).regrets().get(index)).isEqualTo(p.largestRegret());
        });
        assertThat(stress.cases()).allSatisfy(c -> assertThat(c.regrets()).anyMatch(r -> !r.isPositive()).allMatch(r -> r.amount().signum() >= 0));
        assertThat(worlds(INSURER, stress.scenarios()).largestRegrets(portfolios.stream().map(NamedPortfolio::allocation).toList()))
                .isEqualTo(stress.portfolios().stream().map(Stress.Portfolio::largestRegret).toList());
    }

    @Test
    void givesTheSameAgain() {
        Scenario demand = new Scenario("X", "More", "More.", List.of(new Change.Demand(figure("2"))));

        assertThat(stress(INSURER, UsualPortfolios.of(INSURER).list(), demand).portfolios()).isEqualTo(stress(INSURER, UsualPortfolios.of(INSURER).list(), demand).portfolios());
    }

    @Test
    void drawsWhereCausesAreTooManyAndSaysSo() {
        BuyerProfile drawing = overriding(INSURER.profile(), "stress.enumerated-causes", "0");
        Decision base = Shipped.decide(drawing, Shipped.market());
        NamedPortfolio answer = new NamedPortfolio("answer", "", base.allocation());

        OutageRisk drawn = test(base, List.of(answer), scenarios(), new StressOptions(9, 50_000)).orThrow().portfolios().get(0).outages();
        OutageRisk exact = stress(INSURER, List.of(new NamedPortfolio("answer", "", INSURER.allocation())), scenarios()).portfolios().get(0).outages();

        assertThat(drawn.draws()).isEqualTo(50_000);
        assertThat(drawn.seed()).isEqualTo(9);
        assertThat(exact.draws()).isZero();
        assertThat(exact.seed()).isNull();
        assertThat(drawn.unserved().value()).isCloseTo(exact.unserved().value(), within(drawn.unserved().halfWidth()));
        assertThat(drawn.cvar90().value()).isCloseTo(exact.cvar90().value(), within(drawn.cvar90().halfWidth()));
    }

    @Test
    void leavesOutWhatCannotBeCompared() {
        NamedPortfolio part = portfolio("part", INSURER, share(INSURER, COMMITTED, "0.5"));
        NamedPortfolio strange = portfolio("strange", INSURER, new Share("claims", "nobody:nothing", "nobody", "nobody", BigDecimal.ONE, Money.usd("1")));

        Stress stress = stress(INSURER, List.of(new NamedPortfolio("answer", "", INSURER.allocation()), part, strange), scenarios());

        assertThat(stress.portfolios()).extracting(Stress.Portfolio::name).containsExactly("answer");
        assertThat(stress.notes()).contains("\"part\" is not compared: it does not carry all of claims.",
                "\"strange\" is not compared: no cost is known of claims on nobody:nothing.");
        assertThatThrownBy(() -> worlds(INSURER, scenarios()).largestRegrets(List.of(part.allocation()))).hasMessage("it does not carry all of claims");
    }

    @Test
    void saysWhatAScenarioNamesThatIsNotThere() {
        Scenario stranger = new Scenario("X", "Stranger", "Stranger.", List.of(new Change.Outage(new Selector(Selector.Kind.PROVIDER, "atlantis"), figure("1"))));

        Stress stress = stress(INSURER, List.of(new NamedPortfolio("answer", "", INSURER.allocation())), stranger);

        assertThat(stress.notes()).contains("X Stranger: no provider atlantis is in this market, so that change changes nothing.");
    }

    @Test
    void refusesAPolicyValueThatThereIsNot() {
        Scenario wrong = new Scenario("X", "Wrong", "Wrong.", List.of(new Change.PolicySetting("cpf.nonsense", figure("1"))));

        assertThat(test(INSURER, UsualPortfolios.of(INSURER).list(), scenarios(wrong), StressOptions.DEFAULT).problems()).singleElement().asString()
                .startsWith("scenario X: ").contains("cpf.nonsense");
    }

    @Test
    void asksForSomethingToBeAllocated() {
        Decision nothing = Shipped.decision(Shipped.profile("export-controlled-site"));

        assertThat(nothing.allocation().shares()).isEmpty();
        assertThat(test(nothing, List.of(), scenarios(), StressOptions.DEFAULT).problems()).singleElement().asString().contains("nothing is allocated");
    }

    @Test
    void paysForWholeMachines() {
        NamedPortfolio part = portfolio("part", INSURER, share(INSURER, COMMITTED, "0.01"), share(INSURER, BY_THE_HOUR, "0.99"));
        Bill bill = new Bill(INSURER);
        Share small = part.allocation().shares().get(0);

        int machines = bill.size(small).machines().count();

        assertThat(machines).isGreaterThan(1).isLessThan(100);
        assertThat(small.perMonth().amount()).isCloseTo(bill.candidate(small).cost().perMonth().dividedBy(BigDecimal.valueOf(machines)).amount(), within(new BigDecimal("0.01")));
        assertThat(loss(INSURER, part).work().amount()).isCloseTo(year(part).amount(), within(BigDecimal.ONE));
    }

    @Test
    void paysWhatIsBoundAlreadyInEveryPortfolioAndNothingMoreForWhatRunsOnIt() throws IOException {
        String offer = share(INSURER, COMMITTED, "1").offer();
        int half = new Bill(INSURER).size(share(INSURER, COMMITTED, "1")).accelerators() / 2;
        Decision bound = committed(offer, half, "2027-04-30");
        NamedPortfolio on = portfolio("on it", bound, share(bound, o -> o.id().equals(offer), "1"));
        NamedPortfolio beside = portfolio("beside it", bound, share(bound, BY_THE_HOUR, "1"));

        Stress stress = stress(bound, List.of(on, beside), scenarios());

        BigDecimal halfAYear = new BigDecimal("60000");
        assertThat(stress.asAssumed()).allSatisfy(l -> assertThat(l.alreadyPaid().amount()).isCloseTo(halfAYear, within(new BigDecimal("500"))));
        Money whole = new Bill(INSURER).candidate(share(INSURER, COMMITTED, "1")).cost().perMonth();
        BigDecimal months = stress.asAssumed().get(0).work().ratioTo(whole);
        assertThat(months).as("half of it for half a year, all of it after that").isCloseTo(new BigDecimal("9"), within(new BigDecimal("0.5")));
        assertThat(stress.stakes()).singleElement().satisfies(s -> assertThat(s.weight()).isEqualByComparingTo("1"));
    }

    @Test
    void chargesOnceForMovingToAnotherStack() {
        NamedPortfolio moved = portfolio("moved", INSURER, share(INSURER, COMMITTED.and(o -> o.accelerator().startsWith("TPU")), "1"));
        Assessed tpu = Seen.candidates(INSURER).get(Seen.key(moved.allocation().shares().get(0)));

        Loss loss = loss(INSURER, moved, new Change.Demand(figure("2")));

        BigDecimal cost = tpu.candidate().porting().cost();
        assertThat(cost).isPositive();
        assertThat(loss.moving().amount()).isCloseTo(cost.multiply(BigDecimal.valueOf(12)).divide(BigDecimal.valueOf(INSURER.profile().horizonMonths()), 2, java.math.RoundingMode.HALF_EVEN), within(BigDecimal.ONE));
        assertThat(loss.total()).isEqualTo(loss.work().plus(loss.penalty()).plus(loss.waste()).plus(loss.moving()).plus(loss.alreadyPaid()));
    }

    @Test
    void decidesNothingAnewThatIsAsAssumed() {
        List<Integer> begun = new ArrayList<>();
        java.util.concurrent.atomic.AtomicInteger done = new java.util.concurrent.atomic.AtomicInteger();
        Watcher watcher = decisions -> {
            begun.add(decisions);
            return done::incrementAndGet;
        };
        Scenario more = new Scenario("X", "More", "More.", List.of(new Change.Demand(figure("2"))));
        Scenario again = new Scenario("Y", "More again", "More.", List.of(new Change.Demand(figure("2"))));
        Scenario nowhere = new Scenario("Z", "Nowhere", "Nowhere.", List.of(new Change.Outage(new Selector(Selector.Kind.PROVIDER, "atlantis"), figure("1"))));

        Stress stress = Stress.of(INSURER.profile(), Shipped.market(), Shipped.knowledge(), INSURER.asOf(), INSURER, UsualPortfolios.of(INSURER).list(),
                scenarios(more, again, nowhere), StressOptions.DEFAULT, watcher).orThrow();

        assertThat(begun).containsExactly(1);
        assertThat(done).hasValue(1);
        assertThat(stress.cases().get(2).losses()).isEqualTo(stress.asAssumed());
        assertThat(stress.cases().get(2).answer().changes()).isFalse();
    }

    @Test
    void saysWhereAScenarioSetsWhatTheTestItselfGoesBy() {
        Scenario often = new Scenario("X", "Often", "Often.", List.of(new Change.PolicySetting("div.outage-probability", figure("0.5"))));
        Scenario capped = new Scenario("Y", "Capped", "Capped.", List.of(new Change.PolicySetting("cpf.win-rho", figure("0.8"))));

        Stress stress = stress(INSURER, UsualPortfolios.of(INSURER).list(), often, capped);

        assertThat(stress.notes()).singleElement().asString().startsWith("X Often sets div.outage-probability, by which this test itself goes");
    }

    private Decision committed(String offer, int accelerators, String until) throws IOException {
        Path profile = place.resolve("committed.yaml");
        Files.writeString(profile, Files.readString(Path.of("profiles/data-in-japan.yaml")) + """
                commitments:
                  - offer: "%s"
                    accelerators: %d
                    perMonth: 10000
                    until: %s
                """.formatted(offer, accelerators, until));
        return Shipped.decide(ProfileFiles.read(profile).orThrow().profile(), Shipped.market());
    }

    /** Only because of the licence may controlled parts go to its site. */
    private Decision withLicence() throws IOException {
        Path profile = place.resolve("licensed.yaml");
        Files.writeString(profile, Files.readString(Path.of("profiles/export-controlled-site.yaml")).replace("exportLicence: false", "exportLicence: true"));
        return Shipped.decide(ProfileFiles.read(profile).orThrow().profile(), Shipped.market());
    }

    private static Figure figure(String value) {
        return new Figure(new BigDecimal(value), Tag.JUDGEMENT, "the test's own");
    }

    private static Scenarios scenarios(Scenario... list) {
        return new Scenarios("test", "", List.of(list));
    }

    private static Loss loss(Decision base, NamedPortfolio portfolio, Change... changes) {
        return stress(base, List.of(portfolio), new Scenario("X", "Test", "Test.", List.of(changes))).cases().get(0).losses().get(0);
    }

    private static Stress stress(Decision base, List<NamedPortfolio> portfolios, Scenario... list) {
        return stress(base, portfolios, scenarios(list));
    }

    private static Stress stress(Decision base, List<NamedPortfolio> portfolios, Scenarios scenarios) {
        return test(base, portfolios, scenarios, StressOptions.DEFAULT).orThrow();
    }

    private static Checked<Stress> test(Decision base, List<NamedPortfolio> portfolios, Scenarios scenarios, StressOptions options) {
        return Stress.of(base.profile(), Shipped.market(), Shipped.knowledge(), base.asOf(), base, portfolios, scenarios, options);
    }

    private static Worlds worlds(Decision base, Scenarios scenarios) {
        return Worlds.of(base.profile(), Shipped.market(), Shipped.knowledge(), base, scenarios).orThrow();
    }

    /** Of the first workload, the cheapest offer of the kind. */
    private static Share share(Decision base, Predicate<Offer> which, String share) {
        Assessed found = base.workloads().get(0).candidates().stream().filter(c -> c.cost() != null && which.test(c.offer()))
                .min(java.util.Comparator.comparing((Assessed c) -> c.cost().perMonth()).thenComparing(c -> c.offer().id())).orElseThrow();
        BigDecimal part = new BigDecimal(share);
        return new Share(base.workloads().get(0).workload().id(), found.offer().id(), found.candidate().designer().id(), found.offer().provider(), part,
                found.cost().perMonth().times(part));
    }

    private static NamedPortfolio portfolio(String name, Decision base, Share... shares) {
        boolean known = List.of(shares).stream().allMatch(s -> Seen.candidates(base).containsKey(Seen.key(s)));
        List<Share> priced = known ? new Bill(base).priced(List.of(shares)) : List.of(shares);
        return new NamedPortfolio(name, "", Allocation.of(Allocation.Status.SOUND, priced, base.profile().currency()));
    }

    private static Money year(NamedPortfolio portfolio) {
        return portfolio.allocation().perMonth().times(BigDecimal.valueOf(12));
    }

    private static BuyerProfile overriding(BuyerProfile buyer, String key, String value) {
        return new Applying(INSURER).apply(List.of(new Change.PolicySetting(key, figure(value))), new Applying.World(buyer, Shipped.market())).buyer();
    }
}
