package dev.secondsource.catalogue;

import dev.secondsource.quantity.Decimals;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers as lists print them. */
final class Figures {
    private static final int DAY = "2026-10-01".length();
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,2})?");
    private static final Pattern MARKED = Pattern.compile("(?<before>[A-Z]{3}|[$€£¥₹])?\\s*(?<number>[-+0-9.eE]+)\\s*(?<after>[A-Z]{3}|[$€£¥₹])?");
    private static final Map<String, String> SIGNS = Map.of("$", "USD", "€", "EUR", "£", "GBP", "¥", "JPY", "₹", "INR");

    private Figures() {}

    /**
     * @param currency as the cell itself marks it, null if it does not
     */
    record Price(BigDecimal amount, @Nullable String currency) {}

    /** The number, exactly as printed; null if it is none. No thousands separators: they are somebody's decimal points. */
    static @Nullable BigDecimal number(@Nullable String text) {
        return text == null || text.length() > 40 || !NUMBER.matcher(text).matches() ? null : Decimals.plain(new BigDecimal(text));
    }

    /** The day of a time as ISO 8601 writes it, {@code 2026-10-01T00:00:00Z}; null if it is none. */
    static @Nullable LocalDate day(@Nullable String time) {
        if (time == null || time.length() < DAY) return null;
        try {
            return LocalDate.parse(time.substring(0, DAY));
        } catch (DateTimeParseException notADay) {
            return null;
        }
    }

    /** A price with or without a mark of its currency; null if it is none. */
    static @Nullable Price price(String text) {
        Matcher m = MARKED.matcher(text);
        if (!m.matches()) return null;
        BigDecimal amount = number(m.group("number"));
        if (amount == null) return null;
        String mark = m.group("before") != null ? m.group("before") : m.group("after");
        return new Price(amount, mark == null ? null : SIGNS.getOrDefault(mark, mark));
    }
}
