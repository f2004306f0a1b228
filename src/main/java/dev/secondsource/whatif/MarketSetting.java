package dev.secondsource.whatif;

import dev.secondsource.market.Accelerator;
import dev.secondsource.market.Market;
import dev.secondsource.market.Measurement;
import dev.secondsource.market.Offer;
import dev.secondsource.market.Supplier;
import dev.secondsource.problem.Checked;
import dev.secondsource.problem.Nearest;
import dev.secondsource.problem.Problem;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Rows of the market set otherwise: {@code market.offers[provider=aws,accelerator=Trainium2].price=-20%}. All conditions
 * in the brackets hold, {@code *} in a value stands for anything, and {@code [*]} for all rows. Only what is known on the
 * day of the decision is selected.
 */
public final class MarketSetting {
    private static final Pattern KEY = Pattern.compile("market\\.([^\\[\\].]+)(?:\\[([^\\[\\]]*)])?(?:\\.(.+))?");
    private static final String AN_EXAMPLE = "write market.offers[provider=aws,accelerator=Trainium2].price";
    private static final int FEW = 12;

    private static final Table<Offer> OFFERS = new Table<>("offers", Market::offers, Offer::id,
            columns(c -> {
                c.put("provider", (o, m) -> o.provider());
                c.put("accelerator", (o, m) -> o.accelerator());
                c.put("designer", (o, m) -> m.accelerator(o.accelerator()).designer());
                c.put("pricing", (o, m) -> Field.word(o.pricing()));
                c.put("region", (o, m) -> o.region() == null ? null : o.region().id());
                c.put("country", (o, m) -> o.region() == null ? null : o.region().country());
                c.put("instance", (o, m) -> o.instanceType());
                c.put("id", (o, m) -> o.id());
            }), Field.ofOffers(), Market::offering);

    private static final Table<Accelerator> ACCELERATORS = new Table<>("accelerators", m -> List.copyOf(m.accelerators().values()), Accelerator::id,
            columns(c -> {
                c.put("id", (a, m) -> a.id());
                c.put("designer", (a, m) -> a.designer());
                c.put("stack", (a, m) -> a.stack());
                c.put("foundry", (a, m) -> a.foundry());
            }), Field.ofAccelerators(), (m, rows) -> m.with(Market.byId(rows, Accelerator::id)));

    private static final Table<Supplier> SUPPLIERS = new Table<>("suppliers", m -> List.copyOf(m.suppliers().values()), Supplier::id,
            columns(c -> {
                c.put("id", (s, m) -> s.id());
                c.put("jurisdiction", (s, m) -> s.jurisdiction());
            }), Field.ofSuppliers(), (m, rows) -> m.suppliedBy(Market.byId(rows, Supplier::id)));

    private static final Table<Measurement> MEASUREMENTS = new Table<>("measurements", Market::measurements, Measurement::id,
            columns(c -> {
                c.put("accelerator", (x, m) -> x.accelerator());
                c.put("designer", (x, m) -> m.accelerator(x.accelerator()).designer());
                c.put("kind", (x, m) -> Field.word(x.kind()));
                c.put("model", (x, m) -> x.model());
                c.put("id", (x, m) -> x.id());
            }), Field.ofMeasurements(), (m, rows) -> new Market(m.version(), m.accelerators(), m.stacks(), m.suppliers(), m.offers(), rows, m.maturity(), m.claims()));

    /** How fast an accelerator runs, against what is on file of it: all that was measured on it, and its peaks. */
    record Speed(Accelerator accelerator, BigDecimal factor) {}

    private static final Table<Speed> SPEEDS = new Table<>("speeds", m -> m.accelerators().values().stream().map(a -> new Speed(a, BigDecimal.ONE)).toList(), s -> s.accelerator().id(),
            columns(c -> {
                c.put("accelerator", (s, m) -> s.accelerator().id());
                c.put("designer", (s, m) -> s.accelerator().designer());
            }), Field.ofSpeeds(), (m, rows) -> {
                Map<String, BigDecimal> factors = new HashMap<>();
                rows.forEach(s -> factors.put(s.accelerator().id(), s.factor()));
                return m.running(a -> factors.get(a.id()));
            });

