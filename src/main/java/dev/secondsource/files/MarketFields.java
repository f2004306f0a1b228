package dev.secondsource.files;

import dev.secondsource.evidence.Evidence;
import dev.secondsource.evidence.Grade;
import dev.secondsource.problem.Problem;
import dev.secondsource.quantity.Decimals;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The named values of one row or mapping, read by type. Every reader returns something harmless when the value is
 * wrong and adds a problem, so that one pass finds all of them; {@link #build} then refuses to build from a wrong row.
 */
final class MarketFields {
    /** No exponent and no thousands separator: both have hidden factors of a hundred in real price lists. */
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
    private static final Pattern WHOLE = Pattern.compile("[1-9]\\d{0,8}");

    private final String file;
    private final String path;
    private final MarketNode.Named node;
    private final LocalDate latest;
    private final List<Problem> problems;
    private final @Nullable MarketFields parent;
    private boolean sound = true;

    /**
     * @param path what precedes a field's name in a problem, ending in a dot, or empty
     * @param latest the last day a fact may speak of
     */
    MarketFields(String file, String path, MarketNode.Named node, LocalDate latest, List<Problem> problems) {
        this(file, path, node, latest, problems, null);
    }

    private MarketFields(
            String file, String path, MarketNode.Named node, LocalDate latest, List<Problem> problems, @Nullable MarketFields parent) {
        this.file = file;
        this.path = path;
        this.node = node;
        this.latest = latest;
        this.problems = problems;
        this.parent = parent;
    }

    int line() {
        return node.line();
    }

    /** Records that a field is wrong, and with it everything that holds this mapping. */
    void wrong(String field, String what, String mend) {
        for (MarketFields holder = this; holder != null; holder = holder.parent) holder.sound = false;
        MarketNode value = node.values().get(field);
        problems.add(new Problem(file, value == null ? node.line() : value.line(), path + field, what, mend));
    }

    /** The object, if nothing was wrong with the fields read so far. */
    <T> Optional<T> build(Supplier<T> object) {
        return sound ? Optional.of(object.get()) : Optional.empty();
    }

    /** Adds a problem for every field outside the given ones. */
    MarketFields only(Collection<String> known) {
        for (String name : node.values().keySet())
            if (!known.contains(name)) wrong(name, "unknown key", oneOf(name, known));
        return this;
    }

    @Nullable String optional(String field) {
        MarketNode value = node.values().get(field);
        if (value == null) return null;
        if (value instanceof MarketNode.Text text && !text.value().isEmpty()) return text.value();
        if (!(value instanceof MarketNode.Text)) wrong(field, "is not a single value", "write one value");
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

    /** Any decimal, or null if not given. */
    @Nullable BigDecimal number(String field) {
        String text = optional(field);
        if (text == null) return null;
        if (NUMBER.matcher(text).matches()) return Decimals.plain(new BigDecimal(text));
        wrong(field, "\"" + text + "\" is not a number", "write plain digits with a decimal point, like 1234.5");
        return null;
    }

    /** A whole number of at least one, or null if not given. */
    @Nullable Integer whole(String field, String mend) {
        String text = optional(field);
        if (text == null) return null;
        if (WHOLE.matcher(text).matches()) return Integer.valueOf(text);
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
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            wrong(field, "\"" + text + "\" is not a day", "write it as 2026-07-30");
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
        wrong(field, "\"" + text + "\" is not a known word", oneOf(text, words));
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

    /** The id of something that exists, or empty with a problem. */
    String known(String field, Collection<String> ids, String what) {
        String id = text(field);
        if (id.isEmpty() || ids.contains(id)) return id;
        wrong(field, "no " + what + " \"" + id + "\"", oneOf(id, ids));
        return "";
    }

    @Nullable String optionallyKnown(String field, Collection<String> ids, String what) {
        return optional(field) == null ? null : known(field, ids, what);
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
        if (!(node.values().get(field) instanceof MarketNode.Items items)) {
            if (node.values().containsKey(field)) wrong(field, "is not a list", "write [a, b] or []");
            return List.of();
        }
        List<String> words = new ArrayList<>();
        for (MarketNode item : items.values())
            if (item instanceof MarketNode.Text text) words.add(text.value());
            else wrong(field, "holds something that is not a word", "write [a, b]");
        return words.stream().sorted().toList();
    }

    /** A list of mappings in YAML; empty if not given. */
    List<MarketFields> each(String field) {
        MarketNode value = node.values().get(field);
        if (value == null) return List.of();
        List<MarketFields> children = new ArrayList<>();
        if (value instanceof MarketNode.Items items) {
            for (MarketNode item : items.values()) {
                String place = path + field + "[" + children.size() + "].";
                if (item instanceof MarketNode.Named named) children.add(new MarketFields(file, place, named, latest, problems, this));
                else wrong(field, "holds something that is not a mapping", "write - key: value");
            }
        } else {
            wrong(field, "is not a list", "write one \"- \" entry each, or []");
        }
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
        String source = text("source");
        Grade grade = optional("grade") == null ? null : grade();
        if (optional("grade") == null) missing("grade", "grade it E1 to E4, see SOURCES.md");
        LocalDate date = date(dateField);
        if (optional(dateField) == null)
            missing(dateField, "give the day of the fact, or the latest possible day with " + basisField + " no-later-than");
        else if (date != null && date.isAfter(latest))
            wrong(dateField, date + " is after the market's asOf " + latest, "mend the date or raise asOf in market.yaml");
        String basis = optional(basisField);
        if (basis != null && !basis.equals("on") && !basis.equals("no-later-than"))
            wrong(basisField, "\"" + basis + "\" is not a date basis", "write on or no-later-than");
        return new Evidence(
                subject,
                "no-later-than".equals(basis) ? source + " (date: no later than)" : source,
                grade == null ? Grade.E4 : grade,
                date);
    }

    private @Nullable Grade grade() {
        String text = text("grade");
        for (Grade grade : Grade.values()) if (grade.name().equals(text)) return grade;
        wrong("grade", "\"" + text + "\" is not an evidence grade", "use one of E1, E2, E3, E4");
        return null;
    }

    private void missing(String field, String mend) {
        if (node.values().get(field) instanceof MarketNode.Items || node.values().get(field) instanceof MarketNode.Named) return;
        wrong(field, "is missing", mend);
    }

    /** A mend that names the choices, or the nearest one where there are many. */
    static String oneOf(String given, Collection<String> choices) {
        if (choices.size() <= 16) return "use one of " + String.join(", ", choices.stream().sorted().toList());
        return choices.stream()
                .min(Comparator.<String>comparingInt(choice -> distance(given, choice)).thenComparing(Comparator.naturalOrder()))
                .map(nearest -> "did you mean " + nearest + "?")
                .orElse("");
    }

    /** Levenshtein distance, ignoring case. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) row[j] = j;
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                boolean same = Character.toLowerCase(a.charAt(i - 1)) == Character.toLowerCase(b.charAt(j - 1));
                int substituted = diagonal + (same ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
