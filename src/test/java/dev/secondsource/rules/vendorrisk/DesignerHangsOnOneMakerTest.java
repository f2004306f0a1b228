package dev.secondsource.rules.vendorrisk;

import static dev.secondsource.rules.Facts.candidate;
import static dev.secondsource.rules.Facts.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.candidate.Candidate;
import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.rules.RuleVerifier;
import org.junit.jupiter.api.Test;

class DesignerHangsOnOneMakerTest {
    private final RuleVerifier rule = RuleVerifier.of("VRK-13");

    @Test
    void notesTheOneFoundry() {
        rule.about(foundry("a-foundry", true)).fires(Severity.NOTE, Effect.AGAINST);
    }

    @Test
    void notesTheOneMakerOfItsMemory() {
        rule.about(memory("a-maker", true)).fires(Severity.NOTE, Effect.AGAINST);
    }

    @Test
    void warnsIfThatOneMakerDoesNotGiveItEnough() {
        var ofFoundry = rule.about(shortOfCapacity(foundry("a-foundry", true))).fires(Severity.MAJOR, Effect.AGAINST);
        var ofMemory = rule.about(shortOfCapacity(memory("a-maker", true))).fires(Severity.MAJOR, Effect.AGAINST);

        assertThat(ofFoundry.sentence()).contains("a-foundry", "four fifths of orders");
        assertThat(ofMemory.sentence()).contains("a-maker", "four fifths of orders");
    }

    @Test
    void staysSilentIfThereIsAnotherHoweverShortTheyAre() {
        rule.about(foundry("a-foundry", false)).staysSilent();
        rule.about(shortOfCapacity(memory("a-maker", false))).staysSilent();
    }

    @Test
    void isUnknownIfNoneIsNamed() {
        rule.about(foundry(null, null)).isUnknown("foundry");
        rule.about(memory(null, null)).isUnknown("memory");
        assertThat(rule.about(shortOfCapacity(foundry(null, null))).isUnknown("foundry").severity()).isEqualTo(Severity.MAJOR);
    }

    private static Candidate shortOfCapacity(Candidate candidate) {
        return with(with(candidate, "designer.shortOfCapacity", true), "designer.shortage", "four fifths of orders are met");
    }

    private static Candidate foundry(String foundry, Boolean alone) {
        return candidate("designer.name", "Maker", "integration.foundry", foundry, "integration.oneFoundry", alone,
                "integration.memoryMaker", "one of two", "integration.oneMemoryMaker", false);
    }

    private static Candidate memory(String maker, Boolean alone) {
        return candidate("designer.name", "Maker", "integration.foundry", "one of two", "integration.oneFoundry", false,
                "integration.memoryMaker", maker, "integration.oneMemoryMaker", alone);
    }
}
