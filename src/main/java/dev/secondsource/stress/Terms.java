package dev.secondsource.stress;

import dev.secondsource.allocation.Share;
import dev.secondsource.cost.ExchangeRates;
import dev.secondsource.decision.Decision;
import dev.secondsource.market.ExchangeRate;
import dev.secondsource.policy.Policy;
import dev.secondsource.profile.Workload;
import dev.secondsource.quantity.Decimals;
import dev.secondsource.quantity.Money;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * By what a stress test weighs and counts: the policy's numbers, and what each workload weighs and is worth, which are
 * the same for all portfolios and scenarios.
 *
 * @param months period of the test
 * @param takeOrPay share of a commitment that is owed where the contract does not say
 * @param deferred cost of work that waits and is made up, relative to its ordinary cost
 * @param workloads those that the decision gives shares to, by id
 * @param weights their parts of the monthly cost, adding up to one
 * @param monthWorth what a month without a workload's critical work costs the buyer, if all of it were critical
 */
record Terms(BigDecimal months, BigDecimal takeOrPay, BigDecimal deferred, Map<String, Workload> workloads, Map<String, BigDecimal> weights,
        Map<String, Money> monthWorth) {
    static final String PERIOD = "stress.period-months";
    private static final String PENALTY = "stress.penalty-multiple";
    private static final String TAKE_OR_PAY = "stress.take-or-pay-share";
    private static final String DEFERRED = "stress.deferred-work-cost";

    /** Policy keys it reads. */
    static Set<String> policyKeys() {
        return Set.of(PERIOD, PENALTY, TAKE_OR_PAY, DEFERRED);
    }

    static Terms of(Decision base, Bill bill, List<ExchangeRate> published) {
        Policy policy = base.policy();
        ExchangeRates rates = new ExchangeRates(policy, published, base.asOf());
        Map<String, Money> costs = new TreeMap<>();
        for (Share share : base.allocation().shares()) costs.merge(share.workload(), bill.full(share), Money::plus);
        Money all = costs.values().stream().reduce(Money.zero(base.profile().currency()), Money::plus);
        Map<String, Workload> workloads = new LinkedHashMap<>();
        Map<String, BigDecimal> weights = new TreeMap<>();
        Map<String, Money> worth = new TreeMap<>();
        for (Workload w : base.profile().workloads()) {
            Money cost = costs.get(w.id());
            if (cost == null) continue;
            workloads.put(w.id(), w);
            weights.put(w.id(), all.isPositive() ? cost.ratioTo(all) : Decimals.divide(BigDecimal.ONE, BigDecimal.valueOf(costs.size())));
            Money stated = w.valueOfDelayPerMonth() == null ? null : rates.convert(w.valueOfDelayPerMonth(), base.profile().currency());
            worth.put(w.id(), stated != null ? stated : cost.times(policy.number(PENALTY)));
        }
        return new Terms(policy.number(PERIOD), policy.number(TAKE_OR_PAY), policy.number(DEFERRED), workloads, weights, worth);
    }

    List<Stress.Stake> stakes() {
        return workloads.values().stream().map(w -> new Stress.Stake(w.id(), weights.get(w.id()), w.criticalShare(), w.surge(),
                monthWorth.get(w.id()).times(w.criticalShare()).toCents(), w.valueOfDelayPerMonth() != null)).toList();
    }

    /** Critical part of all work, 0–1. */
    BigDecimal critical() {
        return workloads.values().stream().map(w -> weights.get(w.id()).multiply(w.criticalShare())).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
