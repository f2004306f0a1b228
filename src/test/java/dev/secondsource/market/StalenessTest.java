package dev.secondsource.market;

import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.Shipped;
import dev.secondsource.evidence.Evidence;
import dev.secondsource.evidence.Grade;
import dev.secondsource.rules.Facts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StalenessTest {
    private static final LocalDate DAY = LocalDate.of(2026, 9, 1);
    private static final Offer OFFER = Shipped.market().offers().stream().filter(o -> o.price() != null).findFirst().orElseThrow();
    private final Staleness staleness = Staleness.of(key -> BigDecimal.valueOf(key.contains("spot") ? 90 : 180));

    @ParameterizedTest
    @EnumSource(names = "UNPRICED", mode = EnumSource.Mode.EXCLUDE)
    void isReachedTheDayAfterTheLastFreshOne(PricingKind kind) {
        int most = kind == PricingKind.SPOT ? 90 : 180;

        assertThat(staleness.isStale(priced(kind, DAY, Grade.E1), DAY.plusDays(most))).isFalse();
        assertThat(staleness.isStale(priced(kind, DAY, Grade.E1), DAY.plusDays(most + 1))).isTrue();
    }

    @Test
    void lowersTheEvidenceOfTheStaleByOneGradeAndOfNothingElse() {
        Offer old = priced(PricingKind.SPOT, DAY.minusDays(91), Grade.E2);
        Offer weak = Facts.with(priced(PricingKind.SPOT, DAY.minusDays(91), Grade.E4), "id", "weak");
        Offer fresh = Facts.with(priced(PricingKind.SPOT, DAY.minusDays(90), Grade.E2), "id", "fresh");

        List<Offer> aged = Shipped.market().offering(List.of(old, fresh, weak)).aged(staleness, DAY).offers();

        assertThat(aged).filteredOn(o -> o.id().equals(OFFER.id())).singleElement().satisfies(o -> {
            assertThat(o.evidence().grade()).isEqualTo(Grade.E3);
            assertThat(o.evidence().source()).isEqualTo("x (stale: 91 days old on 2026-09-01, fresh up to 90; grade lowered from E2)");
            assertThat(o.price()).isEqualTo(old.price());
        });
        assertThat(aged).contains(fresh).filteredOn(o -> o.id().equals("weak")).singleElement().returns(Grade.E4, o -> o.evidence().grade());
    }

    @Test
    void isNotSaidOfWhatHasNoPrice() {
        assertThat(staleness.isStale(Offer.unpriced(Shipped.market().accelerator("H100-SXM")), DAY.plusYears(9))).isFalse();
    }

    private static Offer priced(PricingKind kind, LocalDate day, Grade grade) {
        return Facts.with(Facts.with(OFFER, "pricing", kind), "evidence", new Evidence("price", "x", grade, day));
    }
}
