package dev.secondsource.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One look at a market folder finds every mistake in it, with the line it is on. */
class MarketVerifyCommandTest {
    @TempDir
    Path market;

    private Bench bench;

    @BeforeEach
    void copy() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/market"))) {
            for (Path file : files.toList()) Files.copy(file, market.resolve(file.getFileName()));
        }
        bench = Bench.with(new MarketVerifyCommand(new Sources(Map.of(), Optional.of(Path.of("").toAbsolutePath()))));
    }

    private int add(String file, String row) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(market.resolve(file)));
        lines.add(row);
        Files.write(market.resolve(file), lines);
        return lines.size();
    }

    private void replace(String file, String piece, String by) throws IOException {
        String text = Files.readString(market.resolve(file));
        assertThat(text).contains(piece);
        Files.writeString(market.resolve(file), text.replace(piece, by));
    }

    private JsonNode verified(int exitCode) {
        assertThat(bench.run("market", "verify", market.toString(), "--as-of", "2026-10-31", "-o", "json")).isEqualTo(exitCode);
        return JsonMapper.shared().readTree(bench.data());
    }

    private static List<String> texts(JsonNode all, String... fields) {
        List<String> texts = new ArrayList<>();
        for (JsonNode one : all) {
            StringBuilder text = new StringBuilder();
            for (String field : fields) text.append(one.path(field).asString("")).append(' ');
            texts.add(text.toString().strip());
        }
        return texts;
    }

    @Test
    void findsNothingWrongWithTheMarketThatShips() {
        JsonNode found = verified(0);

        assertThat(found.path("valid").asBoolean()).isTrue();
        assertThat(found.path("errors")).isEmpty();
        assertThat(found.path("warnings")).isEmpty();
        assertThat(texts(found.path("stale"), "offer")).contains("runpod:h100-sxm:any:spot").doesNotContain("runpod:mi300x:secure:on-demand");
    }

    @Test
    void findsTwentyMistakesAtOnce() throws IOException {
        Map<Integer, String> expected = new java.util.LinkedHashMap<>();
        String from = ",USD,2026-10-01,on,a list,E1,";
        expected.put(add("offers.csv", "aws,p5.48xlarge,H100-SXM,8,machine,us-east-1,,on-demand,,0" + from), "0 is not above zero");
        expected.put(add("offers.csv", "aws,p5.48xlarge,H100-SXM,8,machine,us-west-2,,on-demand,,-3" + from), "-3 is not above zero");
        expected.put(add("offers.csv", "aws,p5.48xlarge,H100-SMX,8,machine,us-east-1,,on-demand,,55" + from), "no accelerator \"H100-SMX\"");
        expected.put(add("offers.csv", "awz,p5.48xlarge,H100-SXM,8,machine,us-east-1,,on-demand,,55" + from), "no supplier \"awz\"");
        expected.put(add("offers.csv", "aws,p5.48xlarge,H100-SXM,8,machine,mars-1,,on-demand,,55" + from), "no region of aws \"mars-1\"");
        expected.put(add("offers.csv", "aws,p5.48xlarge,H100-SXM,0.5,machine,us-east-1,,on-demand,,5" + from), "is not a whole number above zero");
        expected.put(add("offers.csv", "aws,p5.48xlarge,H100-SXM,8,machine,us-east-1,,committed,,5" + from), "a commitment without a term");
        expected.put(add("offers.csv", "aws,p5.48xlarge,H100-SXM,8,machine,us-east-1,,spot,12,5" + from), "a term on spot pricing");
        expected.put(add("offers.csv", "aws,p5.48xlarge,H100-SXM,8,machine,us-east-1,,on-demand,,5.5e1" + from), "is not a number");
        expected.put(add("offers.csv", "aws,p5.48xlarge,H100-SXM,8,machine,us-east-1,,on-demand,,55,DOLLARS,2026-10-01,on,a list,E1,"), "is not a currency");
        expected.put(add("offers.csv", "aws,p5.48xlarge,H100-SXM,8,machine,us-east-1,,on-demand,,55,USD,2027-01-01,on,a list,E1,"), "after the market's asOf");
        expected.put(add("offers.csv", "aws,p5.48xlarge,H100-SXM,8,machine,us-east-1,,on-demand,,55,USD,2026-10-01,on,,E1,"), "is missing");
        expected.put(add("offers.csv", "aws,p5.48xlarge,H100-SXM,8,machine,us-east-1,,on-demand,,56,USD,2026-07-20,on,a list,E1,"), "sources in conflict");
        expected.put(add("offers.csv", "aws,p5.48xlarge,H100-SXM,4,machine,us-east-1,,on-demand,,56,USD,2026-01-20,on,a list,E1,"), "holds 4 H100-SXM here");
        expected.put(add("offers.csv", "aws,p5.48xlarge,H100-SXM,8"), "cells under 16 columns");
        expected.put(add("offers.csv", "aws,H100 MIG 1g.10gb,H100-SXM,1,machine,us-east-1,,on-demand,,5" + from), "is a slice of a chip");
        List<String> odd = new ArrayList<>();
        odd.add("spot above on demand /" + add("offers.csv", "aws,p5.48xlarge,H100-SXM,8,machine,us-east-1,,spot,,90" + from));
        odd.add("far from peers /" + add("offers.csv", "aws,p5.4xlarge,H100-SXM,1,part-of-a-machine,us-east-1,,on-demand,,500" + from));
        odd.add("longer term dearer /" + add("offers.csv", "google,g2-standard-4,L4,1,part-of-a-machine,us-central1,,committed,60,0.44" + from));
        odd.add("name contradicts count /" + add("offers.csv", "crusoe,h100-8x,H100-SXM,1,machine,unspecified,,on-demand,,4" + from));
        odd.add("name contradicts memory /" + add("offers.csv", "crusoe,a100-40gb-new,A100-80GB,1,,unspecified,,on-demand,,1.8" + from));
        odd.add("extraordinary term /" + add("offers.csv", "crusoe,h200-long,H200-SXM,1,,unspecified,,committed,360,3" + from));
        odd.add("seller is no provider /" + add("offers.csv", "intel,gaudi,Gaudi3,8,machine,here,,on-demand,,20" + from));
        add("regions.csv", "intel,here,US,,,,,");
        odd.add("sources disagree /" + add("offers.csv", "runpod,mi300x,MI300X,1,accelerator,secure,,on-demand,,2.10,USD,2026-06-02,on,another tracker,E2,"));

        JsonNode found = verified(3);

        List<String> errors = texts(found.path("errors"), "file", "line", "what");
        expected.forEach((line, what) -> assertThat(errors).as(what).anyMatch(e -> e.contains("offers.csv " + line + " ") && e.contains(what)));
        assertThat(errors).hasSameSizeAs(expected.keySet());
        List<String> warnings = texts(found.path("warnings"), "kind", "place");
        odd.forEach(o -> assertThat(warnings).as(o).anyMatch(w -> w.replace('-', ' ').startsWith(o.substring(0, o.indexOf(" /"))) && w.endsWith("offers.csv:" + o.substring(o.indexOf('/') + 1))));
        assertThat(found.path("valid").asBoolean()).isFalse();
    }

    /** The rows that look right and are not, each placed by hand into a market that has nothing odd. */
    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            zero price                          | offers.csv       | aws,p5.48xlarge,H100-SXM,8,machine,us-west-2,,on-demand,,0,USD,2026-10-01,on,a list,E1,              | 0 is not above zero
            negative price                      | offers.csv       | aws,p5.48xlarge,H100-SXM,8,machine,us-west-2,,on-demand,,-55,USD,2026-10-01,on,a list,E1,            | -55 is not above zero
            spot dearer than on demand          | offers.csv       | aws,p5.48xlarge,H100-SXM,8,machine,us-east-1,use1-az1,spot,,55.05,USD,2026-10-01,on,a list,E1,       | spot-above-on-demand
            spot dearer in the past             | offers.csv       | aws,trn1.32xlarge,Trainium1,16,machine,us-east-1,use1-az9,spot,,90,USD,2026-08-01,on,a list,E1,      | spot-above-on-demand
            slice by its name                   | offers.csv       | aws,MIG 1g.10gb,H100-SXM,1,accelerator,us-east-1,,on-demand,,1.2,USD,2026-10-01,on,a list,E1,        | is a slice of a chip
            slice by the machine it is of       | offers.csv       | aws,p5.48xlarge,H100-SXM,1,machine,us-west-2,,capacity-block,,6.88,USD,2026-10-01,on,a list,E1,      | machine-contradicts
            slice by its price                  | offers.csv       | crusoe,h100-new,H100-SXM,1,accelerator,unspecified,,on-demand,,0.61,USD,2026-10-01,on,a list,E1,     | far-from-peers
            part of the machine's price         | offers.csv       | crusoe,h100-new,H100-SXM,8,machine,unspecified,,on-demand,,3.9,USD,2026-10-01,on,a list,E1,          | far-from-peers
            memory of another part              | offers.csv       | crusoe,h100-141gb,H100-SXM,1,accelerator,unspecified,,on-demand,,3.9,USD,2026-10-01,on,a list,E1,    | name-contradicts-memory
            ten times its peers                 | offers.csv       | crusoe,h100-new,H100-SXM,1,accelerator,unspecified,,on-demand,,39,USD,2026-10-01,on,a list,E1,       | far-from-peers
            ten times its own earlier price     | offers.csv       | aws,p5.48xlarge,H100-SXM,8,machine,us-east-1,,on-demand,,600,USD,2026-10-01,on,a list,E1,            | far-from-earlier
            a region that is not the seller's   | offers.csv       | aws,p5.48xlarge,H100-SXM,8,machine,us-central1,,on-demand,,55.04,USD,2026-10-01,on,a list,E1,        | no region of aws
            a zone of another region            | offers.csv       | aws,p5.48xlarge,H100-SXM,8,machine,us-east-1,usw2-az1,spot,,25,USD,2026-10-01,on,a list,E1,          | zone-not-in-region
            another currency                    | offers.csv       | aws,p5.48xlarge,H100-SXM,8,machine,us-west-2,,capacity-block,,40,EUR,2026-10-01,on,a list,E1,        | other-currency
            """)
    void findsARowThatLooksRightWithItsLineAndTellsTheMend(String fault, String file, String row, String expected) throws IOException {
        int line = add(file, row);

        bench.run("market", "verify", market.toString(), "--as-of", "2026-10-31", "-o", "json");

        JsonNode found = JsonMapper.shared().readTree(bench.data());
        List<String> told = new ArrayList<>(texts(found.path("errors"), "file", "line", "what", "mend").stream().map(e -> e.replaceFirst("csv (\\d+)", "csv:$1")).toList());
        told.addAll(texts(found.path("warnings"), "place", "kind", "what", "mend"));
        assertThat(told).as(fault).hasSizeBetween(1, 4).anySatisfy(one -> assertThat(one).contains(file + ":" + line + " ").contains(expected));
        assertThat(texts(found.path("warnings"), "mend")).doesNotContain("");
    }

    @Test
    void findsAPartWithTheMemoryOfAnother() throws IOException {
        replace("accelerators.csv", "H100-SXM,nvidia,3,80,", "H100-SXM,nvidia,3,40,");

        assertThat(texts(verified(0).path("warnings"), "kind", "subject")).contains("memory-contradicts H100-SXM");
    }

    @Test
    void findsARegionThatIsNotTheSellersAndACountryThatIsNotTheRegions() throws IOException {
        replace("regions.csv", "aws,us-east-1,US", "aws,us-east-1,DE");
        add("regions.csv", "aws,us-easst-2,US,,,,,");
        int line = add("offers.csv", "aws,p5.48xlarge,H100-SXM,8,machine,us-easst-2,,on-demand,,55.04,USD,2026-10-01,on,a list,E1,");

        List<String> warnings = texts(verified(0).path("warnings"), "kind", "place", "what");

        assertThat(warnings).anyMatch(w -> w.startsWith("unknown-region ") && w.contains("offers.csv:" + line + " ") && w.endsWith("did you mean us-east-2?"));
        assertThat(warnings).anyMatch(w -> w.startsWith("country-contradicts ") && w.endsWith("us-east-1 of aws is in US, and regions.csv has DE"));
    }

    @Test
    void findsAWrongPriceOfThePastOnItsOwnLine() throws IOException {
        int line = add("offers.csv", "aws,p5.48xlarge,H100-SXM,8,machine,us-east-1,,on-demand,,5504,USD,2026-01-20,on,a list,E1,");

        assertThat(texts(verified(0).path("warnings"), "kind", "place")).anyMatch(w -> w.startsWith("far-from-earlier"));
        add("offers.csv", "aws,p5.48xlarge,H100-SXM,8,machine,us-east-1,,on-demand,,55,USD,2025-10-20,on,a list,E1,");
        bench = Bench.with(new MarketVerifyCommand(new Sources(Map.of(), Optional.of(Path.of("").toAbsolutePath()))));
        assertThat(texts(verified(0).path("warnings"), "kind", "place")).anyMatch(w -> w.startsWith("far-from-earlier") && w.endsWith("offers.csv:" + line));
    }

    @Test
    void tellsTheSameToAPerson() throws IOException {
        int wrong = add("offers.csv", "aws,p5.48xlarge,H100-SXM,8,machine,us-east-1,,on-demand,,0,USD,2026-10-01,on,a list,E1,");
        int odd = add("offers.csv", "aws,p5.48xlarge,H100-SXM,8,machine,us-east-1,,spot,,90,USD,2026-10-01,on,a list,E1,");

        int exitCode = bench.run("market", "verify", market.toString(), "--as-of", "2026-10-31");

        assertThat(exitCode).isEqualTo(3);
        assertThat(bench.notes()).contains("offers.csv:" + wrong + ": price_per_hour: 0 is not above zero");
        assertThat(bench.data()).contains("1 error, so nothing is decided on it", "1 warning.", "older than 90 days", "Not known").containsPattern("offers\\.csv:" + odd + ": spot\\s+above on demand");
    }

    @Test
    void aMistakeInTheLogOfImportsIsToldAsOneThatNoDecisionReads() throws IOException {
        Files.writeString(market.resolve("imports.csv"), "as_of,file\n");

        assertThat(bench.run("market", "verify", market.toString(), "--as-of", "2026-10-31")).isEqualTo(3);

        assertThat(bench.notes()).contains("imports.csv:1: format: missing column");
        assertThat(bench.data().replaceAll("\\s+", " ")).contains("10 errors in the log of imports, which no decision reads.");
    }

    @Test
    void looksOnWhereAWholeFileIsGone() throws IOException {
        Files.delete(market.resolve("stacks.yaml"));
        replace("accelerators.csv", "H100-SXM,nvidia", "H100-SXM,nobody");

        JsonNode found = verified(3);

        assertThat(texts(found.path("errors"), "file", "what")).anyMatch(e -> e.endsWith("stacks.yaml no such file")).anyMatch(e -> e.contains("no supplier \"nobody\""));
    }

    @Test
    void refusesAFolderThatIsNone() {
        assertThat(bench.run("market", "verify", market.resolve("none").toString())).isEqualTo(3);
        assertThat(bench.notes()).contains("no such folder");
    }
}
