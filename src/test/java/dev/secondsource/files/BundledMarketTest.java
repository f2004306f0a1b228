package dev.secondsource.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.evidence.Evidence;
import dev.secondsource.evidence.Grade;
import dev.secondsource.market.Accelerator;
import dev.secondsource.market.Claim;
import dev.secondsource.market.Fact;
import dev.secondsource.market.Market;
import dev.secondsource.market.MarketDigest;
import dev.secondsource.market.Measurement;
import dev.secondsource.market.MaturityEvidence;
import dev.secondsource.market.Plausible;
import dev.secondsource.market.Offer;
import dev.secondsource.market.PricingKind;
import dev.secondsource.market.Region;
import dev.secondsource.market.SoldAs;
import dev.secondsource.market.Supplier;
import dev.secondsource.profile.BuyerProfile;
import dev.secondsource.profile.NumericFormat;
import dev.secondsource.quantity.Decimals;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The bundled market is right; what it may not contain at all, {@link MarketFilesTest} shows the reader refuses. */
class BundledMarketTest {
    private static Market market;

    @TempDir
    Path folder;

    @BeforeAll
    static void read() {
        market = MarketFiles.bundled().orThrow();
    }

    @Test
    void hasNoProblems() {
        assertThat(MarketFiles.bundled().problems()).isEmpty();
    }

    @Test
    void holdsEveryPartOneWouldAskFor() {
        assertThat(market.accelerators().keySet()).contains(
                "A100-40GB", "A100-80GB", "H100-SXM", "H200-SXM", "B200", "B300", "GB200", "GB300", "GH200", "L4", "L40S",
                "Rubin-VR200", "MI300X", "MI325X", "MI350X", "MI355X", "Trainium1", "Trainium2", "Trainium3", "Inferentia1",
                "Inferentia2", "TPU-v4", "TPU-v5e", "TPU-v5p", "TPU-v6e", "TPU-v7", "Maia-100", "Maia-200", "Gaudi2", "Gaudi3",
                "WSE-3", "LPU-v1", "Ascend-910C");
    }

    @Test
    void saysOfEveryOfferWhatOneUnitOfItIs() {
        assertThat(market.offers()).allSatisfy(offer -> assertThat(offer.soldAs()).as(offer.id()).isNotNull());
        assertThat(market.offers().stream().collect(Collectors.groupingBy(o -> o.provider() + " " + o.instanceType(), Collectors.mapping(Offer::soldAs, Collectors.toSet()))))
                .allSatisfy((unit, said) -> assertThat(said).as(unit).hasSize(1));
    }

    @ParameterizedTest
    @CsvSource({
        "aws trn2.3xlarge, PART_OF_A_MACHINE", "aws trn2.48xlarge, MACHINE", "aws g6.12xlarge, PART_OF_A_MACHINE", "google a3-highgpu-4g, PART_OF_A_MACHINE",
        "microsoft Standard_NC96ads_A100_v4, PART_OF_A_MACHINE", "coreweave gb200-nvl72, MACHINE", "google tpu-v6e, ACCELERATOR", "runpod h100-sxm, ACCELERATOR"
    })
    void tellsACutOfAMachineFromAMachineAndFromSingleAccelerators(String unit, SoldAs expected) {
        assertThat(market.offers()).filteredOn(o -> (o.provider() + " " + o.instanceType()).equals(unit)).isNotEmpty()
                .allSatisfy(offer -> assertThat(offer.soldAs()).isEqualTo(expected));
    }

    @Test
    void hasAnOfferForEveryPartIfOnlyToSayThatItsPriceIsUnknown() {
        Set<String> offered = market.offers().stream().map(Offer::accelerator).collect(Collectors.toSet());

        assertThat(offered).containsExactlyInAnyOrderElementsOf(market.accelerators().keySet());
    }

    @Test
    void saysWhichPartsHaveNoHourlyPrice() {
        List<String> unpriced = market.offers().stream()
                .filter(offer -> offer.pricing() == PricingKind.UNPRICED)
                .map(Offer::accelerator)
                .toList();

        assertThat(unpriced).containsExactly(
                "Ascend-910C", "GB300", "GH200", "Gaudi2", "Gaudi3", "LPU-v1", "MI325X", "MI350X", "MI355X", "Maia-100",
                "Maia-200", "Rubin-VR200", "TPU-v7", "Trainium3", "WSE-3");
    }

