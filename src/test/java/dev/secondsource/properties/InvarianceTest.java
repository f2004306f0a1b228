package dev.secondsource.properties;

import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.Shipped;
import dev.secondsource.decision.Assessed;
import dev.secondsource.decision.Decision;
import dev.secondsource.decision.WorkloadDecision;
import dev.secondsource.evidence.Evidence;
import dev.secondsource.evidence.Grade;
import dev.secondsource.market.Fact;
import dev.secondsource.market.Market;
import dev.secondsource.market.Offer;
import dev.secondsource.market.PricingKind;
import dev.secondsource.market.Supplier;
import dev.secondsource.profile.BuyerProfile;
import dev.secondsource.profile.FleetItem;
import dev.secondsource.quantity.Money;
import dev.secondsource.rules.Facts;
import dev.secondsource.verdict.Verdict;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Ranks that hold still: what is irrelevant reorders nothing, and order is no input. */
class InvarianceTest {
    private static final Market MARKET = Shipped.market();
    private static final Map<String, Decision> ON_THIN_MARKET = new ConcurrentHashMap<>();

    @ParameterizedTest
    @MethodSource("profiles")
    void aDearerCopyOfTheBestOfferReordersNothing(String profile) {
        BuyerProfile buyer = Shipped.profile(profile);
        for (WorkloadDecision answer : decision(buyer).workloads()) {
            Optional<Assessed> best = answer.winner();
            if (best.isEmpty() || !Variants.isPriced(best.get().offer())) continue;
            Offer dearer = copy(best.get().offer(), "aaa-copy", "1.05");

            Decision with = Shipped.decide(buyer, Variants.with(thin(buyer), dearer));

            leavesTheOthers(answer, with, dearer, Verdict.SECOND_SOURCE_ONLY);
            assertThat(with.allocation().shares()).isEqualTo(decision(buyer).allocation().shares());
        }
    }

