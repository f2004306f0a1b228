package dev.secondsource.shell;

import java.util.List;

/**
 * The switches that every command takes, before or after its name.
 *
 * @param debug an internal error shows its details
 * @param plain no colour, whatever the terminal can do
 */
record Switches(boolean debug, boolean plain) {

    /** The switches among the words, which are taken out of them; words after {@code --} stay. */
    static Switches takeFrom(List<String> words) {
        return new Switches(take(words, "--debug"), take(words, "--no-color"));
    }

    Switches or(Switches others) {
        return new Switches(debug || others.debug, plain || others.plain);
    }

    private static boolean take(List<String> words, String flag) {
        int end = words.indexOf("--");
        return words.subList(0, end < 0 ? words.size() : end).removeIf(flag::equals);
    }
}
