package dev.secondsource.market;

import dev.secondsource.quantity.Decimals;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * The SHA-256 by which a decision record names the market it was made on. It covers every component of every record
 * of the market, also of those added later, and nothing of how the market was written down: rows in another order,
 * comments and trailing zeros change nothing.
 */
public final class MarketDigest {
    private final MessageDigest digest;
    private final Map<Class<?>, RecordComponent[]> components = new HashMap<>();

    private MarketDigest(MessageDigest digest) {
        this.digest = digest;
    }

    /** 64 lower-case hexadecimal digits. */
    public static String of(Market market) {
        try {
            MarketDigest digest = new MarketDigest(MessageDigest.getInstance("SHA-256"));
            digest.add(market);
            return HexFormat.of().formatHex(digest.digest.digest());
        } catch (NoSuchAlgorithmException | ReflectiveOperationException e) {
            throw new IllegalStateException("every Java has SHA-256 and lets records be read", e);
        }
    }

    private void add(Object value) throws ReflectiveOperationException {
        if (value == null) {
            atom('0', "");
        } else if (value instanceof Record) {
            RecordComponent[] parts = components.computeIfAbsent(value.getClass(), Class::getRecordComponents);
            atom('r', value.getClass().getSimpleName());
            for (RecordComponent part : parts) {
                atom('c', part.getName());
                add(part.getAccessor().invoke(value));
            }
        } else if (value instanceof Map<?, ?> map) {
            atom('m', Integer.toString(map.size()));
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                add(entry.getKey());
                add(entry.getValue());
            }
        } else if (value instanceof Collection<?> items) {
            atom('l', Integer.toString(items.size()));
            for (Object item : items) add(item);
        } else if (value instanceof BigDecimal number) {
            atom('n', Decimals.plain(number).toPlainString());
        } else {
            atom('t', value.toString());
        }
    }

    /** Kind and length come first, so that no two different markets give the same bytes. */
    private void atom(char kind, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update((kind + Integer.toString(bytes.length) + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
    }
}