    private static final List<Table<?>> TABLES = List.of(OFFERS, ACCELERATORS, SUPPLIERS, MEASUREMENTS, SPEEDS);

    private final Setting setting;
    private final Market market;
    private final LocalDate asOf;

    private MarketSetting(Setting setting, Market market, LocalDate asOf) {
        this.setting = setting;
        this.market = market;
        this.asOf = asOf;
    }

    /** A market set otherwise, and what that did. */
    public record Changed(Market market, Applied applied) {}

    /**
     * @param name of a kind of rows
     * @param columns what rows can be selected by
     * @param fields what can be set
     * @param put the market with these rows
     */
    private record Table<T>(String name, Function<Market, List<T>> rows, Function<T, String> id, Map<String, BiFunction<T, Market, @Nullable String>> columns,
            Map<String, Field<T>> fields, BiFunction<Market, List<T>, Market> put) {}

    private static <T> Map<String, BiFunction<T, Market, @Nullable String>> columns(java.util.function.Consumer<Map<String, BiFunction<T, Market, @Nullable String>>> fill) {
        Map<String, BiFunction<T, Market, @Nullable String>> columns = new LinkedHashMap<>();
        fill.accept(columns);
        return columns;
    }

    /** Sets it, or says why not: an unknown field, no such row, a value that cannot be. */
    public static Checked<Changed> apply(Setting setting, Market market, LocalDate asOf) {
        return new MarketSetting(setting, market, asOf).apply();
    }

    /** Beginnings of keys, for completion. */
    public static List<String> examples() {
        return List.of("market.offers[provider=", "market.offers[accelerator=", "market.accelerators[id=", "market.suppliers[id=", "market.measurements[accelerator=", "market.speeds[accelerator=");
    }

    private Checked<Changed> apply() {
        Matcher key = KEY.matcher(setting.key());
        if (!key.matches()) return wrong("is no key of the market", AN_EXAMPLE);
        Set<String> names = TABLES.stream().map(Table::name).collect(Collectors.toCollection(TreeSet::new));
        for (Table<?> table : TABLES) if (table.name.equals(key.group(1))) return in(table, key.group(2), key.group(3));
        return wrong("the market has no \"" + key.group(1) + "\" that could be set", Nearest.suggestion(key.group(1), names));
    }

    private <T> Checked<Changed> in(Table<T> table, @Nullable String conditions, @Nullable String name) {
        String fields = table.fields.size() <= FEW ? String.join(", ", table.fields.keySet()) : table.fields.keySet().stream().limit(FEW).collect(Collectors.joining(", ")) + ", …";
        if (name == null) return wrong("says not what of the " + table.name + " is set", "end it with one of " + fields.replace(", …", " and others"));
        Field<T> field = table.fields.get(name);
        if (field == null) return wrong(table.name + " have no \"" + name + "\" that could be set", meant(name, table.fields.keySet(), fields));
        String first = table.columns.keySet().iterator().next();
        if (conditions == null || conditions.isBlank()) return wrong("says not which " + table.name, "write market." + table.name + "[" + first + "=…]." + name + ", or [*] for all");

        List<Condition<T>> asked = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        if (!conditions.strip().equals("*")) for (String condition : conditions.split(",")) condition(table, condition.strip(), asked, problems);
        if (!problems.isEmpty()) return Checked.wrong(problems);
        List<T> known = table.rows.apply(market.visibleAt(asOf));
        List<T> selected = known.stream().filter(row -> asked.stream().allMatch(c -> c.holds(row, market))).toList();
        if (selected.isEmpty()) return Checked.wrong(nothing(table, asked, known));
        return set(table, field, name, selected);
    }

    private static String meant(String name, Set<String> known, String few) {
        return Nearest.to(name, known).or(() -> known.stream().filter(k -> k.endsWith("." + name)).findFirst()).map(n -> "did you mean " + n + "?").orElse("use one of " + few);
    }

