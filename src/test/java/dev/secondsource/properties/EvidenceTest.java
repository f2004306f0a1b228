package dev.secondsource.properties;

import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.Shipped;
import dev.secondsource.decision.Decision;
import dev.secondsource.evidence.Evidence;
import dev.secondsource.evidence.Grade;
import dev.secondsource.knowledge.Finding;
import dev.secondsource.knowledge.Rule;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.knowledge.State;
import dev.secondsource.market.Accelerator;
import dev.secondsource.market.Claim;
import dev.secondsource.market.EquityLink;
import dev.secondsource.market.Fact;
import dev.secondsource.market.Market;
import dev.secondsource.market.MaturityEvidence;
import dev.secondsource.market.Measurement;
import dev.secondsource.market.Offer;
import dev.secondsource.market.Region;
import dev.secondsource.market.SoftwareStack;
import dev.secondsource.market.Supplier;
import dev.secondsource.market.SupplierEvent;
import dev.secondsource.profile.BuyerProfile;
import dev.secondsource.profile.OwnMeasurement;
import dev.secondsource.profile.Workload;
import dev.secondsource.rules.Facts;
import dev.secondsource.verdict.Verdict;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is not known, not proven or not yet true never helps. */
class EvidenceTest {
    private static final Market MARKET = Shipped.market();
    private static final Market CLAIMED = Variants.regraded(MARKET, e -> Facts.with(e, "grade", Grade.E3));

