package dev.secondsource.verdict;

import static dev.secondsource.knowledge.Samples.against;
import static dev.secondsource.knowledge.Samples.defeated;
import static dev.secondsource.knowledge.Samples.fired;
import static dev.secondsource.knowledge.Samples.mitigated;
import static dev.secondsource.knowledge.Samples.rule;
import static dev.secondsource.knowledge.Samples.speaksFor;
import static dev.secondsource.knowledge.Samples.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.evidence.Grade;
import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Finding;
import dev.secondsource.knowledge.Rule;
import dev.secondsource.knowledge.Severity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The verdict lattice (RULES §1.12): the first line that holds wins. */
class ReasonedTest {
    private static final String NEAR_TIE = "CPF-03";
    private static final List<Rule> RULES = List.of(rule("ELG-01", Severity.BLOCKER), rule("ELG-02", Severity.BLOCKER),
            rule("VRK-01", Severity.MAJOR), rule("VRK-02", Severity.MAJOR), rule("CPF-02", Severity.MAJOR), rule(NEAR_TIE, Severity.NOTE));

    private static final Finding BLOCKER = against("ELG-01", Severity.BLOCKER);
    private static final Finding UNKNOWN_GATE = unknown("ELG-02", Severity.BLOCKER);
    private static final Finding MAJOR = mitigated("VRK-01", Severity.MAJOR);
    private static final Finding MAJOR_TOO = mitigated("VRK-02", Severity.MAJOR);
    private static final Finding UNMITIGATED = against("VRK-01", Severity.MAJOR);
    private static final Finding ADVANTAGE = speaksFor("CPF-02", Severity.MAJOR);
    private static final Finding TIE = against(NEAR_TIE, Severity.NOTE);

    @Test
    void acceptsWhatNothingIsSaidOf() {
        assertThat(of()).isEqualTo(new Reasoned(Verdict.ACCEPT, List.of(), List.of()));
    }

    @Test
    void rejectsWhenABlockerStandsWhateverSpeaksFor() {
        Reasoned reasoned = of(ADVANTAGE, MAJOR, MAJOR_TOO, UNKNOWN_GATE, BLOCKER);

        assertThat(reasoned).isEqualTo(new Reasoned(Verdict.REJECT, List.of("ELG-01"), List.of()));
    }

    @Test
    void aDefeatedBlockerClosesNothing() {
        assertThat(of(defeated(BLOCKER, "ELG-02")).verdict()).isEqualTo(Verdict.ACCEPT);
    }

    @Test
    void letsItStandBehindAnotherWhenTwoMajorFindingsStandAgainst() {
        Reasoned reasoned = of(ADVANTAGE, UNKNOWN_GATE, MAJOR_TOO, MAJOR);

        assertThat(reasoned).isEqualTo(
                new Reasoned(Verdict.SECOND_SOURCE_ONLY, List.of("VRK-01", "VRK-02"), List.of("mend VRK-02", "mend VRK-01")));
    }

    @Test
    void letsItStandBehindAnotherWhenOneMajorFindingHasNoMitigation() {
        Reasoned reasoned = of(UNMITIGATED, UNKNOWN_GATE, ADVANTAGE);

        assertThat(reasoned).isEqualTo(new Reasoned(Verdict.SECOND_SOURCE_ONLY, List.of("VRK-01"), List.of()));
    }

    @Test
    void takesItOnConditionWhenAGateIsUnknownAndSaysWhatIsMissing() {
        Reasoned reasoned = of(UNKNOWN_GATE, ADVANTAGE);

        assertThat(reasoned).isEqualTo(new Reasoned(Verdict.CONDITIONAL, List.of("ELG-02"), List.of("ELG-02 does not know the day.")));
    }

    @Test
    void takesItOnConditionWhenOneMajorFindingHasAMitigation() {
        Reasoned reasoned = of(MAJOR, ADVANTAGE);

        assertThat(reasoned).isEqualTo(new Reasoned(Verdict.CONDITIONAL, List.of("VRK-01"), List.of("mend VRK-01")));
    }

    @Test
    void namesTheMitigationBeforeWhatIsMissing() {
        assertThat(of(UNKNOWN_GATE, MAJOR).conditions()).containsExactly("mend VRK-01", "ELG-02 does not know the day.");
    }

    @Test
    void countsADefeatedMajorFindingNeitherAgainstNorFor() {
        assertThat(of(MAJOR, defeated(MAJOR_TOO, "CPF-02")).verdict()).isEqualTo(Verdict.CONDITIONAL);
        assertThat(of(defeated(UNMITIGATED, "CPF-02"), ADVANTAGE).verdict()).isEqualTo(Verdict.PREFER);
        assertThat(of(defeated(ADVANTAGE, "CPF-04")).verdict()).isEqualTo(Verdict.ACCEPT);
    }

    @Test
    void prefersOnAMajorAdvantage() {
        assertThat(of(ADVANTAGE, against("VRK-02", Severity.MINOR))).isEqualTo(new Reasoned(Verdict.PREFER, List.of("CPF-02"), List.of()));
    }

    @Test
    void preferenceNeedsMoreThanMinorAdvantages() {
        assertThat(of(speaksFor("CPF-02", Severity.MINOR), speaksFor("VRK-01", Severity.MINOR)).verdict()).isEqualTo(Verdict.ACCEPT);
    }

    @Test
    void aVendorsClaimAloneIsNoPreference() {
        Finding claim = fired("CPF-02", Severity.MAJOR, Effect.FOR, null, Grade.E3);

        assertThat(of(claim).verdict()).isEqualTo(Verdict.ACCEPT);
    }

    @Test
    void nothingIsPreferredInANearTieUnlessTheTieIsDefeated() {
        assertThat(of(ADVANTAGE, TIE).verdict()).isEqualTo(Verdict.ACCEPT);
        assertThat(of(ADVANTAGE, defeated(TIE, "CPF-02")).verdict()).isEqualTo(Verdict.PREFER);
        assertThat(of(ADVANTAGE, unknown(NEAR_TIE, Severity.NOTE)).verdict()).isEqualTo(Verdict.PREFER);
    }

    @Test
    void whatIsUnknownAndNoGateHoldsNothingBack() {
        assertThat(of(unknown("VRK-01", Severity.MAJOR)).verdict()).isEqualTo(Verdict.ACCEPT);
    }

    @Test
    void theLighterUnknownBandOfAGateIsNoClosedGate() {
        assertThat(of(unknown("ELG-02", Severity.MAJOR)).verdict()).isEqualTo(Verdict.ACCEPT);
    }

    @Test
    void doesNotDependOnTheOrderOfFindings() {
        List<Finding> findings = new ArrayList<>(List.of(MAJOR, UNKNOWN_GATE, ADVANTAGE, TIE));
        Reasoned expected = Reasoned.of(findings, RULES, NEAR_TIE);

        Collections.reverse(findings);

        assertThat(Reasoned.of(findings, RULES, NEAR_TIE)).isEqualTo(expected);
    }

    private static Reasoned of(Finding... findings) {
        return Reasoned.of(List.of(findings), RULES, NEAR_TIE);
    }
}
