package dev.secondsource.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.secondsource.problem.Checked;
import dev.secondsource.problem.Problem;
import dev.secondsource.profile.PolicyChoice;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PolicyBookTest {
    private static final LocalDate OLD = LocalDate.of(2024, 1, 1);
    private static final LocalDate NEW = LocalDate.of(2026, 1, 1);
    private static final PolicyBook BOOK = new PolicyBook(
            "2026-11",
            new TreeMap<>(Map.of("cpf.margin", new PolicyBook.Entry(
                    "cpf.margin",
                    "ratio",
                    "a margin",
                    new BigDecimal("0"),
                    new BigDecimal("0.5"),
                    List.of(
                            new PolicyBook.Dated(NEW, new BigDecimal("0.12"), Tag.PUBLISHED, "new source"),
                            new PolicyBook.Dated(OLD, new BigDecimal("0.10"), Tag.BORROWED, "old source"))))),
            new TreeMap<>(Map.of("research", variant("cpf.margin", "0.15"))));

    @Test
    void takesTheValueInForceOnTheDay() {
        assertThat(value("default", Map.of(), NEW.minusDays(1)).value()).isEqualByComparingTo("0.10");
        assertThat(value("default", Map.of(), NEW).value()).isEqualByComparingTo("0.12");
        assertThat(value("default", Map.of(), NEW).tag()).isEqualTo(Tag.PUBLISHED);
        assertThat(value("default", Map.of(), NEW).since()).isEqualTo(NEW);
    }

    @Test
    void takesTheOldestValueBeforeAnyIsInForce() {
        assertThat(value("default", Map.of(), OLD.minusYears(1)).value()).isEqualByComparingTo("0.10");
    }

    @Test
    void callsAVariantAJudgement() {
        PolicyValue value = value("research", Map.of(), NEW);

        assertThat(value.value()).isEqualByComparingTo("0.15");
        assertThat(value.tag()).isEqualTo(Tag.JUDGEMENT);
        assertThat(value.source()).isEqualTo("variant research");
        assertThat(value.replaced()).isNull();
    }

    @Test
    void letsTheBuyerOverrideAndRemembersWhatWasReplaced() {
        PolicyValue value = value("research", Map.of("cpf.margin", new BigDecimal("0.5")), NEW);

        assertThat(value.value()).isEqualByComparingTo("0.5");
        assertThat(value.replaced()).isEqualByComparingTo("0.15");
        assertThat(value.source()).isEqualTo("set by the buyer");
    }

    @Test
    void reportsEveryWrongChoiceAtOnce() {
        Checked<Policy> checked = BOOK.resolve(
                new PolicyChoice("reserch", Map.of("cpf.margin", new BigDecimal("0.51"), "cpf.marjin", BigDecimal.ONE)),
                NEW, "buyer.yaml");

        assertThat(checked.problems()).extracting(Problem::path)
                .containsExactly("policy.overrides.cpf.margin", "policy.overrides.cpf.marjin", "policy.variant");
        assertThat(checked.problems()).extracting(Problem::mend)
                .contains("use at least 0 and at most 0.5", "use one of default, research");
    }

    @Test
    void knowsTheDefaultVariantWithoutBeingTold() {
        assertThat(BOOK.variants()).containsOnlyKeys("default", "research");
    }

    @Test
    void hasNoValueForAnUnknownKey() {
        Policy policy = BOOK.resolve(new PolicyChoice("default", Map.of()), NEW, "buyer.yaml").orThrow();

        assertThatThrownBy(() -> policy.number("cpf.unknown")).hasMessageContaining("cpf.unknown");
    }

    private static PolicyValue value(String variant, Map<String, BigDecimal> overrides, LocalDate asOf) {
        return BOOK.resolve(new PolicyChoice(variant, overrides), asOf, "buyer.yaml").orThrow().value("cpf.margin");
    }

    private static SortedMap<String, BigDecimal> variant(String key, String value) {
        return new TreeMap<>(Map.of(key, new BigDecimal(value)));
    }
}
