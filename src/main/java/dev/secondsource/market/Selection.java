package dev.secondsource.market;

import dev.secondsource.problem.Nearest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a market picked by conditions: {@code provider=aws,accelerator=Trainium2}. All of them hold, case does not
 * count, {@code *} in a value stands for anything, and alone for all rows.
 *
 * @param rows what they are called: {@code offers}
 * @param conditions none for all rows
 * @param <T> kind of row
 */
public record Selection<T>(String rows, List<Condition<T>> conditions) {
    private static final int FEW = 12;

    public Selection {
        conditions = List.copyOf(conditions);
    }

    /** One condition, with what it looks at. */
    public record Condition<T>(String column, String value, BiFunction<T, Market, @Nullable String> of) {
        boolean holds(T row, Market market) {
            String is = of.apply(row, market);
            return is != null && Pattern.compile(Arrays.stream(value.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")), Pattern.CASE_INSENSITIVE).matcher(is).matches();
        }

        private boolean isForAnything() {
            return value.chars().allMatch(c -> c == '*');
        }
    }

    /** What is wrong with a selection, and what would be right; where it was written is for the reader to know. */
    public record Fault(String what, String mend) {}

    /**
     * Reads one.
     *
     * @param columns what rows can be picked by
     * @param faults receives what is wrong; then the selection is of no use
     */
    public static <T> Selection<T> parse(String text, String rows, Map<String, BiFunction<T, Market, @Nullable String>> columns, List<Fault> faults) {
        List<Condition<T>> conditions = new ArrayList<>();
        if (text.strip().equals("*")) return new Selection<>(rows, conditions);
        for (String part : text.split(",")) {
            String condition = part.strip();
            int equals = condition.indexOf('=');
            String column = equals < 0 ? condition : condition.substring(0, equals).strip();
            BiFunction<T, Market, @Nullable String> of = columns.get(column);
            if (equals < 0 || equals == condition.length() - 1) faults.add(new Fault("\"" + condition + "\" selects nothing", "write " + columns.keySet().iterator().next() + "=… in its place"));
            else if (of == null) faults.add(new Fault(rows + " are not selected by \"" + column + "\"", Nearest.suggestion(column, columns.keySet())));
            else conditions.add(new Condition<>(column, condition.substring(equals + 1).strip(), of));
        }
        return new Selection<>(rows, conditions);
    }

    public boolean picks(T row, Market market) {
        return conditions.stream().allMatch(c -> c.holds(row, market));
    }

    /** How many conditions say something: of two selections that pick a row, the one with more is the more specific. */
    public int specificity() {
        return (int) conditions.stream().filter(c -> !c.isForAnything()).count();
    }

    /**
     * Why none of these rows is picked: which condition no row meets, with what was meant; if each is met but never all,
     * what the others leave to choose from.
     *
     * @param when ends the sentence: {@code " on 2026-10-31"}, possibly empty
     */
    public List<Fault> nothing(List<T> known, Market market, String when) {
        List<Fault> faults = new ArrayList<>();
        for (Condition<T> c : conditions)
            if (known.stream().noneMatch(row -> c.holds(row, market)))
                faults.add(new Fault("no " + rows + " with " + c.column + "=" + c.value + when, Nearest.suggestion(c.value, values(c, known, market))));
        if (!faults.isEmpty()) return faults;
        if (conditions.isEmpty()) return List.of(new Fault("there are no " + rows + when, "name another market"));
        Condition<T> last = conditions.get(conditions.size() - 1);
        List<T> others = known.stream().filter(row -> conditions.stream().filter(c -> c != last).allMatch(c -> c.holds(row, market))).toList();
        Set<String> there = values(last, others, market);
        String mend = others.isEmpty() ? "leave a condition out"
                : "the other conditions leave " + last.column + "=" + (there.size() <= FEW ? String.join(", ", there) : there.stream().limit(FEW).collect(Collectors.joining(", ")) + " and " + (there.size() - FEW) + " others");
        return List.of(new Fault("no " + rows + " meet all of this" + when, mend));
    }

    private static <T> Set<String> values(Condition<T> condition, List<T> rows, Market market) {
        return rows.stream().map(row -> condition.of.apply(row, market)).filter(v -> v != null).collect(Collectors.toCollection(TreeSet::new));
    }

    /** What offers can be picked by, in the order it is told. */
    public static Map<String, BiFunction<Offer, Market, @Nullable String>> ofOffers() {
        Map<String, BiFunction<Offer, Market, @Nullable String>> columns = new LinkedHashMap<>();
        columns.put("provider", (o, m) -> o.provider());
        columns.put("accelerator", (o, m) -> o.accelerator());
        columns.put("designer", (o, m) -> m.accelerator(o.accelerator()).designer());
        columns.put("pricing", (o, m) -> o.pricing().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        columns.put("term", (o, m) -> o.termMonths() == null ? null : o.termMonths().toString());
        columns.put("region", (o, m) -> o.region() == null ? null : o.region().id());
        columns.put("country", (o, m) -> o.region() == null ? null : o.region().country());
        columns.put("instance", (o, m) -> o.instanceType());
        columns.put("id", (o, m) -> o.id());
        return Collections.unmodifiableMap(columns);
    }
}