    @Test
    void pricesAreAboveZeroDatedAndGradedExceptWhereUnknown() {
        assertThat(market.offers()).allSatisfy(offer -> {
            assertThat(offer.evidence().date()).isNotNull();
            assertThat(offer.evidence().source()).isNotBlank();
            if (offer.pricing() == PricingKind.UNPRICED) assertThat(offer.price()).isNull();
            else assertThat(offer.price().isPositive()).isTrue();
        });
    }

    @Test
    void termsAreGivenExactlyWhenCommitted() {
        assertThat(market.offers())
                .allSatisfy(offer -> assertThat(offer.termMonths() != null).isEqualTo(offer.pricing() == PricingKind.COMMITTED));
    }

    @Test
    void unitsAreWholeChips() {
        assertThat(market.offers()).extracting(Offer::acceleratorCount).allSatisfy(count -> assertThat(count).isBetween(1, 16));
    }

    @Test
    void hasNoOddities() {
        assertThat(MarketFiles.odd(market, new Plausible(5, 2, 1, 0.1))).isEmpty();
    }

    @Test
    void everyHourlyOfferRunsInARegionOfItsProvider() {
        assertThat(market.offers()).filteredOn(offer -> offer.region() != null).hasSizeGreaterThan(300)
                .allSatisfy(offer -> assertThat(offer.region().provider()).isEqualTo(offer.provider()));
    }

    @Test
    void memoryIsThatOfTheMakersAndNotOfDecimalConversions() {
        assertThat(memory("Trainium1")).isEqualByComparingTo("32");
        assertThat(memory("Trainium2")).isEqualByComparingTo("96");
        assertThat(memory("Trainium3")).isEqualByComparingTo("144");
        assertThat(memory("H100-SXM")).isEqualByComparingTo("80");
        assertThat(memory("TPU-v7")).isEqualByComparingTo("192");
    }

    /** A sparse rate printed as dense shows as a format at more than about twice the next wider one. */
    @Test
    void peakRatesAtMostAboutDoubleAsFormatsHalve() {
        Set<String> knownToBeSteeper = Set.of("B300", "GB300", "Trainium3");
        BigDecimal limit = new BigDecimal("2.1");

        assertThat(market.accelerators().values()).allSatisfy(part -> {
            BigDecimal bf16 = part.peakTflops().get(NumericFormat.BF16);
            BigDecimal fp8 = part.peakTflops().get(NumericFormat.FP8);
            BigDecimal fp4 = part.peakTflops().get(NumericFormat.FP4);
            if (bf16 != null && fp8 != null && !knownToBeSteeper.contains(part.id())) assertThat(fp8).isLessThanOrEqualTo(bf16.multiply(limit));
            if (fp8 != null && fp4 != null && !knownToBeSteeper.contains(part.id())) assertThat(fp4).isLessThanOrEqualTo(fp8.multiply(limit));
        });
    }

    @Test
    void givesEightBitFloatsOnlyToPartsThatHaveThem() {
        assertThat(market.accelerators().values())
                .filteredOn(part -> !part.peakTflops().isEmpty() && !part.peakTflops().containsKey(NumericFormat.FP8))
                .extracting(Accelerator::id)
                .containsExactlyInAnyOrder(
                        "A100-40GB", "A100-80GB", "A100-80GB-PCIe", "Ascend-910C", "Inferentia1", "LPU-v1", "Maia-100", "TPU-v4", "TPU-v5e", "TPU-v5p",
                        "TPU-v6e");
    }

