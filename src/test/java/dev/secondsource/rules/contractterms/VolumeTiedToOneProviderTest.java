package dev.secondsource.rules.contractterms;

import static dev.secondsource.rules.Facts.candidate;
import static dev.secondsource.rules.Facts.with;

import dev.secondsource.candidate.Candidate;
import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.rules.RuleVerifier;
import org.junit.jupiter.api.Test;

class VolumeTiedToOneProviderTest {
    private final RuleVerifier rule = RuleVerifier.of("CTR-09");

    @Test
    void warnsOfExclusivityForCriticalWork() {
        rule.about(contract(true)).fires(Severity.MAJOR, Effect.AGAINST);
    }

    @Test
    void onlyRemarksItForWorkThatMayStop() {
        rule.about(with(contract(true), "demand.critical", false)).fires(Severity.MINOR, Effect.AGAINST);
    }

    @Test
    void staysSilentWithoutTheClause() {
        rule.about(contract(false)).staysSilent();
    }

    @Test
    void isUnknownWhenTheContractDoesNotSay() {
        rule.about(contract(null)).isUnknown("tie of volume to this provider alone");
    }

    @Test
    void isNotAboutRentByTheHour() {
        rule.about(with(contract(true), "deal.committed", false)).doesNotApply();
    }

    private static Candidate contract(Boolean exclusive) {
        return candidate("deal.committed", true, "demand.critical", true, "demand.criticalShare", "0.4", "provider.name", "Cloud",
                "deal.exclusive", exclusive);
    }
}