    @ParameterizedTest
    @MethodSource("profiles")
    void anUnknownGateNeverYieldsMoreThanConditional(String profile) {
        Set<String> gates = Shipped.knowledge().rules().stream().filter(Rule::isGate).map(Rule::id).collect(Collectors.toSet());

        assertThat(Decided.candidates(Shipped.decision(Shipped.profile(profile)))
                        .filter(c -> c.findings().stream().anyMatch(f -> f.state() == State.UNKNOWN && f.severity() == Severity.BLOCKER && gates.contains(f.rule()))))
                .isNotEmpty().allSatisfy(c -> assertThat(c.verdict().verdict()).as(c.candidate().id()).isLessThanOrEqualTo(Verdict.CONDITIONAL));
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void everyVerdictNamesFindingsThatAreThere(String profile) {
        assertThat(Decided.candidates(Shipped.decision(Shipped.profile(profile)))).allSatisfy(c -> {
            assertThat(c.findings()).extracting(Finding::rule).containsAll(c.verdict().decidedBy());
            assertThat(c.verdict().decidedBy().isEmpty()).as("%s %s", c.candidate().id(), c.verdict()).isEqualTo(c.verdict().verdict() == Verdict.ACCEPT);
        });
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void contributionsAddUpToEveryScoreAndLinesToEveryCost(String profile) {
        assertThat(Decided.candidates(Shipped.decision(Shipped.profile(profile)))).allSatisfy(c -> {
            BigDecimal points = c.score().contributions().stream().map(p -> p.points()).reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(points.subtract(c.score().value()).abs()).isLessThanOrEqualTo(new BigDecimal("1e-12"));
            assertThat(c.score().value()).isBetween(BigDecimal.ZERO, BigDecimal.ONE);
            if (c.cost() != null) assertThat(c.cost().lines().stream().map(l -> l.perMonth()).reduce((a, b) -> a.plus(b))).contains(c.cost().perMonth());
        });
    }

    /** Everything in the market becomes a vendor's word, and the buyer has measured nothing. */
    @ParameterizedTest
    @MethodSource("profiles")
    void vendorsClaimsAloneNeverYieldPrefer(String profile) {
        BuyerProfile buyer = withoutMeasurements(Shipped.profile(profile));

        Decision decision = Shipped.decide(buyer, Variants.thinned(CLAIMED, buyer));

        assertThat(Decided.candidates(decision).filter(c -> c.verdict().verdict() == Verdict.PREFER).map(c -> c.candidate().id() + " " + c.verdict().decidedBy())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void laterFactsChangeNothing(String profile) {
        BuyerProfile buyer = Shipped.profile(profile);

        Decision decision = Shipped.decide(buyer, later(buyer.asOf().plusDays(1)));

        assertThat(Decided.difference(Shipped.decision(buyer), decision)).isEmpty();
    }

    /** The sample is worth something: the same facts a day earlier do change the decision. */
    @org.junit.jupiter.api.Test
    void factsOfTheDayDoChangeIt() {
        BuyerProfile buyer = Shipped.profiles().get(0);

        Decision decision = Shipped.decide(buyer, later(buyer.asOf()));

        assertThat(Decided.text(decision)).isNotEqualTo(Decided.text(Shipped.decision(buyer)));
    }

    /** Nobody is refused for frameworks that nobody had written of, and nobody passes. */
    @ParameterizedTest
    @MethodSource("profiles")
    void whatAStackRunsIsNotKnownBeforeItIsDocumented(String profile) {
        BuyerProfile buyer = Shipped.profile(profile);
        Market market = Variants.thinned(MARKET, buyer);
        Map<String, SoftwareStack> stacks = new TreeMap<>();
        market.stacks().forEach((id, s) -> stacks.put(id, Facts.with(s, "evidence", Facts.with(s.evidence(), "date", buyer.asOf().plusDays(1)))));

        Decision decision = Shipped.decide(buyer, Facts.with(market, "stacks", stacks));

        assertThat(Decided.candidates(decision)).isNotEmpty().allSatisfy(c -> {
            assertThat(c.findings()).as(c.candidate().id()).filteredOn(f -> f.rule().equals("ELG-05")).extracting(Finding::state).contains(State.UNKNOWN).doesNotContain(State.FIRED);
            assertThat(c.verdict().verdict()).isLessThanOrEqualTo(Verdict.CONDITIONAL);
        });
    }

    /** The market with one more of everything, dated on a day. */
    private static Market later(LocalDate day) {
        Evidence then = new Evidence("a fact of that day", "x", Grade.E1, day);
        List<Offer> offers = new ArrayList<>();
        MARKET.offers().forEach(o -> offers.add(o.region() == null || o.region().gridGramsPerKwh() != null ? o
                : Facts.with(o, "region", new Region(o.region().provider(), o.region().id(), o.region().country(), new Fact<>(BigDecimal.ONE, then)))));
        MARKET.offers().stream().filter(Variants::isPriced).limit(60)
                .forEach(o -> offers.add(Facts.with(Facts.with(Facts.with(o, "id", "aaa:" + o.id()), "price", o.price().times(new BigDecimal("0.5"))), "evidence", then)));
        List<Measurement> measurements = new ArrayList<>(MARKET.measurements());
        MARKET.measurements().forEach(m -> measurements.add(Facts.with(Facts.with(Facts.with(m, "id", "aaa:" + m.id()), "perAccelerator", m.perAccelerator().multiply(BigDecimal.TEN)), "evidence", then)));
        List<MaturityEvidence> proofs = new ArrayList<>(MARKET.maturity());
        List<Claim> claims = new ArrayList<>(MARKET.claims());
        Map<String, Accelerator> parts = new TreeMap<>(MARKET.accelerators());
        for (Accelerator part : MARKET.accelerators().values()) {
            for (MaturityEvidence.Kind kind : MaturityEvidence.Kind.values()) proofs.add(new MaturityEvidence(part.id(), kind, null, BigDecimal.ONE, "somebody", then));
            claims.add(new Claim("aaa:" + part.id(), "x", part.id(), "H100-SXM", Claim.Basis.PRICE_PERFORMANCE, BigDecimal.TEN, BigDecimal.TEN, "x", then));
            parts.put("Next-" + part.id(), Facts.with(Facts.with(Facts.with(part, "id", "Next-" + part.id()), "released", day), "generation", 99));
        }
        Map<String, Supplier> suppliers = new TreeMap<>();
        MARKET.suppliers().forEach((id, s) -> {
            List<SupplierEvent> events = new ArrayList<>(s.events());
            for (SupplierEvent.Kind kind : SupplierEvent.Kind.values()) events.add(new SupplierEvent(kind, null, 9, "that day", then));
            Map<Supplier.Figure, Fact<BigDecimal>> figures = new TreeMap<>(s.figures());
            for (Supplier.Figure figure : Supplier.Figure.values()) figures.putIfAbsent(figure, new Fact<>(BigDecimal.ONE, then));
            suppliers.put(id, Facts.with(Facts.with(Facts.with(Facts.with(s, "events", events), "figures", figures),
                    "certifications", Variants.plus(s.certifications(), new Fact<>("iso27001", then))),
                    "equityLinks", Variants.plus(s.equityLinks(), new EquityLink("x", null, "that day", then))));
        });
        Market market = MARKET;
        market = Facts.with(market, "offers", offers);
        market = Facts.with(market, "measurements", measurements);
        market = Facts.with(market, "maturity", proofs);
        market = Facts.with(market, "claims", claims);
        market = Facts.with(market, "accelerators", parts);
        return Facts.with(market, "suppliers", suppliers);
    }

    private static BuyerProfile withoutMeasurements(BuyerProfile buyer) {
        List<Workload> workloads = new ArrayList<>();
        for (Workload workload : buyer.workloads()) workloads.add(Facts.with(workload, "measurements", List.<OwnMeasurement>of()));
        return Facts.with(buyer, "workloads", workloads);
    }

    private static List<String> profiles() {
        return Shipped.profiles().stream().map(BuyerProfile::id).toList();
    }
}
