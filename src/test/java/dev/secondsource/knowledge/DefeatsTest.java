package dev.secondsource.knowledge;

import static dev.secondsource.knowledge.Samples.against;
import static dev.secondsource.knowledge.Samples.rule;
import static dev.secondsource.knowledge.Samples.unknown;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.secondsource.problem.Problem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Which finding cancels which. */
class DefeatsTest {
    /** C defeats B, B defeats A. */
    private static final List<Rule> CHAIN =
            List.of(rule("CPF-01", Severity.MAJOR), rule("CPF-02", Severity.MAJOR, "CPF-01"), rule("CPF-03", Severity.MAJOR, "CPF-02"));

    @Test
    void cancelsAFindingAndKeepsItInTheRecord() {
        List<Finding> resolved = Defeats.of(CHAIN).resolve(List.of(against("CPF-01", Severity.MAJOR), against("CPF-02", Severity.MAJOR)));

        assertThat(defeaters(resolved)).isEqualTo(Map.of("CPF-01", List.of("CPF-02"), "CPF-02", List.of()));
    }

    @Test
    void onlyAFindingThatStandsDefeatsAnother() {
        List<Finding> resolved = Defeats.of(CHAIN)
                .resolve(List.of(against("CPF-01", Severity.MAJOR), against("CPF-02", Severity.MAJOR), against("CPF-03", Severity.MAJOR)));

        assertThat(defeaters(resolved)).isEqualTo(Map.of("CPF-01", List.of(), "CPF-02", List.of("CPF-03"), "CPF-03", List.of()));
    }

    @Test
    void whatIsUnknownNeitherDefeatsNorIsDefeated() {
        List<Finding> byUnknown = Defeats.of(CHAIN).resolve(List.of(against("CPF-01", Severity.MAJOR), unknown("CPF-02", Severity.MAJOR)));
        List<Finding> ofUnknown = Defeats.of(CHAIN).resolve(List.of(unknown("CPF-01", Severity.BLOCKER), against("CPF-02", Severity.MAJOR)));

        assertThat(byUnknown.get(0).stands()).isTrue();
        assertThat(defeaters(ofUnknown)).containsEntry("CPF-01", List.of());
    }

    @Test
    void namesEveryDefeater() {
        Defeats defeats = Defeats.of(List.of(rule("CPF-01", Severity.MAJOR), rule("CPF-04", Severity.MINOR, "CPF-01"), rule("CPF-05", Severity.MINOR, "CPF-01")));

        List<Finding> resolved = defeats.resolve(
                List.of(against("CPF-05", Severity.MINOR), against("CPF-01", Severity.MAJOR), against("CPF-04", Severity.MINOR)));

        assertThat(defeaters(resolved)).containsEntry("CPF-01", List.of("CPF-04", "CPF-05"));
    }

    @Test
    void doesNotDependOnAnyOrder() {
        List<Rule> rules = new ArrayList<>(CHAIN);
        rules.add(rule("CPF-04", Severity.MINOR, "CPF-01", "CPF-03"));
        List<Finding> findings = new ArrayList<>();
        for (Rule each : rules) findings.add(against(each.id(), Severity.MAJOR));
        Map<String, List<String>> expected = defeaters(Defeats.of(rules).resolve(findings));

        Random random = new Random(1);
        for (int i = 0; i < 24; i++) {
            Collections.shuffle(rules, random);
            Collections.shuffle(findings, random);
            assertThat(defeaters(Defeats.of(rules).resolve(findings))).isEqualTo(expected);
        }
        assertThat(expected).containsEntry("CPF-01", List.of("CPF-02", "CPF-04")).containsEntry("CPF-02", List.of());
    }

    @Test
    void refusesATargetThatIsNoRule() {
        List<Problem> problems = Defeats.problems(List.of(rule("CPF-02", Severity.MAJOR), rule("CPF-04", Severity.MINOR, "CPF-20")));

        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.file()).isEqualTo("cost-performance/cpf-04.drl");
            assertThat(problem.line()).isEqualTo(7);
            assertThat(problem.what()).contains("CPF-20, which no rule is");
            assertThat(problem.mend()).contains("CPF-02");
        });
    }

    @Test
    void refusesACircleAndNamesItOnce() {
        List<Rule> circle = List.of(rule("CPF-01", Severity.MAJOR, "CPF-02"), rule("CPF-02", Severity.MAJOR, "CPF-03"), rule("CPF-03", Severity.MAJOR, "CPF-01"));

        List<Problem> problems = Defeats.problems(circle);

        assertThat(problems).singleElement().satisfies(p -> assertThat(p.what()).contains("CPF-01 > CPF-02 > CPF-03 > CPF-01"));
        assertThatThrownBy(() -> Defeats.of(circle)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("circle");
    }

    @Test
    void refusesARuleThatDefeatsItself() {
        List<Problem> problems = Defeats.problems(List.of(rule("CPF-01", Severity.MAJOR, "CPF-01")));

        assertThat(problems).singleElement().satisfies(p -> assertThat(p.what()).contains("CPF-01 > CPF-01"));
    }

    private static Map<String, List<String>> defeaters(List<Finding> findings) {
        return findings.stream().collect(Collectors.toMap(Finding::rule, Finding::defeatedBy));
    }
}
