package dev.secondsource.report;

import dev.secondsource.quantity.Money;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.BitSet;
import java.util.Collection;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes JSON that is the same to the byte for the same data: keys in the order of the calls, two spaces, line feeds.
 * Decimals are strings, so that no reader rounds them. An object of {@link #line} or {@link #lines} takes one line, and
 * leaves out what is not known and what is empty.
 */
final class Json {
    private static final BitSet FORMATTING = formatting();

    private final JsonGenerator out;
    private final JsonLayout layout;

    private Json(JsonGenerator out, JsonLayout layout) {
        this.out = out;
        this.layout = layout;
    }

    /** One object, ended by a line feed. */
    static String object(Consumer<Json> body) {
        Harmless text = new Harmless();
        JsonLayout layout = new JsonLayout();
        try (JsonGenerator generator = JsonMapper.shared().writer().with(layout).createGenerator(text)) {
            new Json(generator, layout).braces(body);
        }
        return text.out.append('\n').toString();
    }

    /** JSON itself only escapes the first 32 characters; others would still control a terminal or turn the reading direction. */
    private static final class Harmless extends Writer {
        private final StringBuilder out = new StringBuilder();

        @Override
        public void write(char[] buffer, int from, int length) {
            int done = from;
            for (int i = from; i < from + length; i++) {
                if (buffer[i] < 0x7f || buffer[i] > 0x9f && !FORMATTING.get(buffer[i])) continue;
                out.append(buffer, done, i - done).append(String.format("\\u%04x", (int) buffer[i]));
                done = i + 1;
            }
            out.append(buffer, done, from + length - done);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    private static BitSet formatting() {
        BitSet formatting = new BitSet();
        for (int c = 0xa0; c <= Character.MAX_VALUE; c++)
            if (Character.getType(c) == Character.FORMAT || c == '\u2028' || c == '\u2029') formatting.set(c);
        return formatting;
    }

    private void braces(Consumer<Json> body) {
        out.writeStartObject();
        body.accept(this);
        out.writeEndObject();
    }

    Json object(String name, Consumer<Json> body) {
        out.writeName(name);
        braces(body);
        return this;
    }

    /** An object, or null if there is nothing to put into it. */
    <T> Json objectOf(String name, @Nullable T value, Consumer<T> body) {
        return value == null ? nothing(name) : object(name, j -> body.accept(value));
    }

    <T> Json objects(String name, Collection<T> items, Consumer<T> body) {
        out.writeName(name);
        out.writeStartArray();
        for (T item : items) braces(j -> body.accept(item));
        out.writeEndArray();
        return this;
    }

    /** An object on one line, or null if there is nothing to put into it. */
    <T> Json line(String name, @Nullable T value, Consumer<T> body) {
        if (value == null) return nothing(name);
        out.writeName(name);
        onOneLine(() -> body.accept(value));
        return this;
    }

    /** An array with a line for each object. */
    <T> Json lines(String name, Collection<T> items, Consumer<T> body) {
        if (items.isEmpty() && layout.isOnOneLine()) return this;
        out.writeName(name);
        out.writeStartArray();
        for (T item : items) onOneLine(() -> body.accept(item));
        out.writeEndArray();
        return this;
    }

    private void onOneLine(Runnable body) {
        out.writeStartObject();
        boolean was = layout.onOneLine(true);
        body.run();
        out.writeEndObject();
        layout.onOneLine(was);
    }

    Json texts(String name, Collection<String> items) {
        if (items.isEmpty() && layout.isOnOneLine()) return this;
        out.writeName(name);
        out.writeStartArray();
        items.forEach(out::writeString);
        out.writeEndArray();
        return this;
    }

    Json text(String name, @Nullable Object value) {
        if (value == null) return nothing(name);
        out.writeStringProperty(name, value.toString());
        return this;
    }

    Json decimal(String name, @Nullable BigDecimal value) {
        return text(name, value == null ? null : Amounts.exact(value));
    }

    Json money(String name, @Nullable Money value) {
        return objectOf(name, value, v -> text("amount", Amounts.exact(v)).text("currency", v.currency().getCurrencyCode()));
    }

    Json count(String name, @Nullable Integer value) {
        if (value == null) return nothing(name);
        out.writeNumberProperty(name, value.intValue());
        return this;
    }

    Json flag(String name, @Nullable Boolean value) {
        if (value == null) return nothing(name);
        out.writeBooleanProperty(name, value);
        return this;
    }

    private Json nothing(String name) {
        if (layout.isOnOneLine()) return this;
        out.writeNullProperty(name);
        return this;
    }
}
