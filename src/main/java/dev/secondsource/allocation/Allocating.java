package dev.secondsource.allocation;

import dev.secondsource.policy.Policy;
import dev.secondsource.quantity.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Fills each workload with the best candidates in order, each up to its own cap and to what the caps of its designer
 * and provider leave. What no candidate can take without breaking a cap goes to the leader, and is said to need an
 * override.
 */
public final class Allocating {
    private static final String DESIGNER_CAP = "div.designer-share-cap";
    private static final String PROVIDER_CAP = "div.provider-share-cap";
    private static final String SMALLEST_SHARE = "div.smallest-share";

    private Allocating() {}

    /** Policy keys it reads. */
    public static Set<String> policyKeys() {
        return Set.of(DESIGNER_CAP, PROVIDER_CAP, SMALLEST_SHARE);
    }

    /**
     * @param byWorkload eligible, priced candidates of each workload, best first, in the profile's order of workloads
     * @param budgetPerMonth null if unlimited
     */
    public static Allocation allocate(Map<String, List<Allotment>> byWorkload, @Nullable Money budgetPerMonth, Policy policy, Currency currency) {
        List<Share> shares = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        boolean infeasible = false;
        boolean override = false;
        boolean conditional = false;
        for (Map.Entry<String, List<Allotment>> workload : byWorkload.entrySet()) {
            List<Allotment> candidates = workload.getValue();
            if (candidates.stream().noneMatch(Allotment::mayLead)) {
                infeasible = true;
                notes.add(workload.getKey() + ": no eligible candidate with a price may lead; nothing is allocated");
                continue;
            }
            Fill fill = fill(candidates, policy);
            override |= fill.overCap;
            notes.addAll(fill.notes.stream().map(n -> workload.getKey() + ": " + n).toList());
            for (Map.Entry<Allotment, BigDecimal> part : largestFirst(fill.shares)) {
                Allotment candidate = part.getKey();
                conditional |= candidate.conditional();
                shares.add(new Share(candidate.workload(), candidate.offer(), candidate.designer(), candidate.provider(), part.getValue(),
                        candidate.perMonth().times(part.getValue()).toCents()));
            }
        }
        Money total = shares.stream().map(Share::perMonth).reduce(Money.zero(currency), Money::plus);
        if (budgetPerMonth != null && total.compareTo(budgetPerMonth) > 0) {
            override = true;
            notes.add("the month costs " + total + ", above the budget of " + budgetPerMonth);
        }
        Allocation.Status status = infeasible ? Allocation.Status.INFEASIBLE : override ? Allocation.Status.OVERRIDE_REQUIRED
                : conditional ? Allocation.Status.CONDITIONAL : Allocation.Status.SOUND;
        return new Allocation(status, shares, total, notes);
    }

    private static List<Map.Entry<Allotment, BigDecimal>> largestFirst(Map<Allotment, BigDecimal> shares) {
        return shares.entrySet().stream().sorted(Map.Entry.<Allotment, BigDecimal>comparingByValue().reversed()).toList();
    }

    private record Fill(Map<Allotment, BigDecimal> shares, boolean overCap, List<String> notes) {}

    private static Fill fill(List<Allotment> candidates, Policy policy) {
        BigDecimal smallest = policy.number(SMALLEST_SHARE);
        Map<String, BigDecimal> leftOfAccelerator = new HashMap<>();
        Map<String, BigDecimal> leftOfDesigner = new HashMap<>();
        Map<String, BigDecimal> leftOfProvider = new HashMap<>();
        Map<Allotment, BigDecimal> shares = new java.util.LinkedHashMap<>();
        BigDecimal left = BigDecimal.ONE;
        Allotment leader = candidates.stream().filter(Allotment::mayLead).findFirst().orElseThrow();
        List<Allotment> order = new ArrayList<>();
        order.add(leader);
        candidates.stream().filter(c -> c != leader).forEach(order::add);
        for (Allotment candidate : order) {
            BigDecimal room = left.min(leftOfAccelerator.getOrDefault(candidate.accelerator(), candidate.cap()))
                    .min(leftOfDesigner.getOrDefault(candidate.designer(), policy.number(DESIGNER_CAP)))
                    .min(leftOfProvider.getOrDefault(candidate.provider(), policy.number(PROVIDER_CAP)));
            if (room.signum() <= 0 || room.compareTo(smallest) < 0 && room.compareTo(left) < 0) continue;
            shares.merge(candidate, room, BigDecimal::add);
            left = left.subtract(room);
            leftOfAccelerator.put(candidate.accelerator(), leftOfAccelerator.getOrDefault(candidate.accelerator(), candidate.cap()).subtract(room));
            leftOfDesigner.put(candidate.designer(), leftOfDesigner.getOrDefault(candidate.designer(), policy.number(DESIGNER_CAP)).subtract(room));
            leftOfProvider.put(candidate.provider(), leftOfProvider.getOrDefault(candidate.provider(), policy.number(PROVIDER_CAP)).subtract(room));
            if (left.signum() == 0) return new Fill(shares, false, List.of());
        }
        shares.merge(leader, left, BigDecimal::add);
        String percent = left.movePointRight(2).setScale(0, RoundingMode.HALF_EVEN).toPlainString();
        return new Fill(shares, true, List.of(percent + " % of the work fits under no cap (designer "
                + share(policy, DESIGNER_CAP) + ", provider " + share(policy, PROVIDER_CAP) + ", maturity); it is left with "
                + leader.offer() + " and needs an override"));
    }

    private static String share(Policy policy, String key) {
        return policy.number(key).movePointRight(2).stripTrailingZeros().toPlainString() + " %";
    }
}
