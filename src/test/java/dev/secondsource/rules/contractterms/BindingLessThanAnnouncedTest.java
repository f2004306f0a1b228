package dev.secondsource.rules.contractterms;

import static dev.secondsource.rules.Facts.candidate;

import dev.secondsource.candidate.Candidate;
import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.rules.RuleVerifier;
import org.junit.jupiter.api.Test;

class BindingLessThanAnnouncedTest {
    private final RuleVerifier rule = RuleVerifier.of("CTR-10").with("ctr.binding-share-major", "0.5").with("ctr.binding-share-minor", "0.9");

    @Test
    void warnsBelowHalf() {
        rule.about(committed("0.49")).fires(Severity.MAJOR, Effect.AGAINST);
    }

    @Test
    void remarksFromHalfToJustBelowNearlyAll() {
        rule.about(committed("0.5")).fires(Severity.MINOR, Effect.AGAINST);
        rule.about(committed("0.89")).fires(Severity.MINOR, Effect.AGAINST);
    }

    @Test
    void staysSilentAtNearlyAll() {
        rule.about(committed("0.9")).staysSilent();
    }

    @Test
    void isUnknownWithoutATerm() {
        rule.about(committed(null)).isUnknown("announced volume");
    }

    @Test
    void doesNotApplyWhereNoVolumeWasAgreed() {
        rule.about(candidate("provider.name", "Cloud", "deal.bindingVolumeShare", "0.1")).doesNotApply();
    }

    private static Candidate committed(String share) {
        return candidate("deal.volumeAgreed", true, "provider.name", "Cloud", "deal.bindingVolumeShare", share);
    }
}
