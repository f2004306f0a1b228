package dev.secondsource.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.catalogue.Format;
import dev.secondsource.catalogue.LoggedImport;
import dev.secondsource.catalogue.Reason;
import dev.secondsource.policy.Policies;
import dev.secondsource.problem.Checked;
import dev.secondsource.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A market remembers what its imports came to. */
class MarketImportsTest {
    private static final String HEADER = "InstanceType,AcceleratorName,AcceleratorCount,Price,SpotPrice,Region,AvailabilityZone\n";
    private static final String GOOD = "p5.48xlarge,H100,8,54,,us-east-1,\n";
    private static final String BAD = "p5.48xlarge,H100,8,0,,eu-west-1,\n";
    private static final String LOG = MarketImports.header() + "2026-11-20,aws.csv,skypilot,aws,2,0,2,1,0,1,not-a-price=1,why.csv\n";

    @TempDir
    Path place;

    private Path market;

    @BeforeEach
    void aMarketOfTheUsers() throws IOException {
        market = Files.createDirectory(place.resolve("market"));
        new SampleMarket(market).read().orThrow();
    }

    private MarketImport.Done imported(String day, Optional<Path> refused, Path... files) {
        return MarketImport.run(new MarketImport.Order(Format.SKYPILOT, List.of(files), "aws", Optional.empty(), LocalDate.parse(day), market, Optional.empty(), "USD", Optional.empty(), Map.of(), refused,
                Policies.of("import.memory-tolerance", "0.1", "import.far-from-peers", "10", "import.least-peers", "2"))).orThrow();
    }

    private String log() throws IOException {
        return Files.readString(market.resolve("imports.csv"));
    }

    @Test
    void keepsWhatEachFileCameToByItsNameAlone() throws IOException {
        Path one = Files.writeString(Files.createDirectory(place.resolve("acme-secret")).resolve("one.csv"), HEADER + GOOD + BAD);
        Path two = Files.writeString(place.resolve("two.csv"), HEADER + "c7.large,,,1,,us-east-1,\n" + GOOD);

        imported("2026-11-20", Optional.of(place.resolve("why.csv")), one, two);

        assertThat(log()).isEqualTo(MarketImports.header() + "2026-11-20,one.csv,skypilot,aws,2,0,2,1,0,1,not-a-price=1,why.csv\n2026-11-20,two.csv,skypilot,aws,2,1,1,0,1,0,,why.csv\n");
    }

    @Test
    void takesTheLogAlongAndAddsToIt() throws IOException {
        imported("2026-11-20", Optional.empty(), Files.writeString(place.resolve("aws.csv"), HEADER + GOOD));
        String before = log();

        imported("2026-11-21", Optional.empty(), Files.writeString(place.resolve("aws.csv"), HEADER + GOOD + BAD));

        assertThat(log()).startsWith(before).endsWith("2026-11-21,aws.csv,skypilot,aws,2,0,2,1,0,1,not-a-price=1,\n");
    }

    @Test
    void writesTheRowOfADayAnewIfTheListSaysSomethingElse() throws IOException {
        Path list = Files.writeString(place.resolve("aws.csv"), HEADER + GOOD);
        imported("2026-11-20", Optional.empty(), list);

        imported("2026-11-20", Optional.empty(), Files.writeString(list, HEADER + GOOD + BAD));

        assertThat(log()).isEqualTo(MarketImports.header() + "2026-11-20,aws.csv,skypilot,aws,2,0,2,0,1,1,not-a-price=1,\n");
    }

    @Test
    void remembersAListOfWhichNothingCouldBeTaken() throws IOException {
        String offers = Files.readString(market.resolve("offers.csv"));

        MarketImport.Done done = imported("2026-11-20", Optional.empty(), Files.writeString(place.resolve("aws.csv"), HEADER + BAD));

        assertThat(done).returns(false, MarketImport.Done::written).returns(true, MarketImport.Done::logged);
        assertThat(log()).endsWith(",1,0,1,0,0,1,not-a-price=1,\n");
        assertThat(Files.readString(market.resolve("offers.csv"))).isEqualTo(offers);
    }

    @Test
    void readsWhatItWrote() {
        LoggedImport logged = new LoggedImport(LocalDate.of(2026, 11, 20), "a, \"b\".csv", Format.FOCUS, "aws", 9, 1, 8, 3, Map.of(Reason.CONFLICT, 2, Reason.NOT_A_PRICE, 1), "");

        Checked<List<LoggedImport>> read = MarketImports.read("imports.csv", MarketImports.with(MarketImports.header(), List.of(), List.of(logged)));

        assertThat(read.orThrow()).containsExactly(logged);
        assertThat(logged.merged()).isEqualTo(2);
    }

    @ParameterizedTest(name = "{0} becomes {1}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            2026-11-20,        | ,                    | is missing
            2026-11-20,        | 20 November,         | is not a day
            aws.csv            | home/me/aws.csv      | names a folder
            skypilot           | skipilot             | did you mean skypilot?
            aws,2,             | aws,-2,              | is no count
            aws,2,             | aws,2.5,             | is no count
            not-a-price=1      | not-a-prize=1        | did you mean not-a-price?
            not-a-price=1      | not-a-price          | has no count
            not-a-price=1      | not-a-price=2        | add up to 2, and 1 were refused
            0,2,1,0,1,         | 0,3,1,0,1,           | 3 were found, and 1 taken, 0 merged and 1 refused make 2
            """)
    void aMistakeInItIsFoundByVerifyWithItsLineAndStopsNoDecision(String good, String bad, String expected) throws IOException {
        assertThat(LOG).contains(good);
        Files.writeString(market.resolve("imports.csv"), LOG.replace(good, bad));

        List<Problem> problems = MarketFiles.verify(market).problems();

        assertThat(problems).extracting(Problem::toString).anySatisfy(p -> assertThat(p).contains("imports.csv:2").contains(expected));
        assertThat(MarketFiles.in(market).problems()).isEmpty();
    }

    @Test
    void aSoundLogHasNoProblem() throws IOException {
        Files.writeString(market.resolve("imports.csv"), LOG);

        assertThat(MarketFiles.verify(market).problems()).isEmpty();
    }
}
