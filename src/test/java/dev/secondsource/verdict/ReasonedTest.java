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
import dev.secondsource.knowledge.Defeats;
import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Finding;
import dev.secondsource.knowledge.Rule;
import dev.secondsource.knowledge.Severity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The verdict lattice: the first line that holds wins. */
class ReasonedTest {
    private static final String NEAR_TIE = "CPF-03";
    private static final List<Rule> RULES = List.of(rule("ELG-01", Severity.BLOCKER), rule("ELG-02", Severity.BLOCKER),
            rule("VRK-01", Severity.MAJOR), rule("VRK-02", Severity.MAJOR), rule("CPF-02", Severity.MAJOR), rule(NEAR_TIE, Severity.NOTE));
    private static final Set<String> GATES = Set.of("ELG-01", "ELG-02");
    private static final Defeats DEFEATS = Defeats.of(RULES);

    private static final Finding BLOCKER = against("ELG-01", Severity.BLOCKER);
    private static final Finding UNKNOWN_GATE = unknown("ELG-02", Severity.BLOCKER);
    private static final Finding MAJOR = mitigated("VRK-01", Severity.MAJOR);
    private static final Finding MAJOR_TOO = mitigated("VRK-02", Severity.MAJOR);
    private static final Finding UNMITIGATED = against("VRK-01", Severity.MAJOR);
    private static final Finding ADVANTAGE = speaksFor("CPF-02", Severity.MAJOR);
    private static final Finding TIE = against(NEAR_TIE, Severity.NOTE);

    @Test
    void acceptsWhatNothingIsSaidOf() {
        assertThat(of()).isEqualTo(new Reasoned(Verdict.ACCEPT, List.of(), Grounds.NONE, List.of()));
    }

    @Test
    void rejectsWhenABlockerStandsWhateverSpeaksFor() {
        Reasoned reasoned = of(ADVANTAGE, MAJOR, MAJOR_TOO, UNKNOWN_GATE, BLOCKER);

        assertThat(reasoned).isEqualTo(new Reasoned(Verdict.REJECT, List.of("ELG-01"), Grounds.EACH_NEEDED, List.of()));
    }

    @Test
    void aDefeatedBlockerClosesNothing() {
        assertThat(of(defeated(BLOCKER, "ELG-02")).verdict()).isEqualTo(Verdict.ACCEPT);
    }

    @Test
    void letsItStandBehindAnotherWhenTwoMajorFindingsStandAgainst() {
        Reasoned reasoned = of(ADVANTAGE, UNKNOWN_GATE, MAJOR_TOO, MAJOR);

        assertThat(reasoned).isEqualTo(
                new Reasoned(Verdict.SECOND_SOURCE_ONLY, List.of("VRK-01", "VRK-02"), Grounds.EACH_NEEDED, List.of("mend VRK-02", "mend VRK-01")));
    }

    @Test
    void letsItStandBehindAnotherWhenOneMajorFindingHasNoMitigation() {
        Reasoned reasoned = of(UNMITIGATED, UNKNOWN_GATE, ADVANTAGE);

        assertThat(reasoned).isEqualTo(new Reasoned(Verdict.SECOND_SOURCE_ONLY, List.of("VRK-01"), Grounds.EACH_NEEDED, List.of()));
    }

    @Test
    void takesItOnConditionWhenAGateIsUnknownAndSaysWhatIsMissing() {
        Reasoned reasoned = of(UNKNOWN_GATE, ADVANTAGE);

        assertThat(reasoned).isEqualTo(new Reasoned(Verdict.CONDITIONAL, List.of("ELG-02"), Grounds.EACH_NEEDED, List.of("ELG-02 does not know the day.")));
    }

