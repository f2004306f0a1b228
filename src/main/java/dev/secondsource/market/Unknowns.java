package dev.secondsource.market;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Fields of a market that are empty where a decision would use them: no mistakes, and each a state of its own. */
public final class Unknowns {
    private Unknowns() {}

    /** Ids by what is not known of them, in a fixed order; what is known of all is left out. */
    public static Map<String, List<String>> of(Market market) {
        Map<String, List<String>> unknown = new LinkedHashMap<>();
        List<Offer> offers = market.newest().offers();
        put(unknown, "price of the part", offers.stream().filter(o -> o.pricing() == PricingKind.UNPRICED).map(Offer::accelerator));
        put(unknown, "what one unit is (sold_as)", offers.stream().filter(o -> o.soldAs() == null).map(Offer::id));
        put(unknown, "country of the region", offers.stream().map(Offer::region).filter(r -> r != null && r.country().equals(Region.UNKNOWN_COUNTRY)).map(r -> r.provider() + " " + r.id()));
        put(unknown, "memory", parts(market, a -> a.memoryGiB() == null));
        put(unknown, "memory bandwidth", parts(market, a -> a.memoryBandwidthGBs() == null));
        put(unknown, "peak rates", parts(market, a -> a.peakTflops().isEmpty()));
        put(unknown, "power", parts(market, a -> a.powerWatts() == null));
        put(unknown, "day of release", parts(market, a -> a.released() == null));
        put(unknown, "who controls the company", market.suppliers().values().stream().filter(s -> s.jurisdiction() == null).map(Supplier::id));
        return unknown;
    }

    private static Stream<String> parts(Market market, Predicate<Accelerator> lacking) {
        return market.accelerators().values().stream().filter(lacking).map(Accelerator::id);
    }

    private static void put(Map<String, List<String>> unknown, String what, Stream<String> ids) {
        List<String> all = ids.distinct().sorted().toList();
        if (!all.isEmpty()) unknown.put(what, all);
    }
}
