package dev.secondsource.decision;

import dev.secondsource.candidate.Candidate;
import dev.secondsource.candidate.Prospect;
import dev.secondsource.exposure.Concentration;
import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Family;
import dev.secondsource.knowledge.Finding;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.market.Market;
import dev.secondsource.policy.Policy;
import dev.secondsource.profile.BuyerProfile;
import dev.secondsource.profile.Criterion;
import dev.secondsource.profile.FleetItem;
import dev.secondsource.quantity.Decimals;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is scored: one raw value a criterion, each fact in one channel only. Absent means
 * not known.
 */
final class RawValues {
    private static final String TRIAL_SHARE = "ranking.trial-share";
    private static final String MONTHS_A_LEVEL = "ranking.porting-months-per-level";
    private static final Set<String> VENDOR_PREFIXES = Set.of(Family.VENDOR_RISK.prefix(), Family.CHANNEL_CONFLICT.prefix());
    /** Semi-quantitative risk levels of NIST SP 800-30r1, middle of each band. */
    private static final Map<Severity, BigDecimal> RISK_LEVEL = Map.of(
            Severity.NOTE, BigDecimal.valueOf(12), Severity.MINOR, BigDecimal.valueOf(50),
            Severity.MAJOR, BigDecimal.valueOf(87), Severity.BLOCKER, BigDecimal.valueOf(98));
    private static final BigDecimal LEAST_RISK = BigDecimal.valueOf(2);

    private final BuyerProfile buyer;
    private final Policy policy;
    private final Map<String, BigDecimal> designers;
    private final Map<String, BigDecimal> providers;

    RawValues(BuyerProfile buyer, Market market, Policy policy) {
        this.buyer = buyer;
        this.policy = policy;
        this.designers = shares(item -> market.accelerators().containsKey(item.accelerator()) ? market.accelerator(item.accelerator()).designer() : item.accelerator());
        this.providers = shares(FleetItem::provider);
    }

    /** Policy keys it reads. */
    static Set<String> policyKeys() {
        return Set.of(TRIAL_SHARE, MONTHS_A_LEVEL);
    }

    /** @param findings about the candidate; those of the vendor families give its risk level */
    Map<Criterion, BigDecimal> of(Candidate candidate, Prospect prospect, @Nullable Prospect incumbent, List<Finding> findings) {
        Map<Criterion, BigDecimal> raw = new EnumMap<>(Criterion.class);
        put(raw, Criterion.UNIT_COST, candidate.incumbent() && prospect.cost() != null ? BigDecimal.ONE : candidate.comparison().rho());
        put(raw, Criterion.SPEED, candidate.supply().leadWeeks());
        put(raw, Criterion.EXPOSURE, exposure(prospect));
        put(raw, Criterion.VENDOR_CONDITION, risk(findings));
        put(raw, Criterion.READINESS, readiness(candidate));
        put(raw, Criterion.SUSTAINABILITY, energy(prospect, incumbent));
        return raw;
    }

    /** The same by itself, before there is an incumbent: money and energy a unit stand for what is relative otherwise. */
    Map<Criterion, BigDecimal> alone(Candidate candidate, Prospect prospect, List<Finding> findings) {
        Map<Criterion, BigDecimal> raw = of(candidate, prospect, null, findings);
        put(raw, Criterion.UNIT_COST, candidate.price().perUnit());
        put(raw, Criterion.SUSTAINABILITY, prospect.energyPerUnit());
        return raw;
    }

    /** Mean change of the designers' and the providers' HHI if a trial share of today's fleet moved to this offer. */
    private @Nullable BigDecimal exposure(Prospect prospect) {
        if (designers.isEmpty()) return BigDecimal.ZERO;
        BigDecimal moved = policy.number(TRIAL_SHARE);
        BigDecimal both = Concentration.change(designers, prospect.accelerator().designer(), moved)
                .add(Concentration.change(providers, prospect.offer().provider(), moved));
        return Decimals.divide(both, BigDecimal.valueOf(2));
    }

    private static BigDecimal risk(List<Finding> findings) {
        return findings.stream()
                .filter(f -> f.stands() && f.effect() == Effect.AGAINST && VENDOR_PREFIXES.contains(f.rule().substring(0, 3)))
                .map(f -> RISK_LEVEL.get(f.severity())).max(BigDecimal::compareTo).orElse(LEAST_RISK);
    }

    /** Maturity level, one level less for every so many months of porting. */
    private @Nullable BigDecimal readiness(Candidate candidate) {
        Integer level = candidate.maturity().level();
        BigDecimal months = candidate.porting().months();
        if (level == null || months == null) return null;
        return BigDecimal.valueOf(level).subtract(Decimals.divide(months, policy.number(MONTHS_A_LEVEL))).max(BigDecimal.ZERO);
    }

    private static @Nullable BigDecimal energy(Prospect prospect, @Nullable Prospect incumbent) {
        if (incumbent == null || prospect.energyPerUnit() == null || incumbent.energyPerUnit() == null || incumbent.energyPerUnit().signum() == 0) return null;
        return Decimals.divide(prospect.energyPerUnit(), incumbent.energyPerUnit());
    }

    private Map<String, BigDecimal> shares(Function<FleetItem, String> entity) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        buyer.fleet().forEach(item -> sums.merge(entity.apply(item), item.share(), BigDecimal::add));
        BigDecimal all = sums.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (all.signum() == 0) return Map.of();
        sums.replaceAll((e, s) -> Decimals.divide(s, all));
        return sums;
    }

    private static void put(Map<Criterion, BigDecimal> raw, Criterion criterion, @Nullable BigDecimal value) {
        if (value != null) raw.put(criterion, value);
    }
}
