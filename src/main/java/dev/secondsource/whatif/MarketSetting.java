package dev.secondsource.whatif;

import dev.secondsource.market.Accelerator;
import dev.secondsource.market.Claim;
import dev.secondsource.market.Market;
import dev.secondsource.market.MaturityEvidence;
import dev.secondsource.market.Measurement;
import dev.secondsource.market.Offer;
import dev.secondsource.market.Selection;
import dev.secondsource.market.SoftwareStack;
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
import java.util.Collection;
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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Rows of the market set otherwise: {@code market.offers[provider=aws,accelerator=Trainium2].price=-20%}. All conditions
 * in the brackets hold, {@code *} in a value stands for anything, and {@code [*]} for all rows. Only what is known on the
 * day of the decision is selected. A price is the published one, but of an offer that is there only under terms for so many it
 * is that of the terms.
 */
public final class MarketSetting {
    private static final Pattern KEY = Pattern.compile("market\\.([^\\[\\].]+)(?:\\[([^\\[\\]]*)])?(?:\\.(.+))?");
    private static final String AN_EXAMPLE = "write market.offers[provider=aws,accelerator=Trainium2].price";
    private static final int FEW = 12;

    private static final Table<Offer> OFFERS = new Table<>("offers", Market::offers, Offer::id,
            Selection.ofOffers(), Field.ofOffers(), Market::offering);

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
            }), Field.ofMeasurements(), Market::measuring);

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

    private static final Table<MaturityEvidence> MATURITY = new Table<>("maturity", Market::maturity,
            e -> String.join(" ", e.accelerator(), Field.word(e.kind()), String.valueOf(e.work()), e.who(), String.valueOf(e.evidence().date())),
            columns(c -> {
                c.put("accelerator", (e, m) -> e.accelerator());
                c.put("kind", (e, m) -> Field.word(e.kind()));
                c.put("who", (e, m) -> e.who());
            }), Field.ofMaturity(), Market::provenBy);

    private static final Table<Claim> CLAIMS = new Table<>("claims", Market::claims, Claim::id,
            columns(c -> {
                c.put("id", (x, m) -> x.id());
                c.put("claimant", (x, m) -> x.claimant());
                c.put("accelerator", (x, m) -> x.accelerator());
                c.put("basis", (x, m) -> Field.word(x.basis()));
            }), Field.ofClaims(), Market::claiming);

    private static final Table<SoftwareStack> STACKS = new Table<>("stacks", m -> List.copyOf(m.stacks().values()), SoftwareStack::id,
            columns(c -> c.put("id", (s, m) -> s.id())), Field.ofStacks(), (m, rows) -> m.programmedWith(Market.byId(rows, SoftwareStack::id)));

    private static final List<Table<?>> TABLES = List.of(OFFERS, ACCELERATORS, SUPPLIERS, MEASUREMENTS, SPEEDS, MATURITY, CLAIMS, STACKS);

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
        return List.of("market.offers[provider=", "market.offers[accelerator=", "market.accelerators[id=", "market.suppliers[id=", "market.measurements[accelerator=", "market.speeds[accelerator=", "market.maturity[accelerator=", "market.claims[id=", "market.stacks[id=");
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

        List<Selection.Fault> faults = new ArrayList<>();
        Selection<T> asked = Selection.parse(conditions, table.name, table.columns, faults);
        if (!faults.isEmpty()) return Checked.wrong(problems(faults));
        List<T> known = table.rows.apply(market.visibleAt(asOf));
        List<T> selected = known.stream().filter(row -> asked.picks(row, market)).toList();
        if (selected.isEmpty()) return Checked.wrong(problems(asked.nothing(known, market, " on " + asOf)));
        boolean isOfTerms = name.equals(Field.PRICE) && selected.stream().allMatch(row -> row instanceof Offer offer && offer.quantity() != null);
        return isOfTerms ? set(table, table.fields.get(Field.AGREED_PRICE), name, selected) : set(table, field, name, selected);
    }

    private static String meant(String name, Set<String> known, String few) {
        return Nearest.to(name, known).or(() -> known.stream().filter(k -> k.endsWith("." + name)).findFirst()).map(n -> "did you mean " + n + "?").orElse("use one of " + few);
    }

    private List<Problem> problems(List<Selection.Fault> faults) {
        return faults.stream().map(f -> setting.problem(f.what(), f.mend())).toList();
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
                Stream.of(unknown == 0 ? "" : unknown + " more have no " + name + " and stay", field == table.fields.get(Field.PRICE) ? agreed(selected, changed.values()) : "").filter(n -> !n.isEmpty()).collect(Collectors.joining("; ")))));
    }

    /** A price that is set is the published one; what becomes of the negotiated ones, empty if there are none. */
    private static String agreed(List<?> before, Collection<?> after) {
        long were = offers(before).filter(o -> o.contracted() != null).count();
        long stay = offers(after).filter(o -> o.contracted() != null && o.contracted().fixed()).count();
        long follow = offers(after).filter(o -> o.contracted() != null && !o.contracted().fixed()).count();
        return Stream.of(part(stay, "at the price agreed stays", "at prices agreed stay"), part(follow, "at a discount follows", "at a discount follow"),
                part(were - stay - follow, "is now published below the price agreed and costs that", "are now published below the prices agreed and cost that")).filter(n -> !n.isEmpty()).collect(Collectors.joining(", "));
    }

    private static String part(long count, String one, String many) {
        return count == 0 ? "" : count + " " + (count == 1 ? one : many);
    }

    private static Stream<Offer> offers(Collection<?> rows) {
        return rows.stream().filter(Offer.class::isInstance).map(Offer.class::cast);
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
