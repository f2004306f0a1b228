package dev.secondsource.market;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Offers that share what they are grouped by, and their pricing, term and currency: prices of another pricing, term or
 * currency say nothing of these.
 *
 * @param name what they share
 * @param pricing of all
 * @param termMonths of all, null if not committed
 * @param offers one or more; cheapest per accelerator first, those without a price last
 */
public record OfferGroup(String name, PricingKind pricing, @Nullable Integer termMonths, List<Offer> offers) {
    private static final Comparator<Offer> CHEAPEST = Comparator.comparing(
                    (Offer offer) -> OfferFilter.price(offer), Comparator.nullsLast(Comparator.<BigDecimal>naturalOrder()))
            .thenComparing(Offer::id);

    public OfferGroup {
        offers = offers.stream().sorted(CHEAPEST).toList();
    }

    private record Key(String name, PricingKind pricing, int term, String currency) {}

    /** Groups by name, then pricing, term and currency. */
    public static List<OfferGroup> of(List<Offer> offers, Function<Offer, String> name) {
        Map<Key, List<Offer>> groups = new TreeMap<>(
                Comparator.comparing(Key::name).thenComparing(Key::pricing).thenComparing(Key::term).thenComparing(Key::currency));
        for (Offer offer : offers) {
            Currency currency = offer.price() == null ? null : offer.price().currency();
            Key key = new Key(name.apply(offer), offer.pricing(), offer.termMonths() == null ? 0 : offer.termMonths(),
                    currency == null ? "" : currency.getCurrencyCode());
            groups.computeIfAbsent(key, k -> new ArrayList<>()).add(offer);
        }
        List<OfferGroup> found = new ArrayList<>();
        groups.forEach((key, members) -> found.add(new OfferGroup(key.name, key.pricing, members.get(0).termMonths(), members)));
        return found;
    }

    /** One of its offers that is really sold at its price: no two are ever made one. */
    public Offer cheapest() {
        return offers.get(0);
    }

    public Offer dearest() {
        List<Offer> priced = offers.stream().filter(o -> o.price() != null).toList();
        return priced.isEmpty() ? offers.get(0) : priced.get(priced.size() - 1);
    }

    /** Regions they run in, none for bought and unpriced parts. */
    public long regions() {
        return offers.stream().map(Offer::region).filter(r -> r != null).distinct().count();
    }
}
