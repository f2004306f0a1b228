package dev.secondsource.rules.vendorrisk;

import static dev.secondsource.rules.Facts.candidate;
import static dev.secondsource.rules.Facts.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.candidate.Candidate;
import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.rules.RuleVerifier;
import org.junit.jupiter.api.Test;

class ProductLineUnsettledTest {
    private final RuleVerifier rule = RuleVerifier.of("VRK-09").with("vrk.upheaval-months", "24");

    @Test
    void warnsAtExactlyTwentyFourMonths() {
        var finding = rule.about(cancelled(24)).fires(Severity.MAJOR, Effect.AGAINST);

        assertThat(finding.sentence()).startsWith("At Maker, within the last 24").endsWith(": the line was cancelled.");
    }

    @Test
    void staysSilentAMonthLater() {
        rule.about(cancelled(25)).staysSilent();
    }

    @Test
    void isUnknownWithoutTheDate() {
        rule.about(cancelled(null)).isUnknown("months since its accelerator line was cancelled");
    }

    @Test
    void isNotAboutADesignerWhoseLineGoesOn() {
        rule.about(with(cancelled(24), "designer.unsettled", false)).doesNotApply();
    }

    private static Candidate cancelled(Integer months) {
        return candidate("designer.unsettled", true, "designer.name", "Maker", "designer.upheaval", "the line was cancelled",
                "designer.monthsSinceUpheaval", months);
    }
}
