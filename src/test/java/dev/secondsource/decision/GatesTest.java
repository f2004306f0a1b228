package dev.secondsource.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.Shipped;
import dev.secondsource.allocation.Allocation;
import dev.secondsource.allocation.ShutOut;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.profile.BuyerProfile;
import dev.secondsource.profile.DeliveryMode;
import dev.secondsource.rules.Facts;
import dev.secondsource.verdict.Verdict;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class GatesTest {
    private static final BuyerProfile BUYER = Shipped.profile("export-controlled-site");
    private static final Decision DECISION = Shipped.decision(BUYER);

    @Test
    void namesReasonsOfWhichEachOfferHasOne() {
        ShutOut shut = DECISION.allocation().shutOut().get(0);

        assertThat(DECISION.allocation().status()).isEqualTo(Allocation.Status.INFEASIBLE);
        assertThat(shut.offers()).isEqualTo(DECISION.workloads().get(0).candidates().size());
        for (Assessed candidate : DECISION.workloads().get(0).candidates()) assertThat(reasons(candidate)).as(candidate.offer().id()).containsAnyElementsOf(shut.gates());
    }

    @Test
    void canLeaveNoReasonOut() {
        ShutOut shut = DECISION.allocation().shutOut().get(0);

        assertThat(shut.smallest()).isTrue();
        for (String left : shut.gates()) {
            Set<String> rest = shut.gates().stream().filter(g -> !g.equals(left)).collect(Collectors.toSet());
            assertThat(DECISION.workloads().get(0).candidates()).as("without " + left).anyMatch(c -> reasons(c).stream().noneMatch(rest::contains));
        }
    }

    /** The buyer rents nothing (ELG-07): once it does, what the way names leads, or something cheaper. */
    @Test
    void letsSomethingInWhereAWayIsNamed() {
        ShutOut.Way way = DECISION.allocation().shutOut().get(0).ways().stream().filter(w -> w.gate().equals("ELG-07")).findFirst().orElseThrow();

        Decision open = Shipped.decide(Facts.with(BUYER, "deliveryModes", EnumSet.allOf(DeliveryMode.class)), Shipped.market());

        assertThat(open.allocation().shutOut()).isEmpty();
        assertThat(open.workloads().get(0).candidates()).filteredOn(c -> c.offer().id().equals(way.offer()))
                .singleElement().satisfies(c -> assertThat(c.cost().perMonth().toCents()).isEqualTo(way.perMonth()));
    }

    private static Set<String> reasons(Assessed candidate) {
        Set<String> reasons = candidate.findings().stream().filter(f -> f.standsAgainst(Severity.BLOCKER)).map(f -> f.rule()).collect(Collectors.toSet());
        if (candidate.verdict().verdict() == Verdict.SECOND_SOURCE_ONLY) reasons.addAll(candidate.verdict().decidedBy());
        if (candidate.offer().price() == null) reasons.add(ShutOut.NO_PRICE);
        else if (candidate.cost() == null && candidate.verdict().verdict() != Verdict.REJECT) reasons.add(ShutOut.NO_COST);
        return reasons;
    }
}
