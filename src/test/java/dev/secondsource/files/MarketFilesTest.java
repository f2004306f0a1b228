package dev.secondsource.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.evidence.Grade;
import dev.secondsource.market.Accounts;
import dev.secondsource.market.Fact;
import dev.secondsource.market.Market;
import dev.secondsource.market.MarketDigest;
import dev.secondsource.market.MaturityEvidence;
import dev.secondsource.market.Offer;
import dev.secondsource.market.PricingKind;
import dev.secondsource.market.Supplier;
import dev.secondsource.problem.Checked;
import dev.secondsource.problem.Problem;
import dev.secondsource.quantity.Money;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarketFilesTest {
    /** A line of the sample. */
    private static final String LEAD =
            "      - {figure: lead-weeks-p50, accelerator: H100-SXM, value: 44, source: press, grade: E2, date: 2023-09-30}\n";

    private static final String BOOKS = "      - {currency: USD, workingCapital: 5, retainedEarnings: 20, ebit: -1, bookEquity: 40, totalAssets: 100,"
            + " totalLiabilities: 60, source: filing, grade: E1, date: 2026-01-23}\n";

    @TempDir
    Path folder;

    SampleMarket sample;

    @BeforeEach
    void rightSample() {
        sample = new SampleMarket(folder);
    }

    @Test
    void readsARightFolder() {
        Market market = sample.read().orThrow();

        assertThat(market.version()).isEqualTo("sample (facts to 2026-06-30)");
        assertThat(market.offers()).extracting(Offer::id).containsExactly(
                "aws:p5.48xlarge:eu-west-1/euw1-az1:spot",
                "aws:p5.48xlarge:us-east-1:committed-36m",
                "aws:p5.48xlarge:us-east-1:on-demand",
                "own:Gaudi3",
                "unpriced:Gaudi3");
    }

    @Test
    void keepsDateSourceAndGradeOfAPrice() {
        Market market = sample.read().orThrow();

        Offer spot = offer(market, "aws:p5.48xlarge:eu-west-1/euw1-az1:spot");
        assertThat(spot.evidence().grade()).isEqualTo(Grade.E2);
        assertThat(spot.evidence().date()).isEqualTo(LocalDate.of(2026, 6, 30));
        assertThat(spot.evidence().source()).isEqualTo("marketplace (date: no later than)");
        assertThat(spot.region().country()).isEqualTo("IE");
    }

    @Test
    void pricesAPurchaseInTheMiddleOfItsRangeAndNamesTheRange() {
        Market market = sample.read().orThrow();

        Offer own = offer(market, "own:Gaudi3");
        assertThat(own.price()).isEqualTo(Money.usd("125000"));
        assertThat(own.acceleratorCount()).isEqualTo(8);
        assertThat(own.provider()).isEqualTo("intel");
        assertThat(own.note()).isEqualTo("middle of 120000 to 130000; for cash");
    }

    @Test
    void showsAPartWithoutAnHourlyPriceAsUnpriced() {
        Market market = sample.read().orThrow();

        Offer unpriced = offer(market, "unpriced:Gaudi3");
        assertThat(unpriced.pricing()).isEqualTo(PricingKind.UNPRICED);
        assertThat(unpriced.price()).isNull();
        assertThat(unpriced.note()).contains("own:Gaudi3");
    }

    @Test
    void countsEveryProviderThatQuotesAnHourlyPriceAsAChannel() {
        Market market = sample.read().orThrow();

        List<MaturityEvidence> channels =
                market.maturity().stream().filter(proof -> proof.kind() == MaturityEvidence.Kind.CHANNEL).toList();
        assertThat(channels).hasSize(1);
        assertThat(channels.get(0).accelerator()).isEqualTo("H100-SXM");
        assertThat(channels.get(0).who()).isEqualTo("aws");
        assertThat(channels.get(0).evidence().date()).isEqualTo(LocalDate.of(2026, 6, 1));
    }

    @Test
    void readsTheSameMarketWhateverTheOrderOfRowsAndColumnsAndTheCommentsBetween() {
        Market market = sample.read().orThrow();

        for (String file : List.of("accelerators.csv", "offers.csv", "measurements.csv", "maturity.csv", "regions.csv"))
            sample.file(file, rowsReversed(sample.text(file)));
        sample.replace("market.yaml", "version: sample\nasOf: 2026-06-30\n", "asOf: 2026-06-30\n# renamed often\nversion: sample\n");
        sample.replace("offers.csv", "55.04", "55.0400");
        sample.file("regions.csv", "country,region,provider,grid_g_per_kwh,source,grade,date,date_basis\n# Ireland\nIE,eu-west-1,aws,,,,,\nUS,us-east-1,aws,,,,,\n");
        Market again = sample.read().orThrow();

        assertThat(again).isEqualTo(market);
        assertThat(MarketDigest.of(again)).isEqualTo(MarketDigest.of(market));
    }

    /** One mistake a line: file, piece, replacement, expected line, words of the problem, words of the mend. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            offers.csv       | p5.48xlarge,H100-SXM        | p5.48xlarge,H100-SMX    | 2 | no accelerator "H100-SMX"          | H100-SXM
            offers.csv       | aws,p5                      | awz,p5                  | 2 | no supplier "awz"                  | aws
            offers.csv       | us-east-1                   | us-east-9               | 2 | no region of aws "us-east-9"       | us-east-1
            offers.csv       | 2026-06-01,,price           | ,,price                 | 2 | price_date: is missing             | no-later-than
            offers.csv       | 2026-06-01,,price           | June 2026,,price        | 2 | is not a day                       | 2026-07-30
            offers.csv       | 2026-06-01,,price           | 2026-07-01,,price       | 2 | after the market's asOf            | raise asOf
            offers.csv       | 2026-06-01,,price           | 2026-06-01,about,price  | 2 | is not a date basis                | no-later-than
            offers.csv       | price list,E1               | ,E1                     | 2 | source: is missing                 | fill it in
            offers.csv       | price list,E1               | price list,             | 2 | grade: is missing                  | E1 to E4
            offers.csv       | price list,E1               | price list,A            | 2 | is not an evidence grade           | E1, E2, E3, E4
            offers.csv       | 55.04                       | 0                       | 2 | 0 is not above zero                | real figure
            offers.csv       | 55.04                       | -55.04                  | 2 | is not above zero                  | real figure
            offers.csv       | ,55.04                      | ,                       | 2 | price_per_hour: is missing         | needs no row
            offers.csv       | 55.04                       | 5.5e1                   | 2 | is not a number                    | 1234.5
            offers.csv       | committed,36                | committed,              | 3 | a commitment without a term        | 12 or 36
            offers.csv       | on-demand,                  | on-demand,12            | 2 | a term on on-demand pricing        | leave it empty
            offers.csv       | H100-SXM,8                  | H100-SXM,0.5            | 2 | is not a whole number above zero   | slice
            offers.csv       | H100-SXM,8                  | H100-SXM,0              | 2 | is not a whole number above zero   | slice
            offers.csv       | 8,machine                   | 8,server                | 2 | sold_as: "server" is not a known   | part-of-a-machine
            offers.csv       | 8,machine                   | 8,Machine               | 2 | sold_as: "Machine" is not a known  | machine
            offers.csv       | aws,p5.48xlarge             | aws,H100 MIG 1g.10gb    | 2 | is a slice of a chip               | whole chips
            offers.csv       | USD                         | DOLLARS                 | 2 | is not a currency                  | ISO 4217
            offers.csv       | on-demand                   | ondemand                | 2 | is not a known word                | on-demand
            offers.csv       | on-demand                   | purchase                | 2 | a purchase has no hourly price     | purchases.csv
            offers.csv       | on-demand                   | unpriced                | 2 | needs no row                       | delete the row
            offers.csv       | term_months                 | months                  | 1 | unknown column                     | term_months
            offers.csv       | term_months                 | months                  | 1 | term_months: missing column        | add it
            offers.csv       | price list,E1,              | price list, by aws,E1,  | 2 | has 17 cells under 16 columns      | quote cells
            purchases.csv    | 130000                      | 110000                  | 2 | is below low                       | swap
            purchases.csv    | Gaudi3                      | Gaudi9                  | 2 | no accelerator "Gaudi9"            | Gaudi3
            accelerators.csv | 80,HBM3                     | -80,HBM3                | 2 | memory_gib: -80 is not above zero  | real figure
            accelerators.csv | H100-SXM,nvidia             | H100-SXM,invidia        | 2 | no supplier "invidia"              | nvidia
            accelerators.csv | cuda                        | coda                    | 2 | no software stack "coda"           | cuda
            accelerators.csv | yes,yes,yes,yes             | yes,1,yes,yes           | 2 | is neither yes nor no              | yes or no
            measurements.csv | 70,70                       | 70,                     | 2 | come together                      | both
            measurements.csv | 46.7,12.9                   | 12.9,46.7               | 3 | more parameters are active         | swap
            measurements.csv | online-serving              | serving                 | 2 | is not a known word                | online-serving
            measurements.csv | fp8                         | fp9                     | 2 | is not a known word                | fp8
            measurements.csv | m1,H100-SXM                 | m1,H100                 | 2 | no accelerator "H100"              | H100-SXM
            measurements.csv | fp8,294                     | fp8,many                | 2 | is not a whole number above zero   | mean of the requests
            measurements.csv | 294,294,                    | 294,294,0               | 2 | is not a whole number above zero   | sequences
            measurements.csv | output-tokens-per-second    | images-per-second       | 2 | tokens of requests where none      | leave
            claims.csv       | price-performance,1.9       | performance,1.9         | 2 | is not a known word                | price-performance
            claims.csv       | 1.9,2.3                     | 2.3,1.9                 | 2 | is below low                       | swap
            claims.csv       | 1.9,2.3                     | ,2.3                    | 2 | low: is missing                    | 35 % cheaper
            claims.csv       | Gaudi3,H100-SXM             | Gaudi3,Gaudi3           | 2 | is compared with itself            | leave it empty
            claims.csv       | Gaudi3,H100-SXM             | Gaudi3,H100             | 2 | no accelerator "H100"              | H100-SXM
            maturity.csv     | ,meta,                      | ,,                      | 3 | customer without a name            | name the customer
            maturity.csv     | general-availability,,      | benchmark-coverage,,    | 2 | value: is missing                  | 0 to 1
            maturity.csv     | general-availability,,      | benchmark-coverage,,7   | 2 | is not a share                     | 0 to 1
            regions.csv      | IE                          | Ireland                 | 3 | is not a country                   | ISO 3166
            suppliers.yaml   | 0.711                       | 71.1                    | 8 | is not a share                     | not in percent
            suppliers.yaml   | gross-margin                | margin                  | 8 | is not a known word                | gross-margin
            suppliers.yaml   | competesIn: [cloud]         | rivalIn: [cloud]        | 6 | unknown key                        | competesIn
            suppliers.yaml   | sold-out                    | soldout                 | 11 | is not a known word               | sold-out
            suppliers.yaml   | roles: [designer]           | roles: [maker]          | 4 | is not a role                      | designer
            suppliers.yaml   | jurisdiction: US            | jurisdiction: America   | 5 | is not a country                   | ISO 3166
            suppliers.yaml   | accelerator: H100-SXM, value | accelerator: H100, value | 9 | no accelerator "H100"            | H100-SXM
            suppliers.yaml   | workingCapital: 5           | workingCapital: lots    | 18 | is not a number                   | 1234.5
            suppliers.yaml   | ebit: -1, bookEquity        | bookEquity              | 18 | ebit: is missing                  | all six
            suppliers.yaml   | totalAssets: 100            | totalAssets: 0          | 18 | 0 is not above zero               | balance sheet
            suppliers.yaml   | totalAssets: 100            | totalAssets: 99         | 18 | less than equity and liabilities  | one unit
            suppliers.yaml   | currency: USD, working      | currency: US$, working  | 18 | is not a currency                 | ISO 4217
            stacks.yaml      | bridged: []                 | bridged: [pytorch]      | 2 | pytorch is also native             | one list
            market.yaml      | asOf                        | asof                    | 2 | unknown key                        | asOf
            """)
    void reportsAMistakeWithFileLineAndMend(String file, String piece, String by, int line, String what, String mend) {
        sample.replace(file, piece, by == null ? "" : by);

        Checked<Market> market = sample.read();

        assertThat(market.problems()).anySatisfy(problem -> {
            assertThat(problem.file()).isEqualTo(folder + "/" + file);
            assertThat(problem.line()).isEqualTo(line);
            assertThat(problem.toString()).contains(what).contains(mend);
        });
    }

    @Test
    void keepsThePricesOfOneOfferOnSeveralDaysAsItsHistory() {
        sample.append("offers.csv", "aws,p5.48xlarge,H100-SXM,8,machine,us-east-1,,on-demand,,98.32,USD,2025-05-01,,an older list,E1,\n");
        sample.append("purchases.csv", "Gaudi3,kit of 8,8,110000,110000,USD,2025-06-13,on,list price,E2,\n");

        Market market = sample.read().orThrow();

        assertThat(market.history("aws:p5.48xlarge:us-east-1:on-demand")).extracting(o -> o.evidence().date() + " " + o.price()).containsExactly("2025-05-01 98.32 USD", "2026-06-01 55.04 USD");
        assertThat(market.history("own:Gaudi3")).extracting(o -> o.price().toString()).containsExactly("125000.00 USD", "110000.00 USD");
        assertThat(market.newest().offers()).filteredOn(o -> o.id().startsWith("own:")).singleElement().satisfies(o -> assertThat(o.price()).isEqualTo(Money.usd("110000")));
    }

    @Test
    void refusesTwoPricesOfOneDayAndNamesBothSources() {
        sample.append("offers.csv", "aws,p5.48xlarge,H100-SXM,8,machine,us-east-1,,on-demand,,54,USD,2026-06-01,,another list,E2,\n");

        Checked<Market> market = sample.read();

        assertThat(market.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(5);
            assertThat(problem.what()).isEqualTo("sources in conflict: aws:p5.48xlarge:us-east-1:on-demand costs 54.00 USD by another list (E2) here, and 55.04 USD by price list (E1) on line 2, both on 2026-06-01");
            assertThat(problem.mend()).contains("never averaged");
        });
    }

    @Test
    void refusesAnOfferThatIsAnotherThingOnAnotherDay() {
        sample.append("offers.csv", "aws,p5.48xlarge,H100-SXM,4,machine,us-east-1,,on-demand,,54,USD,2026-05-01,,another list,E1,\n");

        assertThat(sample.read().problems()).singleElement().asString().contains("offers.csv:5: accelerator:", "holds 4 H100-SXM here, and 8 H100-SXM on line 2");
    }

    @Test
    void readsTheEndOfAPriceAndRefusesOneBeforeItsBegin() {
        sample.file("offers.csv", sample.text("offers.csv").replaceAll("note\n", "note,price_until\n").replaceAll("E([12]),\n", "E$1,,\n"));
        sample.replace("offers.csv", "price list,E1,,", "price list,E1,,2026-06-30");

        Market market = sample.read().orThrow();
        sample.replace("offers.csv", "2026-06-30\n", "2026-05-31\n");

        assertThat(offer(market, "aws:p5.48xlarge:us-east-1:on-demand").until()).isEqualTo(LocalDate.of(2026, 6, 30));
        assertThat(offer(market, "aws:p5.48xlarge:us-east-1:committed-36m").until()).isNull();
        assertThat(sample.read().problems()).singleElement().asString().contains("offers.csv:2: price_until: 2026-05-31 is before the price's own date, 2026-06-01");
    }

    @Test
    void reportsADuplicateWithBothLines() {
        sample.append("offers.csv", "aws,p5.48xlarge,H100-SXM,8,machine,us-east-1,,on-demand,,55.04,USD,2026-06-01,,another list,E1,\n");

        Checked<Market> market = sample.read();

        assertThat(market.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(5);
            assertThat(problem.what()).isEqualTo("duplicate of line 2: aws:p5.48xlarge:us-east-1:on-demand");
        });
    }

    @Test
    void keepsEveryDatedFigureOfAPartAndHoldsTheNewest() {
        sample.replace("suppliers.yaml", LEAD, LEAD
                + "      - {figure: lead-weeks-p50, accelerator: H100-SXM, value: 10, source: press, grade: E2, date: 2024-04-30}\n"
                + "      - {figure: lead-weeks-p50, value: 30, source: guess, grade: E4, date: 2024-04-30}\n");

        Supplier nvidia = sample.read().orThrow().supplier("nvidia");

        assertThat(nvidia.figure(Supplier.Figure.LEAD_WEEKS_P50, "H100-SXM").value()).isEqualByComparingTo("10");
        assertThat(nvidia.figure(Supplier.Figure.LEAD_WEEKS_P50, "L40S").value()).isEqualByComparingTo("30");
        assertThat(nvidia.partFigures()).hasSize(2);
    }

    @Test
    void readsTheBooksOfACompanyTheNewestLast() {
        sample.replace("suppliers.yaml", BOOKS, BOOKS.replace("2026-01-23", "2026-04-23") + BOOKS);

        List<Fact<Accounts>> books = sample.read().orThrow().supplier("intel").accounts();

        assertThat(books).extracting(fact -> fact.evidence().date().toString()).containsExactly("2026-01-23", "2026-04-23");
        assertThat(books.get(1).value().ebit()).isEqualByComparingTo("-1");
        assertThat(books.get(1).evidence().subject()).isEqualTo("accounts of intel");
    }

    @Test
    void refusesBooksOfOneDayTwice() {
        sample.replace("suppliers.yaml", BOOKS, BOOKS + BOOKS);

        assertThat(sample.read().problems()).singleElement().asString().contains("suppliers.yaml:17", "given twice for 2026-01-23");
    }

    @Test
    void refusesBooksOfAUnitOfAGroup() {
        sample.replace("suppliers.yaml", "    name: Intel\n", "    name: Intel\n    partOf: A Group\n");

        assertThat(sample.read().problems()).singleElement().asString().contains("suppliers.yaml:18", "are of a unit of A Group", "drop partOf");
    }

    @Test
    void refusesTwoFiguresOfAPartOnOneDay() {
        sample.replace("suppliers.yaml", LEAD, LEAD + LEAD);

        assertThat(sample.read().problems()).singleElement().asString().contains("suppliers.yaml:10", "given twice for H100-SXM on 2023-09-30");
    }

    @Test
    void keepsAVersionAsItWasWritten() {
        sample.replace("market.yaml", "version: sample", "version: 2026.10");

        assertThat(sample.read().orThrow().version()).startsWith("2026.10 ");
    }

    @Test
    void reportsEveryProblemOfEveryFileTogetherAndOnlyOnce() {
        sample.replace("offers.csv", "55.04", "0")
                .replace("offers.csv", "USD", "US$")
                .replace("accelerators.csv", "80,HBM3", "eighty,HBM3")
                .replace("suppliers.yaml", "date: 2026-02-28", "day: 2026-02-28")
                .without("stacks.yaml");

        List<Problem> problems = sample.read().problems();

        assertThat(problems).extracting(problem -> Path.of(problem.file()).getFileName().toString())
                .contains("offers.csv", "accelerators.csv", "suppliers.yaml", "stacks.yaml");
        assertThat(problems).filteredOn(problem -> problem.file().endsWith("offers.csv")).hasSize(2);
        assertThat(problems).doesNotHaveDuplicates();
    }

    @Test
    void doesNotReportARowThatRefersToAWrongRow() {
        sample.replace("accelerators.csv", "80,HBM3", "eighty,HBM3");

        assertThat(sample.read().problems()).hasSize(1);
    }

    @Test
    void reportsAMissingFile() {
        sample.without("offers.csv");

        assertThat(sample.read().problems()).singleElement().asString().contains("offers.csv: no such file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"accelerators.csv", "suppliers.yaml", "stacks.yaml", "regions.csv"})
    void doesNotReportRowsThatReferToAMissingFile(String file) {
        sample.without(file);

        assertThat(sample.read().problems()).singleElement().asString().contains(file + ": no such file");
    }

    @Test
    void reportsAMissingFolder() {
        Checked<Market> market = MarketFiles.in(folder.resolve("nowhere"));

        assertThat(market.problems()).singleElement().asString().contains("nowhere: no such folder");
    }

    @Test
    void reportsAnUnclosedQuote() {
        sample.replace("offers.csv", "price list,E1", "\"price list,E1");

        assertThat(sample.read().problems()).first().satisfies(problem -> {
            assertThat(problem.file()).endsWith("offers.csv");
            assertThat(problem.mend()).contains("close every quote");
        });
    }

    @Test
    void reportsMalformedYamlAtItsLine() {
        sample.replace("suppliers.yaml", "roles: [designer]", "roles: [designer");

        assertThat(sample.read().problems()).anySatisfy(problem -> {
            assertThat(problem.file()).endsWith("suppliers.yaml");
            assertThat(problem.line()).isBetween(4, 5);
            assertThat(problem.what()).startsWith("not readable as YAML or JSON");
        });
    }

    @Test
    void reportsAnEmptyFile() {
        sample.file("offers.csv", "").file("suppliers.yaml", "");

        assertThat(sample.read().problems()).extracting(Problem::what).contains("is empty", "the file is empty");
    }

    @Test
    void reportsAKeyGivenTwice() {
        sample.replace("suppliers.yaml", "name: NVIDIA", "name: NVIDIA\n    name: Nvidia");

        assertThat(sample.read().problems()).singleElement().asString().contains("suppliers.yaml:4: suppliers[0].name: the key \"name\" was given before, on line 3");
    }

    @Test
    void reportsTextThatIsNotUtf8() throws IOException {
        sample.read();
        Files.write(folder.resolve("offers.csv"), "provider\u00e9".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(MarketFiles.in(folder).problems()).extracting(Problem::what).contains("is not UTF-8 text");
    }

    @Test
    void readsAFileThatStartsWithAByteOrderMark() {
        sample.file("offers.csv", "\uFEFF" + sample.text("offers.csv"));

        assertThat(sample.read().problems()).isEmpty();
    }

    private static Offer offer(Market market, String id) {
        return market.offers().stream().filter(offer -> offer.id().equals(id)).findFirst().orElseThrow();
    }

    private static String rowsReversed(String csv) {
        List<String> lines = new ArrayList<>(csv.lines().toList());
        Collections.reverse(lines.subList(1, lines.size()));
        return String.join("\n", lines) + "\n";
    }
}
