package dev.secondsource.stress;

import dev.secondsource.allocation.Allocation.Move;
import dev.secondsource.allocation.Share;
import dev.secondsource.cost.WholeMachines;
import dev.secondsource.decision.Assessed;
import dev.secondsource.decision.Decision;
import dev.secondsource.decision.WorkloadDecision;
import dev.secondsource.fit.Fit;
import dev.secondsource.market.Offer;
import dev.secondsource.profile.BuyerProfile;
import dev.secondsource.profile.ExistingCommitment;
import dev.secondsource.profile.WorkloadKind;
import dev.secondsource.quantity.Decimals;
import dev.secondsource.quantity.Money;
import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What shares cost in the world as assumed, counted as the allocation counts: machines whole where they are paid whole,
 * nothing for what runs on capacity that is paid already, and once for moving a workload to another stack.
 */
final class Bill {
    private final Decision base;
    private final BuyerProfile buyer;
    private final Map<String, Assessed> candidates;
    private final Map<String, Size> sizes;
    private final List<ExistingCommitment> commitments;

    Bill(Decision base) {
        this.base = base;
        this.buyer = base.profile();
        this.candidates = Seen.candidates(base);
        this.sizes = sizes(base);
        this.commitments = buyer.commitments().stream().filter(c -> c.bindsOn(base.asOf())).toList();
    }

    /**
     * How large a whole workload is on an offer.
     *
     * @param accelerators null if that is not known
     * @param machines null if only hours of work are paid
     */
    record Size(@Nullable Integer accelerators, @Nullable WholeMachines machines) {
        static Size of(WorkloadKind kind, Offer offer, Fit fit) {
            return new Size(fit.accelerators(), WholeMachines.of(kind, offer, fit));
        }

        /** The share that is paid for if this one is to be had. */
        BigDecimal paidFor(BigDecimal share) {
            return machines == null ? share : machines.paidFor(share);
        }
    }

    static Map<String, Size> sizes(Decision decision) {
        Map<String, Size> sizes = new HashMap<>();
        for (WorkloadDecision w : decision.workloads())
            for (Assessed c : w.candidates()) sizes.put(Seen.key(w.workload().id(), c.offer().id()), Size.of(w.workload().kind(), c.offer(), c.fit()));
        return sizes;
    }

    /** Capacity paid for until some month from the start. */
    record Standing(String offer, int accelerators, Money perMonth, BigDecimal until) {}

    Size size(Share share) {
        return sizes.get(Seen.key(share));
    }

    Assessed candidate(Share share) {
        return candidates.get(Seen.key(share));
    }

    List<Standing> standing() {
        return commitments.stream().map(c -> new Standing(c.offer(), c.accelerators(), c.perMonth(),
                Decimals.divide(BigDecimal.valueOf(ChronoUnit.DAYS.between(base.asOf(), c.until().plusDays(1))), Outlook.DAYS_A_MONTH))).toList();
    }

    /** Of each share, the part that runs on what is paid for at that month; the first shares take it. */
    static List<BigDecimal> onPaid(List<Share> shares, List<Size> sizes, List<Standing> standing, BigDecimal month) {
        Map<String, BigDecimal> free = new HashMap<>();
        standing.stream().filter(s -> s.until.compareTo(month) > 0).forEach(s -> free.merge(s.offer, BigDecimal.valueOf(s.accelerators), BigDecimal::add));
        List<BigDecimal> parts = new ArrayList<>();
        for (int i = 0; i < shares.size(); i++) {
            BigDecimal left = free.getOrDefault(shares.get(i).offer(), BigDecimal.ZERO);
            Integer whole = sizes.get(i).accelerators();
            BigDecimal part = left.signum() == 0 || whole == null ? BigDecimal.ZERO : Decimals.divide(left, BigDecimal.valueOf(whole)).min(shares.get(i).share());
            if (part.signum() > 0) free.put(shares.get(i).offer(), left.subtract(part.multiply(BigDecimal.valueOf(whole))).max(BigDecimal.ZERO));
            parts.add(part);
        }
        return parts;
    }

    /** The same shares at what they cost. */
    List<Share> priced(List<Share> shares) {
        List<BigDecimal> onPaid = onPaid(shares, shares.stream().map(this::size).toList(), standing(), BigDecimal.ZERO);
        List<Share> priced = new ArrayList<>();
        for (int i = 0; i < shares.size(); i++) {
            Share s = shares.get(i);
            priced.add(new Share(s.workload(), s.offer(), s.designer(), s.provider(), s.share(), unpaid(s, onPaid.get(i))));
        }
        return priced;
    }

    /** What a share would cost if nothing were paid already. */
    Money full(Share share) {
        return unpaid(share, BigDecimal.ZERO);
    }

    private Money unpaid(Share share, BigDecimal onPaid) {
        return candidate(share).cost().perMonth().times(size(share).paidFor(share.share().subtract(onPaid))).toCents();
    }

    Money alreadyPaid() {
        return commitments.stream().map(ExistingCommitment::perMonth).reduce(Money.zero(buyer.currency()), Money::plus);
    }

    /** One a workload and stack, spread over the horizon. */
    List<Move> moves(List<Share> shares) {
        Map<String, Move> moves = new LinkedHashMap<>();
        for (Share share : shares) {
            Assessed candidate = candidate(share);
            BigDecimal cost = candidate.candidate().porting().cost();
            String stack = candidate.candidate().software().stack();
            if (share.share().signum() > 0 && cost != null && cost.signum() > 0)
                moves.putIfAbsent(share.workload() + " " + stack, new Move(share.workload(), stack, Money.of(cost, buyer.currency()).dividedBy(BigDecimal.valueOf(buyer.horizonMonths())).toCents()));
        }
        return List.copyOf(moves.values());
    }
}
