package dev.secondsource.explanation;

import dev.secondsource.allocation.Allocation;
import dev.secondsource.allocation.Allocation.Conflict;
import dev.secondsource.allocation.Allocation.Price;
import dev.secondsource.allocation.Allocation.Relaxed;
import dev.secondsource.allocation.Limit;
import dev.secondsource.allocation.ShutOut;
import dev.secondsource.decision.Review;
import dev.secondsource.knowledge.Meaning.Unit;
import dev.secondsource.knowledge.Sentence;
import dev.secondsource.quantity.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** What was found on the way to an allocation, in sentences: how good it is, what limits cost, what could not be met. */
public final class AllocationWords {
    private static final int MOST_WAYS = 3;

    private AllocationWords() {}

    /** What the limits that could not all be met mean; empty if they are met. */
    public static List<String> conflict(Allocation allocation) {
        Conflict conflict = allocation.conflict();
        if (conflict == null) return List.of();
        List<String> words = new ArrayList<>();
        words.add((conflict.limits().size() == 1 ? "One limit cannot be met by anything eligible: " : "These limits cannot be met together by anything eligible: ")
                + conflict.limits().stream().map(l -> limit(l, allocation)).collect(Collectors.joining("; "))
                + (conflict.smallest() ? ". No smaller set is in conflict." : ". None of them can be left out."));
        for (int i = 0; i < conflict.relaxations().size(); i++) {
            Relaxed way = conflict.relaxations().get(i);
            words.add((i == 0 ? "Cheapest way out" : "Another way out") + (conflict.applied().contains(way) ? ", taken here: " : way.limit().needsAnOverride() ? ", for whoever may sign it: " : ": ") + bound(way.limit(), way.to(), allocation) + "; the month costs " + money(way.perMonth()) + ".");
        }
        if (conflict.applied().stream().noneMatch(conflict.relaxations()::contains))
            words.add((conflict.relaxations().isEmpty() ? "No single limit is enough. Here" : "Here, where nobody has signed that,") + " these give way: " + conflict.applied().stream().map(r -> bound(r.limit(), r.to(), allocation)).collect(Collectors.joining("; ")) + ".");
        return words;
    }

    /** The limits that gave way, that only a signature may move, and that nobody has signed for; empty if there are none. */
    public static List<String> toSign(Allocation allocation, Review review) {
        return allocation.exceeded().stream().filter(way -> review.isUnsigned(way.limit())).map(way -> bound(way.limit(), way.to(), allocation)).toList();
    }

    /** Why nothing may lead a workload, one sentence for each, and each with what would let something in. */
    public static List<String> shutOut(Allocation allocation) {
        List<String> words = new ArrayList<>();
        for (ShutOut shut : allocation.shutOut()) {
            words.add(shut.workload() + ": nothing may lead it, so nothing is allocated. Each of the " + shut.offers() + " offers is kept out by " + String.join(" or ", shut.gates())
                    + (shut.gates().size() == 1 ? "." : shut.smallest() ? "; no smaller set of reasons keeps all out." : "."));
            shut.ways().stream().limit(MOST_WAYS).forEach(w -> words.add(shut.workload() + ": without " + w.gate() + " alone " + w.offer() + " could lead it for " + money(w.perMonth()) + " a month."));
            if (shut.ways().isEmpty()) words.add(shut.workload() + ": no single reason, taken away, would let anything of known cost lead it.");
        }
        return words;
    }

