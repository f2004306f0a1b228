package dev.secondsource.profile;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the German Energy Efficiency Act (EnEfG 2023, section 11) asks of a data centre: it has one right answer. */
public final class EnergyEfficiencyAct {
    private static final String GERMANY = "DE";
    /** Connected load from which the act counts a hall as a data centre. */
    private static final BigDecimal LEAST_KW = BigDecimal.valueOf(300);
    /** Halls that begin on this day or later are held to the ceiling of new ones. */
    private static final LocalDate NEW_HALLS = LocalDate.of(2026, 7, 1);

    private static final BigDecimal NEW_CEILING = new BigDecimal("1.2");
    private static final int YEARS_TO_REACH_IT = 2;
    private static final List<Step> CEILINGS =
            List.of(new Step(LocalDate.of(2027, 7, 1), new BigDecimal("1.5")), new Step(LocalDate.of(2030, 7, 1), new BigDecimal("1.3")));
    private static final List<Step> RENEWABLES =
            List.of(new Step(LocalDate.of(2024, 1, 1), new BigDecimal("0.5")), new Step(LocalDate.of(2027, 1, 1), BigDecimal.ONE));

    private EnergyEfficiencyAct() {}

    private record Step(LocalDate since, BigDecimal value) {}

    /** Whether it binds a site. */
    public static boolean binds(Site site) {
        return site.jurisdiction().equals(GERMANY) && site.powerKw().compareTo(LEAST_KW) >= 0;
    }

    /**
     * Highest power usage effectiveness allowed on a day.
     *
     * @param site whose day of opening, if not stated, is taken as before the ceiling of new halls
     * @return null if none is set for that day
     */
    public static @Nullable BigDecimal highestPue(Site site, LocalDate day) {
        if (!binds(site)) return null;
        LocalDate since = site.inOperationSince();
        if (since != null && !since.isBefore(NEW_HALLS)) return day.isBefore(since.plusYears(YEARS_TO_REACH_IT)) ? null : NEW_CEILING;
        return last(CEILINGS, day);
    }

    /** Least share of renewable electricity asked for on a day, 0–1; null if none. */
    public static @Nullable BigDecimal leastRenewableShare(Site site, LocalDate day) {
        return binds(site) ? last(RENEWABLES, day) : null;
    }

    private static @Nullable BigDecimal last(List<Step> steps, LocalDate day) {
        BigDecimal found = null;
        for (Step step : steps) if (!step.since.isAfter(day)) found = step.value;
        return found;
    }
}