    /** One condition of a selector. */
    private record Condition<T>(String column, String value, BiFunction<T, Market, @Nullable String> of) {
        boolean holds(T row, Market market) {
            String is = of.apply(row, market);
            return is != null && Pattern.compile(java.util.Arrays.stream(value.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")), Pattern.CASE_INSENSITIVE).matcher(is).matches();
        }
    }

    private <T> void condition(Table<T> table, String text, List<Condition<T>> asked, List<Problem> problems) {
        int equals = text.indexOf('=');
        String column = equals < 0 ? text : text.substring(0, equals).strip();
        BiFunction<T, Market, @Nullable String> of = table.columns.get(column);
        if (equals < 0 || equals == text.length() - 1) problems.add(setting.problem("\"" + text + "\" selects nothing", "write " + table.columns.keySet().iterator().next() + "=… in the brackets"));
        else if (of == null) problems.add(setting.problem(table.name + " are not selected by \"" + column + "\"", Nearest.suggestion(column, table.columns.keySet())));
        else asked.add(new Condition<>(column, text.substring(equals + 1).strip(), of));
    }

    /** Which condition no row meets, with what was meant; if each is met but never all, what the others leave to choose from. */
    private <T> List<Problem> nothing(Table<T> table, List<Condition<T>> asked, List<T> known) {
        List<Problem> problems = new ArrayList<>();
        for (Condition<T> c : asked)
            if (known.stream().noneMatch(row -> c.holds(row, market)))
                problems.add(setting.problem("no " + table.name + " with " + c.column + "=" + c.value + " on " + asOf, Nearest.suggestion(c.value, values(c, known))));
        if (!problems.isEmpty()) return problems;
        Condition<T> last = asked.get(asked.size() - 1);
        List<T> others = known.stream().filter(row -> asked.stream().filter(c -> c != last).allMatch(c -> c.holds(row, market))).toList();
        Set<String> there = values(last, others);
        String mend = others.isEmpty() ? "leave a condition out"
                : "the other conditions leave " + last.column + "=" + (there.size() <= FEW ? String.join(", ", there) : there.stream().limit(FEW).collect(Collectors.joining(", ")) + " and " + (there.size() - FEW) + " others");
        return List.of(setting.problem("no " + table.name + " meet all of this on " + asOf, mend));
    }

    private <T> Set<String> values(Condition<T> condition, List<T> rows) {
        return rows.stream().map(row -> condition.of.apply(row, market)).filter(v -> v != null).collect(Collectors.toCollection(TreeSet::new));
    }

    private <T> Checked<Changed> set(Table<T> table, Field<T> field, String name, List<T> selected) {
        if (setting.amount() instanceof Amount.Relative && !field.kind().isNumber())
            return wrong(name + " is no number, so nothing can be added to it", "write =" + field.kind().words());
        Object absolute = null;
        if (setting.amount() instanceof Amount.Absolute a) {
            absolute = read(a.text(), field.kind());
            if (absolute == null) return wrong("\"" + a.text() + "\" is not " + field.kind().words(), "write " + field.kind().words());
        }
        Object to = absolute;
        Map<Object, T> changed = new HashMap<>();
        Range before = new Range();
        Range after = new Range();
        Set<String> units = new TreeSet<>();
        int unknown = 0;
        Map<Object, T> stored = new HashMap<>();
        table.rows.apply(market).forEach(row -> stored.put(key(table, row), row));
        for (T seen : selected) {
            T row = stored.getOrDefault(key(table, seen), seen);
            T other = field.change().apply(row, was -> to(was, to, field.kind()));
            List<@Nullable Object> now = field.values().apply(other);
            List<@Nullable Object> then = field.values().apply(row);
            if (!stored.containsKey(key(table, seen)) || now.stream().allMatch(v -> v == null)) {
                unknown++;
                continue;
            }
            for (Object value : now) if (value instanceof BigDecimal number && !isWithin(number, field.kind()))
                return wrong("makes it " + PolicySetting.plain(number) + " for " + table.id.apply(row), "it must be " + field.kind().words());
            for (Object value : now) if (value instanceof Integer number && number < 1) return wrong("makes it " + number + " for " + table.id.apply(row), "it must be " + field.kind().words());
            then.forEach(before::add);
            now.forEach(after::add);
            units.add(field.unit().apply(row));
            changed.put(key(table, row), other);
        }
        if (changed.isEmpty()) return wrong("the " + name + " of " + (unknown == 1 ? table.id.apply(selected.get(0)) : "all " + unknown + " of them") + " is not known",
                setting.amount() instanceof Amount.Relative && !(name.equals("price") || name.equals("term")) ? "set a value of its own with =" : "select rows that have one");
        List<T> rows = table.rows.apply(market).stream().map(row -> changed.getOrDefault(key(table, row), row)).toList();
        Market other = table.put.apply(market, rows);
        return Checked.of(new Changed(other, new Applied(setting.key(), before.words(), after.words(), String.join(" or ", units), changed.size(),
                unknown == 0 ? "" : unknown + " more have no " + name + " and stay")));
    }

    /** What stays of a row when it is changed: of an offer, which may be there at the prices of several days, its day too. */
    private static <T> Object key(Table<T> table, T row) {
        return row instanceof Offer offer ? Arrays.asList(offer.id(), offer.evidence().date()) : table.id.apply(row);
    }

    private @Nullable Object to(@Nullable Object was, @Nullable Object absolute, Field.Kind kind) {
        if (absolute != null) return absolute;
        if (was == null) return null;
        BigDecimal number = ((Amount.Relative) setting.amount()).of(was instanceof Integer whole ? BigDecimal.valueOf(whole) : (BigDecimal) was);
        return kind == Field.Kind.WHOLE ? (Object) number.setScale(0, RoundingMode.HALF_EVEN).intValue() : number;
    }

    private static @Nullable Object read(String text, Field.Kind kind) {
        if (kind == Field.Kind.WORDS) return text;
        if (kind == Field.Kind.YES_NO) return switch (text.toLowerCase(Locale.ROOT)) {
            case "yes", "true" -> true;
            case "no", "false" -> false;
            default -> null;
        };
        if (kind == Field.Kind.DAY) {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeParseException e) {
                return null;
            }
        }
        if (!text.matches("-?\\d{1,15}(\\.\\d{1,12})?")) return null;
        BigDecimal number = new BigDecimal(text);
        if (kind != Field.Kind.WHOLE) return isWithin(number, kind) ? number : null;
        return text.matches("[1-9]\\d{0,8}") ? Integer.valueOf(text) : null;
    }

