package dev.secondsource.rules.eligibility;

import static dev.secondsource.rules.Facts.candidate;
import static dev.secondsource.rules.Facts.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.candidate.Candidate;
import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Finding;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.profile.DeliveryMode;
import dev.secondsource.rules.RuleVerifier;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeliveryModeNotAllowedTest {
    private final RuleVerifier rule = RuleVerifier.of("ELG-07");

    @Test
    void refusesAWayOfDeliveryThatTheBuyerRulesOut() {
        Finding finding = rule.about(offer(true, false)).fires(Severity.BLOCKER, Effect.AGAINST);

        assertThat(finding.sentence()).isEqualTo("This offer is to reserve, and the buyer rules that out.");
    }

    @Test
    void staysSilentIfItIsAllowed() {
        rule.about(offer(true, true)).staysSilent();
    }

    @Test
    void leavesAnAcceleratorThatIsNotOnSaleOpenWhetherItsWayIsAllowedOrNot() {
        for (boolean allowed : List.of(true, false)) {
            Finding finding = rule.about(offer(false, allowed)).isUnknown("announced or kept");

            assertThat(finding.severity()).isEqualTo(Severity.BLOCKER);
        }
    }

    @Test
    void isUnknownIfTheWayOfDeliveryIsNotKnown() {
        rule.about(with(offer(true, false), "supply.mode", null)).isUnknown("way of delivery");
    }

    private static Candidate offer(boolean onSale, boolean allowed) {
        Candidate candidate = with(with(candidate(), "supply.onSale", onSale), "supply.mode", DeliveryMode.RESERVE);
        return with(candidate, "supply.modeAllowed", allowed);
    }
}
