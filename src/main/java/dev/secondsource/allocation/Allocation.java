package dev.secondsource.allocation;

import dev.secondsource.quantity.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What to buy from whom.
 *
 * @param status how it stands with the limits and with the rules that review it
 * @param shares by workload, then largest first; shares of a decided workload sum to one
 * @param weights what each workload weighs in all work, 0–1: its part of what the work costs at least
 * @param perMonth cost of all shares, and of what is paid already
 * @param alreadyPaid of that, what is paid whether used or not
 * @param moves what moving to other stacks costs once, spread over the horizon; not in {@code perMonth}, but in what was
 *     made as small as possible
 * @param search how good the answer is proven to be
 * @param prices what the limits that bind cost
 * @param spreading what spreading the work costs in all; null if nothing limits how concentrated it may be, or no answer
 *     without these limits was found
 * @param conflict why the limits could not all be met; null if they are
 * @param shutOut workloads that nothing may lead
 */
public record Allocation(
        Status status,
        List<Share> shares,
        SortedMap<String, BigDecimal> weights,
        Money perMonth,
        Money alreadyPaid,
        List<Move> moves,
        Search search,
        List<Price> prices,
        @Nullable Spreading spreading,
        @Nullable Conflict conflict,
        List<ShutOut> shutOut) {
    public Allocation {
        shares = List.copyOf(shares);
        weights = Collections.unmodifiableSortedMap(new TreeMap<>((Map<String, BigDecimal>) weights));
        moves = List.copyOf(moves);
        prices = List.copyOf(prices);
        shutOut = List.copyOf(shutOut);
    }

    /** Shares of all work by who stands behind them, each workload by its weight. */
    public SortedMap<String, BigDecimal> ofAllWork(Function<Share, String> entity) {
        SortedMap<String, BigDecimal> sums = new TreeMap<>();
        for (Share share : shares) sums.merge(entity.apply(share), share.share().multiply(weights.get(share.workload())), BigDecimal::add);
        return sums;
    }

    /** What was made as small as possible: a month, with moves to other stacks spread over the horizon. */
    public Money total() {
        return moves.stream().map(Move::perMonth).reduce(perMonth, Money::plus);
    }

    /** Limits that only a signature may move and that gave way; empty if none did. */
    public List<Relaxed> exceeded() {
        return conflict == null ? List.of() : conflict.applied().stream().filter(r -> r.limit().needsAnOverride()).toList();
    }

    /** Shares that somebody names, and nobody searched for. */
    public static Allocation of(Status status, List<Share> shares, Currency currency) {
        Money all = shares.stream().map(Share::perMonth).reduce(Money.zero(currency), Money::plus);
        return new Allocation(status, shares, new TreeMap<>(), all, Money.zero(currency), List.of(), new Search(BigDecimal.ZERO, 0, true, false), List.of(), null, null, List.of());
    }

    /** The same without the workloads that nothing may lead, which makes it no answer to all that was asked. */
    public Allocation without(List<ShutOut> workloads) {
        return new Allocation(Status.INFEASIBLE, shares, weights, perMonth, alreadyPaid, moves, search, prices, spreading, conflict, workloads);
    }

    /** The same with another status. */
    public Allocation with(Status other) {
        return new Allocation(other, shares, weights, perMonth, alreadyPaid, moves, search, prices, spreading, conflict, shutOut);
    }

    /** The same, told from others by their largest regrets. */
    public Allocation preferred(Tie tie) {
        return new Allocation(status, shares, weights, perMonth, alreadyPaid, moves, new Search(search.gap(), search.programs(), search.complete(), search.timedOut(), tie), prices,
                spreading, conflict, shutOut);
    }

    /** How an allocation stands with the policy. */
    public enum Status {
        /** All limits hold and no rule has a serious objection. */
        SOUND,
        /** It rests on open conditions, or a limit that may give way did. */
        CONDITIONAL,
        /** Somebody must answer for it: a hard cap, the budget or a hall's power is exceeded, since nothing else goes. */
        OVERRIDE_REQUIRED,
        /** A workload has no eligible, priced candidate that may lead it. */
        INFEASIBLE
    }

    /**
     * A workload that moves to a stack.
     *
     * @param perMonth its one-off cost spread over the horizon
     */
    public record Move(String workload, String stack, Money perMonth) {}

    /**
     * How the answer was found.
     *
     * @param gap share of the cost that a better answer could save at most, 0–1
     * @param programs linear programs solved
     * @param complete the gap asked for was reached
     * @param timedOut it was time that stopped the search, so another run may end elsewhere
     * @param tie what told it from others that cost as little; null if none does, or nobody asked
     */
    public record Search(BigDecimal gap, int programs, boolean complete, boolean timedOut, @Nullable Tie tie) {
        public Search(BigDecimal gap, int programs, boolean complete, boolean timedOut) {
            this(gap, programs, complete, timedOut, null);
        }
    }

    /**
     * What told an allocation from others that cost as little, within the gap, and meet as many serious objections.
     *
     * @param others how many there are
     * @param largestRegret of this one over all scenarios, against the best of the others
     * @param next the least of the others' largest regrets
     */
    public record Tie(int others, Money largestRegret, Money next) {}

    /**
     * What a limit that binds costs, found by solving again with the limit one step looser.
     *
     * @param limit as it holds
     * @param looser bound that was tried
     * @param saves a month at that bound, 0 or more
     * @param atLeast the search stopped early, so more may be saved
     */
    public record Price(Limit limit, BigDecimal looser, Money saves, boolean atLeast) {}

    /**
     * What it costs not to put all work where it is cheapest, found by solving again without the limits that spread it.
     *
     * @param without cost of a month without them
     * @param more a month with them
     * @param share {@code more} relative to {@code without}
     */
    public record Spreading(Money without, Money more, BigDecimal share) {}

    /**
     * Limits that cannot all be met.
     *
     * @param limits a set of which no member can be left out
     * @param smallest it is proven that no smaller set is in conflict
     * @param relaxations single limits that make the rest possible if they give way, cheapest first
     * @param applied what gave way in this allocation: the cheapest of these that needs no signature, else several that need none, else
     *     the cheapest
     */
    public record Conflict(List<Limit> limits, boolean smallest, List<Relaxed> relaxations, List<Relaxed> applied) {
        public Conflict {
            limits = List.copyOf(limits);
            relaxations = List.copyOf(relaxations);
            applied = List.copyOf(applied);
        }
    }

    /**
     * A limit that gives way.
     *
     * @param limit as it is set
     * @param to the nearest bound, in whole steps, that makes the rest possible
     * @param perMonth what the month would cost then; null if more than one limit has to give way
     */
    public record Relaxed(Limit limit, BigDecimal to, @Nullable Money perMonth) {}
}
