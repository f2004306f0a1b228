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

class CheaperDesignersGiveLeverageTest {
    private final RuleVerifier rule = RuleVerifier.of("CPF-12").with("cpf.leverage-designers", "1")
            .with("cpf.leverage-monthly-spend", "170000").with("cpf.leverage-discount", "0.30");

    @Test
    void notesTheLeverageOfALargeBuyerWithAnAlternative() {
        Finding finding = rule.about(incumbent(1, "170000")).fires(Severity.NOTE, Effect.FOR);

        assertThat(finding.sentence()).contains("170 000 USD a month");
    }

    @Test
    void staysSilentWithoutAnAlternativeOrWithLittleSpend() {
        rule.about(incumbent(0, "170000")).staysSilent();
        rule.about(incumbent(1, "169999")).staysSilent();
    }

    @Test
    void isUnknownWithoutTheAlternativesOrTheSpend() {
        rule.about(with(incumbent(1, "170000"), "standing.cheaperDesigners", null)).isUnknown("eligible designers");
        rule.about(with(incumbent(1, "170000"), "price.perMonth", null)).isUnknown("cost a month");
    }

    @Test
    void isNotAboutAChallenger() {
        rule.about(with(incumbent(1, "170000"), "incumbent", false)).doesNotApply();
    }

    private static Candidate incumbent(int cheaperDesigners, String perMonth) {
        Candidate candidate = with(with(candidate(), "incumbent", true), "price.perMonth", perMonth);
        return with(candidate, "standing.cheaperDesigners", cheaperDesigners);
    }
}
