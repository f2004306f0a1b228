package dev.secondsource.report;

import dev.secondsource.market.Offer;
import dev.secondsource.market.Staleness;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where prices are from, and how old they are. */
final class PriceSources {
    /** Rows, revisions, dates and remarks in brackets tell one price from the next of the same source. */
    private static final Pattern DETAIL = Pattern.compile("(?i)\\s*(\\(.*|,? rows? \\d.*|@[0-9a-f]{6,}.*)$");

    private PriceSources() {}

    /**
     * What one source says.
     *
     * @param name without row, revision and remark
     * @param offers with the newest price of each
     * @param earlier prices that newer ones have followed
     * @param stale of the offers
     */
    record Source(String name, List<Offer> offers, int earlier, List<Offer> stale) {
        String oldest() {
            return day(offers.stream().map(o -> o.evidence().date()).filter(Objects::nonNull).min(LocalDate::compareTo).orElse(null));
        }

        String newest() {
            return day(offers.stream().map(o -> o.evidence().date()).filter(Objects::nonNull).max(LocalDate::compareTo).orElse(null));
        }
    }

    static String day(@Nullable LocalDate day) {
        return day == null ? "–" : day.toString();
    }

    /** By name, those too of which newer prices of others have followed every price; what has no price is left out. */
    static List<Source> of(Collection<Offer> newest, Collection<Offer> all, Staleness staleness, LocalDate asOf) {
        Map<String, List<Offer>> by = new TreeMap<>();
        Map<String, Integer> everything = new TreeMap<>();
        for (Offer offer : all) if (offer.price() != null) everything.merge(name(offer), 1, Integer::sum);
        everything.keySet().forEach(name -> by.put(name, new ArrayList<>()));
        for (Offer offer : newest) if (offer.price() != null) by.computeIfAbsent(name(offer), any -> new ArrayList<>()).add(offer);
        return by.entrySet().stream().map(e -> new Source(e.getKey(), e.getValue(), everything.getOrDefault(e.getKey(), 0) - e.getValue().size(),
                e.getValue().stream().filter(o -> staleness.isStale(o, asOf)).toList())).toList();
    }

    static String name(Offer offer) {
        return name(offer.evidence().source());
    }

    static String name(String source) {
        return DETAIL.matcher(source).replaceFirst("");
    }
}