    /** It is dominated by its seller alone, whom one customer pays for nine tenths: the price is the same. */
    @ParameterizedTest
    @MethodSource("profiles")
    void aCopyOfTheIncumbentFromAWorseSellerAtTheSamePriceReordersNothing(String profile) {
        BuyerProfile buyer = Shipped.profile(profile);
        for (WorkloadDecision answer : decision(buyer).workloads()) {
            if (answer.incumbent() == null) continue;
            Assessed incumbent = Decided.candidate(decision(buyer), answer.incumbent());
            if (!Variants.isPriced(incumbent.offer()) || incumbent.verdict().verdict() == Verdict.REJECT) continue;
            Offer resold = Facts.with(copy(incumbent.offer(), "aaa-resold", "1"), "provider", "aaa-reseller");

            Decision with = Shipped.decide(buyer, Variants.with(reseller(thin(buyer), incumbent.offer().provider()), resold));

            // A second seller may ease the buyer's exposure, and a seller may be no better than one with such a customer: no samples of this.
            Assessed copied = Decided.candidate(with, answer.workload().id() + " <- aaa-resold");
            boolean worse = copied.score().value().compareTo(Decided.candidate(with, answer.incumbent()).score().value()) < 0;
            if (worse && copied.verdict().verdict().compareTo(Verdict.CONDITIONAL) < 0)
                leavesTheOthers(answer, with, resold, Verdict.SECOND_SOURCE_ONLY);
        }
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void aRejectedOfferReordersNothingHoweverCheap(String profile) {
        BuyerProfile buyer = Shipped.profile(profile);
        for (WorkloadDecision answer : decision(buyer).workloads()) {
            Optional<Assessed> rejected = answer.candidates().stream().filter(c -> c.verdict().verdict() == Verdict.REJECT && c.cost() != null).findFirst();
            if (rejected.isEmpty()) continue;
            Offer cheap = copy(rejected.get().offer(), "aaa-rejected", "0.1");

            leavesTheOthers(answer, Shipped.decide(buyer, Variants.with(thin(buyer), cheap)), cheap, Verdict.REJECT);
        }
    }

    /** What the buyer runs is known by accelerator and provider; a cheap offer of the two that is ruled out is not it. */
    @ParameterizedTest
    @MethodSource("profiles")
    void aRejectedOfferOfWhatTheBuyerRunsIsNotTheIncumbent(String profile) {
        BuyerProfile buyer = Shipped.profile(profile);
        for (WorkloadDecision answer : decision(buyer).workloads()) {
            Optional<Assessed> rejected = answer.candidates().stream()
                    .filter(c -> c.verdict().verdict() == Verdict.REJECT && c.cost() != null && c.offer().pricing() == PricingKind.ON_DEMAND)
                    .filter(c -> buyer.fleet().stream().filter(i -> i.workload().equals(answer.workload().id())).anyMatch(i -> runs(i, c.offer()))).findFirst();
            boolean incumbentRejected = answer.incumbent() != null && Decided.candidate(decision(buyer), answer.incumbent()).verdict().verdict() == Verdict.REJECT;
            if (rejected.isEmpty() || incumbentRejected) continue;
            Offer cheap = copy(rejected.get().offer(), "aaa-rejected", "0.1");

            leavesTheOthers(answer, Shipped.decide(buyer, Variants.with(thin(buyer), cheap)), cheap, Verdict.REJECT);
        }
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void theOrderOfTheMarketChangesNoByte(String profile) {
        BuyerProfile buyer = Shipped.profile(profile);
        Market shuffled = MARKET;
        for (String list : List.of("offers", "measurements", "maturity", "claims")) shuffled = Facts.with(shuffled, list, Variants.shuffled(list(MARKET, list), 7));

        assertThat(Decided.difference(Shipped.decision(buyer).toString(), Shipped.decide(buyer, shuffled).toString())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void theOrderOfWhatIsKnownOfASupplierChangesNothing(String profile) {
        BuyerProfile buyer = Shipped.profile(profile);
        Map<String, Supplier> suppliers = new TreeMap<>();
        thin(buyer).suppliers().forEach((id, s) -> suppliers.put(id, Facts.with(Facts.with(Facts.with(Facts.with(s, "events", reversed(s.events())),
                "equityLinks", reversed(s.equityLinks())), "certifications", reversed(s.certifications())), "competesIn", reversed(s.competesIn()))));

        Decision decision = Shipped.decide(buyer, Facts.with(thin(buyer), "suppliers", suppliers));

        assertThat(Decided.difference(decision(buyer), decision)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void theOrderOfTheProfileChangesNoAnswer(String profile) {
        BuyerProfile buyer = Shipped.profile(profile);
        BuyerProfile reordered = buyer;
        reordered = Facts.with(reordered, "workloads", reversed(buyer.workloads()));
        reordered = Facts.with(reordered, "fleet", reversed(buyer.fleet()));
        reordered = Facts.with(reordered, "contracts", reversed(buyer.contracts()));
        reordered = Facts.with(reordered, "competesIn", reversed(buyer.competesIn()));
        reordered = Facts.with(reordered, "sites", reversed(buyer.sites()));

        Decision decision = Shipped.decide(reordered, thin(buyer));

        assertThat(Decided.difference(Decided.answers(decision(buyer)).toString(), Decided.answers(decision).toString())).isEmpty();
        assertThat(decision.allocation().shares()).containsExactlyInAnyOrderElementsOf(decision(buyer).allocation().shares());
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void aLargerBudgetRemovesNoCandidateAndASmallerOneMovesNoVerdict(String profile) {
        BuyerProfile buyer = Shipped.profile(profile);
        Money spent = decision(buyer).allocation().perMonth();
        Decision poor = Shipped.decide(Facts.with(buyer, "budgetPerMonth", spent.times(new BigDecimal("0.5"))), thin(buyer));
        Decision rich = Shipped.decide(Facts.with(buyer, "budgetPerMonth", spent.times(new BigDecimal("10"))), thin(buyer));

        assertThat(verdicts(rich)).isEqualTo(verdicts(poor));
        assertThat(rich.allocation().shares()).isEqualTo(Shipped.decide(Facts.with(buyer, "budgetPerMonth", null), thin(buyer)).allocation().shares());
        assertThat(rich.allocation().status()).isLessThanOrEqualTo(poor.allocation().status());
    }

    private static Map<String, Verdict> verdicts(Decision decision) {
        return Decided.candidates(decision).collect(Collectors.toMap(c -> c.candidate().id(), c -> c.verdict().verdict()));
    }

    private static void leavesTheOthers(WorkloadDecision before, Decision with, Offer added, Verdict itsVerdict) {
        WorkloadDecision after = Decided.of(with, before.workload().id());

        assertThat(Decided.candidate(with, before.workload().id() + " <- " + added.id()).verdict().verdict()).as("the sample is what it says").isLessThanOrEqualTo(itsVerdict);
        assertThat(Decided.difference(String.join("\n", Decided.order(before, added.id())), String.join("\n", Decided.order(after, added.id())))).as(before.workload().id()).isEmpty();
    }

    private static Offer copy(Offer offer, String id, String factor) {
        return Facts.with(Facts.with(offer, "id", id), "price", offer.price().times(new BigDecimal(factor)));
    }

    private static Market reseller(Market market, String of) {
        Supplier seller = market.supplier(of);
        Map<Supplier.Figure, Fact<BigDecimal>> figures = new TreeMap<>(seller.figures());
        figures.put(Supplier.Figure.TOP_CUSTOMER_SHARE, new Fact<>(new BigDecimal("0.9"), new Evidence("x", "x", Grade.E1, null)));
        Map<String, Supplier> suppliers = new TreeMap<>(market.suppliers());
        suppliers.put("aaa-reseller", Facts.with(Facts.with(seller, "id", "aaa-reseller"), "figures", figures));
        return Facts.with(market, "suppliers", suppliers);
    }

    private static Market thin(BuyerProfile buyer) {
        return Variants.thinned(MARKET, buyer);
    }

    private static Decision decision(BuyerProfile buyer) {
        return ON_THIN_MARKET.computeIfAbsent(buyer.id(), id -> Shipped.decide(buyer, thin(buyer)));
    }

    private static boolean runs(FleetItem item, Offer offer) {
        return item.offer() == null && item.accelerator().equals(offer.accelerator()) && item.provider().equals(offer.provider());
    }

    private static List<?> list(Market market, String name) {
        return switch (name) {
            case "offers" -> market.offers();
            case "measurements" -> market.measurements();
            case "maturity" -> market.maturity();
            default -> market.claims();
        };
    }

    private static <T> List<T> reversed(List<T> all) {
        List<T> other = new java.util.ArrayList<>(all);
        java.util.Collections.reverse(other);
        return other;
    }

    private static List<String> profiles() {
        return Shipped.profiles().stream().map(BuyerProfile::id).toList();
    }
}
