package dev.secondsource.profile;

import java.util.Set;

/** Countries, and the one union that profiles may name for all its members. */
public final class Jurisdictions {
    /** Stands for every member state in a list of countries. */
    public static final String EUROPEAN_UNION = "EU";

    private static final Set<String> MEMBERS = Set.of("AT", "BE", "BG", "HR", "CY", "CZ", "DK", "EE", "FI", "FR", "DE", "GR",
            "HU", "IE", "IT", "LV", "LT", "LU", "MT", "NL", "PL", "PT", "RO", "SK", "SI", "ES", "SE");

    /** Country groups whose buyers need a licence for controlled chips: D:5 with Macau (EAR part 740, supplement 1). */
    private static final Set<String> UNDER_CHIP_CONTROL = Set.of("AF", "BY", "CF", "CD", "CN", "CU", "ER", "HT", "IQ", "IR", "KH",
            "KP", "LB", "LY", "MM", "MO", "NI", "RU", "SD", "SO", "SS", "SY", "VE", "ZW");

    private Jurisdictions() {}

    /** Whether chips above the control line need a licence to go there. */
    public static boolean isUnderChipControl(String country) {
        return UNDER_CHIP_CONTROL.contains(country);
    }

    /** Whether a list names members of the Union only, and at least one. */
    public static boolean isEuropean(Set<String> countries) {
        return !countries.isEmpty() && countries.stream().allMatch(c -> c.equals(EUROPEAN_UNION) || MEMBERS.contains(c));
    }

    /** Whether a list of countries covers a country; an empty list covers all. */
    public static boolean cover(Set<String> allowed, String country) {
        return allowed.isEmpty() || allowed.contains(country) || allowed.contains(EUROPEAN_UNION) && MEMBERS.contains(country);
    }
}
