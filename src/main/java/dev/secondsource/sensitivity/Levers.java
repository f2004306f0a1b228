package dev.secondsource.sensitivity;

import dev.secondsource.allocation.Share;
import dev.secondsource.decision.Assessed;
import dev.secondsource.decision.Decision;
import dev.secondsource.decision.WorkloadDecision;
import dev.secondsource.knowledge.Finding;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.market.Accelerator;
import dev.secondsource.market.Market;
import dev.secondsource.market.Offer;
import dev.secondsource.market.PricingKind;
import dev.secondsource.market.Supplier;
import dev.secondsource.policy.Policy;
import dev.secondsource.policy.PolicyBook;
import dev.secondsource.policy.PolicyValue;
import dev.secondsource.profile.OwnMeasurement;
import dev.secondsource.profile.Quantiles;
import dev.secondsource.profile.Workload;
import dev.secondsource.quantity.Decimals;
import dev.secondsource.sensitivity.Lever.Kind;
import dev.secondsource.sensitivity.Lever.Scale;
import dev.secondsource.verdict.Verdict;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an answer hangs on: the inputs of what leads, of its nearest rivals, and of what the buyer states and the policy sets. */
public final class Levers {
    /** Most that a price is taken to fall, as a share of it. */
    public static final String PRICE_FALL = "range.price-fall";

    /** Most that a price is taken to rise, likewise. */
    public static final String PRICE_RISE = "range.price-rise";

    private static final String LOSS = "range.performance-loss";
    private static final String GAIN = "range.performance-gain";
    private static final String LEAD = "range.lead-weeks";
    private static final String UTILISATION = "range.utilisation";
    private static final String PORTING = "range.porting";
    private static final String THRESHOLD = "range.threshold";
    private static final List<String> CAPS = List.of("div.designer-share-cap", "div.provider-share-cap", "div.stack-share-cap", "div.jurisdiction-share-cap", "div.follower-share");
    private static final BigDecimal LEAST_UTILISATION = new BigDecimal("0.01");

    private final Decision decision;
    private final Market market;
    private final PolicyBook book;
    private final Policy policy;
    private final Map<String, Lever> levers = new LinkedHashMap<>();

    private Levers(Decision decision, Market market, PolicyBook book) {
        this.decision = decision;
        this.market = market.visibleAt(decision.asOf());
        this.book = book;
        this.policy = decision.policy();
    }

    /** Policy keys that hold the plausible ranges. */
    public static Set<String> policyKeys() {
        return new TreeSet<>(List.of(PRICE_FALL, PRICE_RISE, LOSS, GAIN, LEAD, UTILISATION, PORTING, THRESHOLD));
    }

    /**
     * Those of a decision, each once, in a fixed order.
     *
     * @param market the one it was made on
     * @param book what bounds thresholds
     */
    public static List<Lever> of(Decision decision, Market market, PolicyBook book) {
        Levers levers = new Levers(decision, market, book);
        for (WorkloadDecision workload : decision.workloads()) {
            List<Assessed> subjects = subjects(workload, decision);
            subjects.forEach(s -> levers.ofOffer(workload.workload(), s));
            levers.ofDemand(workload.workload());
            levers.ofThresholds(subjects);
        }
        levers.ofPorting();
        CAPS.forEach(key -> levers.threshold(Kind.CAP, decision.policy().value(key)));
        return List.copyOf(levers.levers.values());
    }

    /**
     * Those of one offer for one workload.
     *
     * @param candidate of the decision
     */
    public static List<Lever> of(Decision decision, Market market, PolicyBook book, Workload workload, Assessed candidate) {
        Levers levers = new Levers(decision, market, book);
        levers.ofOffer(workload, candidate);
        levers.ofDemand(workload);
        levers.ofThresholds(List.of(candidate));
        if (candidate.candidate().porting().needed()) levers.ofPorting();
        return List.copyOf(levers.levers.values());
    }

    /** What leads, the incumbent, what would lead next, and the next of another accelerator; what carries work besides. */
    private static List<Assessed> subjects(WorkloadDecision workload, Decision decision) {
        Set<Assessed> subjects = new LinkedHashSet<>();
        Assessed winner = workload.winner().orElse(null);
        if (winner != null) subjects.add(winner);
        workload.candidates().stream().filter(c -> c.offer().id().equals(offer(workload.incumbent()))).forEach(subjects::add);
        List<Assessed> mayLead = workload.candidates().stream().filter(c -> winner != null && !Choice.leader(c.offer()).equals(Choice.leader(winner.offer())) && c.cost() != null && c.verdict().verdict().compareTo(Verdict.CONDITIONAL) >= 0).toList();
        mayLead.stream().limit(1).forEach(subjects::add);
        mayLead.stream().filter(c -> !c.offer().accelerator().equals(winner.offer().accelerator())).limit(1).forEach(subjects::add);
        Set<String> carrying = decision.allocation().shares().stream().filter(s -> s.workload().equals(workload.workload().id())).map(Share::offer).collect(Collectors.toSet());
        workload.candidates().stream().filter(c -> carrying.contains(c.offer().id())).forEach(subjects::add);
        return List.copyOf(subjects);
    }

    /** Of a candidate's id, {@code workload <- offer}. */
    private static String offer(String candidate) {
        return candidate == null ? "" : candidate.substring(candidate.indexOf("<- ") + 3);
    }

