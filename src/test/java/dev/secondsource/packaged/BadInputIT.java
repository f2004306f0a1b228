package dev.secondsource.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.packaged.Program.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What bad input gets: a line that names the place and the mend, exit code 3, and nothing written. */
class BadInputIT {
    private static final String GOOD = "profiles/fine-tuning-startup.yaml";

    @TempDir
    Path place;

    @TempDir
    Path state;

    @Test
    void aMissingFile() throws Exception {
        refused("profiles/fine-tuning-startpu.yaml: there is no such file; did you mean fine-tuning-startup.yaml?",
                "evaluate", "profiles/fine-tuning-startpu.yaml");
    }

    @Test
    void aDirectoryForAFile() throws Exception {
        refused("profiles: this is a directory; name a profile file in it", "evaluate", "profiles");
    }

    @Test
    void malformedYaml() throws Exception {
        Path file = Files.writeString(place.resolve("bad.yaml"), "schema: buyer-profile/1\nid: [x\nname: y\n");

        refused(file + ":3: ", "evaluate", file.toString());
    }

    @Test
    void bytesThatAreNoText() throws Exception {
        Path file = Files.write(place.resolve("bad.yaml"), new byte[] {'i', 'd', '\n', (byte) 0xff});

        refused(file + ":2: bytes that are not UTF-8; save the file as UTF-8", "evaluate", file.toString());
    }

    @Test
    void anUnknownAccelerator() throws Exception {
        Path file = spoilt("profiles/frontier-lab.yaml", "accelerator: Trainium2", "accelerator: Trainum2");

        refused(file + ":" + lineOf("Trainum2", file) + ": fleet[3].accelerator: no accelerator \"Trainum2\"; did you mean Trainium2?", "evaluate", file.toString());
    }

    private static int lineOf(String word, Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) if (lines.get(i).contains(word)) return i + 1;
        throw new AssertionError(word + " is not in " + file);
    }

    @Test
    void everyProblemOfAProfileAtOnce() throws Exception {
        Path file = spoilt("profiles/frontier-lab.yaml", "currency: USD\nhorizonMonths: 36", "currencyy: USD\nhorizonMonths: many");

        Ended ended = Program.jar().runKeeping(state, "evaluate", file.toString());

        assertThat(ended.notes().lines()).hasSizeGreaterThan(1).allMatch(line -> line.startsWith("secondsource: " + file + ":"));
        assertThat(ended.exitCode()).isEqualTo(3);
    }

    @Test
    void anOverrideOfAPolicyKeyThatIsNone() throws Exception {
        Path file = place.resolve("bad.yaml");
        Files.writeString(file, Files.readString(Path.of("profiles/frontier-lab.yaml")) + "policy: {overrides: {cpf.clear-win-roh: 0.7}}\n");

        refused("policy.overrides.cpf.clear-win-roh: no policy key \"cpf.clear-win-roh\"; did you mean cpf.clear-win-rho?", "evaluate", file.toString());
    }

    @Test
    void aPolicyKeyThatNoRuleReads() throws Exception {
        Path rules = Trees.copy(Path.of("rules"), place.resolve("rules"));
        Trees.edit(rules.resolve("policy.yaml"), "values:\n", """
                values:
                  cpf.nonsense:
                    unit: share
                    meaning: Nothing reads it
                    dated:
                      - {since: 2020-01-01, value: 0.5, tag: judgement, source: "nobody"}
                """);

        refused("policy.yaml: values.cpf.nonsense: no rule and no formula reads this key; remove it, or correct its name",
                "evaluate", GOOD, "--rules", rules.toString());
    }

    @Test
    void aRuleFileWithAWordThatIsNone() throws Exception {
        Path rules = Trees.copy(Path.of("rules"), place.resolve("rules"));
        Path file = rules.resolve("cost-performance/price-out-of-date.drl");
        Trees.edit(file, "deal\\.pricing == PricingKind.SPOT", "deal.pircing == PricingKind.SPOT");

        refused(file + ":" + lineOf("pircing", file) + ": price-out-of-date: spot: deal.pircing is not a word of Candidate; did you mean deal.pricing?",
                "evaluate", GOOD, "--rules", rules.toString());
    }

    @Test
    void aRulesFolderThatIsNone() throws Exception {
        refused(place.resolve("none") + ": there is no such rules folder", "rules", "list", "--rules", place.resolve("none").toString());
    }

    @Test
    void aMarketRowWithoutADate() throws Exception {
        Path market = Trees.copy(Path.of("src/main/resources/market"), place.resolve("market"));
        Trees.edit(market.resolve("offers.csv"), ",USD,\\d{4}-\\d\\d-\\d\\d,on,", ",USD,,,");

        refused(market.resolve("offers.csv") + ":2: price_date: ", "evaluate", GOOD, "--market", market.toString());
    }

    @Test
    void aDirectoryWithoutProfiles() throws Exception {
        Path out = place.resolve("out");

        refused(place + ": no profile in this directory; put .yaml or .json profiles there", "batch", place.toString(), "--out", out.toString());

        assertThat(out).doesNotExist();
    }

    @Test
    void anOutputDirectoryThatIsAFile() throws Exception {
        Path file = Files.writeString(place.resolve("file"), "mine");

        refused(file + ": is a file, not a directory; name a directory for the results", "batch", GOOD, "--out", file.toString());

        assertThat(file).hasContent("mine");
    }

    @Test
    void anOutputFileWhereThereIsNoDirectory() throws Exception {
        refused(place.resolve("none/record.json") + ": there is no directory ", "evaluate", GOOD, "--out", place.resolve("none/record.json").toString());
    }

    private Path spoilt(String profile, String pattern, String replacement) throws Exception {
        Path file = Files.copy(Path.of(profile), place.resolve("bad.yaml"));
        Trees.edit(file, pattern, replacement);
        return file;
    }

    /** One line that holds the expectation, no data, exit code 3, and no file more than before. */
    private void refused(String expected, String... words) throws Exception {
        List<String> before = Trees.names(place);

        Ended ended = Program.jar().runKeeping(state, words);

        List<String> lines = new ArrayList<>(ended.notes().lines().toList());
        lines.removeIf(line -> line.startsWith("rules of ") || line.startsWith("market of "));
        assertThat(lines).singleElement().asString().startsWith("secondsource: ").contains(expected).contains("; ");
        assertThat(ended.data()).isEmpty();
        assertThat(ended.exitCode()).isEqualTo(3);
        assertThat(Trees.names(place)).isEqualTo(before);
        assertThat(state.resolve("secondsource/last-error.txt")).doesNotExist();
    }
}
