package dev.secondsource.rules.vendorrisk;

import static dev.secondsource.rules.Facts.candidate;

import dev.secondsource.candidate.Candidate;
import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.rules.RuleVerifier;
import org.junit.jupiter.api.Test;

class DesignerHasOneFoundryTest {
    private final RuleVerifier rule = RuleVerifier.of("VRK-13");

    @Test
    void notesTheOneFoundry() {
        rule.about(designer("a-foundry", true)).fires(Severity.NOTE, Effect.AGAINST);
    }

    @Test
    void staysSilentIfThereIsAnother() {
        rule.about(designer("a-foundry", false)).staysSilent();
    }

    @Test
    void isUnknownIfNoneIsNamed() {
        rule.about(designer(null, null)).isUnknown("foundry");
    }

    private static Candidate designer(String foundry, Boolean alone) {
        return candidate("designer.name", "Maker", "integration.foundry", foundry, "integration.oneFoundry", alone);
    }
}
