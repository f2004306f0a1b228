package dev.secondsource.rules.eligibility;

import static dev.secondsource.rules.Facts.candidate;
import static dev.secondsource.rules.Facts.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.candidate.Candidate;
import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Finding;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.rules.RuleVerifier;
import org.junit.jupiter.api.Test;

class SiteCannotHouseTheMachineTest {
    private final RuleVerifier rule = RuleVerifier.of("ELG-08");

    @Test
    void refusesARackThatDrawsMoreThanARackMayAtTheSite() {
        Finding finding = rule.about(with(housed(), "supply.rackKw", "44.1")).fires(Severity.BLOCKER, Effect.AGAINST);

        assertThat(finding.sentence()).contains("One rack draws 44.1 kW").contains("may draw 44 kW");
    }

    @Test
    void staysSilentExactlyAtWhatTheSiteGives() {
        rule.about(housed()).staysSilent();
    }

    @Test
    void refusesALiquidCooledMachineInAnAirCooledHall() {
        rule.about(with(with(housed(), "supply.liquidCooled", true), "supply.siteLiquid", false))
                .fires(Severity.BLOCKER, Effect.AGAINST);
    }

    @Test
    void acceptsLiquidWhereThereIsLiquid() {
        rule.about(with(housed(), "supply.liquidCooled", true)).staysSilent();
    }

    @Test
    void weighsWorkThatAllTogetherNeedsMoreThanTheSiteHas() {
        Finding finding = rule.about(with(housed(), "supply.powerKw", "600.1")).fires(Severity.MAJOR, Effect.AGAINST);

        assertThat(finding.mitigation()).contains("600 kW");
    }

    @Test
    void isUnknownIfTheRackIsNotKnown() {
        rule.about(with(housed(), "supply.rackKw", null)).isUnknown("power of the smallest machine or rack");
    }

    @Test
    void doesNotAskOfRentedMachines() {
        rule.about(with(with(housed(), "supply.rackKw", "130"), "deal.owned", false)).doesNotApply();
    }

    /** Everything exactly at the limit. */
    private static Candidate housed() {
        Candidate candidate = with(candidate(), "deal.owned", true);
        candidate = with(with(candidate, "supply.rackKw", "44"), "supply.siteRackKw", "44");
        candidate = with(with(candidate, "supply.powerKw", "600"), "supply.sitePowerKw", "600");
        return with(with(candidate, "supply.liquidCooled", false), "supply.siteLiquid", true);
    }
}
