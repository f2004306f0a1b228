package dev.secondsource.files;

import dev.secondsource.evidence.Evidence;
import dev.secondsource.market.Accelerator;
import dev.secondsource.market.MaturityEvidence;
import dev.secondsource.market.Offer;
import dev.secondsource.market.PricingKind;
import dev.secondsource.market.Region;
import dev.secondsource.market.SoldAs;
import dev.secondsource.quantity.Decimals;
import dev.secondsource.quantity.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Rows of offers.csv and purchases.csv, and what follows from them. */
final class MarketOffers {
    static final String HOURLY_FILE = "offers.csv";
    static final List<String> HOURLY_COLUMNS = List.of(
            "provider", "instance_type", "accelerator", "accelerator_count", "sold_as", "region", "zone", "pricing", "term_months",
            "price_per_hour", "currency", "price_date", "date_basis", "source", "grade", "note");
    static final String PURCHASE_FILE = "purchases.csv";
    static final List<String> PURCHASE_COLUMNS = List.of(
            "accelerator", "unit", "accelerator_count", "low", "high", "currency", "price_date", "date_basis", "source", "grade", "note");

    /** Columns that a file may do without. */
    static final List<String> OPTIONAL = List.of("price_until");

    private static final String WHOLE_CHIPS = "count whole chips in the unit; a slice of a chip is not an offer here";

    private MarketOffers() {}

    static @Nullable Offer hourly(MarketFields row, MarketIds ids) {
        String provider = row.known("provider", ids.suppliers(), "supplier");
        String instance = row.text("instance_type");
        if (Offer.isSlice(instance)) row.wrong("instance_type", "\"" + instance + "\" is a slice of a chip", WHOLE_CHIPS);
        String accelerator = row.known("accelerator", ids.accelerators(), "accelerator");
        int count = row.requiredWhole("accelerator_count", WHOLE_CHIPS);
        SoldAs soldAs = row.word("sold_as", SoldAs.class);
        Map<String, Region> regions = ids.regionsOf(provider);
        String region = row.known("region", regions == null ? null : regions.keySet(), "region of " + provider);
        PricingKind pricing = row.requiredWord("pricing", PricingKind.class);
        if (pricing == PricingKind.PURCHASE) row.wrong("pricing", "a purchase has no hourly price", "move the row to " + PURCHASE_FILE);
        if (pricing == PricingKind.UNPRICED)
            row.wrong("pricing", "a part without a price needs no row", "delete the row: it follows from " + MarketAccelerators.FILE);
        Integer term = row.whole("term_months", "count whole months");
        if (pricing == PricingKind.COMMITTED && row.optional("term_months") == null)
            row.wrong("term_months", "a commitment without a term", "give the months of the commitment, 12 or 36");
        if (pricing != PricingKind.COMMITTED && row.optional("term_months") != null)
            row.wrong("term_months", "a term on " + MarketFields.word(pricing) + " pricing", "leave it empty, or price it as committed");
        BigDecimal price = row.requiredPositive("price_per_hour");
        Currency currency = row.currency("currency");
        String id = id(provider, instance, region, row.optional("zone"), pricing, term);
        Evidence evidence = row.evidence("price of " + id, "price_date", "date_basis");
        LocalDate until = until(row, evidence);
        if (!row.isSound() || regions == null) return null;
        return new Offer(
                id, provider, instance, accelerator, count, soldAs, regions.get(region), pricing, term, Money.of(price, currency), evidence, row.note("note"), null, until);
    }

    /** A purchase costs the middle of the range its source gives. */
    static @Nullable Offer purchase(MarketFields row, Map<String, Accelerator> accelerators, MarketIds ids) {
        String accelerator = row.known("accelerator", ids.accelerators(), "accelerator");
        String unit = row.text("unit");
        int count = row.requiredWhole("accelerator_count", WHOLE_CHIPS);
        BigDecimal low = row.requiredPositive("low");
        BigDecimal high = row.requiredPositive("high");
        if (low.compareTo(high) > 0) row.wrong("high", "is below low", "swap them, or repeat the one figure there is");
        BigDecimal middle = Decimals.divide(low.add(high), BigDecimal.valueOf(2));
        Currency currency = row.currency("currency");
        Evidence evidence = row.evidence("price of own:" + accelerator, "price_date", "date_basis");
        LocalDate until = until(row, evidence);
        Accelerator part = accelerators.get(accelerator);
        if (part == null) return null;
        String range = low.compareTo(high) == 0 ? "" : "middle of " + low.toPlainString() + " to " + high.toPlainString() + "; ";
        if (!row.isSound()) return null;
        return new Offer(
                "own:" + accelerator, part.designer(), unit, accelerator, count, SoldAs.ACCELERATOR, null, PricingKind.PURCHASE, null,
                Money.of(middle, currency), evidence, range + row.note("note"), null, until);
    }

    private static @Nullable LocalDate until(MarketFields row, Evidence evidence) {
        LocalDate until = row.date("price_until");
        if (until != null && evidence.date() != null && until.isBefore(evidence.date()))
            row.wrong("price_until", until + " is before the price's own date, " + evidence.date(), "give the last day on which the price holds, or leave it empty");
        return until;
    }

