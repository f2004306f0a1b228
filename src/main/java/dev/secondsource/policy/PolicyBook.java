package dev.secondsource.policy;

import dev.secondsource.problem.Checked;
import dev.secondsource.problem.Problem;
import dev.secondsource.profile.PolicyChoice;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Everything {@code policy.yaml} says: each key with its dated values, and the variants that set some keys otherwise.
 *
 * @param version label of the file
 * @param entries by key
 * @param variants name to (key to value); {@code default} is always there and sets nothing
 */
public record PolicyBook(
        String version, SortedMap<String, Entry> entries, SortedMap<String, SortedMap<String, BigDecimal>> variants) {

    public PolicyBook {
        entries = Collections.unmodifiableSortedMap(new TreeMap<>(entries));
        SortedMap<String, SortedMap<String, BigDecimal>> copies = new TreeMap<>();
        variants.forEach((name, set) -> copies.put(name, Collections.unmodifiableSortedMap(new TreeMap<>(set))));
        copies.putIfAbsent(DEFAULT_VARIANT, Collections.emptySortedMap());
        variants = Collections.unmodifiableSortedMap(copies);
    }

    /** The variant of a buyer who names none. */
    public static final String DEFAULT_VARIANT = "default";

    /**
     * One key.
     *
     * @param key {@code family.words-with-dashes}
     * @param unit what the value counts
     * @param meaning one sentence
     * @param least smallest value that makes sense, null if unbounded
     * @param most largest value that makes sense, null if unbounded
     * @param dated values, oldest first
     */
    public record Entry(
            String key,
            String unit,
            String meaning,
            @Nullable BigDecimal least,
            @Nullable BigDecimal most,
            List<Dated> dated) {
        public Entry {
            if (dated.isEmpty()) throw new IllegalArgumentException("a policy value has at least one dated value: " + key);
            dated = dated.stream().sorted(Comparator.comparing(Dated::since)).toList();
        }

        /** The bounds in words; empty if there are none. */
        public String range() {
            String atLeast = least == null ? "" : "at least " + least.toPlainString();
            String atMost = most == null ? "" : "at most " + most.toPlainString();
            return atLeast + (atLeast.isEmpty() || atMost.isEmpty() ? "" : " and ") + atMost;
        }
    }

    /** A value from a day on, with its authority. */
    public record Dated(LocalDate since, BigDecimal value, Tag tag, String source) {}

    /**
     * The policy of one decision.
     *
     * @param choice the buyer's variant and overrides
     * @param asOf values that begin later are not seen
     * @param file the profile's file, for problems
     * @return the policy, or a problem for each unknown variant, unknown key or override out of range
     */
    public Checked<Policy> resolve(PolicyChoice choice, LocalDate asOf, String file) {
        List<Problem> problems = new ArrayList<>();
        Map<String, BigDecimal> variant = variants.get(choice.variant());
        if (variant == null) {
            problems.add(new Problem(file, null, "policy.variant", "no policy variant \"" + choice.variant() + "\"",
                    "use one of " + String.join(", ", variants.keySet())));
            variant = Map.of();
        }
        choice.overrides().forEach((key, value) -> check(key, value, file, problems));
        if (!problems.isEmpty()) return Checked.wrong(problems);
        SortedMap<String, PolicyValue> values = new TreeMap<>();
        for (Entry entry : entries.values()) {
            Dated dated = null;
            for (Dated candidate : entry.dated()) if (!candidate.since().isAfter(asOf)) dated = candidate;
            // A threshold younger than the decision still has to be something: the oldest known value holds.
            if (dated == null) dated = entry.dated().get(0);
            BigDecimal set = variant.getOrDefault(entry.key(), dated.value());
            BigDecimal override = choice.overrides().get(entry.key());
            boolean fromVariant = variant.containsKey(entry.key());
            values.put(entry.key(), new PolicyValue(
                    entry.key(),
                    override != null ? override : set,
                    entry.unit(),
                    entry.meaning(),
                    override != null || fromVariant ? Tag.JUDGEMENT : dated.tag(),
                    override != null ? "set by the buyer" : fromVariant ? "variant " + choice.variant() : dated.source(),
                    dated.since(),
                    override != null ? set : null));
        }
        return Checked.of(new Policy(version, choice.variant(), values));
    }

    private void check(String key, BigDecimal value, String file, List<Problem> problems) {
        Entry entry = entries.get(key);
        String path = "policy.overrides." + key;
        if (entry == null) {
            problems.add(new Problem(file, null, path, "no rule and no formula reads the policy key \"" + key + "\"",
                    "see `rules list` for the keys"));
        } else if (entry.least() != null && value.compareTo(entry.least()) < 0
                || entry.most() != null && value.compareTo(entry.most()) > 0) {
            problems.add(new Problem(file, null, path, value.toPlainString() + " is out of range",
                    "use " + entry.range()));
        }
    }
}
