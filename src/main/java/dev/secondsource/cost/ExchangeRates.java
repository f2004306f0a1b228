package dev.secondsource.cost;

import dev.secondsource.evidence.Evidence;
import dev.secondsource.evidence.Grade;
import dev.secondsource.market.ExchangeRate;
import dev.secondsource.policy.Policy;
import dev.secondsource.policy.PolicyValue;
import dev.secondsource.quantity.Money;
import java.math.BigDecimal;
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
import org.jspecify.annotations.Nullable;

/**
 * Converts money by dated rates, the newest known on a day, straight or through one common currency. The planning rates
 * {@code cost.usd-per-eur} and so on of a policy count before the market's if the buyer has set them, else after. A rate
 * ages as a floating price does: after {@code cpf.spot-price-days} it is worth a grade less, after
 * {@code cpf.price-days} it is not known any more.
 */
public final class ExchangeRates {
    /** The policy keys of the currencies that have a planning rate. */
    static final List<String> KEYS = List.of("cost.usd-per-chf", "cost.usd-per-eur", "cost.usd-per-gbp");

    /** The policy key of the age in days after which a rate is worth a grade less. */
    public static final String OLD = "cpf.spot-price-days";
    /** The policy key of the age in days after which a rate is not known any more. */
    public static final String USELESS = "cpf.price-days";

    private static final String MISSING = "exchange rate ";

    private final LocalDate asOf;
    private final List<ExchangeRate> published;
    /** Those of the market and those the buyer has set. */
    private final Map<Set<Currency>, ExchangeRate> known = new HashMap<>();
    /** With the planning rates that stand in where there is no other. */
    private final Map<Set<Currency>, ExchangeRate> all;

    /** @param published rates of the market; those dated later than {@code asOf} are not seen */
    public ExchangeRates(Policy policy, List<ExchangeRate> published, LocalDate asOf) {
        this.asOf = asOf;
        this.published = published;
        for (ExchangeRate rate : published) {
            long age = ChronoUnit.DAYS.between(rate.evidence().date(), asOf);
            if (age < 0 || age > policy.number(USELESS).longValue()) continue;
            known.merge(pair(rate), age > policy.number(OLD).longValue() ? aged(rate, age) : rate, ExchangeRates::newer);
        }
        all = new HashMap<>(known);
        for (String key : KEYS) {
            PolicyValue value = policy.values().get(key);
            if (value == null) continue;
            ExchangeRate rate = planning(value);
            if (value.replaced() != null) known.put(pair(rate), rate);
            if (value.replaced() != null) all.put(pair(rate), rate);
            else all.putIfAbsent(pair(rate), rate);
        }
    }

    /** The amount in another currency; null if no rate is known. */
    public @Nullable Money convert(Money money, Currency to) {
        if (money.currency().equals(to)) return money;
        Conversion conversion = between(money.currency(), to);
        return conversion == null ? null : conversion.of(money);
    }

    /** How one currency becomes another; null if no rate is known. */
    public @Nullable Conversion between(Currency from, Currency to) {
        Conversion dated = between(from, to, known);
        return dated != null ? dated : between(from, to, all);
    }

    private static @Nullable Conversion between(Currency from, Currency to, Map<Set<Currency>, ExchangeRate> rates) {
        ExchangeRate straight = rates.get(Set.of(from, to));
        return straight != null ? new Conversion(from, to, List.of(straight)) : through(from, to, rates);
    }

    /** What is missing when {@link #convert} gives null. */
    String missing(Money money, Currency to) {
        String pair = money.currency().getCurrencyCode() + "/" + to.getCurrencyCode();
        Map<Set<Currency>, ExchangeRate> everything = new HashMap<>();
        published.stream().filter(r -> r.evidence().visibleAt(asOf)).forEach(r -> everything.merge(pair(r), r, ExchangeRates::newer));
        Conversion old = between(money.currency(), to, everything);
        return MISSING + pair + " on " + asOf + " (rates.csv of the market)" + (old == null ? "" : "; the newest on file is of " + older(old));
    }

    /** Whether something that a cost wants is a rate. */
    public static boolean isMissing(String wanted) {
        return wanted.startsWith(MISSING);
    }

    /** Through the common currency whose older rate is the newest. */
    private static @Nullable Conversion through(Currency from, Currency to, Map<Set<Currency>, ExchangeRate> rates) {
        Set<Currency> others = new TreeSet<>(Comparator.comparing(Currency::getCurrencyCode));
        rates.keySet().forEach(others::addAll);
        List<Conversion> ways = new ArrayList<>();
        for (Currency other : others) {
            if (other.equals(from) || other.equals(to)) continue;
            ExchangeRate first = rates.get(Set.of(from, other));
            ExchangeRate second = rates.get(Set.of(other, to));
            if (first != null && second != null) ways.add(new Conversion(from, to, List.of(first, second)));
        }
        return ways.stream().max(Comparator.comparing(ExchangeRates::older)).orElse(null);
    }

    private static LocalDate older(Conversion way) {
        return way.day() == null ? LocalDate.MAX : way.day();
    }

    private static ExchangeRate newer(ExchangeRate a, ExchangeRate b) {
        int byDate = a.evidence().date().compareTo(b.evidence().date());
        // Of two on one day the better sourced; the market's order decides the rest.
        return byDate > 0 || byDate == 0 && !a.evidence().grade().weakerThan(b.evidence().grade()) ? a : b;
    }

    private static ExchangeRate aged(ExchangeRate rate, long days) {
        Evidence e = rate.evidence();
        Grade weaker = Grade.values()[Math.min(e.grade().ordinal() + 1, Grade.values().length - 1)];
        return new ExchangeRate(rate.from(), rate.to(), rate.rate(), new Evidence(e.subject(), e.source() + " (" + days + " days old)", weaker, e.date()));
    }

    /** A round figure to plan with is an estimate; the one a buyer has set is the buyer's own word. */
    private static ExchangeRate planning(PolicyValue value) {
        Currency of = Currency.getInstance(value.key().substring(value.key().lastIndexOf('-') + 1).toUpperCase(Locale.ROOT));
        boolean own = value.replaced() != null;
        return new ExchangeRate(of, Money.USD, value.value(), new Evidence("exchange rate " + of.getCurrencyCode() + "/USD",
                "planning rate " + value.key() + (own ? ", set by the buyer" : ": " + value.source()), own ? Grade.E1 : Grade.E3, null));
    }

    private static Set<Currency> pair(ExchangeRate rate) {
        return Set.of(rate.from(), rate.to());
    }
}
