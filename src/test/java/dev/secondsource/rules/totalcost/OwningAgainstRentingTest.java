package dev.secondsource.rules.totalcost;

import static dev.secondsource.rules.Facts.candidate;
import static dev.secondsource.rules.Facts.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.candidate.Candidate;
import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Finding;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.rules.RuleVerifier;
import org.junit.jupiter.api.Test;

class OwningAgainstRentingTest {
    private final RuleVerifier rule = RuleVerifier.of("TCO-01").with("tco.own-over-break-even", "1.5")
            .with("cost.rent-fall-share", "0.45").with("cost.rent-rise-share", "0.38");

    @Test
    void favoursOwningThatPaysWhateverRentsDo() {
        Finding finding = rule.about(owned("3.07", true, true, true)).fires(Severity.MAJOR, Effect.FOR);

        assertThat(finding.sentence()).contains("26 280 h", "3.07 times", "fall by 0.45");
    }

    @Test
    void asksForMoreThanBreakingEven() {
        rule.about(owned("1.5", true, true, true)).fires(Severity.MAJOR, Effect.FOR);
        rule.about(owned("1.49", true, true, true)).staysSilent();
    }

    @Test
    void makesOwningThatTurnsWithTheRentConditional() {
        assertThat(rule.about(owned("1.6", true, false, true)).fires(Severity.MAJOR, Effect.AGAINST).mitigation()).contains("buy-back");
        assertThat(rule.about(owned("0.9", false, false, true)).fires(Severity.MAJOR, Effect.AGAINST).mitigation()).contains("More paid work");
    }

    @Test
    void namesNoMendForOwningThatNeverPays() {
        assertThat(rule.about(owned("0.5", false, false, false)).fires(Severity.MAJOR, Effect.AGAINST).mitigation()).isNull();
    }

    @Test
    void isUnknownWithoutARentToCompare() {
        Candidate candidate = with(candidate(), "deal.owned", true);

        rule.about(candidate).isUnknown("offer it was compared with");
    }

    @Test
    void isNotAboutARentedMachine() {
        rule.about(with(owned("3.07", true, true, true), "deal.owned", false)).doesNotApply();
    }

    private static Candidate owned(String times, boolean pays, boolean ifRentFalls, boolean ifRentRises) {
        Candidate candidate = with(with(candidate(), "deal.owned", true), "ownership.plannedOverBreakEven", times);
        candidate = with(with(candidate, "ownership.plannedHours", 26280), "ownership.againstOffer", "crusoe:h100");
        candidate = with(with(candidate, "ownership.pays", pays), "ownership.paysIfRentFalls", ifRentFalls);
        return with(candidate, "ownership.paysIfRentRises", ifRentRises);
    }
}
