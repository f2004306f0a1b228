package dev.secondsource.catalogue;

import dev.secondsource.market.PricingKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Joins rows that price a machine without its accelerators to those that price just these accelerators in the same zone. */
final class Halves {
    /** A price row of which the other half is elsewhere. */
    private record Half(Listing listing, @Nullable String onDemand, @Nullable String spot) {}

    private final Known known;
    private final Map<String, Known.Machine> machines;
    private final List<Half> hosts = new ArrayList<>();
    private final Map<List<Object>, List<Half>> boards = new HashMap<>();
    private final List<Half> strangers = new ArrayList<>();

    Halves(Known known, Map<String, Known.Machine> machines) {
        this.known = known;
        this.machines = machines;
    }

    void take(Listing listing, @Nullable String onDemand, @Nullable String spot) {
        Half half = new Half(listing, onDemand, spot);
        if (listing.accelerator() == null) {
            hosts.add(half);
            return;
        }
        Aliases.Meaning meaning = known.aliases().meaning(listing.accelerator(), known.provider(), listing.says(), listing.memoryGiB(), listing.count());
        if (meaning == null || meaning.parts().size() != 1 || listing.count() == null) strangers.add(half);
        else boards.computeIfAbsent(key(listing, meaning.parts().iterator().next(), listing.count().intValue()), any -> new ArrayList<>()).add(half);
    }

    /** Whole offers go on as quotes, halves without another are refused. */
    void join(Sink sink) {
        Set<Half> joined = new HashSet<>();
        for (Half host : hosts) {
            Known.Machine machine = machines.get(host.listing.machine());
            List<Half> beside = machine == null ? List.of() : boards.getOrDefault(key(host.listing, machine.accelerator(), machine.count()), List.of()).stream()
                    .filter(board -> isMega(board.listing.accelerator()) == isMega(host.listing.machine())).toList();
            joined.addAll(beside);
            if (beside.size() == 1) whole(host, beside.get(0), sink);
            else
                sink.refuse(host.listing.refuse(Reason.HOST_APART, host.listing.machine(), "the row of " + host.listing.machine() + " names no accelerators, and " + (beside.isEmpty() ? "none" : beside.size() + " rows")
                        + " in " + place(host.listing) + " can be those it holds", "take its price from a list that prices the whole machine"));
        }
        strangers.addAll(boards.values().stream().flatMap(List::stream).filter(board -> !joined.contains(board)).toList());
        strangers.sort(java.util.Comparator.comparing(half -> half.listing.line()));
        for (Half board : strangers)
            sink.refuse(board.listing.refuse(Reason.HOST_APART, board.listing.accelerator(), board.listing.accelerator() + " in " + place(board.listing) + " is priced without a machine, and no row has the machine",
                    "take the price from a list that prices the whole machine"));
        hosts.clear();
        boards.clear();
        strangers.clear();
    }

    private static void whole(Half host, Half board, Sink sink) {
        price(host.listing, host.onDemand, board.onDemand, PricingKind.ON_DEMAND, sink);
        price(host.listing, host.spot, board.spot, PricingKind.SPOT, sink);
    }

    private static void price(Listing listing, @Nullable String host, @Nullable String board, PricingKind pricing, Sink sink) {
        if (host == null || board == null) return;
        Figures.Price one = Figures.price(host);
        Figures.Price other = Figures.price(board);
        if (one == null || other == null || one.amount().signum() <= 0 || other.amount().signum() <= 0) listing.price(one == null || one.amount().signum() <= 0 ? host : board, pricing, null, "", sink);
        else listing.quote(one.amount().add(other.amount()), one.currency() == null ? listing.currency() : one.currency(), pricing, null, "machine " + host + " and accelerators " + board + " an hour", sink);
    }

    private static boolean isMega(String name) {
        return name.toLowerCase(java.util.Locale.ROOT).contains("mega");
    }

    private static String place(Listing listing) {
        return listing.zone() == null ? listing.region() : listing.zone();
    }

    private static List<Object> key(Listing listing, String part, int count) {
        return List.of(listing.region(), listing.zone() == null ? "" : listing.zone(), part, count);
    }
}
