package dev.secondsource.rules.maturity;

import static dev.secondsource.rules.Facts.candidate;
import static dev.secondsource.rules.Facts.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.candidate.Candidate;
import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.rules.RuleVerifier;
import java.util.List;
import org.junit.jupiter.api.Test;

class CustomersInProductionTest {
    private final RuleVerifier rule = RuleVerifier.of("MAT-03").with("mat.customers-enough", "3").with("mat.customers-too-few", "0")
            .with("mat.level-sandbox", "1").with("mat.level-broad", "5");

    @Test
    void creditsExactlyThreeNamedCustomers() {
        Candidate part = with(part(3, 4), "maturity.customers", List.of("Apple", "Meta", "xAI"));

        var finding = rule.about(part).fires(Severity.MINOR, Effect.FOR);

        assertThat(finding.sentence()).contains("Apple, Meta, xAI");
    }

    @Test
    void staysSilentWithOneOrTwo() {
        rule.about(part(2, 3)).staysSilent();
        rule.about(part(1, 3)).staysSilent();
    }

    @Test
    void warnsOfNoneForAPartProvenAtHomeOnly() {
        rule.about(part(0, 2)).fires(Severity.MAJOR, Effect.AGAINST);
        rule.about(part(0, 4)).fires(Severity.MAJOR, Effect.AGAINST);
    }

    @Test
    void needsNoNamesForAPartProvenAcrossChannelsAndLeavesTheUnprovenToMat09() {
        rule.about(part(0, 5)).staysSilent();
        rule.about(part(0, 1)).staysSilent();
    }

    @Test
    void isUnknownWithoutALevel() {
        rule.about(part(0, null)).isUnknown("maturity level");
    }

    @Test
    void isNotAboutPartsThatAreNotSold() {
        rule.about(with(part(0, 2), "maturity.soldExternally", false)).doesNotApply();
    }

    private static Candidate part(int customers, Integer level) {
        return candidate("maturity.soldExternally", true, "maturity.externalCustomers", customers, "maturity.level", level);
    }
}
