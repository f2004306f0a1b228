package dev.secondsource.report;

import dev.secondsource.allocation.Allocation;
import dev.secondsource.verdict.Verdict;

/** A colour or weight of text. It repeats what the words say. */
enum Ink {
    PLAIN(""), BOLD("1"), DIM("2"), GREEN("32"), BRIGHT("1;32"), YELLOW("33"), CYAN("36"), RED("31");

    private final String code;

    Ink(String code) {
        this.code = code;
    }

    /** The text in this ink; as it is if colour is off or there is nothing to see. */
    String on(String text, boolean colour) {
        return !colour || this == PLAIN || text.isBlank() ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
    }

    static Ink of(Verdict verdict) {
        return switch (verdict) {
            case PREFER -> BRIGHT;
            case ACCEPT -> GREEN;
            case CONDITIONAL -> YELLOW;
            case SECOND_SOURCE_ONLY -> CYAN;
            case REJECT -> RED;
        };
    }

    static Ink of(Allocation.Status status) {
        return switch (status) {
            case SOUND -> GREEN;
            case CONDITIONAL, OVERRIDE_REQUIRED -> YELLOW;
            case INFEASIBLE -> RED;
        };
    }
}
