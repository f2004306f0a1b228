package dev.secondsource.market;

import dev.secondsource.evidence.Evidence;
import dev.secondsource.market.Overlay.Entry;
import dev.secondsource.problem.Checked;
import dev.secondsource.problem.Problem;
import dev.secondsource.quantity.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Lays negotiated terms over a market. Of several entries that are in force for an offer the one with more conditions
 * counts, then the one that began later; of two that are alike in both neither, which is a problem. Nothing is passed
 * over in silence: what is not in force, not used or dearer than published is told in the remarks.
 */
public final class Overlaying {
    /** First is what counts. */
    private static final Comparator<Entry> ORDER =
            Comparator.comparing((Entry e) -> e.offers().specificity()).reversed().thenComparing(Entry::from, Comparator.reverseOrder());

    private final Market market;
    private final Overlay overlay;
    private final LocalDate asOf;
    private final List<Problem> problems = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    /** Offers that an entry would be about if another did not come first, by the two. */
    private final Map<Entry, Map<Entry, Integer>> shadowed = new LinkedHashMap<>();
    private final Map<Entry, Map<Entry, String>> ambiguous = new LinkedHashMap<>();

    private Overlaying(Market market, Overlay overlay, LocalDate asOf) {
        this.market = market;
        this.overlay = overlay;
        this.asOf = asOf;
    }

    /**
     * The market at the prices this buyer pays on a day. An offer with terms for a finite quantity stands twice: at the
     * negotiated price for so many accelerators, and at what the next terms say, else as published.
     *
     * @return the market, or every entry that selects nothing, has nothing to discount or contradicts another
     */
    public static Checked<Market> apply(Market market, Overlay overlay, LocalDate asOf) {
        return new Overlaying(market, overlay, asOf).apply();
    }

    private Checked<Market> apply() {
        List<Offer> known = market.visibleAt(asOf).offers();
        List<Entry> inForce = overlay.entries().stream().filter(this::isUsable).toList();
        for (Entry entry : inForce)
            if (known.stream().noneMatch(o -> o.price() != null && entry.offers().picks(o, market)))
                remarks.add(named(entry) + " is not used: no price of its offers is known on " + asOf + ".");
        List<Offer> offers = new ArrayList<>();
        Map<Entry, List<Offer>> dearer = new LinkedHashMap<>();
        // What is not known on the day stays as it is: it is not seen then.
        Map<String, Offer> visible = Market.byId(known, Offer::id);
        for (Offer offer : market.offers()) {
            Offer seen = visible.get(offer.id());
            List<Entry> about = seen == null || offer.price() == null ? List.of() : inForce.stream().filter(e -> e.offers().picks(seen, market)).sorted(ORDER).toList();
            if (about.isEmpty()) {
                offers.add(offer);
                continue;
            }
            boolean isSoldOnAtList = true;
            for (int i = 0; i < about.size() && isSoldOnAtList; i++) {
                Entry entry = about.get(i);
                Offer contracted = contracted(offer, entry);
                offers.add(contracted);
                if (isDearer(contracted)) dearer.computeIfAbsent(entry, k -> new ArrayList<>()).add(contracted);
                isSoldOnAtList = entry.quantity() != null;
                for (Entry other : about.subList(i + 1, about.size()))
                    if (ORDER.compare(entry, other) == 0) ambiguous.computeIfAbsent(entry, k -> new LinkedHashMap<>()).putIfAbsent(other, offer.id());
                    else if (!isSoldOnAtList) shadowed.computeIfAbsent(other, k -> new LinkedHashMap<>()).merge(entry, 1, Integer::sum);
            }
            if (isSoldOnAtList) offers.add(offer);
        }
        conflicts();
        dearer.forEach((entry, above) -> remarks.add(named(entry) + " is dearer than published for " + offers(above.size()) + ", such as " + above.get(0).id() + ": "
                + above.get(0).price() + " instead of " + above.get(0).listPrice() + "."));
        if (!problems.isEmpty()) return Checked.wrong(problems);
        return Checked.of(market.under(new Overlaid(overlay.sha256(), MarketDigest.of(market), remarks), offers));
    }

    /** In force, and about something that has a price to be replaced; the market is asked whatever the day, so that no slip waits for it. */
    private boolean isUsable(Entry entry) {
        List<Offer> picked = market.offers().stream().filter(o -> entry.offers().picks(o, market)).toList();
        if (picked.isEmpty()) entry.offers().nothing(market.offers(), market, "").forEach(f -> problems.add(entry.place().problemOfOffers(f.what(), f.mend())));
        else if (picked.stream().allMatch(o -> o.price() == null))
            problems.add(entry.place().problemOfOffers("no price is published for what it selects, such as " + picked.get(0).id(), "put the offer with its list price into a market folder of your own"));
        if (entry.isInForceOn(asOf)) return true;
        remarks.add(named(entry) + " is not in force on " + asOf + ": it " + (asOf.isBefore(entry.from()) ? "begins on " + entry.from() : "ended on " + entry.until()) + ".");
        return false;
    }

    private static boolean isDearer(Offer contracted) {
        Money list = contracted.listPrice();
        return contracted.price().currency().equals(list.currency()) && contracted.price().compareTo(list) > 0;
    }

    private Offer contracted(Offer offer, Entry entry) {
        Contracted terms = new Contracted(entry.id(), entry.owner(), entry.until(), entry.quantity(), entry.price() instanceof Overlay.Absolute, offer.price(), offer.evidence());
        String id = entry.quantity() == null ? offer.id() : offer.id() + ":contracted-" + entry.id();
        Evidence evidence = new Evidence("price of " + id, "terms " + entry.id() + " of " + entry.owner() + ": " + entry.source(), entry.basis().grade(), entry.from());
        return offer.under(id, terms, entry.price().of(offer), evidence);
    }

    private void conflicts() {
        ambiguous.forEach((a, others) -> others.forEach((b, offer) -> {
            problems.add(contradiction(a, b, offer));
            problems.add(contradiction(b, a, offer));
        }));
        shadowed.forEach((other, winners) -> winners.forEach((winner, count) -> remarks.add(named(other) + " is not used for " + offers(count) + ": entry " + winner.id()
                + (winner.offers().specificity() > other.offers().specificity() ? " is more specific." : " began later."))));
    }

    private static Problem contradiction(Entry entry, Entry other, String offer) {
        return entry.place().problem("says another price of " + offer + " than entry " + other.id() + " at " + other.place().words() + ", and neither is more specific or later",
                "give one of the two another condition, or a later from");
    }

    private static String named(Entry entry) {
        return "Entry " + entry.id() + " of the negotiated terms";
    }

    private static String offers(int count) {
        return count == 1 ? "1 offer" : count + " offers";
    }
}
