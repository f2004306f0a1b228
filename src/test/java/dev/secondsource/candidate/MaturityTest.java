package dev.secondsource.candidate;

import static dev.secondsource.market.MaturityEvidence.Kind.ANNOUNCED;
import static dev.secondsource.market.MaturityEvidence.Kind.BENCHMARK_COVERAGE;
import static dev.secondsource.market.MaturityEvidence.Kind.CHANNEL;
import static dev.secondsource.market.MaturityEvidence.Kind.EXTERNAL_CUSTOMER;
import static dev.secondsource.market.MaturityEvidence.Kind.FIRST_PARTY_CHIPS;
import static dev.secondsource.market.MaturityEvidence.Kind.FIRST_PARTY_PILOT;
import static dev.secondsource.market.MaturityEvidence.Kind.GENERAL_AVAILABILITY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.Shipped;
import dev.secondsource.evidence.Evidence;
import dev.secondsource.evidence.Grade;
import dev.secondsource.fit.Samples;
import dev.secondsource.market.Accelerator;
import dev.secondsource.market.Market;
import dev.secondsource.market.MaturityEvidence;
import dev.secondsource.market.SoftwareStack;
import dev.secondsource.policy.Policies;
import dev.secondsource.policy.Policy;
import dev.secondsource.profile.Workload;
import dev.secondsource.rules.Facts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The ladder of maturity, rung by rung. */
class MaturityTest {
    private static final Policy CAPS = Policies.of("mat.share-cap-level-0", "0", "mat.share-cap-level-1", "0.05", "mat.share-cap-level-2", "0.10",
            "mat.share-cap-level-3", "0.35", "mat.share-cap-level-4", "0.65", "mat.share-cap-level-5", "1");
    private static final LocalDate AS_OF = LocalDate.of(2026, 6, 1);
    private static final Workload SERVING = Samples.llama70b().build();
    private static final Workload TRAINING = Samples.llama70b().training("15000").build();
    private static final Accelerator PART = Facts.with(Facts.with(Bench.part("New", "maker"), "purchasable", false), "generation", 1);
    private static final SoftwareStack NATIVE = new SoftwareStack("own", List.of("pytorch"), List.of(), Samples.evidence("own", AS_OF));

    private static final MaturityEvidence YEAR_AGO = proof(GENERAL_AVAILABILITY, null, null, "", AS_OF.minusMonths(12));
    private static final List<MaturityEvidence> THREE_CUSTOMERS = List.of(customer("a"), customer("b"), customer("c"));

    @Test
    void isUnknownWithoutAnyEvidence() {
        Maturity maturity = of(SERVING);

        assertThat(maturity.level()).isNull();
        assertThat(maturity.shareCap()).isNull();
    }

    @Test
    void climbsWithEachProof() {
        assertThat(of(SERVING, proof(ANNOUNCED)).level()).isEqualTo(0);
        assertThat(of(SERVING, proof(ANNOUNCED), proof(FIRST_PARTY_PILOT)).level()).isEqualTo(1);
        assertThat(of(SERVING, proof(FIRST_PARTY_PILOT), chips("200000", null)).level()).isEqualTo(2);
        assertThat(of(SERVING, chips("200000", null), customer("a")).level()).isEqualTo(3);
        assertThat(of(SERVING, with(THREE_CUSTOMERS, YEAR_AGO)).level()).isEqualTo(4);
    }

    /** Else an outsider's production of the other kind would count for less than its maker's, and be held against it twice. */
    @Test
    void productionOfTheOtherKindIsProductionWhoeversItIs() {
        assertThat(of(SERVING, customer("a", MaturityEvidence.Work.TRAINING)).level()).isEqualTo(2);
        assertThat(of(SERVING, chips("200000", MaturityEvidence.Work.TRAINING)).level()).isEqualTo(2);
    }

    @Test
    void readsTheCapOfItsRung() {
        assertThat(of(SERVING, customer("a")).shareCap()).isEqualByComparingTo("0.35");
    }

    @Test
    void theFourthRungNeedsAYearThreeCustomersAndAMajorFramework() {
        MaturityEvidence young = proof(GENERAL_AVAILABILITY, null, null, "", AS_OF.minusMonths(12).plusDays(1));
        SoftwareStack bridged = new SoftwareStack("own", List.of(), List.of("pytorch"), NATIVE.evidence());

        assertThat(of(SERVING, with(THREE_CUSTOMERS, young)).level()).isEqualTo(3);
        assertThat(of(SERVING, with(THREE_CUSTOMERS.subList(0, 2), YEAR_AGO)).level()).isEqualTo(3);
        assertThat(of(SERVING, bridged, PART, market(PART), with(THREE_CUSTOMERS, YEAR_AGO)).level()).isEqualTo(3);
        assertThat(of(SERVING, customer("a"), customer("a"), customer("a"), YEAR_AGO).level()).isEqualTo(3);
    }

    @Test
    void doesNotKnowWhetherFrameworksAreNativeWhereWhatRunsIsNotKnown() {
        SoftwareStack dark = new SoftwareStack("own", null, null, null);

        Maturity maturity = of(SERVING, dark, PART, market(PART), with(THREE_CUSTOMERS, YEAR_AGO));

        assertThat(maturity.frameworksNative()).isNull();
        assertThat(maturity.level()).isEqualTo(3);
    }

