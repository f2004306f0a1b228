package dev.secondsource.files;

import dev.secondsource.market.ExchangeRate;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of rates.csv: what one unit of a currency was worth in another on a day. */
final class MarketRates {
    static final String FILE = "rates.csv";
    static final List<String> COLUMNS = List.of("from", "to", "rate", "date", "date_basis", "source", "grade");

    private MarketRates() {}

    static @Nullable ExchangeRate read(MarketFields row) {
        Currency from = row.currency("from");
        Currency to = row.currency("to");
        if (!row.text("to").isEmpty() && row.text("from").equals(row.text("to"))) row.wrong("to", "is the currency of from", "give the other currency");
        if (row.optional("rate") == null) row.wrong("rate", "is missing", "give the units of to for one unit of from");
        BigDecimal rate = row.positive("rate");
        ExchangeRate read = new ExchangeRate(from, to, rate == null ? BigDecimal.ONE : rate,
                row.evidence("exchange rate " + from.getCurrencyCode() + "/" + to.getCurrencyCode(), "date", "date_basis"));
        return row.isSound() ? read : null;
    }

    /** What only one row may say: a pair on a day, whichever way round it is written. */
    static List<String> key(ExchangeRate rate) {
        String from = rate.from().getCurrencyCode();
        String to = rate.to().getCurrencyCode();
        String pair = from.compareTo(to) < 0 ? from + "/" + to : to + "/" + from;
        return List.of(pair, String.valueOf(rate.evidence().date()));
    }
}
