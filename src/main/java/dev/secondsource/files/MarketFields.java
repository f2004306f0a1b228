package dev.secondsource.files;

import dev.secondsource.evidence.Evidence;
import dev.secondsource.evidence.Grade;
import dev.secondsource.problem.Nearest;
import dev.secondsource.problem.Problem;
import dev.secondsource.quantity.Decimals;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The named values of one row or mapping, read by type. Every reader returns something harmless when the value is
 * wrong and adds a problem, so that one pass finds all of them; nothing is to be built from a row that is not
 * {@link #isSound sound}.
 */
final class MarketFields {

    /**
     * Where values come from.
     *
     * @param lines 1-based line of the value at a JSON pointer
     * @param latest the last day a fact may speak of
     * @param problems grows
     */
    record Source(String file, ToIntFunction<String> lines, LocalDate latest, List<Problem> problems) {}

    private final Source source;
    private final String pointer;
    private final ObjectNode values;
    private final @Nullable MarketFields parent;
    private boolean sound = true;

    /** @param values each a string, or in YAML also a list or null */
    MarketFields(Source source, ObjectNode values) {
        this(source, "", values, null);
    }

    private MarketFields(Source source, String pointer, ObjectNode values, @Nullable MarketFields parent) {
        this.source = source;
        this.pointer = pointer;
        this.values = values;
        this.parent = parent;
    }

    int line() {
        return source.lines.applyAsInt(pointer);
    }

    /** Records that a field is wrong, and with it everything that holds this mapping. */
    void wrong(String field, String what, String mend) {
        for (MarketFields holder = this; holder != null; holder = holder.parent) holder.sound = false;
        String at = YamlDocument.child(pointer, field);
        source.problems.add(new Problem(source.file, source.lines.applyAsInt(at), YamlWords.dotted(at), what, mend));
    }

    /** Nothing was wrong with the fields read so far, nor with those of mappings inside. */
    boolean isSound() {
        return sound;
    }

    /** Adds a problem for every field outside the given ones. */
    MarketFields only(Collection<String> known) {
        for (String name : values.propertyNames())
            if (!known.contains(name)) wrong(name, "unknown key", Nearest.suggestion(name, known));
        return this;
    }

    @Nullable String optional(String field) {
        JsonNode value = values.get(field);
        if (value == null || value.isNull()) return null;
        if (value.isString()) return value.stringValue().isEmpty() ? null : value.stringValue();
        wrong(field, "is not a single value", "write one value");
        return null;
    }

    String text(String field) {
        String value = optional(field);
        if (value == null) missing(field, "fill it in");
        return value == null ? "" : value;
    }

    String note(String field) {
        String value = optional(field);
        return value == null ? "" : value;
    }

    /** A decimal above zero, or null if not given. */
    @Nullable BigDecimal positive(String field) {
        BigDecimal number = number(field);
        if (number != null && number.signum() <= 0) {
            wrong(field, number.toPlainString() + " is not above zero", "give the real figure, or leave it empty if it is not known");
            return null;
        }
        return number;
    }

    BigDecimal requiredPositive(String field) {
        if (optional(field) == null) missing(field, "give a number above zero; a part without a price needs no row");
        BigDecimal number = positive(field);
        return number == null ? BigDecimal.ONE : number;
    }

    /**
     * Any decimal, or null if not given. Without exponent and thousands separator: both have hidden factors of a
     * hundred in real price lists.
     */
    @Nullable BigDecimal number(String field) {
        String text = optional(field);
        if (text == null) return null;
        String digits = text.startsWith("-") ? text.substring(1) : text;
        int point = digits.indexOf('.');
        boolean plain = point < 0 ? isDigits(digits) : isDigits(digits.substring(0, point)) && isDigits(digits.substring(point + 1));
        if (plain) return Decimals.plain(new BigDecimal(text));
        wrong(field, "\"" + text + "\" is not a number", "write plain digits with a decimal point, like 1234.5");
        return null;
    }

    /** A whole number of at least one, or null if not given. */
    @Nullable Integer whole(String field, String mend) {
        String text = optional(field);
        if (text == null) return null;
        if (isDigits(text) && text.length() < 10 && text.charAt(0) != '0') return Integer.valueOf(text);
        wrong(field, "\"" + text + "\" is not a whole number above zero", mend);
        return null;
    }

    int requiredWhole(String field, String mend) {
        if (optional(field) == null) missing(field, mend);
        Integer number = whole(field, mend);
        return number == null ? 1 : number;
    }

    /** Yes or no, or null if not given. */
    @Nullable Boolean yesOrNo(String field) {
        String text = optional(field);
        if (text == null) return null;
        if (!text.equals("yes") && !text.equals("no")) wrong(field, "\"" + text + "\" is neither yes nor no", "write yes or no");
        return text.equals("yes");
    }

    boolean requiredYesOrNo(String field) {
        Boolean value = yesOrNo(field);
        if (value == null) missing(field, "write yes or no");
        return Boolean.TRUE.equals(value);
    }

    /** An ISO day, or null if not given. */
    @Nullable LocalDate date(String field) {
        String text = optional(field);
        if (text == null) return null;
        LocalDate day = day(text);
        if (day == null) wrong(field, "\"" + text + "\" is not a day", "write it as 2026-07-30");
        return day;
    }

    /** By hand: there are more than a thousand, and the general parser is slow to start. */
    private static @Nullable LocalDate day(String text) {
        boolean shaped = text.length() == 10 && text.charAt(4) == '-' && text.charAt(7) == '-'
                && isDigits(text.substring(0, 4)) && isDigits(text.substring(5, 7)) && isDigits(text.substring(8));
        if (!shaped) return null;
        try {
            return LocalDate.of(Integer.parseInt(text, 0, 4, 10), Integer.parseInt(text, 5, 7, 10), Integer.parseInt(text, 8, 10, 10));
        } catch (DateTimeException notInTheCalendar) {
            return null;
        }
    }

    /** An enum constant written in lower case with hyphens, or null if not given. */
    <E extends Enum<E>> @Nullable E word(String field, Class<E> type) {
        String text = optional(field);
        if (text == null) return null;
        for (E constant : type.getEnumConstants()) if (word(constant).equals(text)) return constant;
        List<String> words = new ArrayList<>();
        for (E constant : type.getEnumConstants()) words.add(word(constant));
        wrong(field, "\"" + text + "\" is not a known word", Nearest.suggestion(text, words));
        return null;
    }

    /** How files write an enum constant: {@code ON_DEMAND} as {@code on-demand}. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    <E extends Enum<E>> E requiredWord(String field, Class<E> type) {
        if (optional(field) == null) missing(field, "fill it in");
        E word = word(field, type);
        return word == null ? type.getEnumConstants()[0] : word;
    }

    /**
     * The id of something that exists, or empty with a problem.
     *
     * @param ids null if what exists is not known; then any id will do
     */
    String known(String field, @Nullable Collection<String> ids, String what) {
        String id = text(field);
        if (id.isEmpty() || ids == null || ids.contains(id)) return id;
        wrong(field, "no " + what + " \"" + id + "\"", Nearest.suggestion(id, ids));
        return "";
    }

    @Nullable String optionallyKnown(String field, @Nullable Collection<String> ids, String what) {
        return optional(field) == null ? null : known(field, ids, what);
    }

    /** ISO 3166 alpha-2, or empty with a problem. */
    String country(String field, String mend) {
        String code = text(field);
        if (code.isEmpty() || code.length() == 2 && isCapital(code.charAt(0)) && isCapital(code.charAt(1))) return code;
        wrong(field, "\"" + code + "\" is not a country", mend);
        return "";
    }

    Currency currency(String field) {
        String code = text(field);
        try {
            if (!code.isEmpty()) return Currency.getInstance(code);
        } catch (IllegalArgumentException e) {
            wrong(field, "\"" + code + "\" is not a currency", "use an ISO 4217 code, like USD or EUR");
        }
        return Currency.getInstance("USD");
    }

    /** A list of words in YAML, sorted. */
    List<String> words(String field) {
        JsonNode value = values.get(field);
        List<String> words = new ArrayList<>();
        if (value == null || value.isNull()) return words;
        if (!value.isArray()) wrong(field, "is not a list", "write [a, b] or []");
        for (JsonNode item : value)
            if (item.isString()) words.add(item.stringValue());
            else wrong(field, "holds something that is not a word", "write [a, b]");
        words.sort(null);
        return words;
    }

    /** A list of mappings in YAML; empty if not given. */
    List<MarketFields> each(String field) {
        JsonNode value = values.get(field);
        List<MarketFields> children = new ArrayList<>();
        if (value == null || value.isNull()) return children;
        if (!value.isArray()) wrong(field, "is not a list", "write one \"- \" entry each, or []");
        String list = YamlDocument.child(pointer, field);
        for (JsonNode item : value)
            if (item instanceof ObjectNode mapping)
                children.add(new MarketFields(source, YamlDocument.child(list, Integer.toString(children.size())), mapping, this));
            else wrong(field, "holds something that is not a mapping", "write - key: value");
        return children;
    }

    /** Source, grade and date under the usual names of YAML files. */
    Evidence evidence(String subject) {
        return evidence(subject, "date", "dateBasis");
    }

    /**
     * Where this row is from. A date that is only a bound says so in the source, so that it is seen wherever the
     * evidence is shown.
     */
    Evidence evidence(String subject, String dateField, String basisField) {
        String from = text("source");
        Grade grade = optional("grade") == null ? null : grade();
        if (optional("grade") == null) missing("grade", "grade it E1 to E4, see SOURCES.md");
        LocalDate date = date(dateField);
        if (optional(dateField) == null)
            missing(dateField, "give the day of the fact, or the latest possible day with " + basisField + " no-later-than");
        else if (date != null && date.isAfter(source.latest))
            wrong(dateField, date + " is after the market's asOf " + source.latest, "mend the date or raise asOf in market.yaml");
        String basis = optional(basisField);
        if (basis != null && !basis.equals("on") && !basis.equals("no-later-than"))
            wrong(basisField, "\"" + basis + "\" is not a date basis", "write on or no-later-than");
        return new Evidence(
                subject,
                "no-later-than".equals(basis) ? from + " (date: no later than)" : from,
                grade == null ? Grade.E4 : grade,
                date);
    }

    private @Nullable Grade grade() {
        String text = text("grade");
        for (Grade grade : Grade.values()) if (grade.name().equals(text)) return grade;
        wrong("grade", "\"" + text + "\" is not an evidence grade", "use one of E1, E2, E3, E4");
        return null;
    }

    /** A value of the wrong kind was told already. */
    private void missing(String field, String mend) {
        JsonNode value = values.get(field);
        if (value == null || !value.isContainer()) wrong(field, "is missing", mend);
    }

    private static boolean isDigits(String text) {
        for (int i = 0; i < text.length(); i++) if (text.charAt(i) < '0' || text.charAt(i) > '9') return false;
        return !text.isEmpty();
    }

    private static boolean isCapital(char c) {
        return c >= 'A' && c <= 'Z';
    }
}
