package dev.secondsource.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.quantity.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** EnEfG 2023, section 11, day by day. */
class EnergyEfficiencyActTest {
    private static final LocalDate OLD = LocalDate.of(2016, 3, 1);
    private static final LocalDate NEW = LocalDate.of(2026, 7, 1);

    @Test
    void holdsOlderHallsToOneAndAHalfFromMid2027AndToOnePointThreeFromMid2030() {
        Site hall = site("DE", "300", OLD);

        assertThat(EnergyEfficiencyAct.highestPue(hall, LocalDate.of(2027, 6, 30))).isNull();
        assertThat(EnergyEfficiencyAct.highestPue(hall, LocalDate.of(2027, 7, 1))).isEqualByComparingTo("1.5");
        assertThat(EnergyEfficiencyAct.highestPue(hall, LocalDate.of(2030, 6, 30))).isEqualByComparingTo("1.5");
        assertThat(EnergyEfficiencyAct.highestPue(hall, LocalDate.of(2030, 7, 1))).isEqualByComparingTo("1.3");
    }

    @Test
    void givesNewHallsTwoYears() {
        Site hall = site("DE", "300", NEW);

        assertThat(EnergyEfficiencyAct.highestPue(hall, LocalDate.of(2028, 6, 30))).isNull();
        assertThat(EnergyEfficiencyAct.highestPue(hall, LocalDate.of(2028, 7, 1))).isEqualByComparingTo("1.2");
    }

    @Test
    void takesAHallWithoutADayAsAnOlderOne() {
        assertThat(EnergyEfficiencyAct.highestPue(site("DE", "300", null), LocalDate.of(2031, 1, 1))).isEqualByComparingTo("1.3");
    }

    @Test
    void asksForHalfOfRenewableElectricityFrom2024AndAllFrom2027() {
        Site hall = site("DE", "300", OLD);

        assertThat(EnergyEfficiencyAct.leastRenewableShare(hall, LocalDate.of(2023, 12, 31))).isNull();
        assertThat(EnergyEfficiencyAct.leastRenewableShare(hall, LocalDate.of(2026, 12, 31))).isEqualByComparingTo("0.5");
        assertThat(EnergyEfficiencyAct.leastRenewableShare(hall, LocalDate.of(2027, 1, 1))).isEqualByComparingTo("1");
    }

    @Test
    void bindsNobodyElse() {
        assertThat(EnergyEfficiencyAct.binds(site("DE", "299.9", OLD))).isFalse();
        assertThat(EnergyEfficiencyAct.binds(site("FI", "300", OLD))).isFalse();
        assertThat(EnergyEfficiencyAct.highestPue(site("FI", "300", OLD), LocalDate.of(2031, 1, 1))).isNull();
        assertThat(EnergyEfficiencyAct.leastRenewableShare(site("FI", "300", OLD), LocalDate.of(2031, 1, 1))).isNull();
    }

    private static Site site(String country, String kilowatts, @Nullable LocalDate since) {
        return new Site("hall", country, new BigDecimal(kilowatts), BigDecimal.TEN, false, new BigDecimal("1.4"), Money.usd("0.1"),
                BigDecimal.valueOf(363), null, since);
    }
}
