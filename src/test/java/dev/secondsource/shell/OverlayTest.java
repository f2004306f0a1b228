package dev.secondsource.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.secondsource.report.DecisionRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Negotiated terms from the file to what is printed. */
class OverlayTest {
    private static final String PROFILE = "profiles/enterprise-serving-70b.yaml";
    private static final String OFFER = "crusoe:h200-sxm:unspecified:on-demand";
    private static final String TERMS = """
            overlay: secondsource-overlay/1
            terms:
              - id: crusoe-lot
                offers: provider=crusoe,accelerator=H200-SXM,pricing=on-demand
                price: {amount: 1.45, currency: USD, per: accelerator}
                owner: Jane Doe
                basis: contract
                source: contract 17
                from: 2026-07-01
                until: 2027-06-30
                quantity: 16
              - id: ended
                offers: provider=aws
                discount: 10
                owner: Jane Doe
                basis: contract
                source: contract 4
                from: 2025-01-01
                until: 2025-12-31
            """;

    @TempDir
    Path place;

    private Path terms;
    private Bench bench;

    @BeforeEach
    void commands() throws IOException {
        terms = Files.writeString(place.resolve("terms.yaml"), TERMS);
        bench = bench(Map.of(), Path.of("").toAbsolutePath());
    }

    private static Bench bench(Map<String, String> environment, Path home) {
        Sources sources = new Sources(environment, Optional.of(home));
        Session session = new Session();
        return Bench.with(new EvaluateCommand(session, sources), new ExplainCommand(session, sources), new MarketOffersCommand(sources), new ReportCommand(session, sources),
                new WhatIfCommand(session, sources), new CompareCommand(session, sources), new ProfileValidateCommand(sources), new MarketStatusCommand(sources));
    }

    private int run(String... words) {
        return bench.run(words);
    }

    @Test
    void aDecisionPaysTheContractedPriceForNoMoreThanTheQuantity() {
        int exitCode = run("evaluate", PROFILE, "--overlay", terms.toString(), "-o", "json");

        assertThat(exitCode).isZero();
        JsonNode record = JsonMapper.shared().readTree(bench.data());
        JsonNode contracted = verdict(record, OFFER + ":contracted-crusoe-lot");
        JsonNode published = verdict(record, OFFER);
        assertThat(contracted.at("/price/amount").asString()).isEqualTo("1.45");
        assertThat(contracted.at("/price/contracted/list/amount").asString()).isEqualTo(published.at("/price/amount").asString()).isEqualTo("4.29");
        assertThat(contracted.at("/price/contracted/quantity").asInt()).isEqualTo(16);
        JsonNode share = StreamSupport.stream(record.at("/allocation/shares").spliterator(), false).filter(s -> s.path("offer").asString().endsWith("crusoe-lot")).findFirst().orElseThrow();
        double accelerators = Double.parseDouble(share.path("share").asString()) * contracted.at("/fit/accelerators").asInt();
        assertThat(accelerators).isGreaterThan(8).isLessThanOrEqualTo(16);
        assertThat(Double.parseDouble(share.at("/perMonth/amount").asString())).isCloseTo(accelerators * 730 * 1.45 * 1.15, org.assertj.core.api.Assertions.within(0.1));
    }

    @Test
    void aProfileThatNamesAContractedOfferIsValidWithItsTermsAlone() throws IOException {
        Path profile = Files.writeString(place.resolve("lab.yaml"), Files.readString(Path.of(PROFILE)) + "\ncommitments: [{offer: \"" + OFFER + ":contracted-crusoe-lot\", accelerators: 8, perMonth: 8468, until: 2027-06-30}]\n");

        int without = run("profile", "validate", profile.toString());
        String problem = bench.notes();
        int with = run("profile", "validate", profile.toString(), "--overlay", terms.toString());

        assertThat(without).isEqualTo(3);
        assertThat(problem).contains("no offer \"" + OFFER + ":contracted-crusoe-lot\"");
        assertThat(with).isZero();
        assertThat(bench.data()).contains("lab.yaml: valid");
    }

    @Test
    void theStatusOfTheMarketTellsWhichTermsAreInForceAndWhichHaveEnded() {
        int exitCode = run("market", "status", "--as-of", "2026-10-31", "--overlay", terms.toString());
        String text = bench.data();
        run("market", "status", "--as-of", "2026-10-31", "--overlay", terms.toString(), "-o", "json");
        JsonNode overlay = JsonMapper.shared().readTree(bench.data().substring(text.length())).path("overlay");

        assertThat(exitCode).isZero();
        assertThat(text).contains("CONFIDENTIAL", "crusoe-lot", "Jane Doe", "2026-07-01", "2027-06-30", "in force", "ended", "2025-12-31");
        assertThat(overlay.at("/entries/0").toString()).contains("\"rows\":1", "\"state\":\"in force\"", "\"quantity\":16");
        assertThat(overlay.at("/entries/1").toString()).contains("\"rows\":0", "\"state\":\"ended\"");
    }