    /** What the answer costs beside its shares, and how good it is; empty if nothing is placed. */
    public static List<String> costs(Allocation allocation) {
        List<String> words = new ArrayList<>();
        if (allocation.shares().isEmpty()) return words;
        words.add(search(allocation));
        if (allocation.search().tie() != null) {
            Allocation.Tie tie = allocation.search().tie();
            words.add((tie.others() == 1 ? "Another allocation costs" : tie.others() + " other allocations cost") + " as much, within that, and meet" + (tie.others() == 1 ? "s" : "") + " as many serious objections; "
                    + (tie.largestRegret().equals(tie.next()) ? "their largest regrets over the scenarios are alike too, " + money(tie.next()) + ", so this one is taken by the fixed order."
                            : "this one has the least largest regret over the scenarios, " + money(tie.largestRegret()) + " against " + money(tie.next()) + " of the next."));
        }
        if (allocation.alreadyPaid().isPositive())
            words.add("Of the total " + money(allocation.alreadyPaid()) + " a month is paid already, used or not; work on that capacity costs nothing more.");
        if (!allocation.moves().isEmpty())
            words.add("Moving to other stacks, spread over the horizon, costs besides: "
                    + allocation.moves().stream().map(m -> m.workload() + " to " + m.stack() + " " + money(m.perMonth())).collect(Collectors.joining(", ")) + " a month.");
        if (allocation.spreading() != null)
            words.add(allocation.spreading().more().isPositive()
                    ? "Spreading the work costs " + money(allocation.spreading().more()) + " a month, " + share(allocation.spreading().share()) + " on top of the "
                            + money(allocation.spreading().without()) + " that the same work would cost without the limits that spread it."
                    : "Spreading the work costs nothing: the cheapest answer meets the limits that spread it.");
        return words;
    }

    /** What each limit that binds costs, dearest first; those that one step looser would save nothing together at the end. */
    public static List<String> prices(Allocation allocation) {
        List<String> words = new ArrayList<>();
        allocation.prices().stream().filter(p -> p.saves().isPositive()).sorted(Comparator.comparing((Price p) -> p.saves()).reversed())
                .map(p -> "The " + limit(p.limit(), allocation) + " binds: at " + value(p.limit(), p.looser(), allocation) + " it would save "
                        + (p.atLeast() ? "at least " : "") + money(p.saves()) + " a month.")
                .forEach(words::add);
        List<String> free = allocation.prices().stream().filter(p -> !p.saves().isPositive()).map(p -> limit(p.limit(), allocation)).toList();
        if (!free.isEmpty()) words.add("Reached as well, but one step looser no saving was found, for machines come whole: " + String.join("; ", free) + ".");
        return words;
    }

    private static String search(Allocation allocation) {
        Allocation.Search search = allocation.search();
        String found = "No split under these limits is proven to cost less" + (search.gap().signum() == 0 ? "" : ", but one could by up to " + Sentence.print(search.gap().movePointRight(2), Unit.RATIO, "") + " %")
                + " (" + search.programs() + (search.programs() == 1 ? " linear program)." : " linear programs).");
        if (search.complete()) return found;
        return found + (search.timedOut() ? " Time stopped the search, so another run may end elsewhere." : " The search stopped at its limit of linear programs.");
    }

    /** A limit with its bound: {@code share of the work on the designer amd, at most 65 % (div.designer-share-cap)}. */
    private static String limit(Limit limit, Allocation allocation) {
        return limit.subject() + ", " + (limit.isFloor() ? "at least " : "at most ") + value(limit, limit.bound(), allocation) + " (" + limit.origin() + ")";
    }

    private static String bound(Limit limit, BigDecimal to, Allocation allocation) {
        return limit.subject() + " " + value(limit, to, allocation) + " instead of " + value(limit, limit.bound(), allocation) + " (" + limit.origin() + ")";
    }

    private static String value(Limit limit, BigDecimal value, Allocation allocation) {
        return switch (limit.measure()) {
            case SHARE -> share(value);
            case COUNT -> value.toPlainString();
            case MONEY -> money(Money.of(value, allocation.perMonth().currency()));
            case KILOWATT -> Sentence.print(value, Unit.KILOWATT, "");
        };
    }

    private static String share(BigDecimal share) {
        return Sentence.print(share, Unit.SHARE, "");
    }

    private static String money(Money money) {
        return Sentence.print(money.amount(), Unit.MONEY, money.currency().getCurrencyCode());
    }
}
