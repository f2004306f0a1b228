package dev.secondsource.rules.costperformance;

import static dev.secondsource.rules.Facts.candidate;
import static dev.secondsource.rules.Facts.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.candidate.Candidate;
import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Finding;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.rules.RuleVerifier;
import org.junit.jupiter.api.Test;

class CostAdvantageOutweighsSpeedTest {
    private final RuleVerifier rule = RuleVerifier.of("CPF-02")
            .with("cpf.clear-win-rho", "0.80").with("cpf.win-rho", "0.90")
            .with("cpf.loss-rho", "1.10").with("cpf.clear-loss-rho", "1.25");

    @Test
    void findsAClearWinAtFortyPercentCheaperAgainstATwentyPercentLead() {
        Candidate candidate = challenger("0.72");

        Finding finding = rule.about(candidate).fires(Severity.MAJOR, Effect.FOR);

        assertThat(finding.values()).containsEntry("rho", "0.72");
        assertThat(finding.sentence()).contains("0.72 of the incumbent's unit cost", "40 %", "20 %", "66.7 %");
    }

    @Test
    void findsAClearWinExactlyAtTheBar() {
        rule.about(challenger("0.80")).fires(Severity.MAJOR, Effect.FOR);
    }

    @Test
    void findsANarrowWinJustAboveTheClearBarAndExactlyAtTheNarrowOne() {
        rule.about(challenger("0.801")).fires(Severity.MINOR, Effect.FOR);
        rule.about(challenger("0.90")).fires(Severity.MINOR, Effect.FOR);
    }

    @Test
    void staysSilentJustAboveTheNarrowBar() {
        rule.about(challenger("0.901")).staysSilent();
    }

    @Test
    void countsAClearWinAsNarrowWhileScalingOutIsUnproven() {
        Candidate candidate = with(challenger("0.72"), "comparison.scaleOutProven", false);

        Finding finding = rule.about(candidate).fires(Severity.MINOR, Effect.FOR);

        assertThat(finding.sentence()).contains("is not known");
    }

    @Test
    void findsTheIncumbentAheadOfItsBestChallenger() {
        rule.about(incumbent("1.25")).fires(Severity.MAJOR, Effect.FOR);
        rule.about(incumbent("1.249")).fires(Severity.MINOR, Effect.FOR);
        rule.about(incumbent("1.10")).fires(Severity.MINOR, Effect.FOR);
        rule.about(incumbent("1.099")).staysSilent();
    }

    @Test
    void findsAClearWinOfAChallengerThatIsNoSlower() {
        Finding finding = rule.about(with(challenger("0.72"), "comparison.mayBeSlower", false)).fires(Severity.MAJOR, Effect.FOR);

        assertThat(finding.sentence()).contains("no slower");
    }

    @Test
    void speaksAgainstDearerWorkFromTheMarginOn() {
        rule.about(challenger("1.09")).staysSilent();
        rule.about(challenger("1.10")).fires(Severity.MINOR, Effect.AGAINST);
        rule.about(challenger("1.249")).fires(Severity.MINOR, Effect.AGAINST);
        rule.about(challenger("1.25")).fires(Severity.MAJOR, Effect.AGAINST);
    }

    @Test
    void weighsDearerButFasterWorkByWhatTheBuyerSaysSpeedIsWorth() {
        Candidate faster = with(with(challenger("1.60"), "comparison.mayBeSlower", false), "comparison.faster", true);
        Candidate valued = with(with(faster, "demand.speedValued", true), "comparison.breakEvenElasticity", "1.6");

        rule.about(with(valued, "demand.performanceElasticity", "1.61")).fires(Severity.MAJOR, Effect.FOR);
        rule.about(with(valued, "demand.performanceElasticity", "1.6")).fires(Severity.MAJOR, Effect.AGAINST);
        rule.about(faster).fires(Severity.MAJOR, Effect.AGAINST);
    }

    @Test
    void isUnknownWithoutAUnitCostToCompare() {
        rule.about(with(challenger("0.72"), "comparison.rho", null)).isUnknown("unit cost relative to the incumbent's");
        rule.about(with(incumbent("1.25"), "standing.bestChallengerRho", null)).isUnknown("lowest rho");
    }

    @Test
    void isAboutNeitherChallengerNorIncumbentOtherwise() {
        rule.about(with(challenger("0.72"), "challenger", false)).doesNotApply();
    }

    private static Candidate challenger(String rho) {
        Candidate candidate = with(with(candidate(), "challenger", true), "comparison.rho", rho);
        candidate = with(with(candidate, "comparison.costAdvantage", "0.40"), "comparison.performanceLead", "0.20");
        candidate = with(with(candidate, "comparison.mayBeSlower", true), "comparison.priceCutToWin", "0.1");
        candidate = with(candidate, "comparison.breakEvenPerformanceLead", "0.6667");
        return with(candidate, "comparison.scaleOutProven", true);
    }

    private static Candidate incumbent(String bestChallengerRho) {
        return with(with(candidate(), "incumbent", true), "standing.bestChallengerRho", bestChallengerRho);
    }
}
