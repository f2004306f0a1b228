package dev.secondsource.rules.vendorrisk;

import static dev.secondsource.rules.Facts.candidate;
import static dev.secondsource.rules.Facts.with;

import dev.secondsource.candidate.Candidate;
import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.rules.RuleVerifier;
import org.junit.jupiter.api.Test;

class NoticeLongerThanLawAllowsTest {
    private final RuleVerifier rule = RuleVerifier.of("VRK-11").with("vrk.notice-days-by-law", "62");

    @Test
    void warnsOfNinetyDaysUnderTheDataAct() {
        rule.about(contract(90)).fires(Severity.MAJOR, Effect.AGAINST);
    }

    @Test
    void staysSilentAtTheLongestTwoMonthsAndWarnsADayLater() {
        rule.about(contract(62)).staysSilent();
        rule.about(contract(63)).fires(Severity.MAJOR, Effect.AGAINST);
    }

    @Test
    void isUnknownWithoutANoticePeriod() {
        rule.about(contract(null)).isUnknown("notice to leave");
    }

    @Test
    void isNotAboutBuyersOutsideTheActOrMachinesTheyOwn() {
        rule.about(with(contract(90), "residency.switchingLaw", false)).doesNotApply();
        rule.about(with(contract(90), "deal.owned", true)).doesNotApply();
    }

    private static Candidate contract(Integer days) {
        return candidate("residency.switchingLaw", true, "provider.name", "Cloud", "deal.noticeDays", days);
    }
}
