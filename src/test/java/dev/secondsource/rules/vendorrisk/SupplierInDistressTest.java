package dev.secondsource.rules.vendorrisk;

import static dev.secondsource.rules.Facts.candidate;
import static dev.secondsource.rules.Facts.with;

import dev.secondsource.candidate.Candidate;
import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.rules.RuleVerifier;
import org.junit.jupiter.api.Test;

class SupplierInDistressTest {
    private final RuleVerifier rule = RuleVerifier.of("VRK-01").with("vrk.z-score-distress", "1.10").with("vrk.z-score-safe", "2.60");

    @Test
    void warnsJustBelowTheZoneOfDistress() {
        rule.about(provider("1.09")).fires(Severity.MAJOR, Effect.AGAINST);
        rule.about(designer("1.09")).fires(Severity.MAJOR, Effect.AGAINST);
    }

    @Test
    void remarksFromExactlyItsEdgeToJustBelowTheSafeZone() {
        rule.about(provider("1.10")).fires(Severity.MINOR, Effect.AGAINST);
        rule.about(provider("2.59")).fires(Severity.MINOR, Effect.AGAINST);
        rule.about(designer("1.10")).fires(Severity.MINOR, Effect.AGAINST);
        rule.about(designer("2.59")).fires(Severity.MINOR, Effect.AGAINST);
    }

    @Test
    void staysSilentAtTheSafeZone() {
        rule.about(provider("2.60")).staysSilent();
        rule.about(designer("2.60")).staysSilent();
    }

    @Test
    void isUnknownWithoutBooks() {
        rule.about(provider(null)).isUnknown("Altman Z″ score of its books (provider)");
        rule.about(designer(null)).isUnknown("Altman Z″ score of its books (designer)");
    }

    @Test
    void asksNothingOfAUnitOfAGroup() {
        rule.about(unit(unit(provider(null), "provider"), "designer")).doesNotApply();
        rule.about(unit(provider(null), "provider")).staysSilent();
        rule.about(unit(provider("1.09"), "designer")).fires(Severity.MAJOR, Effect.AGAINST);
    }

    @Test
    void asksOnlyTheDesignerOfAMachineThatIsBought() {
        rule.about(with(provider("1.09"), "deal.owned", true)).staysSilent();
        rule.about(with(designer("1.09"), "deal.owned", true)).fires(Severity.MAJOR, Effect.AGAINST);
    }

    private static Candidate unit(Candidate candidate, String role) {
        return with(candidate, role + ".partOfGroup", true);
    }

    private static Candidate provider(String score) {
        return candidate("provider.name", "Cloud", "provider.zScore", score, "designer.name", "Maker", "designer.zScore", "9");
    }

    private static Candidate designer(String score) {
        return candidate("provider.name", "Cloud", "provider.zScore", "9", "designer.name", "Maker", "designer.zScore", score);
    }
}
