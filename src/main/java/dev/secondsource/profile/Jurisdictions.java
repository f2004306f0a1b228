package dev.secondsource.profile;

import java.util.Set;

/** Countries, and the one union that profiles may name for all its members. */
public final class Jurisdictions {
    /** Stands for every member state in a list of countries. */
    public static final String EUROPEAN_UNION = "EU";

    private static final Set<String> MEMBERS = Set.of("AT", "BE", "BG", "HR", "CY", "CZ", "DK", "EE", "FI", "FR", "DE", "GR",
            "HU", "IE", "IT", "LV", "LT", "LU", "MT", "NL", "PL", "PT", "RO", "SK", "SI", "ES", "SE");

    private Jurisdictions() {}

    /** Whether a list of countries covers a country; an empty list covers all. */
    public static boolean cover(Set<String> allowed, String country) {
        return allowed.isEmpty() || allowed.contains(country) || allowed.contains(EUROPEAN_UNION) && MEMBERS.contains(country);
    }
}