    private static boolean isWithin(BigDecimal number, Field.Kind kind) {
        return switch (kind) {
            case ABOVE_ZERO -> number.signum() > 0;
            case NOT_NEGATIVE -> number.signum() >= 0;
            case SHARE -> number.abs().compareTo(BigDecimal.ONE) <= 0;
            default -> true;
        };
    }

    /** What the values of some rows are together. */
    private static final class Range {
        private final TreeSet<BigDecimal> numbers = new TreeSet<>();
        private final Set<String> others = new TreeSet<>();

        void add(@Nullable Object value) {
            if (value instanceof BigDecimal number) numbers.add(number);
            else if (value instanceof Integer whole) numbers.add(BigDecimal.valueOf(whole));
            else others.add(value == null ? "unknown" : value instanceof Boolean yes ? yes ? "yes" : "no" : value.toString());
        }

        String words() {
            List<String> words = new ArrayList<>();
            if (!numbers.isEmpty()) words.add(numbers.first().equals(numbers.last()) ? PolicySetting.plain(numbers.first())
                    : PolicySetting.plain(numbers.first()) + " to " + PolicySetting.plain(numbers.last()));
            words.addAll(others);
            return String.join(" or ", words);
        }
    }

    private <T> Checked<T> wrong(String what, String mend) {
        return Checked.wrong(setting.problem(what, mend));
    }
}
