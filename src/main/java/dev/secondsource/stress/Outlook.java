package dev.secondsource.stress;

import dev.secondsource.allocation.Share;
import dev.secondsource.candidate.Supply;
import dev.secondsource.decision.Assessed;
import dev.secondsource.decision.Decision;
import dev.secondsource.decision.WorkloadDecision;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.quantity.Decimals;
import dev.secondsource.quantity.Money;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a scenario makes of every offer, from a decision made in it. Capacity that is out or late is costed as if it were
 * there: it is, before and after.
 *
 * @param scenario about named things only
 * @param floating cost a month of a whole workload at the prices of the scenario, by workload and offer
 * @param signed the same at the prices of today: what is signed keeps them
 * @param late months by which an order comes later than assumed, where it does
 * @param blocked what a gate is closed to that was open
 */
record Outlook(Scenario scenario, Map<String, Money> floating, Map<String, Money> signed, Map<String, BigDecimal> late, Set<String> blocked) {
    private static final BigDecimal DAYS_A_MONTH = Decimals.divide(BigDecimal.valueOf(365), BigDecimal.valueOf(12));
    private static final BigDecimal DAYS_A_WEEK = BigDecimal.valueOf(7);

    /**
     * @param base the decision in the world as assumed
     * @param changed the same with the changes that are not physical
     * @param unpriced the same without changes of prices
     */
    static Outlook of(Scenario scenario, Decision base, Decision changed, Decision unpriced) {
        Map<String, BigDecimal> late = new HashMap<>();
        Set<String> blocked = new HashSet<>();
        if (scenario.changes().stream().anyMatch(c -> c instanceof Change.LeadTimes || c instanceof Change.LicenceRevoked)) {
            Map<String, Assessed> before = candidates(base);
            candidates(changed).forEach((key, after) -> {
                Assessed was = before.get(key);
                if (was == null) return;
                BigDecimal months = late(was, after, weeks(scenario));
                if (months.signum() > 0) late.put(key, months);
                if (!isBlocked(was) && isBlocked(after) && scenario.changes().stream().anyMatch(c -> c instanceof Change.LicenceRevoked)) blocked.add(key);
            });
        }
        return new Outlook(scenario, costs(changed), costs(unpriced), late, blocked);
    }

    private static BigDecimal weeks(Scenario scenario) {
        return scenario.changes().stream().filter(Change.LeadTimes.class::isInstance).map(c -> ((Change.LeadTimes) c).weeks().value()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Against the day the capacity is needed if there is one, else against the day it would have come, known or not. */
    private static BigDecimal late(Assessed before, Assessed after, BigDecimal weeks) {
        Supply was = before.candidate().supply();
        Supply is = after.candidate().supply();
        BigDecimal days = !Applying.isFixed(after.offer()) ? BigDecimal.ZERO
                : is.slackDays() == null || was.slackDays() == null ? weeks.multiply(DAYS_A_WEEK)
                : BigDecimal.valueOf(Math.max(0, -is.slackDays()) - Math.max(0, -was.slackDays()));
        return Decimals.divide(days, DAYS_A_MONTH);
    }

    private static boolean isBlocked(Assessed assessed) {
        return assessed.findings().stream().anyMatch(f -> f.standsAgainst(Severity.BLOCKER));
    }

    static Map<String, Assessed> candidates(Decision decision) {
        Map<String, Assessed> candidates = new HashMap<>();
        for (WorkloadDecision workload : decision.workloads())
            for (Assessed candidate : workload.candidates()) candidates.put(key(workload.workload().id(), candidate.offer().id()), candidate);
        return candidates;
    }

    static Map<String, Money> costs(Decision decision) {
        Map<String, Money> costs = new HashMap<>();
        candidates(decision).forEach((key, candidate) -> {
            if (candidate.cost() != null) costs.put(key, candidate.cost().perMonth());
        });
        return costs;
    }

    static String key(String workload, String offer) {
        return workload + " <- " + offer;
    }

    static String key(Share share) {
        return key(share.workload(), share.offer());
    }

    @Nullable Money price(Share share, boolean isSigned) {
        return (isSigned ? signed : floating).get(key(share));
    }
}
