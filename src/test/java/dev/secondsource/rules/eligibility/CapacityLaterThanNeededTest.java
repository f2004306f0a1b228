package dev.secondsource.rules.eligibility;

import static dev.secondsource.rules.Facts.candidate;
import static dev.secondsource.rules.Facts.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.candidate.Candidate;
import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Finding;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.rules.RuleVerifier;
import org.junit.jupiter.api.Test;

class CapacityLaterThanNeededTest {
    private final RuleVerifier rule = RuleVerifier.of("ELG-10").with("elg.least-slack-days", "0");

    @Test
    void refusesCapacityThatIsLateAtTheMedian() {
        Finding finding = rule.about(ordered(-30, -100)).fires(Severity.BLOCKER, Effect.AGAINST);

        assertThat(finding.sentence()).contains("lead time of 52 weeks").contains("is -30 days");
        rule.about(ordered(-1, -1)).fires(Severity.BLOCKER, Effect.AGAINST);
    }

    @Test
    void weighsCapacityThatIsLateOnlyIfDeliveryIsSlow() {
        Finding finding = rule.about(ordered(0, -1)).fires(Severity.MAJOR, Effect.AGAINST);

        assertThat(finding.mitigation()).contains("milestones");
    }

    @Test
    void staysSilentOnTheLastDay() {
        rule.about(ordered(0, 0)).staysSilent();
    }

    @Test
    void holdsTheBuyersOwnReserveOfDays() {
        RuleVerifier careful = RuleVerifier.of("ELG-10").with("elg.least-slack-days", "14");

        careful.about(ordered(13, 13)).fires(Severity.BLOCKER, Effect.AGAINST);
        careful.about(ordered(14, 14)).staysSilent();
    }

    @Test
    void isAnOpenGateWithoutALeadTime() {
        Finding finding = rule.about(with(ordered(null, null), "supply.leadWeeks", null)).isUnknown("median lead time");

        assertThat(finding.severity()).isEqualTo(Severity.BLOCKER);
    }

    @Test
    void isNoOpenGateIfOnlyTheSlowLeadTimeIsNotKnown() {
        Finding finding = rule.about(ordered(10, null)).isUnknown("days to spare at the slow lead time");

        assertThat(finding.severity()).isEqualTo(Severity.MAJOR);
    }

    @Test
    void doesNotAskWithoutANeedByDayNorOfCapacityByTheHour() {
        rule.about(with(ordered(-30, -30), "supply.boundByDate", false)).doesNotApply();
        rule.about(with(ordered(-30, -30), "deal.ordered", false)).doesNotApply();
    }

    private static Candidate ordered(Integer slack, Integer slow) {
        Candidate candidate = with(with(candidate(), "supply.boundByDate", true), "deal.ordered", true);
        candidate = with(with(candidate, "supply.leadWeeks", 52), "supply.slackDays", slack);
        return with(candidate, "supply.slackDaysIfSlow", slow);
    }
}
