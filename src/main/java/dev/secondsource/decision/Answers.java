package dev.secondsource.decision;

import dev.secondsource.cost.CostPerformance;
import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Finding;
import dev.secondsource.knowledge.Sentence;
import dev.secondsource.knowledge.Meaning;
import dev.secondsource.market.Market;
import dev.secondsource.policy.Policy;
import dev.secondsource.profile.Workload;
import dev.secondsource.verdict.Verdict;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts the answer for a workload into words, and what would change it. */
final class Answers {
    private Answers() {}

    static String sentence(Workload workload, List<Assessed> ranked, Market market) {
        Optional<Assessed> winner = ranked.stream().filter(Answers::mayLead).findFirst();
        if (winner.isEmpty()) return "No eligible offer with a known cost can lead; see what excludes them.";
        Assessed best = winner.get();
        String rho = best.candidate().comparison().rho() == null ? "" : ", " + Sentence.print(best.candidate().comparison().rho(), Meaning.Unit.RATIO, "")
                + " of the incumbent's unit cost";
        String verb = switch (best.verdict().verdict()) {
            case PREFER -> "Buy ";
            case ACCEPT -> best.candidate().incumbent() ? "Stay with " : "Take ";
            default -> "Take, once its conditions are met, ";
        };
        String reason = best.strongest(Effect.FOR).map(Finding::sentence).map(s -> " " + s).orElse("");
        return verb + best.offer().accelerator() + " (" + market.supplier(best.offer().provider()).name() + ", " + best.offer().id() + ") at "
                + Sentence.print(best.cost().perUnit().amount(), Meaning.Unit.MONEY, best.cost().perUnit().currency().getCurrencyCode()) + " per " + workload.unit() + rho + "." + reason;
    }

    /** The conditions that keep a better candidate back, the rival's distance, and the incumbent's break-even. */
    static List<String> changes(Workload workload, List<Assessed> ranked, Policy policy) {
        List<String> changes = new ArrayList<>();
        Optional<Assessed> winner = ranked.stream().filter(Answers::mayLead).findFirst();
        if (winner.isEmpty()) return changes;
        Assessed best = winner.get();
        if (!best.verdict().conditions().isEmpty())
            changes.add(best.offer().id() + " leads only if: " + String.join(" ", best.verdict().conditions()));
        ranked.stream().filter(c -> c != best && c.verdict().verdict() == Verdict.CONDITIONAL && c.cost() != null)
                .filter(c -> c.score().value().compareTo(best.score().value()) > 0)
                .findFirst()
                .ifPresent(c -> changes.add(c.offer().id() + " scores higher (" + shown(c) + " against " + shown(best) + ") and would lead once: "
                        + String.join(" ", c.verdict().conditions())));
        BigDecimal rho = best.candidate().comparison().rho();
        if (rho != null && rho.signum() > 0 && rho.compareTo(BigDecimal.ONE) < 0)
            changes.add("If its price rose by " + Sentence.print(CostPerformance.priceRiseTo(BigDecimal.ONE, rho), Meaning.Unit.SHARE, "")
                    + ", " + best.offer().accelerator() + " would cost as much per " + workload.unit() + " as the incumbent; if the incumbent's fell by "
                    + Sentence.print(BigDecimal.ONE.subtract(rho), Meaning.Unit.SHARE, "") + ", likewise.");
        ranked.stream().filter(c -> c != best && mayLead(c) && !c.offer().accelerator().equals(best.offer().accelerator())).findFirst()
                .ifPresent(next -> {
                    BigDecimal ratio = best.cost().perUnit().ratioTo(next.cost().perUnit());
                    if (ratio.compareTo(BigDecimal.ONE) < 0)
                        changes.add("The next other accelerator, " + next.offer().accelerator() + " (" + next.offer().id() + "), would have to fall by "
                                + Sentence.print(BigDecimal.ONE.subtract(ratio), Meaning.Unit.SHARE, "") + " to match its unit cost.");
                    else changes.add("The next other accelerator, " + next.offer().accelerator() + " (" + next.offer().id() + "), is cheaper per "
                            + workload.unit() + " but scores lower by the buyer's order of what matters.");
                });
        return changes;
    }

    private static String shown(Assessed candidate) {
        return Sentence.print(candidate.score().value(), Meaning.Unit.RATIO, "");
    }

    private static boolean mayLead(Assessed candidate) {
        return candidate.cost() != null && candidate.verdict().verdict().compareTo(Verdict.CONDITIONAL) >= 0;
    }
}
