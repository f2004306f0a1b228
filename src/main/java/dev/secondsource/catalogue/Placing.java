package dev.secondsource.catalogue;

import dev.secondsource.market.Market;
import dev.secondsource.market.Oddity;
import dev.secondsource.market.Offer;
import dev.secondsource.market.Region;
import dev.secondsource.problem.Nearest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Tells where a quote is sold, and whether the machine is sold there at all. */
public final class Placing {
    /** For a list that does not say where. */
    static final String UNSPECIFIED = "unspecified";

    private final Known known;
    private final Map<String, String> added = new TreeMap<>();

    Placing(Known known) {
        this.known = known;
    }

    /** Countries of the regions the market does not have yet, by region; {@code ??} where nothing tells. */
    Map<String, String> added() {
        return added;
    }

    /** @return null if it was refused */
    @Nullable Entry of(Entry entry, Consumer<Refusal> refused) {
        Quote quote = entry.quote();
        String printed = plain(quote.region());
        // Some lists print the zone in the place of the region.
        Optional<String> around = quote.zone() != null || known.regions().containsKey(printed) ? Optional.empty() : regionOfZone(printed);
        String region = around.orElse(printed);
        String zone = around.isPresent() ? printed : quote.zone();
        if (quote.zone() != null && known.places().containsKey(region) && !isIn(quote.zone(), region)) {
            refused.accept(entry.refuse(Reason.NOT_OFFERED, "zone " + quote.zone() + " is not in " + region + ": the price was joined to the wrong region", "correct the list"));
            return null;
        }
        if (known.regions().containsKey(region)) return entry.in(region, zone);
        boolean listed = known.places().containsKey(region);
        if (!listed && !known.places().isEmpty() && !region.equals(UNSPECIFIED)) {
            String near = Nearest.to(region, known.places().keySet()).map(n -> "did you mean " + n + "? ").orElse("");
            refused.accept(quote.refuse(Reason.UNKNOWN_REGION, region, known.provider() + " has no region " + region, near + "If it is new, add it to regions.csv with its country"));
            return null;
        }
        added.put(region, listed ? known.places().get(region) : CountryOfRegion.of(quote.region()).orElse(Region.UNKNOWN_COUNTRY));
        return entry.in(region, zone);
    }

    /** Entries without a zone of machines that the list otherwise prices by the zone: no zone there has them. */
    static List<Entry> offered(List<Entry> entries, Consumer<Refusal> refused) {
        Set<String> zoned = new HashSet<>();
        for (Entry entry : entries) if (entry.quote().zone() != null) zoned.add(entry.machine());
        return entries.stream().filter(entry -> {
            boolean missing = entry.quote().zone() == null && zoned.contains(entry.machine());
            if (missing)
                refused.accept(entry.refuse(Reason.NOT_OFFERED, "no zone of " + entry.quote().region() + " offers " + entry.machine() + ", which the list shows zone by zone elsewhere", "it is priced there and not sold there"));
            return !missing;
        }).toList();
    }

    /**
     * Offers of a market whose place is not what their provider is known to have.
     *
     * @param places countries of all regions a provider is known to have, by region; empty if nothing is known of it
     */
    public static List<Oddity> odd(Market market, Function<String, Map<String, String>> places) {
        List<Oddity> odd = new ArrayList<>();
        Map<String, Map<String, String>> known = new HashMap<>();
        for (Offer offer : market.newest().offers()) {
            if (offer.region() == null) continue;
            String region = offer.region().id();
            Map<String, String> of = known.computeIfAbsent(offer.provider(), places);
            String country = of.get(region);
            String zone = offer.zone();
            if (of.isEmpty() || region.endsWith(UNSPECIFIED)) continue;
            if (country == null)
                odd.add(new Oddity(Oddity.Kind.UNKNOWN_REGION, offer.id(), offer.evidence().date(), offer.provider() + " is not known to have a region " + region + Nearest.to(region, of.keySet()).map(n -> "; did you mean " + n + "?").orElse("")));
            else if (!offer.region().country().equals(country) && !offer.region().country().equals(Region.UNKNOWN_COUNTRY))
                odd.add(new Oddity(Oddity.Kind.COUNTRY_CONTRADICTS, offer.id(), offer.evidence().date(), region + " of " + offer.provider() + " is in " + country + ", and regions.csv has " + offer.region().country()));
            if (zone != null && !isIn(zone, region))
                odd.add(new Oddity(Oddity.Kind.ZONE_NOT_IN_REGION, offer.id(), offer.evidence().date(), "zone " + zone + " is not in " + region));
        }
        return odd;
    }

    private Optional<String> regionOfZone(String printed) {
        String region = printed.replaceFirst("-[a-z]$", "");
        return !region.equals(printed) && known.places().containsKey(region) && !known.places().containsKey(printed) ? Optional.of(region) : Optional.empty();
    }

    /** One word, for it becomes part of an id: {@code Bavaria-DE-EU} for {@code Bavaria, DE, EU}. */
    private static String plain(String region) {
        String word = region.replaceAll("[\\s,;:]+", "-").replaceAll("^-+|-+$", "");
        return word.isEmpty() ? UNSPECIFIED : word;
    }

    /** {@code us-east-1a} and {@code use1-az5} are in {@code us-east-1}, {@code us-east4-c} in {@code us-east4}; a bare number may be anywhere. */
    private static boolean isIn(String zone, String region) {
        String name = zone.toLowerCase(Locale.ROOT);
        String of = region.toLowerCase(Locale.ROOT);
        return name.startsWith(of) || name.matches("\\d+") || name.startsWith(shortened(of) + "-");
    }

    private static String shortened(String region) {
        StringBuilder name = new StringBuilder();
        for (String word : region.split("-"))
            name.append(switch (word) {
                case "east", "west", "north", "south", "central", "gov" -> word.substring(0, 1);
                case "northeast" -> "ne";
                case "northwest" -> "nw";
                case "southeast" -> "se";
                case "southwest" -> "sw";
                default -> word;
            });
        return name.toString();
    }
}
