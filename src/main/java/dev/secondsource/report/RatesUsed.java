package dev.secondsource.report;

import dev.secondsource.cost.Conversion;
import dev.secondsource.cost.ExchangeRates;
import dev.secondsource.evidence.Evidence;
import dev.secondsource.evidence.Grade;
import dev.secondsource.market.ExchangeRate;
import dev.secondsource.policy.Policy;
import dev.secondsource.policy.PolicyValue;
import dev.secondsource.quantity.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which rate makes money of each currency US dollars, in which policies have their planning rates, and how old it is.
 *
 * @param rows by currency
 * @param rates those of the market
 * @param agedAfter days after which a rate is worth a grade less
 * @param unknownAfter days after which a rate is not known any more
 * @param asOf the day on which ages are told
 */
public record RatesUsed(List<Row> rows, List<ExchangeRate> rates, int agedAfter, int unknownAfter, LocalDate asOf) {
    private static final String PLANNING = "cost.usd-per-";
    private static final MathContext DIGITS = new MathContext(6);

    /**
     * One currency.
     *
     * @param conversion that a decision would use; null if no rate is known
     * @param planning the policy's own rate; null if it has none
     */
    public record Row(Currency currency, @Nullable Conversion conversion, @Nullable PolicyValue planning) {
        /** A rate to plan with is used, which is of no day. */
        boolean plans() {
            return conversion != null && conversion.evidence().stream().anyMatch(e -> e.date() == null);
        }

        @Nullable BigDecimal rate() {
            return conversion == null ? null : conversion.rate().round(DIGITS).stripTrailingZeros();
        }

        String used() {
            return conversion == null ? "none" : (plans() ? "policy" : "rates.csv") + (conversion.through() == null ? "" : ", through " + conversion.through().getCurrencyCode());
        }

        @Nullable Grade grade() {
            return conversion == null ? null : conversion.evidence().stream().map(Evidence::grade).max(Comparator.naturalOrder()).orElseThrow();
        }

        @Nullable LocalDate day() {
            return conversion == null ? null : conversion.day();
        }
    }

    /** @param published rates of the market that are known on the day */
    public static RatesUsed of(List<ExchangeRate> published, Policy policy, LocalDate asOf) {
        ExchangeRates rates = new ExchangeRates(policy, published, asOf);
        Map<Currency, PolicyValue> planning = new HashMap<>();
        policy.values().values().stream().filter(v -> v.key().startsWith(PLANNING)).forEach(v -> planning.put(Currency.getInstance(v.key().substring(PLANNING.length()).toUpperCase(Locale.ROOT)), v));
        Set<Currency> currencies = new TreeSet<>(Comparator.comparing(Currency::getCurrencyCode));
        currencies.addAll(planning.keySet());
        published.forEach(r -> currencies.addAll(List.of(r.from(), r.to())));
        currencies.remove(Money.USD);
        return new RatesUsed(currencies.stream().map(c -> new Row(c, rates.between(c, Money.USD), planning.get(c))).toList(), published, policy.number(ExchangeRates.OLD).intValue(),
                policy.number(ExchangeRates.USELESS).intValue(), asOf);
    }

    void write(Sheet sheet) {
        List<List<Table.Cell>> cells = new ArrayList<>();
        for (Row row : rows) {
            PolicyValue plan = row.planning;
            cells.add(Stream.of(row.currency.getCurrencyCode(), row.rate() == null ? "unknown" : Amounts.exact(row.rate()), row.used(), PriceSources.day(row.day()), row.day() == null ? "–" : Amounts.count(age(row.day())),
                    row.grade() == null ? "–" : row.grade().name(), plan == null ? "–" : Amounts.exact(plan.value()), plan == null ? "" : row.plans() ? "used: no dated rate" : "not used").map(Table.Cell::of).toList());
        }
        sheet.table(new Table(List.of(Table.Column.words("One", 0, 0), Table.Column.number("In" + Text.GLUE + "USD", 0, 0), Table.Column.words("From", 12, 0), Table.Column.words("Day", 0, 0),
                Table.Column.number("Days old", 0, 3), Table.Column.words("Grade", 0, 2), Table.Column.number("To plan with", 0, 1), Table.Column.words("", 8, 4)), cells));
        origins().forEach(origin -> sheet.text(2, Ink.PLAIN, origin));
        sheet.text(2, Ink.DIM, "A dated rate of rates.csv counts before the rate to plan with, " + PLANNING + "* of the policy (E3), and the buyer's own setting of that key before both. Through another currency the day is the older of the two. "
                + "A rate is worth a grade less after " + agedAfter + " days (" + ExchangeRates.OLD + ") and not known after " + unknownAfter + " (" + ExchangeRates.USELESS + ").");
    }

    private List<String> origins() {
        List<String> origins = new ArrayList<>();
        Map<String, List<ExchangeRate>> bySource = rates.stream().collect(Collectors.groupingBy(r -> r.evidence().source(), java.util.TreeMap::new, Collectors.toList()));
        bySource.forEach((source, all) -> {
            List<LocalDate> days = all.stream().map(r -> r.evidence().date()).distinct().sorted().toList();
            origins.add("rates.csv: " + Amounts.count(all.size()) + " rates of " + Amounts.count(days.size()) + (days.size() == 1 ? " day, " : " days, ") + days.get(0)
                    + (days.size() == 1 ? "" : " to " + days.get(days.size() - 1)) + ", by " + source + ".");
        });
        if (rates.isEmpty()) origins.add("rates.csv: no rate known by " + asOf + ".");
        for (Row row : rows)
            if (row.planning != null)
                origins.add(row.planning.key() + ": " + row.planning.meaning() + ", " + Amounts.exact(row.planning.value()) + " " + row.planning.unit() + ", since " + row.planning.since() + " (" + Names.words(row.planning.tag()) + ": " + row.planning.source() + ").");
        return origins;
    }

    private long age(LocalDate day) {
        return ChronoUnit.DAYS.between(day, asOf);
    }

    void write(Json j) {
        j.lines("exchangeRates", rows, r -> j.text("currency", r.currency.getCurrencyCode()).text("to", Money.USD.getCurrencyCode()).decimal("rate", r.rate())
                .text("used", r.conversion == null ? "none" : r.plans() ? "policy" : "rates.csv").text("through", r.conversion == null || r.conversion.through() == null ? null : r.conversion.through().getCurrencyCode())
                .text("date", r.day()).count("ageDays", r.day() == null ? null : (int) age(r.day())).text("grade", r.grade())
                .texts("sources", r.conversion == null ? List.of() : r.conversion.evidence().stream().map(Evidence::source).distinct().toList()));
        j.lines("planningRates", rows.stream().filter(r -> r.planning != null).toList(), r -> j.text("key", r.planning.key()).decimal("value", r.planning.value()).text("since", r.planning.since())
                .flag("used", r.plans()).text("tag", Names.words(r.planning.tag())).text("source", r.planning.source()));
    }
}
