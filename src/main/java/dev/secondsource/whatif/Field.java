package dev.secondsource.whatif;

import dev.secondsource.evidence.Evidence;
import dev.secondsource.evidence.Grade;
import dev.secondsource.market.Accelerator;
import dev.secondsource.market.Claim;
import dev.secondsource.market.Fact;
import dev.secondsource.market.MaturityEvidence;
import dev.secondsource.market.Measurement;
import dev.secondsource.market.Offer;
import dev.secondsource.market.PartFigure;
import dev.secondsource.market.PricingKind;
import dev.secondsource.market.Region;
import dev.secondsource.market.SoftwareStack;
import dev.secondsource.market.Supplier;
import dev.secondsource.profile.NumericFormat;
import dev.secondsource.quantity.Money;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Something of a row of the market that can be set otherwise.
 *
 * @param kind what values it takes
 * @param unit what a value counts, for a row; possibly empty
 * @param values what it is; null where it is not known
 * @param change the row with each value changed; the function gives null for what is to stay
 * @param <T> kind of row
 */
record Field<T>(Kind kind, Function<T, String> unit, Function<T, List<@Nullable Object>> values, BiFunction<T, UnaryOperator<@Nullable Object>, T> change) {

    /** What values a field takes. */
    enum Kind {
        ABOVE_ZERO("a number above zero"),
        NOT_NEGATIVE("a number, 0 or more"),
        NUMBER("a number"),
        SHARE("a share from -1 to 1"),
        WHOLE("a whole number from 1"),
        YES_NO("yes or no"),
        DAY("a day such as 2026-11-24"),
        WORDS("a text");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }

