package dev.secondsource.rules.contractterms;

import static dev.secondsource.rules.Facts.candidate;
import static dev.secondsource.rules.Facts.with;

import dev.secondsource.candidate.Candidate;
import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.rules.RuleVerifier;
import org.junit.jupiter.api.Test;

class TermOutlastsGenerationsTest {
    private final RuleVerifier rule = RuleVerifier.of("CTR-02").with("ctr.generations-major", "3").with("ctr.generations-minor", "2");

    @Test
    void warnsJustOverThreeGenerations() {
        rule.about(term("3.08", false)).fires(Severity.MAJOR, Effect.AGAINST);
    }

    @Test
    void remarksFromJustOverTwoToExactlyThree() {
        rule.about(term("2.01", false)).fires(Severity.MINOR, Effect.AGAINST);
        rule.about(term("3", false)).fires(Severity.MINOR, Effect.AGAINST);
    }

    @Test
    void staysSilentAtExactlyTwoOrWithTheRightToMove() {
        rule.about(term("2", false)).staysSilent();
        rule.about(term("3.08", true)).staysSilent();
    }

    @Test
    void isUnknownWithoutTheCadenceOrTheTerms() {
        rule.about(term(null, false)).isUnknown("term counted in generations");
        rule.about(term("3", null)).isUnknown("right to move the commitment to newer chips");
    }

    @Test
    void isNotAboutRentByTheHour() {
        rule.about(with(term("3.08", false), "deal.committed", false)).doesNotApply();
    }

    private static Candidate term(String generations, Boolean upgrade) {
        return candidate("deal.committed", true, "deal.termMonths", 36, "deal.generationsInTerm", generations, "deal.upgradeRight", upgrade);
    }
}