    /** What is set is the published price: agreed as such a price stays, a discount follows, and nobody pays more than what is published. */
    @Test
    void aWhatIfSetsThePublishedPriceAndTheTermsHoldBesideIt() throws IOException {
        Path both = Files.writeString(place.resolve("both.yaml"), """
                overlay: secondsource-overlay/1
                terms:
                  - {id: fixed, offers: "provider=crusoe,accelerator=H200-SXM,pricing=on-demand", price: {amount: 3.00, currency: USD, per: accelerator}, owner: Jane Doe, basis: contract, source: c, from: 2026-07-01, until: 2027-06-30}
                  - {id: less, offers: "provider=crusoe,accelerator=MI300X,pricing=on-demand", discount: 10, owner: Jane Doe, basis: contract, source: c, from: 2026-07-01, until: 2027-06-30}
                """);

        int exitCode = run("whatif", PROFILE, "--overlay", both.toString(), "--set", "market.offers[provider=crusoe,accelerator=H200-SXM,pricing=on-demand].price=4.00",
                "--set", "market.offers[provider=crusoe,accelerator=MI300X,pricing=on-demand].price=-50%");
        String above = bench.data().replaceAll("\\s+", " ");
        run("whatif", PROFILE, "--overlay", both.toString(), "--set", "market.offers[provider=crusoe,accelerator=H200-SXM,pricing=on-demand].price=2.50");
        String below = bench.data().substring(bench.data().lastIndexOf("What if")).replaceAll("\\s+", " ");

        assertThat(exitCode).isZero();
        assertThat(above).contains("4.29 → 4 USD an hour, 1 row (1 at the price agreed stays)", "(1 at a discount follows)");
        assertThat(below).contains("4.29 → 2.5 USD an hour, 1 row (1 is now published below the price agreed and costs that)");
    }

