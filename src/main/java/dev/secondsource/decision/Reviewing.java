package dev.secondsource.decision;

import dev.secondsource.allocation.Allocation;
import dev.secondsource.exposure.Exposure;
import dev.secondsource.exposure.Portfolio;
import dev.secondsource.knowledge.Finding;
import dev.secondsource.knowledge.Judgement;
import dev.secondsource.knowledge.KnowledgeBase;
import dev.secondsource.knowledge.Stage;
import dev.secondsource.knowledge.Subject;
import dev.secondsource.policy.Policy;
import dev.secondsource.profile.BuyerProfile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Looks an allocation through to its layers and asks the review rules about it. */
final class Reviewing {
    private final LookThrough look;
    private final Portfolios portfolios;
    private final Policy policy;

    Reviewing(BuyerProfile buyer, LookThrough look, Policy policy) {
        this.look = look;
        this.portfolios = new Portfolios(buyer, look, policy);
        this.policy = policy;
    }

    /** Policy keys it reads. */
    static Set<String> policyKeys() {
        return Portfolios.policyKeys();
    }

    Review review(Allocation allocation, List<WorkloadDecision> answers, KnowledgeBase knowledge) {
        List<Exposure> exposures = look.exposures(allocation, answers);
        Portfolio portfolio = portfolios.of(allocation, answers, exposures);
        List<Subject> subjects = new ArrayList<>();
        if (allocation.perMonth().isPositive()) {
            subjects.addAll(exposures);
            subjects.add(portfolio);
        }
        Judgement judgement = knowledge.judge(subjects, policy, Stage.REVIEW);
        List<Finding> findings = judgement.findings().stream()
                .sorted(Comparator.comparing(Finding::severity).reversed().thenComparing(Finding::rule).thenComparing(Finding::subject)).toList();
        return new Review(exposures, portfolio, findings, judgement.states(), judgement.broken(), List.of());
    }
}
