package dev.secondsource.report;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The mark on whatever is printed of negotiated prices, so that it is on the page itself wherever that is sent: a first
 * line for people, a member of the object for programs, a last column for spreadsheets.
 *
 * <p>What is marked is a finished text in one of our own layouts, so no report has to think of it.
 */
public final class Confidential {
    /** What every page of a decision that rests on negotiated terms says, in a place of its own or on its first line. */
    static final String WORDS = "CONFIDENTIAL: contains negotiated prices.";

    private static final String MEMBER = "confidential";

    private Confidential() {}

    /** A first line, in the colour of a warning. */
    public static String text(boolean confidential, String text, boolean colour) {
        return confidential ? Ink.YELLOW.on(WORDS, colour) + "\n\n" + text : text;
    }

    /** A first paragraph. */
    public static String markdown(boolean confidential, String text) {
        return confidential ? "**" + WORDS + "**\n\n" + text : text;
    }

    /**
     * A first member of the object, {@code "confidential": true}; absent if all prices are published.
     *
     * @param object in the layout of {@code Json}
     */
    public static String json(boolean confidential, String object) {
        if (!confidential) return object;
        if (!object.startsWith("{\n  \"")) throw new IllegalArgumentException("only an object can be marked: " + object.substring(0, Math.min(20, object.length())));
        return "{\n  \"" + MEMBER + "\": true,\n" + object.substring(2);
    }

    /**
     * A last column, {@code true} in every row; absent if all prices are published.
     *
     * @param sheet whose first line is its header, and whose cells have no line breaks
     */
    public static String csv(boolean confidential, String sheet) {
        if (!confidential) return sheet;
        String[] lines = sheet.split("\n");
        return IntStream.range(0, lines.length).mapToObj(i -> lines[i] + "," + (i == 0 ? MEMBER : "true") + "\n").collect(Collectors.joining());
    }
}