    /** A format without a rate counts as missing in hardware, so every format that the makers list must have one. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            A100-80GB, FP64, 19.5
            A100-80GB, INT8, 624
            H100-SXM,  FP64, 67
            H100-SXM,  TF32, 494.7
            GH200,     FP8,  1979
            B200,      FP64, 37
            B300,      FP64, 1.25
            MI300X,    FP64, 163.4
            MI300X,    TF32, 653.7
            MI355X,    FP64, 78.6
            Trainium1, FP8,  190
            Trainium2, FP8,  1299
            Trainium3, FP4,  2517
            TPU-v5e,   INT8, 393
            TPU-v7,    FP8,  4614
            Gaudi2,    BF16, 432
            """)
    void statesThePeakOfAFormat(String part, NumericFormat format, BigDecimal peak) {
        assertThat(market.accelerator(part).peakTflops().get(format)).isEqualByComparingTo(peak);
    }

    @Test
    void everyNvidiaAndAmdPartOnSaleComputesInThirtyTwoBits() {
        assertThat(market.accelerators().values())
                .filteredOn(part -> Set.of("nvidia", "amd").contains(part.designer()) && !part.peakTflops().isEmpty())
                .allSatisfy(part -> assertThat(part.peakTflops()).containsKeys(NumericFormat.FP32, NumericFormat.BF16, NumericFormat.FP16));
    }

    @Test
    void everyTokenTestAtAStatedConcurrencyStatesItsMixAndItsBatch() {
        assertThat(market.measurements())
                .filteredOn(m -> m.unit() == Measurement.Unit.OUTPUT_TOKENS_PER_SECOND && m.scenario().matches("(concurrency|batch)-\\d+"))
                .hasSizeGreaterThan(60)
                .allSatisfy(m -> {
                    assertThat(m.promptTokens()).isNotNull();
                    assertThat(m.outputTokens()).isNotNull();
                    assertThat(m.batch()).isBetween(1, Integer.valueOf(m.scenario().replaceAll("\\D", "")));
                });
    }

    @Test
    void measuredFormatsAreAmongThoseOfThePart() {
        assertThat(market.measurements()).filteredOn(m -> m.precision() != null && !market.accelerator(m.accelerator()).peakTflops().isEmpty())
                .hasSizeGreaterThan(100)
                .allSatisfy(m -> assertThat(market.accelerator(m.accelerator()).peakTflops()).containsKey(m.precision()));
    }

    @Test
    void claimsAreGradedAndOfPartsThatExist() {
        assertThat(market.claims()).hasSizeGreaterThan(15).allSatisfy(claim -> {
            assertThat(market.accelerators()).containsKey(claim.accelerator());
            if (claim.baseline() != null) assertThat(market.accelerators()).containsKey(claim.baseline());
            assertThat(claim.evidence().date()).isNotNull();
            assertThat(claim.low()).isPositive().isLessThanOrEqualTo(claim.high());
        });
        assertThat(market.claims()).filteredOn(claim -> market.suppliers().containsKey(claim.claimant()))
                .allSatisfy(claim -> assertThat(claim.evidence().grade()).isGreaterThanOrEqualTo(Grade.E3));
    }

    @Test
    void turnsAClaimOfLowerCostIntoARatio() {
        Map<String, Claim> claims = Market.byId(market.claims(), Claim::id);

        assertThat(claims.get("aws-trainium2-h200").low()).isEqualByComparingTo("1.3");
        assertThat(claims.get("aws-inferentia2").baseline()).isNull();
        assertThat(claims.get("aws-inferentia2").low()).isEqualByComparingTo(Decimals.divide(BigDecimal.ONE, new BigDecimal("0.75")).setScale(2, RoundingMode.HALF_UP));
        assertThat(claims.get("kiln-h200-trainium2").low())
                .isEqualByComparingTo(Decimals.divide(new BigDecimal("15.71"), new BigDecimal("7.44")).setScale(2, RoundingMode.HALF_UP));
    }

    @Test
    void quotesLeadTimesForThePartsTheyWereSaidOf() {
        Supplier nvidia = market.supplier("nvidia");

        assertThat(nvidia.figure(Supplier.Figure.LEAD_WEEKS_P50, "B200").value()).isEqualByComparingTo("52");
        assertThat(nvidia.figure(Supplier.Figure.LEAD_WEEKS_P50, "H100-SXM").value()).isEqualByComparingTo("10");
        assertThat(nvidia.figure(Supplier.Figure.LEAD_WEEKS_P50, "L40S")).isNull();
        assertThat(market.visibleAt(LocalDate.of(2023, 12, 31)).supplier("nvidia").figure(Supplier.Figure.LEAD_WEEKS_P50, "H100-SXM").value())
                .isEqualByComparingTo("44");
    }

    @Test
    void sharesOutNoMorePackagingThanThereIs() {
        List<BigDecimal> shares = market.suppliers().values().stream().map(s -> s.figures().get(Supplier.Figure.PACKAGING_SHARE))
                .filter(Objects::nonNull).map(Fact::value).toList();

        assertThat(shares).hasSizeGreaterThan(3);
        assertThat(shares.stream().reduce(BigDecimal.ZERO, BigDecimal::add)).isLessThanOrEqualTo(BigDecimal.ONE);
    }

    @Test
    void namesAttestationsAndBusinessesAsTheProfilesDo() {
        Set<String> attested = market.suppliers().values().stream()
                .flatMap(supplier -> supplier.certifications().stream()).map(Fact::value).collect(Collectors.toSet());
        Set<String> businesses = market.suppliers().values().stream()
                .flatMap(supplier -> supplier.competesIn().stream()).collect(Collectors.toSet());
        List<BuyerProfile> profiles = ProfileFiles.in(Path.of("profiles")).orThrow().stream()
                .map(file -> ProfileFiles.read(file).orThrow().profile()).toList();

        assertThat(attested).isNotEmpty()
                .isSubsetOf(profiles.stream().flatMap(profile -> profile.requiredCertifications().stream()).toList());
        assertThat(profiles).flatExtracting(BuyerProfile::competesIn).containsAnyElementsOf(businesses);
    }

    /** Cloud regions carry their country or continent in front; places without one have none. */
    @Test
    void regionsLieInTheCountryTheirNameSays() {
        Map<String, String> countries = Map.ofEntries(
                Map.entry("asia-northeast1", "JP"), Map.entry("asia-southeast1", "SG"), Map.entry("europe-west1", "BE"),
                Map.entry("europe-west4", "NL"), Map.entry("ap-southeast-4", "AU"), Map.entry("eastus", "US"), Map.entry("north-america", "US"));

        assertThat(market.offers()).extracting(Offer::region).filteredOn(Objects::nonNull).allSatisfy(region -> {
            boolean nowhere = Set.of("unspecified", "any", "community", "secure").contains(region.id());
            String expected = nowhere ? Region.UNKNOWN_COUNTRY : region.id().startsWith("us") ? "US" : countries.get(region.id());
            assertThat(region.country()).isEqualTo(expected);
        });
    }

