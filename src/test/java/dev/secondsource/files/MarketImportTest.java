package dev.secondsource.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.catalogue.Format;
import dev.secondsource.market.Market;
import dev.secondsource.market.Offer;
import dev.secondsource.market.SoldAs;
import dev.secondsource.market.Supplier;
import dev.secondsource.policy.Policies;
import dev.secondsource.problem.Checked;
import dev.secondsource.problem.Problem;
import dev.secondsource.quantity.Money;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An import is all or nothing, and what it writes is a market. */
class MarketImportTest {
    private static final String HEADER = "InstanceType,AcceleratorName,AcceleratorCount,Price,SpotPrice,Region,AvailabilityZone\n";
    private static final String ROW = "p5.48xlarge,H100,8,54,,us-east-1,\n";

    @TempDir
    Path place;

    private Path market;
    private SampleMarket sample;

    @BeforeEach
    void aMarketOfTheUsers() throws IOException {
        market = Files.createDirectory(place.resolve("market"));
        sample = new SampleMarket(market);
        sample.read().orThrow();
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(place.resolve(name), text);
    }

    private Checked<MarketImport.Done> imported(Format format, String provider, Path to, Path... files) {
        return MarketImport.run(new MarketImport.Order(format, List.of(files), provider, Optional.empty(), LocalDate.of(2026, 11, 20), to, Optional.empty(), "USD", Optional.of(12), Map.of(),
                Optional.of(place.resolve("refused.csv")), Policies.of("import.memory-tolerance", "0.1", "import.far-from-peers", "10", "import.least-peers", "2", "cpf.spot-price-days", "90", "cpf.price-days", "365")));
    }

