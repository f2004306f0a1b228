package dev.secondsource.stress;

import dev.secondsource.allocation.Allocation;
import dev.secondsource.allocation.Share;
import dev.secondsource.candidate.Prospect;
import dev.secondsource.candidate.Prospects;
import dev.secondsource.decision.Decision;
import dev.secondsource.market.Market;
import dev.secondsource.market.Offer;
import dev.secondsource.profile.BuyerProfile;
import dev.secondsource.profile.Workload;
import dev.secondsource.quantity.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an answer costs a month in another world if it is kept as it is: the same shares of each workload, more of the
 * same where more is asked. What is signed keeps its price unless the contract resets it, and is owed though unused as
 * far as the contract says.
 */
public final class Held {
    private final Decision base;
    private final Market market;
    private final Bill bill;
    private final Consequences consequences;
    private final List<Holdings.Held> held;
    private final List<BigDecimal> bought = new ArrayList<>();
    private final Money moving;

    /**
     * @param base with at least one share
     * @param market the one it was made on
     */
    public Held(Decision base, Market market) {
        this.base = base;
        this.market = market;
        this.bill = new Bill(base);
        Market seen = market.visibleAt(base.asOf());
        Terms terms = Terms.of(base, bill);
        Holdings holdings = new Holdings(base.profile(), seen, terms.weights());
        this.consequences = new Consequences(base, bill, holdings, terms, seen);
        this.held = holdings.of(base.allocation());
        List<Share> shares = shares();
        List<BigDecimal> onPaid = Bill.onPaid(shares, shares.stream().map(bill::size).toList(), bill.standing(), BigDecimal.ZERO);
        for (int i = 0; i < held.size(); i++) bought.add(bill.size(shares.get(i)).paidFor(shares.get(i).share().subtract(onPaid.get(i))));
        this.moving = bill.moves(base.allocation().shares()).stream().map(Allocation.Move::perMonth).reduce(Money.zero(base.profile().currency()), Money::plus);
    }

    /**
     * A month in another world.
     *
     * @param perMonth what is run, what is owed though unused, and what is paid already
     * @param moving to other stacks, spread over the horizon
     * @param unknown shares, as workload and offer, of which no cost is known there; they count as assumed
     */
    public record Month(Money perMonth, Money moving, List<String> unknown) {
        public Month {
            unknown = List.copyOf(unknown);
        }

        /** With moves, as an allocation's own total. */
        public Money total() {
            return perMonth.plus(moving);
        }
    }

    /**
     * @param buyer the same buyer, with other demands or measurements
     * @param world the same market with other prices, speeds and lead times
     */
    public Month in(BuyerProfile buyer, Market world) {
        Map<String, Prospect> prospects = prospects(buyer, world);
        List<Bill.Size> sizes = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (Holdings.Held h : held) {
            Prospect there = prospects.get(Seen.key(h.share()));
            sizes.add(there == null || there.fit().accelerators() == null ? bill.size(h.share()) : Bill.Size.of(there.workload().kind(), there.offer(), there.fit()));
            if (there == null || there.cost() == null) unknown.add(Seen.key(h.share()));
        }
        List<BigDecimal> onPaid = Bill.onPaid(shares(), sizes, bill.standing(), BigDecimal.ZERO);
        Money month = bill.alreadyPaid();
        for (int i = 0; i < held.size(); i++) {
            Holdings.Held h = held.get(i);
            Prospect there = prospects.get(Seen.key(h.share()));
            Money whole = there == null || there.cost() == null ? bill.candidate(h.share()).cost().perMonth() : there.cost().perMonth();
            Money run = whole.times(sizes.get(i).paidFor(h.share().share().subtract(onPaid.get(i)))).toCents();
            month = month.plus(run);
            if (!Applying.isFixed(h.offer())) continue;
            Money due = bill.candidate(h.share()).cost().perMonth().times(bought.get(i)).times(consequences.owedShare(h)).toCents();
            if (due.compareTo(run) > 0) month = month.plus(due.minus(run));
        }
        return new Month(month, moving, unknown);
    }

    private List<Share> shares() {
        return held.stream().map(Holdings.Held::share).toList();
    }

    /** What was signed at the prices of the day of the decision is put before the workloads at those. */
    private Map<String, Prospect> prospects(BuyerProfile buyer, Market world) {
        Set<String> ids = held.stream().map(h -> h.offer().id()).collect(Collectors.toCollection(LinkedHashSet::new));
        Set<String> signed = held.stream().filter(h -> consequences.isSigned(h)).map(h -> h.offer().id()).collect(Collectors.toSet());
        Map<String, Offer> before = Market.byId(market.offers(), Offer::id);
        List<Offer> offers = world.offers().stream().filter(o -> ids.contains(o.id())).map(o -> signed.contains(o.id()) ? before.get(o.id()) : o).toList();
        Prospects all = new Prospects(world.offering(offers).visibleAt(base.asOf()), buyer, base.policy(), base.asOf());
        Map<String, Prospect> found = new HashMap<>();
        for (Workload workload : buyer.workloads()) all.of(workload).forEach(p -> found.put(p.id(), p));
        return found;
    }
}
