package dev.secondsource.stress;

import dev.secondsource.allocation.Allocation;
import dev.secondsource.decision.Decision;
import dev.secondsource.decision.Foresight;
import dev.secondsource.knowledge.KnowledgeBase;
import dev.secondsource.market.Market;
import dev.secondsource.problem.Checked;
import dev.secondsource.quantity.Money;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Tells allocations that cost the same by their largest regret over the scenarios. What is decided in a scenario is
 * decided without foresight, or each decision would ask for a dozen more.
 *
 * @param market the one decided on
 * @param scenarios read only where there is a tie
 */
public record ByRegret(Market market, KnowledgeBase knowledge, Supplier<Checked<Scenarios>> scenarios) implements Foresight {
    @Override
    public Optional<List<Money>> largestRegrets(Decision base, List<Allocation> alike) {
        Checked<Worlds> made = scenarios.get().then(s -> Worlds.of(base.profile(), market, knowledge, base, s));
        if (!(made instanceof Checked.Valid<Worlds> worlds) || alike.stream().anyMatch(a -> worlds.value().whyNotCompared(a).isPresent())) return Optional.empty();
        return Optional.of(worlds.value().largestRegrets(alike));
    }
}
