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

class OutsideTheAllowedJurisdictionsTest {
    private final RuleVerifier rule = RuleVerifier.of("ELG-01");

    @Test
    void refusesDataInACountryThatIsNotAllowed() {
        Finding finding = rule.about(data("BE", false)).fires(Severity.BLOCKER, Effect.AGAINST);

        assertThat(finding.sentence()).contains("The data would be in BE");
    }

    @Test
    void refusesAnOperatorUnderALawThatIsNotAllowedThoughTheDataIsWell() {
        Candidate candidate = operator(data("DE", true), "US", false);

        Finding finding = rule.about(candidate).fires(Severity.BLOCKER, Effect.AGAINST);

        assertThat(finding.sentence()).contains("the law of US");
    }

    @Test
    void staysSilentIfBothAreAllowed() {
        rule.about(operator(data("DE", true), "DE", true)).staysSilent();
    }

    @Test
    void isUnknownIfThePlaceIsNotKnown() {
        rule.about(with(with(data("DE", true), "residency.dataCountry", null), "residency.dataAllowed", null))
                .isUnknown("country the data would be in");
    }

    @Test
    void isUnknownIfTheOperatorIsNotKnown() {
        rule.about(operator(data("DE", true), null, null)).isUnknown("country whose law reaches the operator");
    }

    @Test
    void doesNotAskForABuyerWhoNamesNoCountries() {
        rule.about(candidate()).doesNotApply();
    }

    private static Candidate data(String country, boolean allowed) {
        Candidate candidate = with(candidate(), "residency.dataRestricted", true);
        return with(with(candidate, "residency.dataCountry", country), "residency.dataAllowed", allowed);
    }

    private static Candidate operator(Candidate data, String country, Boolean allowed) {
        Candidate candidate = with(data, "residency.operatorRestricted", true);
        return with(with(candidate, "residency.operatorCountry", country), "residency.operatorAllowed", allowed);
    }
}
