package dev.secondsource.cost;

import dev.secondsource.policy.Policy;
import dev.secondsource.policy.PolicyValue;
import dev.secondsource.quantity.Decimals;
import dev.secondsource.quantity.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Converts money by the planning rates {@code cost.usd-per-eur} and so on of a policy: dated, sourced, the buyer's to set. */
public final class ExchangeRates {
    /** The policy keys of the currencies other than the dollar that can be converted. */
    static final List<String> KEYS = List.of("cost.usd-per-chf", "cost.usd-per-eur", "cost.usd-per-gbp");

    private final Policy policy;

    public ExchangeRates(Policy policy) {
        this.policy = policy;
    }

    /** The amount in another currency; null if the policy has no rate for one of the two. */
    public @Nullable Money convert(Money money, Currency to) {
        if (money.currency().equals(to)) return money;
        BigDecimal from = usdPer(money.currency());
        BigDecimal into = usdPer(to);
        if (from == null || into == null) return null;
        return Money.of(money.amount().multiply(from).divide(into, Decimals.PRECISION), to);
    }

    /** What is missing when {@link #convert} gives null. */
    String missing(Money money, Currency to) {
        Currency unknown = usdPer(money.currency()) == null ? money.currency() : to;
        return "exchange rate of " + unknown.getCurrencyCode() + " (policy key " + key(unknown) + ")";
    }

    private @Nullable BigDecimal usdPer(Currency currency) {
        if (currency.equals(Money.USD)) return BigDecimal.ONE;
        PolicyValue rate = policy.values().get(key(currency));
        return rate == null ? null : rate.value();
    }

    private static String key(Currency currency) {
        return "cost.usd-per-" + currency.getCurrencyCode().toLowerCase(Locale.ROOT);
    }
}