    private static Map<String, String> bytes(Path folder) throws IOException {
        Map<String, String> bytes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) bytes.put(folder.relativize(file).toString(), new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
        }
        return bytes;
    }

    private static Offer offer(Market market, String id) {
        return market.offers().stream().filter(o -> o.id().equals(id)).findFirst().orElseThrow(() -> new AssertionError(id + " not among " + market.offers().stream().map(Offer::id).toList()));
    }

    @Test
    void addsTheNewPriceAndLeavesEveryLineThereIsAsItIs() throws IOException {
        sample.append("offers.csv", "# a remark of the user's\n").read();
        List<String> before = Files.readAllLines(market.resolve("offers.csv"));

        Market now = imported(Format.SKYPILOT, "aws", market, file("aws.csv", HEADER + ROW)).orThrow().market();

        List<String> after = Files.readAllLines(market.resolve("offers.csv"));
        assertThat(offer(now.newest(), "aws:p5.48xlarge:us-east-1:on-demand").price()).isEqualTo(Money.usd("54"));
        assertThat(after.subList(0, before.size())).isEqualTo(before);
        assertThat(after.subList(before.size(), after.size())).containsExactly("aws,p5.48xlarge,H100-SXM,8,machine,us-east-1,,on-demand,,54,USD,2026-11-20,on,\"SkyPilot catalogue of aws, aws.csv, imported\",E2,");
        assertThat(Files.readString(market.resolve("market.yaml"))).isEqualTo("version: sample with imports to 2026-11-20\nasOf: 2026-11-20\n");
    }

    @Test
    void leavesTheEarlierPriceToAnEarlierDay() throws IOException {
        Market now = imported(Format.SKYPILOT, "aws", market, file("aws.csv", HEADER + ROW)).orThrow().market();

        assertThat(offer(now.visibleAt(LocalDate.of(2026, 11, 19)), "aws:p5.48xlarge:us-east-1:on-demand").price()).isEqualTo(Money.usd("55.04"));
        assertThat(offer(now.visibleAt(LocalDate.of(2026, 11, 20)), "aws:p5.48xlarge:us-east-1:on-demand").price()).isEqualTo(Money.usd("54"));
    }

    @Test
    void writesRowsInTheOrderOfTheUsersOwnColumns() throws IOException {
        List<List<String>> rows = sample.text("offers.csv").lines().map(l -> new ArrayList<>(List.of(l.split(",", -1)))).map(l -> (List<String>) l).toList();
        rows.forEach(row -> row.add(0, row.remove(row.size() - 1)));
        sample.file("offers.csv", String.join("\n", rows.stream().map(r -> String.join(",", r)).toList()) + "\n").read().orThrow();

        Market now = imported(Format.SKYPILOT, "aws", market, file("aws.csv", HEADER + ROW)).orThrow().market();

        assertThat(offer(now.newest(), "aws:p5.48xlarge:us-east-1:on-demand").price()).isEqualTo(Money.usd("54"));
    }

    @Test
    void changesNothingTheSecondTime() throws IOException {
        Path list = file("aws.csv", HEADER + ROW);
        imported(Format.SKYPILOT, "aws", market, list).orThrow();
        Map<String, String> before = bytes(market);

        MarketImport.Done again = imported(Format.SKYPILOT, "aws", market, list).orThrow();

        assertThat(again.written()).isFalse();
        assertThat(again.imported().unchanged()).isEqualTo(1);
        assertThat(bytes(market)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"p5.48xlarge,H100,8,54,,us-east-1\n", "p5.48xlarge,\"H100,8,54,,us-east-1,\n"})
    void leavesTheMarketAsItWasIfAFileFailsInItsMiddle(String bad) throws IOException {
        Map<String, String> before = bytes(market);

        Checked<MarketImport.Done> done = imported(Format.SKYPILOT, "aws", market, file("good.csv", HEADER + ROW), file("bad.csv", HEADER + ROW + bad));

        assertThat(done.problems()).singleElement().returns(3, Problem::line).satisfies(p -> assertThat(p.file()).endsWith("bad.csv"));
        assertThat(bytes(market)).isEqualTo(before);
        assertThat(place).isDirectoryNotContaining("glob:**.*new-*").isDirectoryNotContaining("glob:**.tmp").isDirectoryNotContaining("glob:**refused.csv");
    }

    @Test
    void leavesTheMarketAsItWasIfItWouldBeWrongAfterwards() throws IOException {
        // The reader of an import takes this list for sound; the reader of the market does not take it.
        sample.replace("suppliers.yaml", "suppliers:\n", "suppliers: # all of them\n").append("suppliers.yaml", "  # the end\n").read().orThrow();
        Files.writeString(market.resolve("suppliers.yaml"), "suppliers: [{id: nvidia, name: N, roles: [designer], jurisdiction: US}, {id: intel, name: I, roles: [designer], jurisdiction: US}, {id: aws, name: A, roles: [provider], jurisdiction: US}]\n");
        Map<String, String> before = bytes(market);

        Checked<MarketImport.Done> done = imported(Format.SKYPILOT, "nimbus", market, file("n.csv", HEADER + "nb-8,Gaudi3,8,20,,DE,\n"));

        assertThat(done.problems()).isNotEmpty().allSatisfy(p -> assertThat(p.file()).startsWith(market.toString()));
        assertThat(bytes(market)).isEqualTo(before);
    }

    @Test
    void leavesAFolderThatIsNoMarketAsItWas() throws IOException {
        Path other = Files.createDirectory(place.resolve("papers"));
        Files.writeString(other.resolve("letter.txt"), "dear");

        Checked<MarketImport.Done> done = imported(Format.SKYPILOT, "aws", other, file("aws.csv", HEADER + ROW));

        assertThat(done.problems()).isNotEmpty();
        assertThat(bytes(other)).containsOnlyKeys("letter.txt");
    }

    @Test
    void refusesAFileForAFolderAndAFolderInNoFolder() throws IOException {
        Path list = file("aws.csv", HEADER + ROW);

        assertThat(imported(Format.SKYPILOT, "aws", list, list).problems().get(0).what()).isEqualTo("is a file, not a directory");
        assertThat(imported(Format.SKYPILOT, "aws", place.resolve("no/such/place"), list).problems().get(0).what()).startsWith("there is no directory");
        assertThat(Files.readString(list)).isEqualTo(HEADER + ROW);
    }

    @Test
    void refusesAMarketOfWhichAFileCannotBeRead() throws IOException {
        Files.delete(market.resolve("offers.csv"));
        Files.createDirectory(market.resolve("offers.csv"));

        Checked<MarketImport.Done> done = imported(Format.SKYPILOT, "aws", market, file("aws.csv", HEADER + ROW));

        assertThat(done.problems()).isNotEmpty();
        assertThat(market.resolve("offers.csv")).isEmptyDirectory();
    }

    @Test
    void beginsAFolderThatIsNotThereAsACopyOfTheMarket() throws IOException {
        Path to = place.resolve("mine");

        MarketImport.Done done = imported(Format.SKYPILOT, "aws", to, file("aws.csv", HEADER + ROW)).orThrow();

        assertThat(to).isDirectoryContaining("glob:**SOURCES.md").isDirectoryContaining("glob:**aliases.csv");
        assertThat(done.market().newest().offers()).hasSameSizeAs(MarketFiles.bundled().orThrow().offers());
        assertThat(MarketFiles.in(to).problems()).isEmpty();
    }

    @Test
    void makesNoFolderIfNothingCouldBeTaken() throws IOException {
        Path to = place.resolve("mine");

        MarketImport.Done done = imported(Format.SKYPILOT, "aws", to, file("aws.csv", HEADER + "p5.48xlarge,H100,8,0,,us-east-1,\n")).orThrow();

        assertThat(done.written()).isFalse();
        assertThat(to).doesNotExist();
        assertThat(place.resolve("refused.csv")).content().contains("aws.csv,2,\"price zero, negative or no number\",p5.48xlarge,");
    }

    @Test
    void leavesTheMarketAsItWasIfTheRefusedRowsCannotBeWritten() throws IOException {
        Files.createDirectory(place.resolve("refused.csv"));
        Map<String, String> before = bytes(market);

        Checked<MarketImport.Done> done = imported(Format.SKYPILOT, "aws", market, file("aws.csv", HEADER + ROW));

        assertThat(done.problems()).singleElement().satisfies(p -> assertThat(p.file()).endsWith("refused.csv"));
        assertThat(bytes(market)).isEqualTo(before);
    }

    @Test
    void tellsWhereTheMarketIsThatAnInterruptedImportLeft() throws IOException {
        Files.move(market, place.resolve(".market.old-4711"));

        Checked<MarketImport.Done> done = imported(Format.SKYPILOT, "aws", market, file("aws.csv", HEADER + ROW));

        assertThat(done.problems()).singleElement().satisfies(p -> assertThat(p.mend()).contains(".market.old-4711"));
        assertThat(market).doesNotExist();
    }

    @Test
    void addsASellerAndItsRegionsOfWhichNothingElseIsKnown() throws IOException {
        MarketImport.Done done = imported(Format.SKYPILOT, "nimbus", market, file("n.csv", HEADER + "nb-8,Gaudi3,8,20,,DE,\nnb-8,Gaudi3,8,21,,north-2,\n")).orThrow();

        Supplier nimbus = done.market().supplier("nimbus");
        assertThat(done.newSupplier()).isTrue();
        assertThat(nimbus).returns(null, Supplier::jurisdiction).returns(java.util.Set.of(Supplier.Role.PROVIDER), Supplier::roles);
        assertThat(Files.readString(market.resolve("suppliers.yaml"))).contains("# Not yet described:");
        assertThat(offer(done.market(), "nimbus:nb-8:DE:on-demand").region().country()).isEqualTo("DE");
        assertThat(offer(done.market(), "nimbus:nb-8:north-2:on-demand").region().country()).isEqualTo("??");
    }

    @Test
    void takesAMisspeltSellerForNoNewOne() throws IOException {
        Path list = file("n.csv", HEADER + "nb-8,Gaudi3,8,20,,DE,\n");

        Checked<MarketImport.Done> done = imported(Format.SKYPILOT, "nvidai", market, list);

        assertThat(done.problems()).singleElement().satisfies(p -> assertThat(p.mend()).contains("did you mean nvidia?").contains("--jurisdiction"));
    }

    @Test
    void readsPackedFilesAndByteOrderMarks() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(("\uFEFF" + HEADER + ROW).getBytes(StandardCharsets.UTF_8));
        }
        Path file = Files.write(place.resolve("aws.csv.gz"), packed.toByteArray());
        Path cut = Files.write(place.resolve("cut.csv.gz"), java.util.Arrays.copyOf(packed.toByteArray(), packed.size() - 12));

        assertThat(imported(Format.SKYPILOT, "aws", market, cut).problems()).singleElement().satisfies(p -> assertThat(p.what()).contains("packed by gzip and damaged"));
        assertThat(imported(Format.SKYPILOT, "aws", market, file).orThrow().imported().replaced()).isEqualTo(1);
    }

    @Test
    void refusesTextInAnotherEncodingAndFilesThatAreNotThere() throws IOException {
        Path utf16 = Files.write(place.resolve("utf16.csv"), (HEADER + ROW).getBytes(StandardCharsets.UTF_16));

        assertThat(imported(Format.SKYPILOT, "aws", market, utf16).problems().get(0).what()).isEqualTo("is not UTF-8 text");
        assertThat(imported(Format.SKYPILOT, "aws", market, place.resolve("none.csv")).problems().get(0).what()).isEqualTo("there is no such file");
        assertThat(imported(Format.SKYPILOT, "aws", market, place).problems().get(0).what()).isEqualTo("is a directory");
    }

    @Test
    void readsTheUsersOwnNamesOfParts() throws IOException {
        Files.writeString(market.resolve("aliases.csv"), "name,provider,says,memory_gib,of,accelerator,chips,sold_as,note\nHL-X,,,,,Gaudi3,,machine,ours\n");

        MarketImport.Done done = imported(Format.SKYPILOT, "aws", market, file("aws.csv", HEADER + "dl9.24xlarge,HL-X,8,20,,us-east-1,\n")).orThrow();

        assertThat(offer(done.market(), "aws:dl9.24xlarge:us-east-1:on-demand")).returns("Gaudi3", Offer::accelerator).returns(SoldAs.MACHINE, Offer::soldAs);
    }

    @Test
    void tellsWhatIsWrongWithTheUsersOwnNames() throws IOException {
        Files.writeString(market.resolve("aliases.csv"), "name,provider,says,memory_gib,of,accelerator,chips,sold_as,note\nHL-X,,,,,Gaudi33,,,\nHL-Y,,,,,Gaudi3,many,,\n");

        List<Problem> problems = imported(Format.SKYPILOT, "aws", market, file("aws.csv", HEADER + ROW)).problems();

        assertThat(problems).extracting(Problem::line).containsExactly(2, 3);
        assertThat(problems.get(0).mend()).isEqualTo("did you mean Gaudi3?");
    }

    @Test
    void everyNameThatShipsMeansAPartOfTheMarket() {
        Map<String, Integer> unknown = new HashMap<>();

        CatalogueTables.aliases(CatalogueTables.ALIASES, text(), MarketFiles.bundled().orThrow().accelerators().keySet(), false).problems().forEach(p -> unknown.merge(p.toString(), 1, Integer::sum));

        assertThat(unknown).isEmpty();
    }

    private static String text() {
        try {
            return MarketFiles.resource(CatalogueTables.ALIASES);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void theRegionsThatAreKnownAgreeWithTheMarkets() {
        Market bundled = MarketFiles.bundled().orThrow();

        assertThat(bundled.offers()).filteredOn(o -> o.region() != null && CatalogueTables.places(o.provider()).containsKey(o.region().id()))
                .hasSizeGreaterThan(100).allSatisfy(o -> assertThat(o.region().country()).isEqualTo(CatalogueTables.places(o.provider()).get(o.region().id())));
    }
}
