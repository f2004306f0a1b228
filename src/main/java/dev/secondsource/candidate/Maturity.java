package dev.secondsource.candidate;

import dev.secondsource.knowledge.Meaning.Unit;
import dev.secondsource.knowledge.Meaning;
import dev.secondsource.market.Accelerator;
import dev.secondsource.market.Market;
import dev.secondsource.market.MaturityEvidence;
import dev.secondsource.market.SoftwareStack;
import dev.secondsource.profile.Workload;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import dev.secondsource.policy.Policy;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** How far the accelerator has proved itself by the day of the decision. */
public record Maturity(
        @Meaning("maturity level (0 announced to 5 proven across channels)") @Nullable Integer level,
        @Meaning("chips in first-party production") @Nullable BigDecimal firstPartyChips,
        @Meaning("named external customers in production") int externalCustomers,
        @Meaning("those customers") List<String> customers,
        @Meaning("fact that it is sold to outsiders") boolean soldExternally,
        @Meaning(value = "months since general availability", unit = Unit.MONTHS) @Nullable Integer monthsAvailable,
        @Meaning(value = "share of an independent benchmark suite it was submitted to", unit = Unit.SHARE)
                @Nullable BigDecimal benchmarkCoverage,
        @Meaning("fact that production proof on file is for the other kind of work only") boolean proofIsForOtherWork,
        @Meaning("fact that every required framework runs natively") @Nullable Boolean frameworksNative,
        @Meaning(value = "largest share of a workload that this level of maturity carries", unit = Unit.SHARE)
                @Nullable BigDecimal shareCap) {

    /** Sold through several channels over generations and benchmarked by others: proven for either kind of work. */
    private static final int MERCHANT = 5;
    private static final String SHARE_CAP = "mat.share-cap-level-";
    private static final int CUSTOMERS_OF_A_PROVEN_PART = 3;
    private static final int MONTHS_OF_A_PROVEN_PART = 12;
    private static final int CHANNELS_OF_A_MERCHANT_PART = 2;

    /** @param proofs evidence about this accelerator, visible on the day */
    static Maturity of(Workload workload, Accelerator accelerator, SoftwareStack stack, List<MaturityEvidence> proofs, Market market, Policy policy, LocalDate asOf) {
        MaturityEvidence.Work work = workload.kind().isTraining() ? MaturityEvidence.Work.TRAINING : MaturityEvidence.Work.INFERENCE;
        List<MaturityEvidence> production = proofs.stream()
                .filter(p -> p.kind() == MaturityEvidence.Kind.EXTERNAL_CUSTOMER || p.kind() == MaturityEvidence.Kind.FIRST_PARTY_CHIPS).toList();
        List<String> customers = production.stream().filter(p -> p.kind() == MaturityEvidence.Kind.EXTERNAL_CUSTOMER)
                .filter(p -> p.work() == null || p.work() == work).map(MaturityEvidence::who).distinct().sorted().toList();
        BigDecimal chips = production.stream().filter(p -> p.kind() == MaturityEvidence.Kind.FIRST_PARTY_CHIPS && p.value() != null)
                .filter(p -> p.work() == null || p.work() == work).map(MaturityEvidence::value).max(Comparator.naturalOrder()).orElse(null);
        Integer months = proofs.stream().filter(p -> p.kind() == MaturityEvidence.Kind.GENERAL_AVAILABILITY && p.evidence().date() != null)
                .map(p -> (int) ChronoUnit.MONTHS.between(p.evidence().date(), asOf)).max(Comparator.naturalOrder()).orElse(null);
        BigDecimal coverage = proofs.stream().filter(p -> p.kind() == MaturityEvidence.Kind.BENCHMARK_COVERAGE).map(MaturityEvidence::value)
                .max(Comparator.naturalOrder()).orElse(null);
        List<String> natively = stack.nativeFrameworks();
        boolean bothNative = natively != null && (natively.contains("pytorch") || natively.contains("jax"));
        Integer level = level(proofs, accelerator, market, customers.size(), months, coverage, bothNative);
        return new Maturity(
                level,
                chips,
                customers.size(),
                customers,
                has(proofs, MaturityEvidence.Kind.CHANNEL) || has(proofs, MaturityEvidence.Kind.GENERAL_AVAILABILITY),
                months,
                coverage,
                (level == null || level < MERCHANT) && !production.isEmpty() && production.stream().allMatch(p -> p.work() != null && p.work() != work),
                natively == null ? null : natively.containsAll(workload.frameworks()),
                level == null ? null : policy.number(SHARE_CAP + level));
    }

    /** Policy keys it reads: the share cap of each level. */
    static Set<String> policyKeys() {
        return IntStream.rangeClosed(0, 5).mapToObj(level -> SHARE_CAP + level).collect(Collectors.toSet());
    }

    /** The highest rung whose conditions the evidence meets; null if there is no evidence at all. */
    private static @Nullable Integer level(List<MaturityEvidence> proofs, Accelerator accelerator, Market market, int customers,
            @Nullable Integer months, @Nullable BigDecimal coverage, boolean majorFrameworkNative) {
        long channels = proofs.stream().filter(p -> p.kind() == MaturityEvidence.Kind.CHANNEL).map(MaturityEvidence::who).distinct().count();
        long generations = market.accelerators().values().stream().filter(a -> a.designer().equals(accelerator.designer()) && a.generation() != null)
                .map(Accelerator::generation).distinct().count();
        boolean covered = coverage != null && coverage.signum() > 0;
        if (generations >= 2 && (channels >= CHANNELS_OF_A_MERCHANT_PART || accelerator.purchasable()) && covered && months != null) return MERCHANT;
        if (customers >= CUSTOMERS_OF_A_PROVEN_PART && months != null && months >= MONTHS_OF_A_PROVEN_PART && majorFrameworkNative) return 4;
        if (customers >= 1) return 3;
        // Production of the other kind of work is production; that it is of the other kind is for MAT-07 to weigh.
        if (has(proofs, MaturityEvidence.Kind.FIRST_PARTY_CHIPS) || has(proofs, MaturityEvidence.Kind.EXTERNAL_CUSTOMER)) return 2;
        if (has(proofs, MaturityEvidence.Kind.FIRST_PARTY_PILOT)) return 1;
        return proofs.isEmpty() ? null : 0;
    }

    private static boolean has(List<MaturityEvidence> proofs, MaturityEvidence.Kind kind) {
        return proofs.stream().anyMatch(p -> p.kind() == kind);
    }
}