    @Test
    void theRecordIsConfidentialHasBothFingerprintsAndMeetsItsSchema() throws IOException {
        run("evaluate", PROFILE, "--overlay", terms.toString(), "-o", "json");

        JsonNode record = JsonMapper.shared().readTree(bench.data());
        assertThat(record.path("confidential").asBoolean()).isTrue();
        assertThat(record.at("/inputs/overlay/sha256").asString()).isEqualTo(dev.secondsource.quantity.Sha256.of(TERMS));
        assertThat(record.at("/inputs/overlay/listMarketSha256").asString()).isEqualTo(dev.secondsource.market.MarketDigest.of(dev.secondsource.files.MarketFiles.bundled().orThrow()));
        assertThat(record.at("/inputs/overlay/remarks/0").asString()).isEqualTo("Entry ended of the negotiated terms is not in force on 2026-10-31: it ended on 2025-12-31.");
        try (InputStream schema = DecisionRecord.class.getResourceAsStream(DecisionRecord.SCHEMA_RESOURCE)) {
            assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(new String(schema.readAllBytes(), StandardCharsets.UTF_8))
                    .validate(bench.data(), InputFormat.JSON)).isEmpty();
        }
    }

    @Test
    void aReportOfARecordShowsTheTermsAsThoughItWereDecidedNow() throws IOException {
        Path record = place.resolve("record.json");
        run("evaluate", PROFILE, "--overlay", terms.toString(), "-o", "json", "--out", record.toString());

        int exitCode = run("report", record.toString(), "--format", "md");
        dev.secondsource.files.Recorded read = dev.secondsource.files.RecordFiles.read(record).orThrow();

        assertThat(exitCode).isZero();
        assertThat(bench.data()).contains("**CONFIDENTIAL: contains negotiated prices.**", "crusoe h200-sxm, on-demand, contracted");
        assertThat(read.decision().workloads().get(0).candidates()).filteredOn(c -> c.offer().contracted() != null).singleElement()
                .satisfies(c -> assertThat(c.offer().contracted()).isEqualTo(new dev.secondsource.market.Contracted("crusoe-lot", "Jane Doe", java.time.LocalDate.of(2027, 6, 30), 16, true,
                        dev.secondsource.quantity.Money.usd("4.29"), c.offer().contracted().listed())));
        assertThat(JsonMapper.shared().readTree(DecisionRecord.of(read.decision(), read.rules())).path("inputs")).isEqualTo(JsonMapper.shared().readTree(Files.readString(record)).path("inputs"));
    }

    @Test
    void withoutTermsNothingIsConfidential() {
        run("evaluate", PROFILE, "-o", "json");

        assertThat(bench.data()).doesNotContain("confidential\": true", "contracted", "overlay");
    }

    @Test
    void everyPageThatShowsThemSaysSo() throws IOException {
        Path page = place.resolve("report.html");

        run("evaluate", PROFILE, "--overlay", terms.toString(), "--top", "2");
        run("evaluate", PROFILE, "--overlay", terms.toString(), "-o", "md");
        run("report", PROFILE, "--overlay", terms.toString(), "--out", page.toString());

        assertThat(bench.data()).contains("\nCONFIDENTIAL: contains negotiated prices.\n", "**CONFIDENTIAL: contains negotiated prices.**", "not in force on 2026-10-31");
        assertThat(Files.readString(page)).contains("CONFIDENTIAL: contains negotiated prices.");
        assertThat(bench.notes()).contains("negotiated terms of " + terms + ": 2 entries");
    }

    @Test
    void anExplanationHasListContractedAndEffectivePrice() {
        run("explain", PROFILE, "--overlay", terms.toString(), "--offer", OFFER + ":contracted-crusoe-lot");

        assertThat(bench.data().replaceAll("\\s+", " ")).contains("price: 1.45 USD an hour, contracted, terms of Jane Doe until 2027-06-30 for at most 16 accelerators; list 4.29 USD an hour",
                "effective price: 1.67 USD for a paid accelerator-hour");
    }

    @Test
    void marketOffersShowsBothPricesOnADay() {
        int exitCode = run("market", "offers", "--overlay", terms.toString(), "--as-of", "2026-10-31", "--provider", "crusoe", "--accelerator", "H200-SXM");
        run("market", "offers", "--overlay", terms.toString(), "--as-of", "2026-10-31", "--provider", "crusoe", "--accelerator", "H200-SXM", "-o", "csv");

        assertThat(exitCode).isZero();
        assertThat(bench.data()).contains("List", "Contracted", "1 price is contracted, terms of Jane Doe until 2027-06-30 for at most 16 accelerators").containsPattern("4\\.290? +1\\.450?")
                .contains(",4.29,USD,1.45,crusoe-lot,Jane Doe,2027-06-30,16");
    }

    @Test
    void marketOffersAsksForTheDay() {
        assertThat(run("market", "offers", "--overlay", terms.toString())).isEqualTo(2);
        assertThat(bench.notes()).contains("--as-of is missing");
    }

    @Test
    void theEnvironmentNamesThemToo() {
        bench = bench(Map.of("SECONDSOURCE_OVERLAY", terms.toString()), Path.of("").toAbsolutePath());

        run("evaluate", PROFILE, "-o", "csv");

        assertThat(bench.data()).contains(OFFER + ":contracted-crusoe-lot");
    }

    @Test
    void refusesTermsWhereEverybodyReadsThem() throws IOException {
        Path published = Files.createDirectories(place.resolve("src/main/resources/market"));
        Path inside = Files.writeString(published.resolve("terms.yaml"), TERMS);
        Path link = Files.createSymbolicLink(place.resolve("link.yaml"), inside);
        bench = bench(Map.of(), place);

        assertThat(run("evaluate", PROFILE, "--overlay", inside.toString())).isEqualTo(3);
        assertThat(run("evaluate", PROFILE, "--overlay", link.toString())).isEqualTo(3);
        assertThat(bench.notes()).contains(inside + ": negotiated prices are confidential", link + ": negotiated prices are confidential");
        assertThat(bench.data()).isEmpty();
    }

    @Test
    void whatIsWrongHasFileAndLine() throws IOException {
        Files.writeString(terms, TERMS.replace("provider=aws", "provider=awz").replace("basis: contract\n    source: contract 4", "basis: contract\n    source: contract 4"));

        assertThat(run("evaluate", PROFILE, "--overlay", terms.toString())).isEqualTo(3);
        assertThat(bench.notes()).contains(terms + ":13: terms[1].offers: no offers with provider=awz; did you mean aws?");
    }

    @Test
    void aWhatIfOnAnotherDayIsRefusedRatherThanMadeOnTheTermsOfThisOne() {
        assertThat(run("whatif", PROFILE, "--overlay", terms.toString(), "--set", "asOf=2026-09-30")).isEqualTo(3);
        assertThat(bench.notes()).contains("the negotiated terms are those of 2026-10-31");
    }

    @Test
    void aPriceSetByAWhatIfIsThatOfTheTerms() {
        int exitCode = run("whatif", PROFILE, "--overlay", terms.toString(), "--set", "market.offers[id=" + OFFER + ":contracted-crusoe-lot].price=+10%");

        assertThat(exitCode).isZero();
        assertThat(bench.data()).contains("1.45", "1.595");
    }

    @Test
    void comparesADecisionWithTermsToOneWithout() throws IOException {
        Path other = Files.writeString(place.resolve("other.yaml"), TERMS.replace("1.45", "1.75"));

        int exitCode = run("compare", PROFILE, "--overlay", terms.toString(), "--overlay", other.toString());

        assertThat(exitCode).isZero();
        assertThat(bench.data()).contains("under " + terms, "under " + other);
    }

    private static JsonNode verdict(JsonNode record, String offer) {
        return StreamSupport.stream(record.path("verdicts").spliterator(), false).filter(v -> v.path("offer").asString().equals(offer)).findFirst().orElseThrow();
    }
}