    @Test
    void inferenceOnlySiliconIsNotOfferedForTraining() {
        assertThat(market.accelerators().values()).filteredOn(part -> !part.training()).extracting(Accelerator::id)
                .containsExactlyInAnyOrder("Inferentia1", "Inferentia2", "Maia-200", "LPU-v1");
    }

    @Test
    void measuredTrainingRatesStayBelowThePeak() {
        assertThat(market.measurements()).filteredOn(measured -> measured.unit() == Measurement.Unit.TRAINING_TFLOPS).isNotEmpty()
                .allSatisfy(measured -> {
                    NumericFormat format = measured.precision() == NumericFormat.FP8 ? NumericFormat.FP8 : NumericFormat.BF16;
                    BigDecimal peak = market.accelerator(measured.accelerator()).peakTflops().get(format);
                    assertThat(measured.perAccelerator()).isLessThan(peak);
                });
    }

    @Test
    void everyDesignerAndProviderWithAnOfferHasThatRole() {
        assertThat(market.offers()).allSatisfy(offer -> {
            Supplier.Role role = offer.region() == null ? Supplier.Role.DESIGNER : Supplier.Role.PROVIDER;
            assertThat(market.supplier(offer.provider()).roles()).contains(role);
        });
        assertThat(market.accelerators().values())
                .allSatisfy(part -> assertThat(market.supplier(part.designer()).roles()).contains(Supplier.Role.DESIGNER));
    }

    @Test
    void carriesTheMaturityProofsThatTheLadderNeeds() {
        assertThat(market.maturity())
                .anySatisfy(proof -> {
                    assertThat(proof.accelerator()).isEqualTo("Trainium2");
                    assertThat(proof.kind()).isEqualTo(MaturityEvidence.Kind.FIRST_PARTY_CHIPS);
                    assertThat(proof.value()).isEqualByComparingTo("1000000");
                })
                .anySatisfy(proof -> {
                    assertThat(proof.accelerator()).isEqualTo("TPU-v4");
                    assertThat(proof.who()).isEqualTo("apple");
                });
    }

    @Test
    void staysTheSameWhenItsRowsAreShuffled() throws IOException {
        for (String file : List.of("accelerators.csv", "offers.csv", "purchases.csv", "measurements.csv", "maturity.csv", "claims.csv", "regions.csv", "rates.csv"))
            Files.writeString(folder.resolve(file), shuffled(resource(file)));
        for (String file : List.of("suppliers.yaml", "stacks.yaml", "market.yaml"))
            Files.writeString(folder.resolve(file), resource(file));

        Market again = MarketFiles.in(folder).orThrow();

        assertThat(again).isEqualTo(market);
        assertThat(MarketDigest.of(again)).isEqualTo(MarketDigest.of(market));
    }

