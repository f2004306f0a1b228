package dev.secondsource.report;

import dev.secondsource.allocation.Allocation;
import dev.secondsource.allocation.Share;
import dev.secondsource.decision.Assessed;
import dev.secondsource.decision.Decision;
import dev.secondsource.decision.WorkloadDecision;
import dev.secondsource.knowledge.Finding;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.knowledge.State;
import dev.secondsource.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** How an allocation stands with the policy, and because of what. */
final class Status {
    private Status() {}

    /** What it means for whoever signs. */
    static String meaning(Decision decision) {
        Allocation allocation = decision.allocation();
        List<String> because = new ArrayList<>();
        switch (allocation.status()) {
            case SOUND -> because.add(against(decision, Severity.NOTE).isEmpty() ? "All limits hold, and nothing in the review stands against it." : "All limits hold, and the review has lesser objections only.");
            case CONDITIONAL -> {
                Optional<String> overridden = listed(decision, f -> decision.review().override(f).isPresent());
                overridden.ifPresent(rules -> because.add("The review blocks it, and somebody answers for that: " + rules + "."));
                long open = allocation.shares().stream().filter(s -> candidate(decision, s).filter(c -> c.verdict().verdict() == Verdict.CONDITIONAL).isPresent()).count();
                if (!allocation.exceeded().isEmpty()) because.add("A limit that only a signature may move is exceeded, and somebody answers for that.");
                if (allocation.conflict() != null) because.add("Not all limits can be met; what gave way is said below.");
                if (open > 0) because.add(open + " of its " + allocation.shares().size() + " shares rest on candidates with open conditions.");
                listed(decision, f -> f.standsAgainst(Severity.MAJOR) && decision.review().override(f).isEmpty())
                        .ifPresent(rules -> because.add("The review puts conditions on it: " + rules + "."));
                List<String> unjudged = decision.review().findings().stream().filter(Status::isUnknownGate).map(Finding::rule).distinct().sorted().toList();
                if (!unjudged.isEmpty()) because.add("The review cannot judge " + String.join(", ", unjudged) + ".");
                if (because.size() > (overridden.isEmpty() ? 0 : 1)) because.add("Settle this before signing.");
            }
            case OVERRIDE_REQUIRED -> {
                if (allocation.exceeded().stream().anyMatch(r -> decision.review().isUnsigned(r.limit())))
                    because.add("A limit that only a signature may move is exceeded, since nothing else is eligible.");
                listed(decision, decision.review()::blocks).ifPresent(rules -> because.add("The review blocks it: " + rules + "."));
                because.add("Somebody must answer for it.");
            }
            case INFEASIBLE -> because.add("At least one workload has no eligible candidate that may lead it.");
        }
        return String.join(" ", because);
    }

    /** That the answer for a workload is not what is bought for it, and how that can be. */
    static Optional<String> unbought(Decision decision) {
        List<Share> shares = decision.allocation().shares();
        List<String> without = decision.workloads().stream().filter(w -> shares.stream().anyMatch(s -> s.workload().equals(w.workload().id())))
                .filter(w -> w.winner().filter(best -> shares.stream().noneMatch(s -> s.workload().equals(w.workload().id()) && s.offer().equals(best.offer().id()))).isPresent())
                .map(w -> w.workload().id()).toList();
        if (without.isEmpty()) return Optional.empty();
        return Optional.of("What leads " + String.join(", ", without) + " gets no share: it leads by verdict and the buyer's order of what matters; work is split at least cost under every limit.");
    }

    /** A rule that could have blocked, had it known enough. */
    static boolean isUnknownGate(Finding finding) {
        return finding.state() == State.UNKNOWN && finding.severity() == Severity.BLOCKER;
    }

    /** Rules of the review that stand against the allocation with at least this weight. */
    static List<String> against(Decision decision, Severity least) {
        return decision.review().findings().stream().filter(f -> f.standsAgainst(least)).map(Finding::rule).distinct().sorted().toList();
    }

    private static Optional<String> listed(Decision decision, Predicate<Finding> which) {
        List<String> rules = decision.review().findings().stream().filter(which).map(Finding::rule).distinct().sorted().toList();
        return rules.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", rules));
    }

    /** The candidate a share is of. */
    static Optional<Assessed> candidate(Decision decision, Share share) {
        return decision.workloads().stream().filter(w -> w.workload().id().equals(share.workload())).map(WorkloadDecision::candidates)
                .flatMap(List::stream).filter(c -> c.offer().id().equals(share.offer())).findFirst();
    }
}
