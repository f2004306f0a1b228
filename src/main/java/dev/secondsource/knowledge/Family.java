package dev.secondsource.knowledge;

import java.util.Locale;
import java.util.Optional;

/** The families of heuristics; a family is a folder under {@code rules/} and a prefix of rule ids. */
public enum Family {
    ELIGIBILITY("ELG"),
    WORKLOAD_FIT("FIT"),
    COST_PERFORMANCE("CPF"),
    TOTAL_COST("TCO"),
    DIVERSIFICATION("DIV"),
    VENDOR_RISK("VRK"),
    CHANNEL_CONFLICT("CHN"),
    MATURITY("MAT"),
    CONTRACT_TERMS("CTR"),
    SUSTAINABILITY("SUS"),
    POSTURE("KRA");

    private final String prefix;

    Family(String prefix) {
        this.prefix = prefix;
    }

    /** The letters its rule ids begin with. */
    public String prefix() {
        return prefix;
    }

    /** The name of its folder: {@code cost-performance}. */
    public String folder() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Family> ofFolder(String folder) {
        for (Family family : values()) if (family.folder().equals(folder)) return Optional.of(family);
        return Optional.empty();
    }

    /** As people name it: by its folder or its prefix, in any case. */
    public static Optional<Family> named(String name) {
        for (Family family : values())
            if (family.folder().equalsIgnoreCase(name) || family.prefix.equalsIgnoreCase(name)) return Optional.of(family);
        return Optional.empty();
    }
}
