package dev.secondsource.decision;

import dev.secondsource.allocation.Allocation;
import dev.secondsource.allocation.Share;
import dev.secondsource.exposure.CommonCause;
import dev.secondsource.exposure.Exposure;
import dev.secondsource.exposure.Holding;
import dev.secondsource.exposure.Layer;
import dev.secondsource.exposure.Portfolio;
import dev.secondsource.exposure.Quadrant;
import dev.secondsource.market.PricingKind;
import dev.secondsource.policy.Policy;
import dev.secondsource.profile.BuyerProfile;
import dev.secondsource.profile.Workload;
import dev.secondsource.quantity.Decimals;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Sums an allocation up as the review rules see it. */
final class Portfolios {
    private static final String FTE_PER_STACK = "div.engineers-per-stack";
    private static final String MOST_STACKS = "div.most-stacks";
    private static final String COLD_COUNTS = "div.cold-second-source-counts";
    private static final String SMALL_SPEND = "div.small-buyer-spend";
    private static final String HIGH_IMPACT = "kra.high-impact-share";
    private static final String FEW_DESIGNERS = "kra.few-designers";
    private static final String LONG_LEAD = "kra.long-lead-weeks";
    private static final int HALF_A_YEAR = 6;
    private static final BigDecimal MONTHS_A_YEAR = BigDecimal.valueOf(12);

    private final BuyerProfile buyer;
    private final LookThrough look;
    private final Policy policy;

    Portfolios(BuyerProfile buyer, LookThrough look, Policy policy) {
        this.buyer = buyer;
        this.look = look;
        this.policy = policy;
    }

    /** Policy keys it reads. */
    static Set<String> policyKeys() {
        Set<String> keys = new TreeSet<>(CommonCause.policyKeys());
        keys.addAll(Set.of(FTE_PER_STACK, MOST_STACKS, COLD_COUNTS, SMALL_SPEND, HIGH_IMPACT, FEW_DESIGNERS, LONG_LEAD));
        return keys;
    }

    /** @param exposures one a layer, in the order of the layers */
    Portfolio of(Allocation allocation, List<WorkloadDecision> answers, List<Exposure> exposures) {
        Exposure designers = exposures.get(Layer.DESIGNER.ordinal());
        Exposure foundries = exposures.get(Layer.FOUNDRY.ordinal());
        boolean two = designers.shares().size() > 1;
        Shared shared = two ? sharedByTheTwoLargest(look.holdings(allocation), designers) : new Shared(List.of(), List.of(), 0);
        Optional<SecondSource> second = buyer.workloads().stream().map(w -> secondSource(w, allocation)).flatMap(Optional::stream)
                .max(Comparator.comparing(SecondSource::shortfall));
        int eligibleDesigners = look.eligibleDesigners(answers);
        boolean risky = eligibleDesigners < policy.number(FEW_DESIGNERS).intValue() || longestLead(allocation, answers).compareTo(policy.number(LONG_LEAD)) > 0;
        List<Share> committed = allocation.shares().stream().filter(s -> look.offer(s).pricing() == PricingKind.COMMITTED).toList();
        BigDecimal spend = allocation.perMonth().times(MONTHS_A_YEAR).amount();
        Optional<Integer> cheaper = answers.stream().flatMap(a -> a.candidates().stream()).filter(c -> c.candidate().incumbent())
                .map(c -> c.candidate().standing().cheaperDesigners()).filter(Objects::nonNull).max(Integer::compare);
        return new Portfolio(
                buyer.currency().getCurrencyCode(),
                spend,
                spend.compareTo(policy.number(SMALL_SPEND)) < 0,
                second.isPresent(),
                two,
                designers.largestShare() == null ? null : BigDecimal.ONE.subtract(designers.largestShare()),
                second.map(SecondSource::workload).orElse(null),
                second.map(SecondSource::share).orElse(null),
                second.map(SecondSource::needed).orElse(null),
                second.filter(s -> s.shortfall.signum() > 0).isPresent(),
                coldStacks(allocation),
                exitPlans(allocation),
                exposures.get(Layer.STACK.ordinal()).shares().size(),
                affordableStacks(),
                designers.effectiveNumber(),
                foundries.effectiveNumber(),
                designers.effectiveNumber() == null || foundries.effectiveNumber() == null ? null : designers.effectiveNumber().subtract(foundries.effectiveNumber()),
                two ? shared.layers.size() : null,
                two ? shared.layers.size() + shared.undisclosed : null,
                shared.names,
                two ? CommonCause.bothFail(shared.layers, policy) : null,
                buyer.computeShareOfCost(),
                eligibleDesigners,
                risky,
                quadrant(risky),
                cheaper.orElse(null),
                !committed.isEmpty(),
                endingTogether(committed),
                foundries.evidence());
    }

    /** DIV-15: one stack, and one more for every so many engineers. */
    private int affordableStacks() {
        int more = buyer.engineering().mlPlatformFte().divide(policy.number(FTE_PER_STACK), 0, RoundingMode.DOWN).intValue();
        return Math.min(1 + more, policy.number(MOST_STACKS).intValue());
    }

    /** @param shortfall what is needed less what is there; negative if there is more than enough */
    private record SecondSource(String workload, BigDecimal share, BigDecimal needed, BigDecimal shortfall) {}

