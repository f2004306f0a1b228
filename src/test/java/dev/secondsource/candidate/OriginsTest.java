package dev.secondsource.candidate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.evidence.Evidence;
import dev.secondsource.evidence.Grade;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OriginsTest {
    private static final List<Evidence> PRICE_LIST = List.of(new Evidence("price", "the price list", Grade.E1, LocalDate.parse("2026-10-01")));
    private static final List<Evidence> ACCOUNTS = List.of(new Evidence("accounts", "the filing", Grade.E1, LocalDate.parse("2026-08-01")));
    private static final Origins ORIGINS = new Origins(Map.of("designer.zScore", ACCOUNTS, "software", ACCOUNTS), Map.of("price", PRICE_LIST));

    @Test
    void tracesAWordToItselfAndElseToItsPart() {
        assertThat(ORIGINS.of("designer.zScore")).isEqualTo(ACCOUNTS);
        assertThat(ORIGINS.of("software.native")).isEqualTo(ACCOUNTS);
        assertThat(ORIGINS.of("price.perUnit")).isEqualTo(PRICE_LIST);
    }

    @Test
    void hasNothingBehindWhatTheBuyerSays() {
        assertThat(ORIGINS.of("demand.critical")).isEmpty();
        assertThat(ORIGINS.of("designer.runwayMonths")).isEmpty();
        assertThat(ORIGINS.of("incumbent")).isEmpty();
    }

    @Test
    void learnsWhatAComparisonRestsOnAndKeepsTheRest() {
        Origins compared = ORIGINS.with("comparison", PRICE_LIST);

        assertThat(compared.of("comparison.rho")).isEqualTo(PRICE_LIST);
        assertThat(compared.of("price.perUnit")).isEqualTo(PRICE_LIST);
        assertThat(ORIGINS.of("comparison.rho")).isEmpty();
    }
}