        boolean isNumber() {
            return compareTo(WHOLE) <= 0;
        }
    }

    private static final String ASSUMED = "set by a what-if";

    /** The published one; what is agreed stands beside it. */
    static final String PRICE = "price";

    /** The negotiated one. */
    static final String AGREED_PRICE = "agreedPrice";

    static Map<String, Field<Offer>> ofOffers() {
        Map<String, Field<Offer>> fields = new LinkedHashMap<>();
        fields.put(PRICE, one(Kind.ABOVE_ZERO, o -> o.price() == null ? "" : o.listPrice().currency().getCurrencyCode() + (o.pricing() == PricingKind.PURCHASE ? "" : " an hour"),
                o -> o.price() == null ? null : o.listPrice().amount(),
                (o, value) -> o.price() == null ? o : o.publishedAt(Money.of((BigDecimal) value, o.listPrice().currency()), assumed(o.contracted() == null ? o.evidence() : o.contracted().listed()))));
        fields.put(AGREED_PRICE, one(Kind.ABOVE_ZERO, o -> o.contracted() == null ? "" : o.price().currency().getCurrencyCode() + (o.pricing() == PricingKind.PURCHASE ? "" : " an hour"),
                o -> o.contracted() == null ? null : o.price().amount(),
                (o, value) -> o.contracted() == null ? o : with(o, Map.of("price", Money.of((BigDecimal) value, o.price().currency()), "evidence", assumed(o.evidence())))));
        fields.put("country", one(Kind.WORDS, o -> "", o -> o.region() == null ? null : o.region().country(),
                (o, value) -> o.region() == null ? o : with(o, Map.of("region", new Region(o.region().provider(), o.region().id(), (String) value, o.region().gridGramsPerKwh())))));
        fields.put("gridGramsPerKwh", one(Kind.NOT_NEGATIVE, o -> "g/kWh", o -> o.region() == null || o.region().gridGramsPerKwh() == null ? null : o.region().gridGramsPerKwh().value(),
                (o, value) -> o.region() == null ? o : with(o, Map.of("region", new Region(o.region().provider(), o.region().id(), o.region().country(),
                        new Fact<>((BigDecimal) value, o.region().gridGramsPerKwh() == null ? new Evidence("grid of " + o.region().id(), ASSUMED, Grade.E1, null) : assumed(o.region().gridGramsPerKwh().evidence())))))));
        fields.put("term", one(Kind.WHOLE, o -> "months", Offer::termMonths, (o, value) -> o.termMonths() == null ? o : with(o, Map.of("termMonths", value))));
        return fields;
    }

    static Map<String, Field<Accelerator>> ofAccelerators() {
        Map<String, Field<Accelerator>> fields = new LinkedHashMap<>();
        Map<String, String> numbers = Map.of("memoryGiB", "GiB", "memoryBandwidthGBs", "GB/s", "powerWatts", "W", "scaleUpGBs", "GB/s", "rackKw", "kW");
        for (RecordComponent component : Accelerator.class.getRecordComponents()) {
            String name = component.getName();
            Kind kind = numbers.containsKey(name) ? Kind.ABOVE_ZERO : switch (name) {
                case "generation", "scaleUpChips" -> Kind.WHOLE;
                case "liquidCooled", "confidential", "training", "inference", "rentable", "purchasable" -> Kind.YES_NO;
                case "released" -> Kind.DAY;
                case "memoryType", "foundry", "memoryMaker", "packager" -> Kind.WORDS;
                default -> null;
            };
            if (kind != null) fields.put(name, one(kind, a -> numbers.getOrDefault(name, ""), a -> of(a, component),
                    (a, value) -> with(a, Map.of(name, value, "evidence", assumed(a.evidence())))));
        }
        for (NumericFormat format : NumericFormat.values())
            fields.put("peakTflops." + format.name().toLowerCase(Locale.ROOT), one(Kind.ABOVE_ZERO, a -> "TFLOP/s", a -> a.peakTflops().get(format), (a, value) -> {
                Map<NumericFormat, BigDecimal> peaks = new EnumMap<>(NumericFormat.class);
                peaks.putAll(a.peakTflops());
                peaks.put(format, (BigDecimal) value);
                return with(a, Map.of("peakTflops", peaks, "evidence", assumed(a.evidence())));
            }));
        return fields;
    }

    static Map<String, Field<Measurement>> ofMeasurements() {
        return Map.of("perAccelerator", one(Kind.ABOVE_ZERO, m -> m.unit().name().toLowerCase(Locale.ROOT).replace('_', ' '), Measurement::perAccelerator,
                (m, value) -> with(m, Map.of("perAccelerator", value, "evidence", assumed(m.evidence())))));
    }

    static Map<String, Field<MarketSetting.Speed>> ofSpeeds() {
        return Map.of("factor", one(Kind.ABOVE_ZERO, s -> "x what is on file", MarketSetting.Speed::factor, (s, value) -> new MarketSetting.Speed(s.accelerator(), (BigDecimal) value)));
    }

    static Map<String, Field<MaturityEvidence>> ofMaturity() {
        return Map.of("value", one(Kind.NOT_NEGATIVE, e -> e.kind() == MaturityEvidence.Kind.FIRST_PARTY_CHIPS ? "chips" : "share", MaturityEvidence::value,
                (e, value) -> e.value() == null ? e : with(e, Map.of("value", value, "evidence", assumed(e.evidence())))));
    }

    static Map<String, Field<Claim>> ofClaims() {
        return Map.of("low", one(Kind.ABOVE_ZERO, c -> "times", Claim::low, (c, value) -> with(c, Map.of("low", value, "evidence", assumed(c.evidence())))),
                "high", one(Kind.ABOVE_ZERO, c -> "times", Claim::high, (c, value) -> with(c, Map.of("high", value, "evidence", assumed(c.evidence())))));
    }

    /** Frameworks are named with blanks between: {@code pytorch jax}. */
    static Map<String, Field<SoftwareStack>> ofStacks() {
        return Map.of("native", one(Kind.WORDS, s -> "frameworks", s -> s.nativeFrameworks() == null ? null : String.join(" ", s.nativeFrameworks()),
                        (s, value) -> new SoftwareStack(s.id(), frameworks(value), s.bridgedFrameworks() == null ? List.of() : s.bridgedFrameworks(), documented(s))),
                "bridged", one(Kind.WORDS, s -> "frameworks", s -> s.bridgedFrameworks() == null ? null : String.join(" ", s.bridgedFrameworks()),
                        (s, value) -> new SoftwareStack(s.id(), s.nativeFrameworks() == null ? List.of() : s.nativeFrameworks(), frameworks(value), documented(s))));
    }

    private static List<String> frameworks(Object value) {
        return Arrays.asList(((String) value).strip().split("\\s+"));
    }

    private static Evidence documented(SoftwareStack stack) {
        return stack.evidence() == null ? new Evidence("what runs on " + stack.id(), ASSUMED, Grade.E1, null) : assumed(stack.evidence());
    }

    /** A figure stands for the supplier as a whole and, it may be, for single parts: all of them are set. */
    static Map<String, Field<Supplier>> ofSuppliers() {
        Map<String, Field<Supplier>> fields = new LinkedHashMap<>();
        for (Supplier.Figure figure : Supplier.Figure.values())
            fields.put("figures." + word(figure), new Field<>(kind(figure), s -> "", s -> {
                List<@Nullable Object> values = new ArrayList<>();
                Fact<BigDecimal> own = s.figures().get(figure);
                if (own != null) values.add(own.value());
                s.partFigures().stream().filter(p -> p.figure() == figure).forEach(p -> values.add(p.value()));
                return values.isEmpty() ? Arrays.asList((Object) null) : values;
            }, (s, change) -> figures(s, figure, change)));
        fields.put("jurisdiction", one(Kind.WORDS, s -> "", Supplier::jurisdiction, (s, value) -> with(s, Map.of("jurisdiction", value))));
        return fields;
    }

    private static Supplier figures(Supplier s, Supplier.Figure figure, UnaryOperator<@Nullable Object> change) {
        Map<Supplier.Figure, Fact<BigDecimal>> figures = new TreeMap<>(s.figures());
        Fact<BigDecimal> own = figures.get(figure);
        boolean isOfPartsAlone = own == null && s.partFigures().stream().anyMatch(p -> p.figure() == figure);
        Object value = isOfPartsAlone ? null : change.apply(own == null ? null : own.value());
        if (value != null) figures.put(figure, new Fact<>((BigDecimal) value, own == null ? new Evidence(word(figure) + " of " + s.id(), ASSUMED, Grade.E1, null) : assumed(own.evidence())));
        List<PartFigure> parts = s.partFigures().stream().map(p -> {
            Object of = p.figure() == figure ? change.apply(p.value()) : null;
            return of == null ? p : new PartFigure(p.accelerator(), figure, (BigDecimal) of, assumed(p.evidence()));
        }).toList();
        return with(s, Map.of("figures", figures, "partFigures", parts));
    }

    private static Kind kind(Supplier.Figure figure) {
        return switch (figure) {
            case GROSS_MARGIN, MARKET_SHARE, PACKAGING_SHARE, TOP_CUSTOMER_SHARE, SHORT_TERM_RATE -> Kind.SHARE;
            case NET_DEBT_TO_EBITDA -> Kind.NUMBER;
            default -> Kind.NOT_NEGATIVE;
        };
    }

    private static <T> Field<T> one(Kind kind, Function<T, String> unit, Function<T, @Nullable Object> value, BiFunction<T, Object, T> set) {
        return new Field<>(kind, unit, row -> Arrays.asList(value.apply(row)), (row, change) -> {
            Object to = change.apply(value.apply(row));
            return to == null ? row : set.apply(row, to);
        });
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Grade and day stay, so that nothing but the value is set otherwise; the source tells. */
    private static Evidence assumed(Evidence of) {
        return of.source().endsWith(ASSUMED) ? of : new Evidence(of.subject(), of.source() + "; " + ASSUMED, of.grade(), of.date());
    }

    /** A copy with some components set otherwise: a market row has up to 24 of them. */
    @SuppressWarnings("unchecked")
    private static <R extends Record> R with(R row, Map<String, Object> set) {
        RecordComponent[] components = row.getClass().getRecordComponents();
        Object[] values = Arrays.stream(components).map(c -> set.containsKey(c.getName()) ? set.get(c.getName()) : of(row, c)).toArray();
        try {
            return (R) row.getClass().getDeclaredConstructor(Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new)).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable Object of(Record row, RecordComponent component) {
        try {
            return component.getAccessor().invoke(row);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
