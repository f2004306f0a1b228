package dev.secondsource.rules.channelconflict;

import static dev.secondsource.rules.Facts.candidate;

import dev.secondsource.candidate.Candidate;
import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.rules.RuleVerifier;
import java.util.List;
import org.junit.jupiter.api.Test;

class RivalCanLookInsideTest {
    private final RuleVerifier rule = RuleVerifier.of("CHN-05");

    @Test
    void warnsOfAChipThatCannotHideItsWork() {
        rule.about(rival(true, List.of("cloud"), false)).fires(Severity.MAJOR, Effect.AGAINST);
    }

    @Test
    void staysSilentIfItCan() {
        rule.about(rival(true, List.of("cloud"), true)).staysSilent();
    }

    @Test
    void isUnknownIfTheMakerDoesNotSay() {
        rule.about(rival(true, List.of("cloud"), null)).isUnknown("encrypted");
    }

    @Test
    void doesNotApplyWithoutARivalOrAnAsking() {
        rule.about(rival(true, List.of(), false)).doesNotApply();
        rule.about(rival(false, List.of("cloud"), false)).doesNotApply();
    }

    private static Candidate rival(boolean asked, List<String> lines, Boolean confidential) {
        return candidate("integration.secrecyAsked", asked, "provider.name", "Cloud", "provider.rivalIn", lines, "integration.confidential", confidential);
    }
}
