package dev.secondsource.comparison;

import dev.secondsource.allocation.Allocation;
import dev.secondsource.quantity.Money;
import dev.secondsource.verdict.Verdict;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two decisions.
 *
 * @param profile id of the buyer, of the later if they are two
 * @param inputs that differ, thresholds too
 * @param status of the allocation
 * @param perMonth cost of the allocation
 * @param workloads every one of either
 * @param chosen offers that win or have a share, before or after, of which rules say otherwise
 * @param shares that differ, by workload and offer
 * @param layers of dependence where the allocation depends otherwise
 * @param review of the allocation where rules say otherwise, by subject
 * @param sayings of rules whose state or weight differs, by rule; those that say nothing either way included
 */
public record DecisionChange(
        String profile,
        List<Input> inputs,
        Change<Allocation.Status> status,
        Change<Money> perMonth,
        List<Workload> workloads,
        List<Chosen> chosen,
        List<Share> shares,
        List<Layer> layers,
        List<Reviewed> review,
        List<Saying> sayings) {

    /** The cause where neither the rule nor a threshold of it changed. */
    public static final String INDIRECT = "what it reads changed, through other rules or formulas";

    /** The cause where the rules differ and one side is a record, which does not hold them. */
    public static final String UNTOLD = "the rules differ, and a record does not hold them";

    public DecisionChange {
        inputs = List.copyOf(inputs);
        workloads = List.copyOf(workloads);
        chosen = List.copyOf(chosen);
        shares = List.copyOf(shares);
        layers = List.copyOf(layers);
        review = List.copyOf(review);
        sayings = List.copyOf(sayings);
    }

    /** @param rules that differ between the two; null where that is not known, for a record does not hold them */
    public static DecisionChange between(Outline before, Outline after, @Nullable List<RuleChange> rules) {
        return new Comparing(before, after, rules).change();
    }

    /** Whether the answer, a verdict, a rank, a share, a cost or an exposure differs; a rule that merely says otherwise is no change. */
    public boolean isChange() {
        return status.differs() || perMonth.differs() || !shares.isEmpty() || !layers.isEmpty()
                || workloads.stream().anyMatch(w -> w.winner.differs() || w.isAsked.differs() || !w.candidates.isEmpty());
    }

    /** Both place the same workloads, all of them, so that what the months cost can be subtracted. */
    public boolean isLikeForLike() {
        return status.before() != Allocation.Status.INFEASIBLE && status.after() != Allocation.Status.INFEASIBLE && workloads.stream().noneMatch(w -> w.isAsked.differs());
    }

    /**
     * Something the decisions rest on.
     *
     * @param name {@code as of}, {@code market}, {@code policy.div.designer-share-cap}
     */
    public record Input(String name, Change<String> value) {}

    /**
     * One workload.
     *
     * @param id of the workload
     * @param unit of its work
     * @param winner offer id; null if none can lead
     * @param verdict of the winner
     * @param perUnit what the winner costs for a unit of work
     * @param isAsked whether the profile has this workload
     * @param all how many candidates there are
     * @param candidates those that differ: another verdict first, then by rank
     */
    public record Workload(
            String id, String unit, Change<String> winner, Change<Verdict> verdict, Change<Money> perUnit, Change<Boolean> isAsked, int all, List<Candidate> candidates) {
        public Workload {
            candidates = List.copyOf(candidates);
        }

        /** Those with another verdict. */
        public List<Candidate> verdicts() {
            return candidates.stream().filter(c -> c.verdict().differs()).toList();
        }
    }

    /**
     * One candidate whose verdict, rank or cost differs.
     *
     * @param offer offer id
     * @param verdict before and after
     * @param rank 1 is best
     * @param score 0–1
     * @param perMonth cost of the whole workload on it, null if not known
     * @param reasons what rules say otherwise of it, heaviest first; empty if it moved because of others or of a formula
     */
    public record Candidate(
            String offer, Change<Verdict> verdict, Change<Integer> rank, Change<BigDecimal> score, Change<Money> perMonth, List<Reason> reasons) {
        public Candidate {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * A rule that says otherwise of a candidate.
     *
     * @param rule its id
     * @param said before and after, in words: {@code MAJOR against}, {@code unknown}, {@code silent}
     * @param cause what changed for it, in words
     */
    public record Reason(String rule, Change<String> said, String cause) {}

    /**
     * A winner, or an offer with a share, of which rules say otherwise.
     *
     * @param workload workload id
     * @param offer offer id
     * @param reasons heaviest first
     */
    public record Chosen(String workload, String offer, List<Reason> reasons) {
        public Chosen {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * A layer where the allocation depends otherwise.
     *
     * @param layer {@code DESIGNER} and so on
     * @param hhi null if not known
     * @param effectiveNumber null if not known
     * @param held entities whose share differs
     */
    public record Layer(String layer, Change<BigDecimal> hhi, Change<BigDecimal> effectiveNumber, List<Held> held) {
        public Layer {
            held = List.copyOf(held);
        }
    }

    /** What of the allocation depends on an entity; null for nothing. */
    public record Held(String entity, Change<BigDecimal> share) {}

    /**
     * The allocation, or a layer of it, of which rules say otherwise.
     *
     * @param subject its id
     * @param reasons heaviest first
     */
    public record Reviewed(String subject, List<Reason> reasons) {
        public Reviewed {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * A rule that says otherwise somewhere.
     *
     * @param rule its id
     * @param said before and after
     * @param subjects on how many
     * @param cause what changed for it, in words
     */
    public record Saying(String rule, Change<String> said, int subjects, String cause) {
        /** It says nothing before and after, and is about the subject only on one side. */
        public boolean isQuiet() {
            return Comparing.SILENCE.contains(said.before()) && Comparing.SILENCE.contains(said.after());
        }
    }

    /**
     * A share that differs.
     *
     * @param workload workload id
     * @param offer offer id
     * @param share of the workload's volume, null for none
     * @param perMonth its cost
     */
    public record Share(String workload, String offer, Change<BigDecimal> share, Change<Money> perMonth) {}

    /** What an offer has to do with the outcome, for whoever sorts: the first of a list. */
    static int best(Change<Integer> rank) {
        return Math.min(or(rank.before()), or(rank.after()));
    }

    private static int or(@Nullable Integer rank) {
        return rank == null ? Integer.MAX_VALUE : rank;
    }
}
