package dev.secondsource.market;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The numbers from one bound to another, both among them.
 *
 * @param least null for no lower bound
 * @param most null for no upper bound
 */
public record Span(@Nullable BigDecimal least, @Nullable BigDecimal most) {
    /** Every number, known or not. */
    public static final Span ALL = new Span(null, null);

    private static final String NUMBER = "\\d{1,15}(?:\\.\\d{1,8})?";
    private static final Pattern RANGE = Pattern.compile("(" + NUMBER + ")?\\.\\.(" + NUMBER + ")?");

    /** {@code 80..192}, {@code 80..}, {@code ..3.5} or {@code 8}; empty if it is none of them or ends before it begins. */
    public static Optional<Span> read(String text) {
        if (text.matches(NUMBER)) return Optional.of(new Span(new BigDecimal(text), new BigDecimal(text)));
        Matcher range = RANGE.matcher(text);
        if (!range.matches() || range.group(1) == null && range.group(2) == null) return Optional.empty();
        Span span = new Span(range.group(1) == null ? null : new BigDecimal(range.group(1)), range.group(2) == null ? null : new BigDecimal(range.group(2)));
        return Optional.of(span).filter(s -> s.least == null || s.most == null || s.least.compareTo(s.most) <= 0);
    }

    public boolean isBound() {
        return least != null || most != null;
    }

    /** What is not known passes no bound. */
    public boolean holds(@Nullable BigDecimal value) {
        if (!isBound()) return true;
        return value != null && (least == null || value.compareTo(least) >= 0) && (most == null || value.compareTo(most) <= 0);
    }

    /** As it is typed. */
    @Override
    public String toString() {
        if (least != null && least.equals(most)) return least.toPlainString();
        return (least == null ? "" : least.toPlainString()) + ".." + (most == null ? "" : most.toPlainString());
    }
}
