package dev.secondsource.report;

import java.util.regex.Pattern;

/** Text that means nothing to Markdown: no markup, no table cell, no link, nobody mentioned. */
final class Markdown {
    private static final Pattern SPECIAL = Pattern.compile("[\\\\`*\\[\\]<>|~$&]|(?<![\\p{Alnum}])_|_(?![\\p{Alnum}])");
    // A mention or a reference works behind a backslash too; a space of no width stops it.
    private static final Pattern REFERENCE = Pattern.compile("([@#])(?=[\\p{Alnum}])");
    private static final Pattern BLOCK_START = Pattern.compile("^(\\p{Digit}+)([.)])(?=\\s)|^([-+#=])");

    private Markdown() {}

    static String text(String value) {
        String escaped = SPECIAL.matcher(Text.plain(value)).replaceAll(m -> "\\\\" + java.util.regex.Matcher.quoteReplacement(m.group()));
        String unlinked = REFERENCE.matcher(escaped).replaceAll("$1\u200b");
        return BLOCK_START.matcher(unlinked).replaceAll(m -> m.group(1) != null ? m.group(1) + "\\\\" + m.group(2) : "\\\\" + m.group(3));
    }

    /** An id, word for word; as text if it holds a backtick, which would end the code. */
    static String code(String value) {
        String plain = Text.plain(value);
        return plain.contains("`") || plain.isBlank() ? text(plain) : "`" + plain.replace("|", "\\|") + "`";
    }
}
