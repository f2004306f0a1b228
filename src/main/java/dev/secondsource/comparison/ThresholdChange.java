package dev.secondsource.comparison;

import dev.secondsource.policy.PolicyBook;
import dev.secondsource.policy.Tag;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How a value of the policy differs between two versions of it.
 *
 * @param key of the threshold
 * @param unit what it counts
 * @param where since when it holds, {@code 2024-01-01}, or the variant that sets it, {@code variant research}
 * @param value before and after; equal where only its authority changed
 * @param tag on whose authority, before and after; null in a variant
 */
public record ThresholdChange(String key, String unit, String where, Change<BigDecimal> value, Change<Tag> tag) {

    /** By key, then date, then variant. */
    static List<ThresholdChange> between(PolicyBook before, PolicyBook after) {
        TreeSet<String> keys = new TreeSet<>(before.entries().keySet());
        keys.addAll(after.entries().keySet());
        TreeSet<String> variants = new TreeSet<>(before.variants().keySet());
        variants.addAll(after.variants().keySet());
        List<ThresholdChange> changes = new ArrayList<>();
        for (String key : keys) {
            PolicyBook.Entry one = before.entries().get(key);
            PolicyBook.Entry other = after.entries().get(key);
            String unit = other == null ? one.unit() : other.unit();
            SortedMap<LocalDate, PolicyBook.Dated> old = dated(one);
            SortedMap<LocalDate, PolicyBook.Dated> young = dated(other);
            TreeSet<LocalDate> days = new TreeSet<>(old.keySet());
            days.addAll(young.keySet());
            for (LocalDate day : days) {
                PolicyBook.Dated was = old.get(day);
                PolicyBook.Dated is = young.get(day);
                if (!Objects.equals(was, is)) changes.add(new ThresholdChange(key, unit, day.toString(),
                        new Change<>(was == null ? null : was.value(), is == null ? null : is.value()),
                        new Change<>(was == null ? null : was.tag(), is == null ? null : is.tag())));
            }
            for (String variant : variants) {
                Change<BigDecimal> value = new Change<>(of(before, variant, key), of(after, variant, key));
                if (value.differs()) changes.add(new ThresholdChange(key, unit, "variant " + variant, value, new Change<>(null, null)));
            }
        }
        return changes;
    }

    private static SortedMap<LocalDate, PolicyBook.Dated> dated(PolicyBook.@Nullable Entry entry) {
        SortedMap<LocalDate, PolicyBook.Dated> dated = new TreeMap<>();
        if (entry != null) entry.dated().forEach(value -> dated.put(value.since(), value));
        return dated;
    }

    private static @Nullable BigDecimal of(PolicyBook book, String variant, String key) {
        SortedMap<String, BigDecimal> set = book.variants().get(variant);
        return set == null ? null : set.get(key);
    }
}
