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

class SuppliersFinanceTheirCustomersTest {
    private static final List<String> NONE = List.of();
    private static final List<String> TIE = List.of("owns 6 % of Cloud");
    private final RuleVerifier rule = RuleVerifier.of("CHN-04");

    @Test
    void notesATieOfTheProvider() {
        var finding = rule.about(suppliers(TIE, NONE)).fires(Severity.NOTE, Effect.AGAINST);

        assertThat(finding.sentence()).contains("Cloud is tied").doesNotContain("Maker");
    }

    @Test
    void notesATieOfTheDesigner() {
        var finding = rule.about(suppliers(NONE, TIE)).fires(Severity.NOTE, Effect.AGAINST);

        assertThat(finding.sentence()).contains("Maker is tied");
    }

    @Test
    void notesBothInOneSentence() {
        var finding = rule.about(suppliers(TIE, List.of("warrants to Lab"))).fires(Severity.NOTE, Effect.AGAINST);

        assertThat(finding.sentence()).contains("Cloud and Maker", "warrants to Lab");
    }

    @Test
    void namesACompanyOnceThatIsBoth() {
        var finding = rule.about(with(suppliers(TIE, TIE), "designer.name", "Cloud")).fires(Severity.NOTE, Effect.AGAINST);

        assertThat(finding.sentence()).containsOnlyOnce("owns 6 %");
    }

    @Test
    void staysSilentWithoutATie() {
        rule.about(suppliers(NONE, NONE)).staysSilent();
    }

    private static Candidate suppliers(List<String> provider, List<String> designer) {
        return candidate("provider.name", "Cloud", "provider.financialTies", provider, "designer.name", "Maker", "designer.financialTies", designer);
    }
}
