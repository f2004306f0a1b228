package dev.secondsource.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.knowledge.Clause;
import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Meaning.Unit;
import dev.secondsource.knowledge.Premise;
import dev.secondsource.knowledge.Rule;
import dev.secondsource.knowledge.Samples;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.knowledge.State;
import dev.secondsource.knowledge.Term;
import dev.secondsource.policy.PolicyBook;
import dev.secondsource.policy.Tag;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SoundnessTest {
    private static final Clause BETWEEN = new Clause.All(List.of(
            new Clause.Compared(new Term.Threshold("low"), Clause.Relation.LESS, new Term.Word("", "age")),
            new Clause.Compared(new Term.Word("", "age"), Clause.Relation.LESS, new Term.Threshold("high"))));

    @Test
    void leavesABandAloneThatWasEmptyOnlyInThePast() {
        PolicyBook book = book(List.of("2022-01-01", "0", "2023-10-17", "60"));

        assertThat(Soundness.problems(List.of(premise("CPF-50")), book)).isEmpty();
    }

    @Test
    void findsABandThatIsEmptyNow() {
        PolicyBook book = book(List.of("2022-01-01", "60", "2023-10-17", "0"));

        assertThat(Soundness.problems(List.of(premise("CPF-50")), book)).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(7);
            assertThat(problem.what()).contains("policy variant default", "high (0) < low (30)");
        });
    }

    @Test
    void takesTwoThatAskTheSameForOneTooMany() {
        PolicyBook book = book(List.of("2022-01-01", "60"));

        assertThat(Soundness.problems(List.of(premise("CPF-50"), premise("CPF-51")), book)).singleElement()
                .satisfies(problem -> assertThat(problem.what()).contains("says the same as CPF-50"));
    }

    @Test
    void doesNotLetMonthsBeHeldAgainstDays() {
        PolicyBook book = book(List.of("2022-01-01", "60"));

        assertThat(Soundness.problems(List.of(reading("CPF-50", Unit.MONTHS)), book)).isNotEmpty().allSatisfy(problem -> {
            assertThat(problem.line()).isEqualTo(7);
            assertThat(problem.what()).contains("age counts months").contains("counts days");
        });
        assertThat(Soundness.problems(List.of(reading("CPF-50", Unit.DAYS)), book)).isEmpty();
        assertThat(Soundness.problems(List.of(reading("CPF-50", Unit.PLAIN)), book)).isEmpty();
    }

    private static Premise reading(String id, Unit unit) {
        Premise premise = premise(id);
        Rule.Band band = premise.band();
        band.inputs().put("$age", new Rule.Input("age", "age", unit));
        return premise;
    }

    private static Premise premise(String id) {
        Rule rule = Samples.rule(id, Severity.NOTE);
        Rule.Band band = new Rule.Band(rule.name(), 7, State.FIRED, Severity.NOTE, Effect.AGAINST, "It is so.", null, "", "", "$candidate",
                new TreeMap<>(), new TreeMap<>(Map.of("$low", "low", "$high", "high")));
        return new Premise(rule, band, BETWEEN);
    }

    /** A low bar of 30 from the beginning, and a high one that changes. */
    private static PolicyBook book(List<String> high) {
        List<PolicyBook.Dated> dated = new ArrayList<>();
        for (int i = 0; i < high.size(); i += 2) dated.add(dated(high.get(i), high.get(i + 1)));
        return new PolicyBook("test", new TreeMap<>(Map.of(
                "low", new PolicyBook.Entry("low", "days", "low bar", null, null, List.of(dated("2022-01-01", "30"))),
                "high", new PolicyBook.Entry("high", "days", "high bar", null, null, dated))), new TreeMap<>());
    }

    private static PolicyBook.Dated dated(String since, String value) {
        return new PolicyBook.Dated(LocalDate.parse(since), new BigDecimal(value), Tag.JUDGEMENT, "set by the test");
    }
}
