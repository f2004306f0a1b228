package dev.secondsource.market;

import dev.secondsource.market.Oddity.Kind;
import dev.secondsource.profile.NumericFormat;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a market says two things that hardly go together. */
final class Contradictions {
    /** Days within which two sources speak of the same price. */
    private static final int SAME_TIME = 31;
    /** No commitment on file is longer than five years. */
    private static final int LONGEST_TERM = 72;
    /** Each format at least as fast as the one before, where the hardware has both. */
    private static final List<NumericFormat> FASTER = List.of(NumericFormat.FP32, NumericFormat.BF16, NumericFormat.FP8, NumericFormat.FP4);
    private static final Pattern COUNT = Pattern.compile("(?i)(?<![0-9a-z.])(\\d{1,3})x(?![0-9a-z])");
    private static final Pattern MEMORY = Pattern.compile("(?i)(?<![0-9.])(\\d{2,3})[ _-]?gi?b(?![a-z0-9])");

    private Contradictions() {}

    static void of(Market market, Plausible plausible, List<Oddity> odd) {
        Map<List<String>, Map<List<Object>, Set<String>>> machines = new HashMap<>();
        Map<String, Map<String, Set<String>>> currencies = new HashMap<>();
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
            if (part != null) memory(offer, part, plausible, odd);
            count(offer, odd);
            machines.computeIfAbsent(machine(offer), any -> new HashMap<>()).computeIfAbsent(contents(offer), any -> new HashSet<>()).add(offer.id());
            currencies.computeIfAbsent(offer.provider(), any -> new HashMap<>()).computeIfAbsent(offer.price().currency().getCurrencyCode(), any -> new HashSet<>()).add(offer.id());
            if (seller != null && !seller.roles().contains(Supplier.Role.PROVIDER)) add(odd, Kind.SELLER_IS_NO_PROVIDER, offer, offer.provider() + " is not described as a provider");
            if (offer.termMonths() == null) continue;
            if (offer.termMonths() > LONGEST_TERM) add(odd, Kind.EXTRAORDINARY_TERM, offer, "a commitment of " + offer.termMonths() + " months");
        }
        for (Offer offer : market.newest().offers()) {
            if (offer.price() == null || offer.region() == null) continue;
            machine(offer, machines.get(machine(offer)), odd);
            currency(offer, currencies.get(offer.provider()), plausible, odd);
        }
        for (Offer offer : market.newest().offers())
            if (offer.termMonths() != null && offer.price() != null && offer.region() != null)
                terms.computeIfAbsent(List.of(offer.provider(), offer.instanceType(), offer.region().id(), offer.price().currency().getCurrencyCode()), any -> new ArrayList<>()).add(offer);
        terms.values().forEach(same -> terms(same, odd));
        market.accelerators().values().forEach(part -> peaks(part, odd));
        market.accelerators().values().forEach(part -> memory(part, plausible, odd));
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

    private static void memory(Offer offer, Accelerator part, Plausible plausible, List<Oddity> odd) {
        Matcher named = MEMORY.matcher(offer.instanceType());
        if (named.find() && !plausible.fitsMemory(new BigDecimal(named.group(1)), part.memoryGiB()))
            add(odd, Kind.NAME_CONTRADICTS_MEMORY, offer, "is named " + offer.instanceType() + ", and one " + part.id() + " has " + part.memoryGiB().toPlainString() + " GiB");
    }

    private static void memory(Accelerator part, Plausible plausible, List<Oddity> odd) {
        Matcher named = MEMORY.matcher(part.id());
        if (named.find() && !plausible.fitsMemory(new BigDecimal(named.group(1)), part.memoryGiB()))
            odd.add(new Oddity(Kind.MEMORY_CONTRADICTS, part.id(), null, part.memoryGiB().toPlainString() + " GiB of one " + part.id()));
    }

    private static void count(Offer offer, List<Oddity> odd) {
        Matcher named = COUNT.matcher(offer.instanceType());
        if (named.find() && Integer.parseInt(named.group(1)) != offer.acceleratorCount())
            add(odd, Kind.NAME_CONTRADICTS_COUNT, offer, "is named " + offer.instanceType() + ", and holds " + offer.acceleratorCount());
    }

    private static List<String> machine(Offer offer) {
        return List.of(offer.provider(), offer.instanceType());
    }

    private static List<Object> contents(Offer offer) {
        return List.of(offer.acceleratorCount(), offer.accelerator());
    }

    /** A machine holds what most offers of that name hold; where as many say otherwise neither is known to be right. */
    private static void machine(Offer offer, Map<List<Object>, Set<String>> contents, List<Oddity> odd) {
        int agree = contents.get(contents(offer)).size();
        contents.entrySet().stream().filter(e -> !e.getKey().equals(contents(offer)) && e.getValue().size() >= agree)
                .max(Map.Entry.<List<Object>, Set<String>>comparingByValue(Comparator.comparingInt(Set::size)).thenComparing(e -> e.getKey().toString()))
                .ifPresent(most -> add(odd, Kind.MACHINE_CONTRADICTS, offer, "holds " + offer.acceleratorCount() + " " + offer.accelerator() + " here, and " + most.getKey().get(0) + " " + most.getKey().get(1)
                        + " in " + new TreeSet<>(most.getValue()).first()));
    }

    private static void currency(Offer offer, Map<String, Set<String>> currencies, Plausible plausible, List<Oddity> odd) {
        String own = offer.price().currency().getCurrencyCode();
        currencies.entrySet().stream().filter(e -> !e.getKey().equals(own) && e.getValue().size() >= plausible.leastPeers() && e.getValue().size() > currencies.get(own).size())
                .max(Map.Entry.<String, Set<String>>comparingByValue(Comparator.comparingInt(Set::size)).thenComparing(Map.Entry.comparingByKey()))
                .ifPresent(most -> add(odd, Kind.OTHER_CURRENCY, offer, "is priced in " + own + ", and " + most.getValue().size() + " offers of " + offer.provider() + " in " + most.getKey()));
    }

    private static void terms(List<Offer> same, List<Oddity> odd) {
        List<Offer> byTerm = same.stream().sorted(Comparator.comparing(Offer::termMonths)).toList();
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
                odd.add(new Oddity(Kind.PEAKS_OUT_OF_ORDER, part.id(), null, peak.toPlainString() + " TFLOP/s in " + format + ", and " + part.peakTflops().get(slower).toPlainString() + " in " + slower));
            slower = format;
        }
    }

    private static void add(List<Oddity> odd, Kind kind, Offer offer, String what) {
        odd.add(new Oddity(kind, offer.id(), offer.evidence().date(), what));
    }
}
