package dev.secondsource.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jline.utils.WCWidth;

/** Words on a line of a terminal, measured in columns and not in characters. */
final class Text {
    /** Holds two words together and prints as a space; of the private use area, so that no text means it otherwise. */
    static final char GLUE = '\ue000';

    private static final Pattern ANSI = Pattern.compile("\u001b\\[[0-?]*[ -/]*[@-~]|\u001b\\][^\u0007\u001b]*(?:\u0007|\u001b\\\\)?");
    private static final Pattern BLANK = Pattern.compile("[\\s\\p{Zs}\\p{Zl}\\p{Zp}\\u0085]+");
    // Control and format characters: among them those that turn the reading direction around.
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}]");
    private static final Pattern BROKEN = Pattern.compile("\\p{Cs}");
    // Digits of one number, a number with its percent sign, and a count with its noun.
    private static final Pattern KEPT_TOGETHER = Pattern.compile("(?<=\\d) (?=\\d{3}(?!\\d)|%)|(?<=\\+\\d{1,3}) (?=region)");

    private Text() {}

    /** One line of text that cannot move the cursor, colour the screen or reorder its neighbours. */
    static String plain(String text) {
        String one = BLANK.matcher(ANSI.matcher(text).replaceAll("")).replaceAll(" ");
        return BROKEN.matcher(UNSEEN.matcher(one).replaceAll("")).replaceAll("\ufffd");
    }

    /** Columns the text takes. */
    static int columns(String text) {
        return text.codePoints().map(Text::columns).sum();
    }

    private static int columns(int codePoint) {
        return Math.max(0, WCWidth.wcwidth(codePoint));
    }

    /** The text, or as much of it as fits with an ellipsis, cut between words where that loses little. */
    static String shorten(String text, int width) {
        if (columns(text) <= width) return text;
        String head = head(text, width - 1);
        int blank = head.lastIndexOf(' ');
        return (blank > head.length() * 2 / 3 ? head.substring(0, blank) : head).stripTrailing() + "…";
    }

    /** Lines of at most this many columns, broken between words; a longer word is broken after a mark inside it. */
    static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : KEPT_TOGETHER.matcher(text).replaceAll(String.valueOf(GLUE)).split(" ")) {
            if (word.isEmpty()) continue;
            if (line.length() > 0 && columns(line.toString()) + 1 + columns(word) <= width) {
                line.append(' ').append(word);
                continue;
            }
            if (line.length() > 0) lines.add(line.toString());
            String rest = word;
            while (columns(rest) > width) {
                String piece = piece(rest, width);
                lines.add(piece);
                rest = rest.substring(piece.length());
            }
            line = new StringBuilder(rest);
        }
        if (line.length() > 0 || lines.isEmpty()) lines.add(line.toString());
        return lines.stream().map(l -> l.replace(GLUE, ' ')).toList();
    }

    /** Columns of the longest word, as {@link #wrap} sees words. */
    static int longestWord(String text) {
        int longest = 0;
        for (String word : KEPT_TOGETHER.matcher(text).replaceAll(String.valueOf(GLUE)).split(" "))
            longest = Math.max(longest, columns(word));
        return longest;
    }

    private static String piece(String word, int width) {
        String head = head(word, width);
        for (int i = head.length() - 1; i > head.length() / 2; i--)
            if ("/:-_.,=&?".indexOf(head.charAt(i)) >= 0) return head.substring(0, i + 1);
        return head;
    }

    private static String head(String text, int width) {
        int used = 0;
        int end = 0;
        while (end < text.length()) {
            int codePoint = text.codePointAt(end);
            // A first character wider than the line still has to go somewhere.
            if (used + columns(codePoint) > width && end > 0) break;
            used += columns(codePoint);
            end += Character.charCount(codePoint);
        }
        return text.substring(0, end);
    }
}
