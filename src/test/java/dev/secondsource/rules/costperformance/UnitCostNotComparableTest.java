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

class UnitCostNotComparableTest {
    private final RuleVerifier rule = RuleVerifier.of("CPF-01");

    @Test
    void keepsAnOfferWithoutAPriceOpen() {
        Candidate candidate = with(candidate(), "price.stated", false);

        Finding finding = rule.about(candidate).isUnknown("No price is on file");

        assertThat(finding.severity()).isEqualTo(Severity.BLOCKER);
    }

    @Test
    void keepsAPricedOfferOfUnknownSpeedOpen() {
        Candidate candidate = with(candidate(), "price.stated", true);

        Finding finding = rule.about(candidate).isUnknown("not how much of this work it buys");

        assertThat(finding.severity()).isEqualTo(Severity.BLOCKER);
    }

    @Test
    void namesTheRateThatAPriceInAnotherCurrencyWants() {
        Candidate candidate = with(with(with(candidate(), "price.stated", true), "price.rateMissing", true), "price.missingRate", "exchange rate USD/JPY");

        Finding finding = rule.about(candidate).isUnknown("the exchange rate USD/JPY is missing");

        assertThat(finding.severity()).isEqualTo(Severity.BLOCKER);
        assertThat(finding.sentence()).doesNotContain("how much of this work");
    }

    @Test
    void remarksOnAThroughputThatIsOnlyComputed() {
        Finding finding = rule.about(priced(false)).fires(Severity.MINOR, Effect.AGAINST);

        assertThat(finding.sentence()).contains("roofline");
    }

    @Test
    void staysSilentOnAMeasuredThroughput() {
        rule.about(priced(true)).staysSilent();
    }

    @Test
    void isUnknownWithoutTheBasisOfTheThroughput() {
        rule.about(with(priced(false), "fit.throughputBasis", null)).isUnknown("basis of the throughput");
    }

    private static Candidate priced(boolean measured) {
        Candidate candidate = with(with(candidate(), "price.stated", true), "price.comparable", true);
        return with(with(candidate, "fit.measured", measured), "fit.throughputBasis", "roofline");
    }
}
