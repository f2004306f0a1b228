package dev.secondsource.files;

import dev.secondsource.quantity.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A place in a record and what stands there. Whatever is not as a record has it is {@link Wrong}. */
final class RecordNode {
    // As the schema has it; nothing that means anything is longer.
    private static final Pattern DECIMAL = Pattern.compile("-?(?:0|[1-9]\\d{0,40})(?:\\.\\d{1,80})?");

    private final JsonNode node;
    private final String path;

    private RecordNode(JsonNode node, String path) {
        this.node = node;
        this.path = path;
    }

    static RecordNode root(JsonNode node) {
        return new RecordNode(node, "");
    }

    /** Something is not there, or not what it must be. */
    static final class Wrong extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final String path;

        private Wrong(String path, String what) {
            super(what, null, false, false);
            this.path = path;
        }

        /** Where: {@code verdicts[3].cost.perMonth}. */
        String path() {
            return path;
        }
    }

    /** What stands here is not what it must be. */
    Wrong wrong(String what) {
        return new Wrong(path, what);
    }

    private RecordNode at(String key) {
        return new RecordNode(node.path(key), path.isEmpty() ? key : path + "." + key);
    }

    private boolean isNothing() {
        return node.isMissingNode() || node.isNull();
    }

    /** An object that is always there. */
    RecordNode object(String key) {
        RecordNode found = at(key);
        if (!found.node.isObject()) throw found.wrong(found.isNothing() ? "is missing" : "is no object");
        return found;
    }

    /** An object that may not be there. */
    @Nullable RecordNode objectOrNull(String key) {
        return at(key).isNothing() ? null : object(key);
    }

    /** Objects, possibly none. */
    List<RecordNode> objects(String key) {
        List<RecordNode> all = list(key);
        for (RecordNode one : all) if (!one.node.isObject()) throw one.wrong("is no object");
        return all;
    }

    private List<RecordNode> list(String key) {
        RecordNode found = at(key);
        if (found.isNothing()) return List.of();
        if (!found.node.isArray()) throw found.wrong("is no list");
        List<RecordNode> all = new ArrayList<>();
        for (int i = 0; i < found.node.size(); i++) all.add(new RecordNode(found.node.get(i), found.path + "[" + i + "]"));
        return all;
    }

    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (RecordNode one : list(key)) texts.add(one.text());
        return texts;
    }

    /** Each key with its text, in the order of the file. */
    List<Map.Entry<String, String>> entries(String key) {
        RecordNode found = at(key);
        if (found.isNothing()) return List.of();
        return object(key).node.properties().stream().map(e -> Map.entry(e.getKey(), found.text(e.getKey()))).toList();
    }

    private String text() {
        if (!node.isString()) throw wrong(isNothing() ? "is missing" : "is no text");
        return node.stringValue();
    }

    String text(String key) {
        return at(key).text();
    }

    @Nullable String textOrNull(String key) {
        return at(key).isNothing() ? null : text(key);
    }

    BigDecimal decimal(String key) {
        String text = text(key);
        if (!DECIMAL.matcher(text).matches()) throw at(key).wrong("is no decimal number");
        return new BigDecimal(text);
    }

    @Nullable BigDecimal decimalOrNull(String key) {
        return at(key).isNothing() ? null : decimal(key);
    }

    int count(String key) {
        RecordNode found = at(key);
        if (!found.node.isInt()) throw found.wrong(found.isNothing() ? "is missing" : "is no whole number");
        return found.node.intValue();
    }

    @Nullable Integer countOrNull(String key) {
        return at(key).isNothing() ? null : Integer.valueOf(count(key));
    }

    boolean flag(String key) {
        RecordNode found = at(key);
        if (!found.node.isBoolean()) throw found.wrong(found.isNothing() ? "is missing" : "is neither true nor false");
        return found.node.booleanValue();
    }

    @Nullable Boolean flagOrNull(String key) {
        return at(key).isNothing() ? null : Boolean.valueOf(flag(key));
    }

    LocalDate date(String key) {
        try {
            return LocalDate.parse(text(key));
        } catch (DateTimeParseException e) {
            throw at(key).wrong("is no date");
        }
    }

    @Nullable LocalDate dateOrNull(String key) {
        return at(key).isNothing() ? null : date(key);
    }

    <E extends Enum<E>> E one(Class<E> of, String key) {
        String text = text(key);
        return Stream.of(of.getEnumConstants()).filter(c -> c.name().equals(text)).findFirst()
                .orElseThrow(() -> at(key).wrong("is none of " + Stream.of(of.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "))));
    }

    <E extends Enum<E>> @Nullable E oneOrNull(Class<E> of, String key) {
        return at(key).isNothing() ? null : one(of, key);
    }

    Currency currency(String key) {
        try {
            return Currency.getInstance(text(key));
        } catch (IllegalArgumentException e) {
            throw at(key).wrong("is no currency");
        }
    }

    /** An amount in the currency the record is in. */
    Money money(String key, Currency currency) {
        RecordNode found = object(key);
        if (!found.currency("currency").equals(currency)) throw found.at("currency").wrong("is not " + currency + ", the currency of the record");
        return Money.of(found.decimal("amount"), currency);
    }

    @Nullable Money moneyOrNull(String key, Currency currency) {
        return at(key).isNothing() ? null : money(key, currency);
    }
}
