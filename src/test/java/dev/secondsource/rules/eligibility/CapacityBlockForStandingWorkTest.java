package dev.secondsource.rules.eligibility;

import static dev.secondsource.rules.Facts.candidate;
import static dev.secondsource.rules.Facts.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.candidate.Candidate;
import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Finding;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.market.PricingKind;
import dev.secondsource.profile.WorkloadKind;
import dev.secondsource.rules.RuleVerifier;
import org.junit.jupiter.api.Test;

class CapacityBlockForStandingWorkTest {
    private final RuleVerifier rule = RuleVerifier.of("ELG-14");

    @Test
    void findsServingOnABlock() {
        Finding finding = rule.about(serving(PricingKind.CAPACITY_BLOCK)).fires(Severity.MAJOR, Effect.AGAINST);

        assertThat(finding.mitigation()).contains("what capacity follows");
    }

    @Test
    void staysSilentOnAnyOtherPricing() {
        rule.about(serving(PricingKind.ON_DEMAND)).staysSilent();
        rule.about(serving(PricingKind.COMMITTED)).staysSilent();
    }

    @Test
    void isUnknownWithoutAPricing() {
        rule.about(with(serving(PricingKind.ON_DEMAND), "deal.pricing", null)).isUnknown("pricing");
    }

    @Test
    void isNotAboutWorkThatNobodyWaitsFor() {
        rule.about(with(serving(PricingKind.CAPACITY_BLOCK), "demand.online", false)).doesNotApply();
    }

    private static Candidate serving(PricingKind pricing) {
        Candidate online = with(with(candidate(), "demand.online", true), "demand.kind", WorkloadKind.ONLINE_SERVING);
        return with(online, "deal.pricing", pricing);
    }
}
