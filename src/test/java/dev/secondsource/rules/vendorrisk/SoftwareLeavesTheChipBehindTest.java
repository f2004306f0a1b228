package dev.secondsource.rules.vendorrisk;

import static dev.secondsource.rules.Facts.candidate;

import dev.secondsource.candidate.Candidate;
import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.rules.RuleVerifier;
import org.junit.jupiter.api.Test;

class SoftwareLeavesTheChipBehindTest {
    private final RuleVerifier rule = RuleVerifier.of("VRK-15");

    @Test
    void warnsOfAChipLeftOut() {
        rule.about(chip(true)).fires(Severity.MAJOR, Effect.AGAINST);
    }

    @Test
    void doesNotApplyToOneThatIsNamed() {
        rule.about(chip(false)).doesNotApply();
    }

    private static Candidate chip(boolean ended) {
        return candidate("software.supportEnded", ended, "software.supportNote", "drivers above 2 leave it out");
    }
}
