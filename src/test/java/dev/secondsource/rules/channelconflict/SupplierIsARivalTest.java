package dev.secondsource.rules.channelconflict;

import static dev.secondsource.rules.Facts.candidate;
import static dev.secondsource.rules.Facts.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.candidate.Candidate;
import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.rules.RuleVerifier;
import java.util.List;
import org.junit.jupiter.api.Test;

class SupplierIsARivalTest {
    private static final List<String> NONE = List.of();
    private static final List<String> SEARCH = List.of("search");
    private final RuleVerifier rule = RuleVerifier.of("CHN-01").with("chn.captive-share", "0.80");

    @Test
    void warnsOfARivalWhoHoldsExactlyTheBarOfTheFleet() {
        rule.about(suppliers(SEARCH, NONE, "0.80")).fires(Severity.MAJOR, Effect.AGAINST);
    }

    @Test
    void remarksARivalWithLessOfTheFleet() {
        rule.about(suppliers(SEARCH, NONE, "0.79")).fires(Severity.MINOR, Effect.AGAINST);
    }

    @Test
    void remarksARivalWhoOnlyDesignsTheChip() {
        var finding = rule.about(suppliers(NONE, SEARCH, "1")).fires(Severity.MINOR, Effect.AGAINST);

        assertThat(finding.sentence()).contains("Maker").doesNotContain("Cloud");
    }

    @Test
    void namesBothIfBothAreRivals() {
        var finding = rule.about(suppliers(SEARCH, List.of("games"), "0")).fires(Severity.MINOR, Effect.AGAINST);

        assertThat(finding.sentence()).contains("Cloud", "search", "Maker", "games");
    }

    @Test
    void namesACompanyOnceThatIsBoth() {
        Candidate own = with(suppliers(SEARCH, SEARCH, "0"), "designer.name", "Cloud");

        var finding = rule.about(own).fires(Severity.MINOR, Effect.AGAINST);

        assertThat(finding.sentence()).containsOnlyOnce("Cloud");
    }

    @Test
    void staysSilentWithoutASharedLineOfBusiness() {
        rule.about(suppliers(NONE, NONE, null)).staysSilent();
    }

    @Test
    void stillRemarksARivalWhenTheFleetIsNotKnown() {
        rule.about(suppliers(SEARCH, NONE, null)).fires(Severity.MINOR, Effect.AGAINST);
    }

    private static Candidate suppliers(List<String> provider, List<String> designer, String share) {
        return candidate("provider.name", "Cloud", "provider.rivalIn", provider, "designer.name", "Maker",
                "designer.rivalIn", designer, "integration.providerShareToday", share);
    }
}
