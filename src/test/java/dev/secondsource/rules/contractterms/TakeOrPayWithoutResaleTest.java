package dev.secondsource.rules.contractterms;

import static dev.secondsource.rules.Facts.candidate;
import static dev.secondsource.rules.Facts.with;

import dev.secondsource.candidate.Candidate;
import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.rules.RuleVerifier;
import org.junit.jupiter.api.Test;

class TakeOrPayWithoutResaleTest {
    private final RuleVerifier rule = RuleVerifier.of("CTR-07").with("ctr.committed-share-minor", "0.80");

    @Test
    void remarksJustOverFourFifthsWithoutTheRight() {
        rule.about(committed("0.81", false)).fires(Severity.MINOR, Effect.AGAINST);
    }

    @Test
    void staysSilentAtExactlyFourFifthsOrWithTheRight() {
        rule.about(committed("0.80", false)).staysSilent();
        rule.about(committed("0.81", true)).staysSilent();
    }

    @Test
    void isUnknownWhenTheContractDoesNotSay() {
        rule.about(committed("0.81", null)).isUnknown("right to sublet");
        rule.about(committed(null, false)).isUnknown("committed volume");
    }

    @Test
    void isNotAboutRentByTheHour() {
        rule.about(with(committed("0.81", false), "deal.committed", false)).doesNotApply();
    }

    private static Candidate committed(String share, Boolean sublet) {
        return candidate("deal.committed", true, "deal.committedShareOfDemand", share, "deal.sublet", sublet);
    }
}