    @Test
    void everySourceHasALineInSourcesMd() throws IOException {
        List<String> keys = keysOf(resource("SOURCES.md"));

        assertThat(unlisted(sources(), keys)).isEmpty();
    }

    @Test
    void everyLineOfSourcesMdIsUsed() throws IOException {
        Set<String> sources = sources();

        assertThat(keysOf(resource("SOURCES.md")))
                .hasSizeGreaterThan(20)
                .allSatisfy(key -> assertThat(sources).anyMatch(source -> source.contains(key)));
    }

    @Test
    void dataSetsInSourcesMdStateALicence() throws IOException {
        String dataSets = resource("SOURCES.md").split("## Sources and licences")[1].split("Single facts")[0];

        assertThat(dataSets.lines().filter(line -> line.startsWith("| `")))
                .hasSizeGreaterThan(10)
                .allSatisfy(line -> assertThat(line).containsAnyOf("Apache-2.0", "MPL-2.0", "CC-BY", "single cited figures", "free to use with the source named"));
    }

    @Test
    void theSourceGuardCatchesASourceThatIsNotListed() {
        assertThat(unlisted(Set.of("dstackai/gpuhunt x.json", "a blog"), List.of("dstackai/gpuhunt"))).containsExactly("a blog");
    }

    @Test
    void everyColumnIsDocumented() throws IOException {
        String guide = resource("SOURCES.md");

        assertThat(Stream.of(
                                MarketOffers.HOURLY_COLUMNS,
                                MarketOffers.PURCHASE_COLUMNS,
                                MarketMeasurements.COLUMNS,
                                MarketMaturity.COLUMNS,
                                MarketClaims.COLUMNS,
                                MarketRates.COLUMNS,
                                MarketImports.COLUMNS,
                                MarketAccelerators.COLUMNS)
                        .flatMap(List::stream)
                        .filter(column -> !column.startsWith("peak_")))
                .allSatisfy(column -> assertThat(guide).contains("`" + column + "`"));
    }

    private static BigDecimal memory(String id) {
        return market.accelerator(id).memoryGiB();
    }

    private static Set<String> unlisted(Set<String> sources, List<String> keys) {
        return sources.stream().filter(source -> keys.stream().noneMatch(source::contains)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> keysOf(String guide) {
        List<String> keys = new ArrayList<>();
        Matcher row = Pattern.compile("(?m)^\\| `([^`]+)` \\|").matcher(guide.split("## Sources and licences")[1]);
        while (row.find()) keys.add(row.group(1));
        return keys;
    }

    private static Set<String> sources() {
        Set<String> sources = new TreeSet<>();
        Consumer<Evidence> add = evidence -> sources.add(evidence.source());
        market.offers().forEach(offer -> {
            add.accept(offer.evidence());
            if (offer.region() != null && offer.region().gridGramsPerKwh() != null) add.accept(offer.region().gridGramsPerKwh().evidence());
        });
        market.measurements().forEach(measured -> add.accept(measured.evidence()));
        market.accelerators().values().forEach(part -> add.accept(part.evidence()));
        market.maturity().forEach(proof -> add.accept(proof.evidence()));
        market.claims().forEach(claim -> add.accept(claim.evidence()));
        market.rates().forEach(rate -> add.accept(rate.evidence()));
        market.stacks().values().forEach(stack -> add.accept(stack.evidence()));
        market.suppliers().values().forEach(supplier -> {
            supplier.figures().values().forEach(fact -> add.accept(fact.evidence()));
            supplier.partFigures().forEach(figure -> add.accept(figure.evidence()));
            supplier.accounts().forEach(fact -> add.accept(fact.evidence()));
            supplier.certifications().forEach(fact -> add.accept(fact.evidence()));
            supplier.restrictedBy().forEach(fact -> add.accept(fact.evidence()));
            supplier.equityLinks().forEach(link -> add.accept(link.evidence()));
            supplier.events().forEach(event -> add.accept(event.evidence()));
        });
        return sources;
    }

    private static String shuffled(String csv) {
        List<String> lines = new ArrayList<>(csv.lines().toList());
        Collections.shuffle(lines.subList(1, lines.size()), new Random(7));
        return String.join("\n", lines) + "\n";
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = BundledMarketTest.class.getResourceAsStream("/market/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