    @Test
    void takesItOnConditionWhenOneMajorFindingHasAMitigation() {
        Reasoned reasoned = of(MAJOR, ADVANTAGE);

        assertThat(reasoned).isEqualTo(new Reasoned(Verdict.CONDITIONAL, List.of("VRK-01"), Grounds.EACH_NEEDED, List.of("mend VRK-01")));
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
        assertThat(of(ADVANTAGE, against("VRK-02", Severity.MINOR))).isEqualTo(new Reasoned(Verdict.PREFER, List.of("CPF-02"), Grounds.EACH_NEEDED, List.of()));
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
    void callsNothingDecisiveWhereEachOfTwoIsEnough() {
        assertThat(of(BLOCKER, against("ELG-02", Severity.BLOCKER))).satisfies(r -> {
            assertThat(r.decidedBy()).containsExactly("ELG-01", "ELG-02");
            assertThat(r.grounds()).isEqualTo(Grounds.EACH_ENOUGH);
            assertThat(r.decisive()).isEmpty();
            assertThat(r.decided()).isEqualTo("decided by ELG-01, ELG-02, each enough");
        });
        assertThat(of(UNKNOWN_GATE, MAJOR).grounds()).isEqualTo(Grounds.EACH_ENOUGH);
        assertThat(of(ADVANTAGE, speaksFor("VRK-02", Severity.MAJOR)).grounds()).isEqualTo(Grounds.EACH_ENOUGH);
    }

    @Test
    void callsTwoDecisiveThatAreEnoughOnlyTogether() {
        Reasoned reasoned = of(MAJOR, MAJOR_TOO);

        assertThat(reasoned.decisive()).containsExactly("VRK-01", "VRK-02");
        assertThat(reasoned.decided()).isEqualTo("decided by VRK-01, VRK-02 together");
    }

    @Test
    void citesOfTwoTheOneThatIsEnoughAndKeepsBothConditions() {
        Reasoned reasoned = of(UNMITIGATED, MAJOR_TOO);

        assertThat(reasoned).isEqualTo(new Reasoned(Verdict.SECOND_SOURCE_ONLY, List.of("VRK-01"), Grounds.EACH_NEEDED, List.of("mend VRK-02")));
    }

    @Test
    void callsNoneOfThreeDecisiveOfWhichAnyTwoAreEnough() {
        Reasoned reasoned = of(MAJOR, MAJOR_TOO, mitigated("CPF-02", Severity.MAJOR));

        assertThat(reasoned.grounds()).isEqualTo(Grounds.SEVERAL);
        assertThat(reasoned.decided()).isEqualTo("decided by CPF-02, VRK-01, VRK-02, enough together");
    }

    @Test
    void doesNotCallDecisiveWhatOnlyKeepsAnotherBlockerDown() {
        List<Rule> rules = List.of(rule("ELG-01", Severity.BLOCKER, "ELG-02"), rule("ELG-02", Severity.BLOCKER));
        List<Finding> findings = List.of(BLOCKER, defeated(against("ELG-02", Severity.BLOCKER), "ELG-01"));

        Reasoned reasoned = Reasoned.of(findings, Set.of("ELG-01", "ELG-02"), Defeats.of(rules), NEAR_TIE);

        assertThat(reasoned.decidedBy()).containsExactly("ELG-01");
        assertThat(reasoned.decisive()).isEmpty();
        assertThat(reasoned.decided()).isEqualTo("decided by ELG-01, enough but not needed");
    }

    @Test
    void doesNotDependOnTheOrderOfFindings() {
        List<Finding> findings = new ArrayList<>(List.of(MAJOR, UNKNOWN_GATE, ADVANTAGE, TIE));
        Reasoned expected = Reasoned.of(findings, GATES, DEFEATS, NEAR_TIE);

        Collections.reverse(findings);

        assertThat(Reasoned.of(findings, GATES, DEFEATS, NEAR_TIE)).isEqualTo(expected);
    }

    private static Reasoned of(Finding... findings) {
        return Reasoned.of(List.of(findings), GATES, DEFEATS, NEAR_TIE);
    }
}
