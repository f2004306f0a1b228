package dev.secondsource.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.secondsource.Shipped;
import dev.secondsource.cases.Case.Day;
import dev.secondsource.cases.Score.Checked;
import dev.secondsource.cases.Score.Outcome;
import dev.secondsource.decision.Decision;
import dev.secondsource.decision.DecisionMaker;
import dev.secondsource.market.Market;
import dev.secondsource.market.Offer;
import dev.secondsource.market.SupplierEvent;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** That a case can be lost, and that a mistake in its folder is not overlooked. */
class ScoreTest {
    private static final Case ALEXA = Case.read(Case.FOLDER.resolve("amazon-alexa"));
    private static final Decision DECISION = DecisionMaker.decide(ALEXA.buyer(ALEXA.told().days().get(0)), ALEXA.market(), Shipped.knowledge(), LocalDate.of(2020, 11, 30)).orThrow();

    @Test
    void missesWhatTheDecisionDoesNotSay() {
        Score score = score("""
                decided: {google: 1}
                agrees: true
                reasons:
                  - {workload: speech, designer: aws, effect: FOR, families: [CHN], said: friendship}
                trouble:
                  what: nothing of the kind
                  flags:
                    - {designer: aws, rule: VRK-09}
                    - {designer: aws, rule: CPF-02, severity: NOTE}
                    - {designer: google, rule: CPF-01}
                exactly:
                  - {designer: aws, rule: CPF-02, never: true}
                  - {designer: aws, rule: CPF-02, defeats: MAT-03}
                  - {accelerator: Inferentia1, verdict: [PREFER, REJECT]}
                  - {workload: speech, leads: aws}
                  - {workload: nothing, leads: aws}
                  - {accelerator: T4, mostShare: 0.5}
                  - {allocation: [INFEASIBLE]}
                """, Set.of());

        assertThat(score.agrees()).isFalse();
        assertThat(score.overlap()).isZero();
        for (List<Checked> checked : List.of(score.reasons(), score.trouble(), score.exactly()))
            assertThat(checked).isNotEmpty().extracting(Checked::outcome).containsOnly(Outcome.MISSED);
    }

    @Test
    void doesNotAskForWhatIsAwaited() {
        Score score = score("""
                decided: {google: 1}
                agrees: true
                exactly:
                  - {designer: aws, rule: DIV-99}
                """, Set.of("DIV-99"));

        assertThat(score.exactly()).extracting(Checked::outcome).containsExactly(Outcome.AWAITED);
    }

    @Test
    void countsDesignersFromATenthOn() {
        Score score = score("""
                decided: {nvidia: 80, google: 10, aws: 9.9, amd: 0.1}
                agrees: true
                """, Set.of());

        assertThat(score.expectedDesigners()).containsExactly("google", "nvidia");
    }

    @Test
    void refusesAMisspeltWordTwoQuestionsAndADisagreementWithoutARisk() {
        assertThatThrownBy(() -> day("decided: {aws: }\nagrees: true\nexactly: [{rul: CPF-02}]\n")).hasMessageContaining("rul");
        assertThatThrownBy(() -> day("decided: {aws: }\nagrees: true\nexactly: [{rule: CPF-02, leads: aws}]\n")).hasMessageContaining("ask for one");
        assertThatThrownBy(() -> day("decided: {aws: }\nagrees: false\n")).hasMessageContaining("by design");
    }

    @Test
    void laysAFolderOverTheBundledMarket() {
        Market market = CaseMarket.of(Case.FOLDER.resolve("doe-coral/market"));

        assertThat(market.accelerators()).containsKeys("Ponte-Vecchio", "V100", "H100-SXM");
        assertThat(market.offers()).extracting(Offer::id).contains("own:V100", "unpriced:Ponte-Vecchio").doesNotHaveDuplicates();
        assertThat(market.supplier("intel").events()).extracting(SupplierEvent::what).anyMatch(w -> w.startsWith("Knights Hill")).anyMatch(w -> w.startsWith("Falcon Shores cancelled"));
        assertThat(market.stack("cuda").evidence().date()).isBefore(Shipped.market().stack("cuda").evidence().date());
    }

    private static Score score(String expectations, Set<String> awaited) {
        return new Score(day(expectations), DECISION, ALEXA.market(), Shipped.knowledge(), awaited);
    }

    private static Day day(String expectations) {
        return Case.tell("case: X\ntitle: x\nsources: []\ndays:\n  - day: 2020-11-30\n" + expectations.indent(4)).days().get(0);
    }
}
