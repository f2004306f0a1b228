package dev.secondsource.rules.totalcost;

import static dev.secondsource.rules.Facts.candidate;
import static dev.secondsource.rules.Facts.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.candidate.Candidate;
import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.rules.RuleVerifier;
import org.junit.jupiter.api.Test;

class SpotForWorkThatCannotStopTest {
    private final RuleVerifier rule = RuleVerifier.of("TCO-12").with("tco.spot-share", "0.50");

    @Test
    void refusesSpotForWorkThatMayNotBeInterrupted() {
        rule.about(spot(false)).fires(Severity.BLOCKER, Effect.AGAINST);
    }

    @Test
    void allowsItForPartOfTheWorkThatMay() {
        assertThat(rule.about(spot(true)).fires(Severity.NOTE, Effect.AGAINST).sentence()).contains("0.5 of the work");
    }

    @Test
    void isNotAboutCapacityThatStays() {
        rule.about(with(spot(false), "deal.spot", false)).doesNotApply();
    }

    private static Candidate spot(boolean preemptible) {
        return with(with(candidate(), "deal.spot", true), "demand.preemptible", preemptible);
    }
}