    /** DIV-10, m ≥ k ÷ (1 + s): what must be ready outside the largest designer; capacity of one workload does not carry another. */
    private Optional<SecondSource> secondSource(Workload workload, Allocation allocation) {
        List<Share> outside = outsideLargestDesigner(workload, allocation);
        if (workload.criticalShare().signum() == 0 || allocation.shares().stream().noneMatch(s -> s.workload().equals(workload.id()))) return Optional.empty();
        BigDecimal ready = outside.stream().map(s -> isCold(s) ? s.share().multiply(policy.number(COLD_COUNTS)) : s.share()).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal needed = rounded(Choices.needed(workload));
        return Optional.of(new SecondSource(workload.id(), rounded(ready), needed, needed.subtract(rounded(ready))));
    }

    /** As shares at the layers are, so that a third is a third. */
    private static BigDecimal rounded(BigDecimal share) {
        return Decimals.plain(share.setScale(9, RoundingMode.HALF_EVEN));
    }

    private List<Share> outsideLargestDesigner(Workload workload, Allocation allocation) {
        List<Share> shares = allocation.shares().stream().filter(s -> s.workload().equals(workload.id())).toList();
        Map<String, BigDecimal> byDesigner = new TreeMap<>();
        for (Share share : shares) byDesigner.merge(share.designer(), share.share(), BigDecimal::add);
        Optional<String> largest = largestFirst(byDesigner).findFirst();
        return shares.stream().filter(s -> !s.designer().equals(largest.orElseThrow())).toList();
    }

    /** DIV-14: nobody has yet carried real traffic on it. */
    private boolean isCold(Share share) {
        return !look.runs(look.accelerator(share).stack());
    }

    private List<String> coldStacks(Allocation allocation) {
        return buyer.workloads().stream().filter(w -> w.criticalShare().signum() > 0).flatMap(w -> outsideLargestDesigner(w, allocation).stream())
                .filter(this::isCold).map(s -> look.accelerator(s).stack()).distinct().sorted().toList();
    }

    private static Stream<String> largestFirst(Map<String, BigDecimal> shares) {
        return shares.entrySet().stream()
                .sorted(Map.Entry.<String, BigDecimal>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey())).map(Map.Entry::getKey);
    }

    /**
     * What stands behind both of two designers.
     *
     * @param layers known to be the same
     * @param names the same with the entity
     * @param undisclosed further layers of which one or the other is not known
     */
    private record Shared(List<Layer> layers, List<String> names, int undisclosed) {}

    private static Shared sharedByTheTwoLargest(List<Holding> holdings, Exposure designers) {
        List<Map<Layer, String>> two = largestFirst(designers.shares()).limit(2).map(designer -> largestOf(holdings, designer)).toList();
        List<Layer> same = new ArrayList<>();
        List<String> names = new ArrayList<>();
        int undisclosed = 0;
        for (Layer layer : new TreeSet<>(CommonCause.layers())) {
            String first = two.get(0).get(layer);
            String second = two.get(1).get(layer);
            if (first == null || second == null) undisclosed++;
            else if (first.equals(second)) {
                same.add(layer);
                names.add(layer.words() + " (" + first + ")");
            }
        }
        return new Shared(same, names, undisclosed);
    }

    private static Map<Layer, String> largestOf(List<Holding> holdings, String designer) {
        return holdings.stream().filter(h -> designer.equals(h.entities().get(Layer.DESIGNER))).max(Comparator.comparing(Holding::share)).orElseThrow().entities();
    }

    private @Nullable Boolean exitPlans(Allocation allocation) {
        Boolean all = true;
        for (String provider : new TreeSet<>(allocation.shares().stream().filter(s -> look.offer(s).pricing() != PricingKind.PURCHASE).map(Share::provider).toList())) {
            Boolean plan = buyer.contractWith(provider).exitPlan();
            if (Boolean.FALSE.equals(plan)) return false;
            if (plan == null) all = null;
        }
        return all;
    }

    /** Of what is allocated; a wait that nobody states is judged where the offer is, not here. */
    private static BigDecimal longestLead(Allocation allocation, List<WorkloadDecision> answers) {
        Set<String> bought = allocation.shares().stream().map(s -> s.workload() + " " + s.offer()).collect(Collectors.toSet());
        return answers.stream().flatMap(a -> a.candidates().stream().filter(c -> bought.contains(a.workload().id() + " " + c.offer().id())))
                .map(c -> c.candidate().supply().leadWeeks()).filter(Objects::nonNull).max(Comparator.naturalOrder()).orElse(BigDecimal.ZERO);
    }

    private @Nullable Quadrant quadrant(boolean risk) {
        if (buyer.computeShareOfCost() == null) return null;
        boolean impact = buyer.computeShareOfCost().compareTo(policy.number(HIGH_IMPACT)) >= 0;
        return impact ? risk ? Quadrant.STRATEGIC : Quadrant.LEVERAGE : risk ? Quadrant.BOTTLENECK : Quadrant.NON_CRITICAL;
    }

    /** DIV-16: what is signed together ends as far apart as its terms are. */
    private @Nullable BigDecimal endingTogether(List<Share> committed) {
        BigDecimal all = committed.stream().map(s -> s.perMonth().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (all.signum() == 0) return null;
        return committed.stream().map(this::term).map(from -> committed.stream().filter(s -> term(s) >= from && term(s) < from + HALF_A_YEAR)
                        .map(s -> s.perMonth().amount()).reduce(BigDecimal.ZERO, BigDecimal::add))
                .max(Comparator.naturalOrder()).map(most -> Decimals.divide(most, all)).orElseThrow();
    }

    private int term(Share share) {
        return look.offer(share).termMonths();
    }
}
