package dev.secondsource.fit;

import static dev.secondsource.fit.Samples.AS_OF;
import static dev.secondsource.fit.Samples.POLICY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.files.MarketFiles;
import dev.secondsource.files.ProfileFiles;
import dev.secondsource.market.Accelerator;
import dev.secondsource.market.Market;
import dev.secondsource.market.Measurement;
import dev.secondsource.market.Offer;
import dev.secondsource.market.PricingKind;
import dev.secondsource.market.SoldAs;
import dev.secondsource.profile.ModelSpec;
import dev.secondsource.profile.Workload;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the measurements of the bundled market make of the shipped profiles. */
class BundledMarketFitTest {
    private static final int SERVER = 8;

    private static Market market;
    private static Fitting fitting;

    @BeforeAll
    static void read() {
        market = MarketFiles.bundled().orThrow();
        fitting = new Fitting(Measurements.visibleAt(AS_OF, market.measurements()), POLICY, AS_OF);
    }

    /** Twenty thousand single chips hold no more of one model than one of them does. */
    @Test
    void trainsNoModelOf405BillionParametersOnPartsOfMachines() {
        Workload pretrain = workload("frontier-lab", "pretrain");
        List<Offer> parts = market.offers().stream().filter(o -> o.soldAs() == SoldAs.PART_OF_A_MACHINE).toList();

        assertThat(parts).isNotEmpty().allSatisfy(offer -> {
            Fit fit = fitting.fit(pretrain, offer, market.accelerator(offer.accelerator()));
            assertThat(fit.memory().fits()).as(offer.id()).isFalse();
            assertThat(fit.accelerators()).isNull();
        });
    }

    /** Llama-3.1-70B in FP8, 1 500 tokens in and 400 out, 32 sequences at once: output tokens a second of one part. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            H100-SXM,    NEAREST_MODEL,  400,  700
            H200-SXM,    NEAREST_MODEL,  700, 1200
            GH200,       NEAREST_MODEL,  500, 1000
            B200,        NEAREST_MODEL,  900, 1500
            GB200,       ROOFLINE,      1000, 1600
            MI300X,      NEAREST_MODEL,  400,  800
            MI355X,      NEAREST_MODEL, 1000, 1700
            L40S,        NEAREST_MODEL,   30,  100
            Gaudi3,      NEAREST_MODEL,  100,  350
            TPU-v7,      ROOFLINE,       900, 1500
            Trainium1,   ROOFLINE,        50,  120
            Trainium2,   ROOFLINE,       300,  550
            Inferentia2, ROOFLINE,        50,  120
            """)
    void givesEveryKindOfPartAPlausibleRateFor70B(String part, Throughput.Basis basis, double low, double high) {
        Throughput throughput = throughput("enterprise-serving-70b", "serve", part);

        assertThat(throughput.basis()).isEqualTo(basis);
        assertThat(throughput.perAccelerator().doubleValue()).isBetween(low, high);
    }

    @ParameterizedTest
    @CsvSource({"A100-80GB", "TPU-v5p", "TPU-v6e"})
    void saysNothingOfAFormatThatThePartLacks(String part) {
        Fit fit = fit("enterprise-serving-70b", "serve", part);

        assertThat(fit.throughput()).isNull();
        assertThat(fit.missing()).containsExactly("peak FP8 rate of " + part);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            all-nvidia-incumbent,   chat,             H100-SXM,  6350
            all-nvidia-incumbent,   chat,             H200-SXM,  7147
            export-controlled-site, factory-assistant, H200-SXM, 7377
            regulated-bank,         adviser,          MI355X,    14160
            image-generation,       render,           H100-SXM,  1.965
            image-generation,       render,           TPU-v6e,   1.121
            fine-tuning-startup,    tune,             Trainium1, 53.81
            """)
    void findsTheMeasurementOfTheVeryModel(String profile, String workload, String part, String measured) {
        Throughput throughput = throughput(profile, workload, part);

        assertThat(throughput.basis()).isEqualTo(Throughput.Basis.SAME_MODEL);
        assertThat(throughput.explanation()).startsWith(measured + " ");
    }

    @Test
    void ranksTheGenerationsOfOneDesignerByAge() {
        List<Double> rates = List.of("L40S", "H100-SXM", "H200-SXM", "B200").stream()
                .map(part -> throughput("enterprise-serving-70b", "serve", part).perAccelerator().doubleValue())
                .toList();

        assertThat(rates).isSorted();
    }

    @Test
    void knowsModelsByTheSameSizeAsTheProfilesDo() {
        List<ModelSpec> models = ProfileFiles.in(Path.of("profiles")).orThrow().stream()
                .flatMap(file -> ProfileFiles.read(file).orThrow().profile().workloads().stream())
                .map(Workload::model)
                .toList();

        assertThat(models).anySatisfy(model -> assertThat(measured(model)).isNotEmpty());
        assertThat(models).allSatisfy(model -> assertThat(measured(model)).allSatisfy(measurement -> {
            assertThat(measurement.totalParametersBillions()).isEqualByComparingTo(model.totalParametersBillions());
            assertThat(measurement.activeParametersBillions()).isEqualByComparingTo(model.activeParametersBillions());
        }));
    }

    private static List<Measurement> measured(ModelSpec model) {
        String key = Measurements.modelKey(model.name());
        return market.measurements().stream().filter(m -> Measurements.modelKey(m.model()).equals(key)).toList();
    }

    private static Throughput throughput(String profile, String workload, String part) {
        return fit(profile, workload, part).throughput();
    }

    private static Fit fit(String profile, String workload, String part) {
        Accelerator accelerator = market.accelerator(part);
        Offer server = Samples.offer(accelerator, SERVER, PricingKind.ON_DEMAND, "1", null);
        return fitting.fit(workload(profile, workload), server, accelerator);
    }

    private static Workload workload(String profile, String id) {
        return ProfileFiles.read(Path.of("profiles", profile + ".yaml")).orThrow().profile().workloads().stream()
                .filter(w -> w.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