    @Test
    void theFifthRungNeedsTwoGenerationsTwoChannelsAndABenchmark() {
        Accelerator second = Facts.with(Facts.with(PART, "id", "Newer"), "generation", 2);
        MaturityEvidence benchmark = proof(BENCHMARK_COVERAGE, null, "0.4", "", AS_OF);
        MaturityEvidence none = proof(BENCHMARK_COVERAGE, null, "0", "", AS_OF);
        MaturityEvidence[] proofs = {YEAR_AGO, benchmark, channel("a"), channel("b")};

        assertThat(of(SERVING, NATIVE, second, market(PART, second), proofs).level()).isEqualTo(5);
        assertThat(of(SERVING, NATIVE, second, market(second), proofs).level()).isEqualTo(0);
        assertThat(of(SERVING, NATIVE, second, market(PART, second), YEAR_AGO, benchmark, channel("a"), channel("a")).level()).isEqualTo(0);
        assertThat(of(SERVING, NATIVE, second, market(PART, second), YEAR_AGO, none, channel("a"), channel("b")).level()).isEqualTo(0);
        Accelerator merchant = Facts.with(second, "purchasable", true);
        assertThat(of(SERVING, NATIVE, merchant, market(PART, merchant), YEAR_AGO, benchmark).level()).isEqualTo(5);
    }

    /** MAT-07: proof for inference is none for training. */
    @Test
    void countsCustomersAndChipsForTheirOwnKindOfWorkOnly() {
        MaturityEvidence inference = customer("a", MaturityEvidence.Work.INFERENCE);
        MaturityEvidence chips = chips("200000", MaturityEvidence.Work.INFERENCE);

        Maturity serving = of(SERVING, inference, chips);
        Maturity training = of(TRAINING, inference, chips);

        assertThat(serving.externalCustomers()).isEqualTo(1);
        assertThat(serving.proofIsForOtherWork()).isFalse();
        assertThat(training.externalCustomers()).isZero();
        assertThat(training.firstPartyChips()).isNull();
        assertThat(training.proofIsForOtherWork()).isTrue();
    }

    @Test
    void proofOfBothKindsOrOfNoneInParticularIsNotForOtherWork() {
        assertThat(of(TRAINING, customer("a", MaturityEvidence.Work.INFERENCE), customer("b")).proofIsForOtherWork()).isFalse();
        assertThat(of(TRAINING, customer("a", MaturityEvidence.Work.INFERENCE), customer("b", MaturityEvidence.Work.TRAINING)).proofIsForOtherWork()).isFalse();
        assertThat(of(TRAINING, proof(ANNOUNCED)).proofIsForOtherWork()).isFalse();
    }

    @Test
    void takesTheBestFigureOfSeveral() {
        Maturity maturity = of(SERVING, chips("80000", null), chips("1000000", null), proof(BENCHMARK_COVERAGE, null, "0.1", "", AS_OF),
                proof(BENCHMARK_COVERAGE, null, "0.4", "", AS_OF));

        assertThat(maturity.firstPartyChips()).isEqualByComparingTo("1000000");
        assertThat(maturity.benchmarkCoverage()).isEqualByComparingTo("0.4");
    }

    @Test
    void isSoldToOutsidersIfThereIsAWayToGetIt() {
        assertThat(of(SERVING, chips("200000", null)).soldExternally()).isFalse();
        assertThat(of(SERVING, channel("a")).soldExternally()).isTrue();
        assertThat(of(SERVING, YEAR_AGO).soldExternally()).isTrue();
    }

    private static Maturity of(Workload workload, MaturityEvidence... proofs) {
        return of(workload, NATIVE, PART, market(PART), proofs);
    }

    private static Maturity of(Workload workload, SoftwareStack stack, Accelerator part, Market market, MaturityEvidence... proofs) {
        return Maturity.of(workload, part, stack, Arrays.asList(proofs), market, CAPS, AS_OF);
    }

    private static Market market(Accelerator... parts) {
        return Facts.with(Shipped.market(), "accelerators", Market.byId(List.of(parts), Accelerator::id));
    }

    private static MaturityEvidence[] with(List<MaturityEvidence> proofs, MaturityEvidence another) {
        List<MaturityEvidence> all = new ArrayList<>(proofs);
        all.add(another);
        return all.toArray(MaturityEvidence[]::new);
    }

    private static MaturityEvidence customer(String who) {
        return customer(who, null);
    }

    private static MaturityEvidence customer(String who, MaturityEvidence.@Nullable Work work) {
        return proof(EXTERNAL_CUSTOMER, work, null, who, AS_OF);
    }

    private static MaturityEvidence chips(String count, MaturityEvidence.@Nullable Work work) {
        return proof(FIRST_PARTY_CHIPS, work, count, "", AS_OF);
    }

    private static MaturityEvidence channel(String who) {
        return proof(CHANNEL, null, null, who, AS_OF);
    }

    private static MaturityEvidence proof(MaturityEvidence.Kind kind) {
        return proof(kind, null, null, "", AS_OF);
    }

    private static MaturityEvidence proof(MaturityEvidence.Kind kind, MaturityEvidence.@Nullable Work work, @Nullable String value, String who, LocalDate date) {
        return new MaturityEvidence("New", kind, work, value == null ? null : new BigDecimal(value), who, new Evidence("x", "x", Grade.E1, date));
    }
}