    private void ofOffer(Workload workload, Assessed candidate) {
        Offer offer = candidate.offer();
        if (offer.price() != null)
            add(new Lever(Kind.PRICE, offer.provider() + " " + offer.accelerator() + ", " + word(offer.pricing()),
                    List.of("market.offers[provider=" + offer.provider() + ",accelerator=" + offer.accelerator() + ",pricing=" + word(offer.pricing()) + "].price"), Scale.TIMES,
                    Decimals.divide(offer.listPrice().amount(), BigDecimal.valueOf(offer.acceleratorCount())), BigDecimal.ONE, BigDecimal.ONE.subtract(number(PRICE_FALL)), BigDecimal.ONE.add(number(PRICE_RISE)),
                    offer.listPrice().currency().getCurrencyCode() + (offer.pricing() == PricingKind.PURCHASE ? " an accelerator" : " an accelerator-hour"), PRICE_FALL + ", " + PRICE_RISE));
        if (candidate.fit().throughput() != null) ofSpeed(market.accelerator(offer.accelerator()));
        ofLeadTime(offer);
    }

    /** All that is known of its speed moves together, the buyer's own measurements too. */
    private void ofSpeed(Accelerator accelerator) {
        List<String> keys = new ArrayList<>(List.of("market.speeds[accelerator=" + accelerator.id() + "].factor"));
        for (Workload workload : decision.profile().workloads()) {
            List<OwnMeasurement> own = workload.measurements();
            for (int i = 0; i < own.size(); i++)
                if (own.get(i).accelerator().equals(accelerator.id())) keys.add("workloads." + workload.id() + ".measurements[" + i + "].perAccelerator");
        }
        add(new Lever(Kind.PERFORMANCE, accelerator.id(), keys, Scale.TIMES, BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE.subtract(number(LOSS)), BigDecimal.ONE.add(number(GAIN)),
                "x what is expected", LOSS + ", " + GAIN));
    }

    /** What is rented by the hour is there now; what is ordered comes when its seller says. */
    private void ofLeadTime(Offer offer) {
        if (offer.pricing() != PricingKind.COMMITTED && offer.pricing() != PricingKind.PURCHASE) return;
        Supplier seller = market.supplier(offer.pricing() == PricingKind.PURCHASE ? market.accelerator(offer.accelerator()).designer() : offer.provider());
        List<String> keys = Stream.of(Supplier.Figure.LEAD_WEEKS_P50, Supplier.Figure.LEAD_WEEKS_P90).filter(f -> seller.figure(f, offer.accelerator()) != null)
                .map(f -> "market.suppliers[id=" + seller.id() + "].figures." + word(f)).toList();
        if (keys.isEmpty()) return;
        BigDecimal p50 = seller.figure(Supplier.Figure.LEAD_WEEKS_P50, offer.accelerator()) == null ? BigDecimal.ZERO : seller.figure(Supplier.Figure.LEAD_WEEKS_P50, offer.accelerator()).value();
        add(new Lever(Kind.LEAD_TIME, seller.id(), keys, Scale.PLUS, p50, BigDecimal.ZERO, p50.negate(), number(LEAD), "weeks", LEAD));
    }

    private void ofDemand(Workload workload) {
        BigDecimal share = workload.utilisation();
        add(new Lever(Kind.UTILISATION, workload.id(), List.of("workloads." + workload.id() + ".utilisation.share"), Scale.TO, share, share,
                share.subtract(number(UTILISATION)).max(LEAST_UTILISATION.min(share)), share.add(number(UTILISATION)).min(BigDecimal.ONE), "share", UTILISATION));
        Quantiles volume = workload.volumePerMonth();
        if (volume.p50().signum() > 0)
            add(new Lever(Kind.DEMAND, workload.id(), List.of("workloads." + workload.id() + ".volumePerMonth"), Scale.TIMES, volume.p50(), BigDecimal.ONE,
                    Decimals.divide(volume.p10(), volume.p50()), Decimals.divide(volume.p90(), volume.p50()), workload.unit() + " a month", "the profile's own p10 and p90"));
    }

    private void ofPorting() {
        boolean any = decision.workloads().stream().anyMatch(w -> subjects(w, decision).stream().anyMatch(s -> s.candidate().porting().needed()));
        if (!any || !decision.profile().engineering().costPerFteMonth().isPositive()) return;
        BigDecimal times = number(PORTING);
        add(new Lever(Kind.PORTING, "an engineer-month", List.of("engineering.costPerFteMonth"), Scale.TIMES,
                decision.profile().engineering().costPerFteMonth().amount(), BigDecimal.ONE, Decimals.divide(BigDecimal.ONE, times), times, decision.profile().currency().getCurrencyCode(), PORTING));
    }

    /** What the findings compared with that weigh enough to move a verdict. */
    private void ofThresholds(Collection<Assessed> subjects) {
        for (Assessed subject : subjects)
            for (Finding finding : subject.findings())
                if (finding.stands() && finding.severity().compareTo(Severity.MAJOR) >= 0) finding.thresholds().forEach(t -> threshold(Kind.THRESHOLD, policy.value(t.key())));
    }

    private void threshold(Kind kind, PolicyValue value) {
        PolicyBook.Entry entry = book.entries().get(value.key());
        if (entry == null || value.value().signum() == 0) return;
        BigDecimal way = value.value().abs().multiply(number(THRESHOLD));
        BigDecimal low = value.value().subtract(way);
        BigDecimal high = value.value().add(way);
        add(new Lever(kind, value.key(), List.of("policy." + value.key()), Scale.TO, value.value(), value.value(), entry.least() == null ? low : low.max(entry.least()).min(value.value()),
                entry.most() == null ? high : high.min(entry.most()).max(value.value()), value.unit(), THRESHOLD));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private void add(Lever lever) {
        if (lever.low().compareTo(lever.high()) < 0) levers.putIfAbsent(lever.kind() + " " + lever.subject(), lever);
    }

    private BigDecimal number(String key) {
        return policy.number(key);
    }
}
