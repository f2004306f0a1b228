package dev.secondsource.rules.vendorrisk;

import static dev.secondsource.rules.Facts.candidate;

import dev.secondsource.candidate.Candidate;
import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.rules.RuleVerifier;
import org.junit.jupiter.api.Test;

class ExportRulesKeepChangingTest {
    private final RuleVerifier rule = RuleVerifier.of("VRK-05").with("vrk.adverse-rule-changes", "2");

    @Test
    void warnsAtExactlyTwoChangesWhereTheRulesAim() {
        rule.about(part(2, true)).fires(Severity.MAJOR, Effect.AGAINST);
    }

    @Test
    void onlyNotesThemElsewhere() {
        rule.about(part(2, false)).fires(Severity.NOTE, Effect.AGAINST);
    }

    @Test
    void staysSilentAfterOneChange() {
        rule.about(part(1, true)).staysSilent();
        rule.about(part(1, false)).staysSilent();
    }

    @Test
    void isUnknownAfterOneChangeWithoutADestination() {
        rule.about(part(1, null)).isUnknown("country under chip export control");
    }

    private static Candidate part(int changes, Boolean listed) {
        return candidate("designer.name", "Maker", "designer.adverseRuleChanges", changes, "residency.listedDestination", listed);
    }
}