    /**
     * Reads every row. The same offer on another day is its history; on the same day it is given twice, or two sources
     * contradict each other: then there is a problem at the second row, for neither price is believed before the other.
     *
     * @param placed told each offer and the line it begins on
     */
    static List<Offer> dated(List<MarketFields> rows, Function<MarketFields, @Nullable Offer> read, BiConsumer<Offer, Integer> placed) {
        List<Offer> found = new ArrayList<>();
        Map<String, Placed> first = new HashMap<>();
        Map<List<Object>, Placed> onTheDay = new HashMap<>();
        for (MarketFields row : rows) {
            Offer offer = read.apply(row);
            if (offer == null) continue;
            Placed here = new Placed(offer, row.line());
            Placed before = first.putIfAbsent(offer.id(), here);
            Placed twin = onTheDay.putIfAbsent(List.of(offer.id(), offer.evidence().date()), here);
            if (twin != null) twice(row, here, twin);
            else if (before != null && (!before.offer.accelerator().equals(offer.accelerator()) || before.offer.acceleratorCount() != offer.acceleratorCount()))
                row.wrong("accelerator", offer.id() + " holds " + holds(offer) + " here, and " + holds(before.offer) + " on line " + before.line,
                        "one offer is one thing on every day: correct the wrong row, or give the other unit another name");
            else {
                found.add(offer);
                placed.accept(offer, row.line());
            }
        }
        return found;
    }

    /** An offer and the line it begins on. */
    private record Placed(Offer offer, int line) {}

    private static void twice(MarketFields row, Placed here, Placed there) {
        if (here.offer.price().equals(there.offer.price())) row.wrong("", "duplicate of line " + there.line + ": " + here.offer.id(), "keep one of the two rows");
        else
            row.wrong("", "sources in conflict: " + here.offer.id() + " costs " + told(here.offer) + " here, and " + told(there.offer) + " on line " + there.line + ", both on " + here.offer.evidence().date(),
                    "find out which is right and delete the other; prices are never averaged");
    }

    private static String told(Offer offer) {
        return offer.price() + " by " + offer.evidence().source() + " (" + offer.evidence().grade() + ")";
    }

    private static String holds(Offer offer) {
        return offer.acceleratorCount() + " " + offer.accelerator();
    }

    /** Every part without an hourly price, so that it is seen rather than missed. */
    static List<Offer> unpriced(Collection<Accelerator> accelerators, Collection<Offer> offers) {
        List<Offer> unpriced = new ArrayList<>();
        for (Accelerator part : accelerators) {
            List<Offer> own = offers.stream().filter(offer -> offer.accelerator().equals(part.id())).toList();
            if (own.stream().anyMatch(offer -> offer.pricing() != PricingKind.PURCHASE)) continue;
            unpriced.add(new Offer(
                    "unpriced:" + part.id(), part.designer(), part.id(), part.id(), 1, SoldAs.ACCELERATOR, null, PricingKind.UNPRICED, null, null,
                    part.evidence(),
                    own.isEmpty() ? "no price is known" : "no hourly price is known; for a purchase price see " + own.get(0).id()));
        }
        return unpriced;
    }

    /** Whoever quotes an hourly price for a part is a channel for it, from the earliest such quote on. */
    static List<MaturityEvidence> channels(Collection<Offer> offers, Collection<MaturityEvidence> typed) {
        Set<List<String>> known = new HashSet<>();
        for (MaturityEvidence proof : typed)
            if (proof.kind() == MaturityEvidence.Kind.CHANNEL) known.add(List.of(proof.accelerator(), proof.who()));
        Map<List<String>, Evidence> earliest = new HashMap<>();
        for (Offer offer : offers) {
            List<String> channelOf = List.of(offer.accelerator(), offer.provider());
            if (offer.pricing() == PricingKind.PURCHASE || known.contains(channelOf)) continue;
            Evidence price = offer.evidence();
            Evidence channel = new Evidence(
                    "channel of " + offer.accelerator() + ": " + offer.provider(), price.source(), price.grade(), price.date());
            earliest.merge(channelOf, channel, MarketOffers::earlier);
        }
        List<MaturityEvidence> channels = new ArrayList<>();
        earliest.forEach((key, evidence) -> channels.add(
                new MaturityEvidence(key.get(0), MaturityEvidence.Kind.CHANNEL, null, null, key.get(1), evidence)));
        return channels;
    }

    private static Evidence earlier(Evidence a, Evidence b) {
        int byDate = a.date().compareTo(b.date());
        return byDate < 0 || byDate == 0 && a.compareTo(b) <= 0 ? a : b;
    }

    private static String id(
            String provider, String instance, String region, @Nullable String zone, PricingKind pricing, @Nullable Integer term) {
        String place = zone == null ? region : region + "/" + zone;
        String price = term == null ? MarketFields.word(pricing) : MarketFields.word(pricing) + "-" + term + "m";
        return String.join(":", provider, instance.replace(' ', '-'), place, price);
    }
}
