package dev.secondsource.rules.sustainability;

import static dev.secondsource.rules.Facts.candidate;

import dev.secondsource.candidate.Candidate;
import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.rules.RuleVerifier;
import org.junit.jupiter.api.Test;

class RenewablesShortOfLawTest {
    private final RuleVerifier rule = RuleVerifier.of("SUS-03");

    @Test
    void remarksOnAShortfall() {
        rule.about(site("0.99")).fires(Severity.MINOR, Effect.AGAINST);
    }

    @Test
    void staysSilentIfAllIsCovered() {
        rule.about(site("1")).staysSilent();
    }

    @Test
    void isUnknownWithoutAShare() {
        rule.about(site(null)).isUnknown("renewable electricity at the site");
    }

    @Test
    void doesNotApplyWhereNoLawAsks() {
        rule.about(candidate("deal.owned", true, "sustainability.renewableShare", "0", "sustainability.renewableShareAsked", "1")).doesNotApply();
    }

    private static Candidate site(String share) {
        return candidate("deal.owned", true, "sustainability.renewablesAsked", true, "sustainability.renewableShare", share, "sustainability.renewableShareAsked", "1");
    }
}
