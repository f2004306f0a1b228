package dev.secondsource.catalogue;

import dev.secondsource.cost.ExchangeRates;
import dev.secondsource.market.Offer;
import dev.secondsource.market.Peers;
import dev.secondsource.market.Plausible;
import dev.secondsource.market.PricingKind;
import dev.secondsource.quantity.Decimals;
import dev.secondsource.quantity.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Judges prices against each other and against the market. A price is far from its peers if it is so many times the
 * median of theirs, or of theirs so many times it: of the same part and pricing in the same list, of the same in the
 * market, or of the very offer on an earlier day.
 */
final class Plausibility {
    private final Known known;
    private final Plausible plausible;

    Plausibility(Known known) {
        this.known = known;
        this.plausible = known.plausible();
    }

    /** What a price must be by itself; null if it is right. */
    @Nullable Refusal alone(Quote quote) {
        if (quote.price().signum() <= 0)
            return quote.refuse(Reason.NOT_A_PRICE, quote.machine(), quote.named() + " costs " + quote.price().toPlainString() + " an hour", "a price is above zero; unknown is left empty");
        if (!quote.currency().equals(known.currency()))
            return quote.refuse(Reason.OTHER_CURRENCY, quote.currency(), quote.named() + " is priced in " + quote.currency() + ", and " + known.currency() + " is expected",
                    "say --currency " + quote.currency() + " if all of the list is in it");
        return null;
    }

    /** Those that can be believed. */
    List<Entry> together(List<Entry> entries, Consumer<Refusal> refused) {
        return notDearerThanOnDemand(notFar(entries, refused), refused);
    }

    private List<Entry> notFar(List<Entry> entries, Consumer<Refusal> refused) {
        Peers listed = new Peers();
        entries.forEach(e -> listed.add(like(e), known.provider(), e.perChip()));
        Peers market = new Peers();
        Map<String, BigDecimal> before = new HashMap<>();
        ExchangeRates rates = new ExchangeRates(known.policy(), known.market().rates(), known.asOf());
        Currency currency = Currency.getInstance(known.currency());
        for (Offer offer : known.market().offers()) {
            Money price = offer.price() == null || offer.pricing() == PricingKind.PURCHASE ? null : rates.convert(offer.price(), currency);
            if (price == null) continue;
            BigDecimal perChip = Peers.perChip(offer.at(price));
            market.add(new Peers.Like(offer.accelerator(), offer.pricing(), offer.termMonths(), known.currency()), offer.provider(), perChip);
            if (offer.provider().equals(known.provider())) before.put(offer.id().substring(offer.provider().length()), perChip);
        }
        List<Entry> kept = new ArrayList<>();
        for (Entry entry : entries) {
            Refusal refusal = far(entry, listed, true, "this list");
            if (refusal == null) refusal = far(entry, market, false, "the market");
            if (refusal == null) refusal = farFromItself(entry, before.get(id(entry)));
            if (refusal == null) kept.add(entry);
            else refused.accept(refusal);
        }
        return kept;
    }

    /** @param itself the entry is one of the peers */
    private @Nullable Refusal far(Entry entry, Peers peers, boolean itself, String which) {
        Peers.Far far = peers.farFrom(like(entry), known.provider(), entry.perChip(), itself, plausible);
        return far == null ? null : entry.refuse(Reason.FAR_FROM_PEERS, perChip(entry) + ", " + far.told() + " in " + which + " is " + figure(far.median()) + " " + known.currency(),
                "look at the source: a lost decimal point, a month for an hour, a machine for a chip");
    }

    private Peers.Like like(Entry entry) {
        return new Peers.Like(entry.accelerator(), entry.quote().pricing(), entry.quote().termMonths(), known.currency());
    }

    private @Nullable Refusal farFromItself(Entry entry, @Nullable BigDecimal before) {
        return before != null && plausible.isFar(entry.perChip().doubleValue(), before.doubleValue())
                ? entry.refuse(Reason.FAR_FROM_PEERS, perChip(entry) + ", the market has " + figure(before.doubleValue()) + " " + known.currency() + " for this very offer", "look at the source; if the price did change so much, correct offers.csv by hand")
                : null;
    }

    private String perChip(Entry entry) {
        return entry.quote().named() + " costs " + figure(entry.perChip().doubleValue()) + " " + known.currency() + " per " + entry.accelerator() + " and hour";
    }

    private List<Entry> notDearerThanOnDemand(List<Entry> entries, Consumer<Refusal> refused) {
        Map<List<String>, BigDecimal> onDemand = new HashMap<>();
        for (Offer offer : known.market().offers())
            if (offer.provider().equals(known.provider()) && offer.pricing() == PricingKind.ON_DEMAND && offer.region() != null && offer.price() != null
                    && offer.evidence().visibleAt(known.asOf()) && offer.price().currency().getCurrencyCode().equals(known.currency()))
                onDemand.put(List.of(offer.instanceType(), offer.region().id()), offer.price().amount());
        for (Entry entry : entries) if (entry.quote().pricing() == PricingKind.ON_DEMAND) onDemand.put(List.of(entry.machine(), entry.quote().region()), entry.quote().price());
        List<Entry> kept = new ArrayList<>();
        for (Entry entry : entries) {
            BigDecimal beside = onDemand.get(List.of(entry.machine(), entry.quote().region()));
            if (!Plausible.isDearer(entry.quote().pricing(), entry.quote().price(), beside)) kept.add(entry);
            else refused.accept(entry.refuse(entry.quote().pricing() == PricingKind.SPOT ? Reason.SPOT_ABOVE_ON_DEMAND : Reason.COMMITTED_ABOVE_ON_DEMAND,
                    entry.quote().named() + " costs " + entry.quote().price().toPlainString() + " " + known.currency() + ", on demand " + Decimals.plain(beside).toPlainString(), "nobody would take it; look at the source"));
        }
        return kept;
    }

    /** The id of the offer without its provider, as the market forms it. */
    private static String id(Entry entry) {
        Quote q = entry.quote();
        String place = q.pricedZone() == null ? q.region() : q.region() + "/" + q.pricedZone();
        String pricing = q.pricing().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        return String.join(":", "", entry.machine().replace(' ', '-'), place, q.termMonths() == null ? pricing : pricing + "-" + q.termMonths() + "m");
    }

    private static String figure(double price) {
        return Decimals.plain(new BigDecimal(price, new MathContext(4))).toPlainString();
    }
}
