package dev.secondsource.rules.channelconflict;

import static dev.secondsource.rules.Facts.candidate;

import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.rules.RuleVerifier;
import org.junit.jupiter.api.Test;

class DesignerIsAlsoProviderTest {
    private final RuleVerifier rule = RuleVerifier.of("CHN-02");

    @Test
    void remarksACloudWithSiliconOfItsOwn() {
        rule.about(candidate("provider.name", "Cloud", "integration.designerIsProvider", true)).fires(Severity.MINOR, Effect.AGAINST);
    }

    @Test
    void staysSilentWhenChipAndCloudAreTwoCompanies() {
        rule.about(candidate("provider.name", "Cloud", "integration.designerIsProvider", false)).staysSilent();
    }

    @Test
    void isNotAboutMachinesTheBuyerOwns() {
        rule.about(candidate("deal.owned", true, "provider.name", "Maker", "integration.designerIsProvider", true)).doesNotApply();
    }
}
