package dev.secondsource.market;

import dev.secondsource.market.Oddity.Kind;
import dev.secondsource.profile.NumericFormat;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a market says two things that hardly go together. */
final class Contradictions {
    /** Days within which two sources speak of the same price. */
    private static final int SAME_TIME = 31;
    /** No commitment on file is longer than five years. */
    private static final int LONGEST_TERM = 72;
    /** A name's memory may be decimal or binary, gross or usable. */
    private static final double MEMORY_TOLERANCE = 0.15;
    /** Each format at least as fast as the one before, where the hardware has both. */
    private static final List<NumericFormat> FASTER = List.of(NumericFormat.FP32, NumericFormat.BF16, NumericFormat.FP8, NumericFormat.FP4);
    private static final Pattern COUNT = Pattern.compile("(?i)(?<![0-9a-z.])(\\d{1,3})x(?![0-9a-z])");
    private static final Pattern MEMORY = Pattern.compile("(?i)(?<![0-9.])(\\d{2,3})[ _-]?gi?b(?![a-z0-9])");

    private Contradictions() {}

    static void of(Market market, List<Oddity> odd) {
        Map<List<String>, List<Offer>> terms = new HashMap<>();
        @Nullable Offer before = null;
        for (Offer offer : market.offers()) {
            if (offer.price() == null) continue;
            if (before != null && before.id().equals(offer.id())) sources(before, offer, odd);
            before = offer;
            Accelerator part = market.accelerators().get(offer.accelerator());
            Supplier seller = market.suppliers().get(offer.provider());
            // What is bought has a list price before it is delivered; nothing is rented out before it is there.
            if (offer.region() == null) continue;
            if (part != null) released(offer, part, odd);
            if (part != null) memory(offer, part, odd);
            count(offer, odd);
            if (seller != null && !seller.roles().contains(Supplier.Role.PROVIDER)) add(odd, Kind.SELLER_IS_NO_PROVIDER, offer, offer.provider() + " is not described as a provider");
            if (offer.termMonths() == null) continue;
            if (offer.termMonths() > LONGEST_TERM) add(odd, Kind.EXTRAORDINARY_TERM, offer, "a commitment of " + offer.termMonths() + " months");
        }
        for (Offer offer : market.newest().offers())
            if (offer.termMonths() != null && offer.price() != null && offer.region() != null)
                terms.computeIfAbsent(List.of(offer.provider(), offer.instanceType(), offer.region().id(), offer.price().currency().getCurrencyCode()), any -> new ArrayList<>()).add(offer);
        terms.values().forEach(same -> terms(same, odd));
        market.accelerators().values().forEach(part -> peaks(part, odd));
    }

    private static void sources(Offer a, Offer b, List<Oddity> odd) {
        if (a.price().equals(b.price()) || a.evidence().source().equals(b.evidence().source()) || a.evidence().date() == null) return;
        if (ChronoUnit.DAYS.between(a.evidence().date(), b.evidence().date()) <= SAME_TIME)
            add(odd, Kind.SOURCES_DISAGREE, b, told(a) + ", and " + told(b) + ": the newer one is decided on, and nothing between them");
    }

    private static String told(Offer offer) {
        return offer.price() + " on " + offer.evidence().date() + " by " + offer.evidence().source() + " (" + offer.evidence().grade() + ")";
    }

    private static void released(Offer offer, Accelerator part, List<Oddity> odd) {
        LocalDate day = offer.evidence().date();
        if (part.released() != null && day != null && day.isBefore(part.released()))
            add(odd, Kind.PRICED_BEFORE_RELEASE, offer, "a price of " + day + ", and " + part.id() + " was released on " + part.released());
    }

    private static void memory(Offer offer, Accelerator part, List<Oddity> odd) {
        Matcher named = MEMORY.matcher(offer.instanceType());
        if (part.memoryGiB() == null || !named.find()) return;
        double says = Double.parseDouble(named.group(1));
        if (Math.abs(says / part.memoryGiB().doubleValue() - 1) > MEMORY_TOLERANCE)
            add(odd, Kind.NAME_CONTRADICTS_MEMORY, offer, "is named " + offer.instanceType() + ", and one " + part.id() + " has " + part.memoryGiB().toPlainString() + " GiB");
    }

    private static void count(Offer offer, List<Oddity> odd) {
        Matcher named = COUNT.matcher(offer.instanceType());
        if (named.find() && Integer.parseInt(named.group(1)) != offer.acceleratorCount())
            add(odd, Kind.NAME_CONTRADICTS_COUNT, offer, "is named " + offer.instanceType() + ", and holds " + offer.acceleratorCount());
    }

    private static void terms(List<Offer> same, List<Oddity> odd) {
        List<Offer> byTerm = same.stream().sorted(java.util.Comparator.comparing(Offer::termMonths)).toList();
        for (int i = 1; i < byTerm.size(); i++) {
            Offer shorter = byTerm.get(i - 1);
            Offer longer = byTerm.get(i);
            if (!longer.termMonths().equals(shorter.termMonths()) && longer.price().compareTo(shorter.price()) > 0)
                add(odd, Kind.LONGER_TERM_DEARER, longer, longer.price() + " an hour for " + longer.termMonths() + " months, " + shorter.price() + " for " + shorter.termMonths());
        }
    }

    private static void peaks(Accelerator part, List<Oddity> odd) {
        NumericFormat slower = null;
        for (NumericFormat format : FASTER) {
            BigDecimal peak = part.peakTflops().get(format);
            if (peak == null) continue;
            if (slower != null && peak.compareTo(part.peakTflops().get(slower)) < 0)
                odd.add(new Oddity(Kind.PEAKS_OUT_OF_ORDER, part.id(), peak.toPlainString() + " TFLOP/s in " + format + ", and " + part.peakTflops().get(slower).toPlainString() + " in " + slower));
            slower = format;
        }
    }

    private static void add(List<Oddity> odd, Kind kind, Offer offer, String what) {
        odd.add(new Oddity(kind, offer.id(), what));
    }
}
