package dev.secondsource.decision;

import dev.secondsource.fit.Throughput;
import dev.secondsource.market.Market;
import dev.secondsource.market.Offer;
import dev.secondsource.policy.Policy;
import dev.secondsource.policy.PolicyValue;
import dev.secondsource.profile.BuyerProfile;
import dev.secondsource.profile.ExistingCommitment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a decision takes for granted, in words. */
final class Assumptions {
    private Assumptions() {}

    static List<String> of(BuyerProfile buyer, Market market, Policy policy, LocalDate asOf, List<WorkloadDecision> answers) {
        List<String> assumptions = new ArrayList<>();
        for (WorkloadDecision answer : answers) {
            String id = answer.workload().id();
            assumptions.add(id + ": compared with " + (answer.incumbent() == null ? "nothing" : answer.incumbent().replaceFirst("^.* <- ", ""))
                    + ", since " + answer.incumbentBasis() + ".");
            answer.winner().ifPresent(winner -> {
                Throughput speed = winner.fit().throughput();
                if (speed != null) assumptions.add(id + ": speed of " + winner.offer().accelerator() + ": " + speed.explanation());
            });
        }
        List<LocalDate> dates = answers.stream().flatMap(a -> a.candidates().stream()).filter(c -> c.cost() != null)
                .map(c -> c.offer().evidence().date()).filter(Objects::nonNull).sorted().toList();
        if (!dates.isEmpty() && !dates.get(0).equals(dates.get(dates.size() - 1)))
            assumptions.add("Prices are of " + dates.get(0) + " to " + dates.get(dates.size() - 1) + "; a ratio between sellers mixes their dates.");
        answers.stream().flatMap(a -> a.candidates().stream()).filter(c -> c.cost() != null && c.cost().conversion() != null).map(c -> c.cost().conversion())
                .distinct().sorted(Comparator.comparing(c -> c.from().getCurrencyCode()))
                .forEach(c -> assumptions.add("Prices in " + c.from().getCurrencyCode() + " are taken at " + c.words() + " ("
                        + c.evidence().stream().map(e -> e.source() + ", " + e.grade()).distinct().collect(Collectors.joining("; ")) + ")."));
        policy.values().values().stream().filter(v -> v.replaced() != null).sorted(Comparator.comparing(PolicyValue::key))
                .forEach(v -> assumptions.add("Policy " + v.key() + " is " + v.value().toPlainString() + " by the buyer's choice instead of " + v.replaced().toPlainString() + "."));
        for (ExistingCommitment commitment : buyer.commitments()) {
            String named = "The commitment to " + commitment.accelerators() + " accelerators of " + commitment.offer();
            if (!commitment.bindsOn(asOf)) assumptions.add(named + " ended on " + commitment.until() + " and is ignored.");
            else if (market.offers().stream().noneMatch(o -> o.id().equals(commitment.offer()))) assumptions.add(named + " is ignored: no such offer is known on " + asOf + ".");
        }
        terms(market, answers, assumptions);
        if (buyer.fleet().isEmpty()) assumptions.add("The buyer runs nothing today, so no offer adds to or eases an exposure.");
        return assumptions;
    }

    /** Which prices are negotiated, how far they go, and what of the terms is not used. */
    private static void terms(Market market, List<WorkloadDecision> answers, List<String> assumptions) {
        if (market.overlaid() == null) return;
        SortedMap<String, List<Offer>> byEntry = new TreeMap<>();
        market.offers().stream().filter(o -> o.contracted() != null).forEach(o -> byEntry.computeIfAbsent(o.contracted().entry(), k -> new ArrayList<>()).add(o));
        byEntry.forEach((entry, offers) -> assumptions.add("The price of " + (offers.size() == 1 ? "1 offer" : offers.size() + " offers") + " is " + offers.get(0).contracted().words()
                + " (entry " + entry + ")" + (offers.get(0).quantity() == null ? "." : ", over all workloads together; what is beyond them stands beside it at its own price.")));
        for (WorkloadDecision answer : answers)
            answer.winner().filter(w -> !w.isThereFor(BigDecimal.ONE)).ifPresent(w -> assumptions.add(answer.workload().id() + ": the unit cost of " + w.offer().id()
                    + " is that of " + w.offer().quantity() + " accelerators; all of the work takes " + w.fit().accelerators() + "."));
        assumptions.addAll(market.overlaid().remarks());
    }
}
