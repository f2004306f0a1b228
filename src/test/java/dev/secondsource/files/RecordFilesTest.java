package dev.secondsource.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.Shipped;
import dev.secondsource.comparison.Change;
import dev.secondsource.comparison.DecisionChange;
import dev.secondsource.comparison.Outline;
import dev.secondsource.decision.Decision;
import dev.secondsource.knowledge.Rule;
import dev.secondsource.market.Market;
import dev.secondsource.problem.Checked;
import dev.secondsource.problem.Problem;
import dev.secondsource.profile.BuyerProfile;
import dev.secondsource.profile.PolicyChoice;
import dev.secondsource.report.Analyses;
import dev.secondsource.report.CsvReport;
import dev.secondsource.report.DecisionRecord;
import dev.secondsource.report.HtmlReport;
import dev.secondsource.report.MarkdownReport;
import dev.secondsource.report.SampleDecision;
import dev.secondsource.rules.Facts;
import dev.secondsource.whatif.MarketSetting;
import dev.secondsource.whatif.Setting;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class RecordFilesTest {
    private static final BuyerProfile BANK = Shipped.profile("regulated-bank");

    @TempDir
    Path place;

    @Test
    void aDecisionDiffersInNothingFromItsOwnRecord() throws IOException {
        for (String id : List.of("regulated-bank", "image-generation", "export-controlled-site")) {
            Decision decision = Shipped.decision(Shipped.profile(id));

            DecisionChange change = DecisionChange.between(read(record(decision)), outline(decision), List.of());

            assertThat(change.isChange()).as(id).isFalse();
            assertThat(change.inputs()).as(id).isEmpty();
            assertThat(change.sayings()).as(id).isEmpty();
        }
    }

    /** Markets, policies, dates and buyers that differ; of the market also what is not known any more, so that rules change from a verdict to UNKNOWN and back. */
    @Test
    void recordsDifferAsTheirDecisionsDoAndFromDecisionsLikewise() throws IOException {
        Market dearer = set("market.offers[provider=runpod].price=+60%");
        Market slower = set("market.speeds[accelerator=MI300X].factor=0.5");
        BuyerProfile serving = Shipped.profile("enterprise-serving-70b");
        BuyerProfile strict = serving.decidingBy(new PolicyChoice("default", Map.of("div.designer-share-cap", new BigDecimal("0.45"), "cpf.clear-win-rho", new BigDecimal("0.3"))));
        BuyerProfile earlier = Facts.with(BANK, "asOf", BANK.asOf().minusMonths(5));
        List<Change<Decision>> pairs = List.of(new Change<>(Shipped.decision(BANK), Shipped.decide(BANK, dearer)), new Change<>(Shipped.decision(BANK), Shipped.decide(BANK, slower)),
                new Change<>(Shipped.decision(serving), Shipped.decide(strict, Shipped.market())), new Change<>(Shipped.decide(earlier, Shipped.market()), Shipped.decision(BANK)),
                new Change<>(Shipped.decision(Shipped.profile("export-controlled-site")), Shipped.decision(Shipped.profile("frontier-lab"))));
        List<String> seen = new ArrayList<>();
        for (Change<Decision> pair : pairs) {
            Outline before = outline(pair.before());
            Outline after = outline(pair.after());
            Outline beforeRead = read(record(pair.before()));
            Outline afterRead = read(record(pair.after()));

            DecisionChange ofDecisions = DecisionChange.between(before, after, List.of());

            assertThat(ofDecisions.isChange()).as("pair " + pairs.indexOf(pair)).isTrue();
            ofDecisions.sayings().forEach(s -> seen.add(s.said().before() + " -> " + s.said().after()));
            for (DecisionChange ofRecords : List.of(DecisionChange.between(beforeRead, afterRead, null), DecisionChange.between(beforeRead, after, null), DecisionChange.between(before, afterRead, null)))
                assertThat(ofRecords).usingRecursiveComparison().withComparatorForType(BigDecimal::compareTo, BigDecimal.class).isEqualTo(ofDecisions);
        }
        assertThat(seen).contains("silent -> not about it", "not about it -> silent", "silent -> MAJOR against").anyMatch(s -> s.startsWith("not about it -> M")).anyMatch(s -> s.startsWith("unknown, "));
    }

    private static Market set(String setting) {
        return MarketSetting.apply(Setting.parse(setting).orThrow(), Shipped.market(), BANK.asOf()).orThrow().market();
    }

    /** What such a record does not tell is said to be not known, and is not made up when it is written again. */
    @Test
    void readsARecordOfBeforeItToldWhichRulesAreSilent() throws IOException {
        Decision decision = Shipped.decision(BANK);
        JsonNode old = JsonMapper.shared().readTree(Files.readString(record(decision)));
        ((ObjectNode) old.get("review")).remove("silentRules");
        old.get("verdicts").forEach(v -> ((ObjectNode) v).remove("silentRules"));
        old.get("rules").forEach(r -> ((ObjectNode) r).remove("policyKeys"));
        Path file = place.resolve("old.json");
        Files.writeString(file, old.toPrettyString());

        Recorded recorded = RecordFiles.read(file).orThrow();
        DecisionChange change = DecisionChange.between(Outline.of(recorded.decision(), recorded.rules()), outline(Shipped.decide(BANK, set("market.speeds[accelerator=MI300X].factor=0.5"))), null);

        assertThat(recorded.decision().knowsSilentRules()).isFalse();
        assertThat(change.sayings()).isNotEmpty().noneMatch(s -> s.said().before().equals("silent") || s.said().before().equals("not about it"));
        assertThat(change.sayings()).anyMatch(s -> s.said().before().equals("silent or not about it"));
        assertThat(JsonMapper.shared().readTree(DecisionRecord.of(recorded.decision(), recorded.rules()))).isEqualTo(old);
    }

    @Test
    void ofRulesThatDifferARecordDoesNotSayThatOnlyTheirFactsDid() throws IOException {
        Decision decision = Shipped.decision(BANK);
        Path file = record(decision);
        Files.writeString(file, Files.readString(file).replace(decision.inputs().rulesSha256(), "0".repeat(64)));

        DecisionChange change = DecisionChange.between(read(file), outline(Shipped.decide(BANK, set("market.offers[provider=runpod].price=+60%"))), null);

        assertThat(change.sayings()).anyMatch(s -> s.cause().equals(DecisionChange.UNTOLD)).noneMatch(s -> s.cause().equals(DecisionChange.INDIRECT));
    }

    /** Whatever a record has is in the decision read from it, as it was; so nothing that is made of the record alone can differ. */
    @Test
    void aRecordOfWhatWasReadFromARecordIsThatRecord() throws IOException {
        List<Decision> decisions = new ArrayList<>(Shipped.profiles().stream().map(Shipped::decision).toList());
        decisions.add(SampleDecision.decision());
        for (Decision decision : decisions) {
            Path file = record(decision);

            Recorded recorded = RecordFiles.read(file).orThrow();

            assertThat(DecisionRecord.of(recorded.decision(), recorded.rules())).as(decision.profile().id()).isEqualTo(Files.readString(file));
        }
    }

    @Test
    void reportsOfARecordAreThoseOfItsDecision() throws IOException {
        for (String id : List.of("regulated-bank", "frontier-lab", "export-controlled-site", "image-generation")) {
            Decision decision = Shipped.decision(Shipped.profile(id));
            List<Rule> rules = Shipped.knowledge().rules();

            Recorded recorded = RecordFiles.read(record(decision)).orThrow();

            assertThat(sections(HtmlReport.of(recorded.decision(), recorded.rules(), Analyses.NONE, 15))).as(id).containsExactlyElementsOf(sections(HtmlReport.of(decision, rules, Analyses.NONE, 15)));
            assertThat(MarkdownReport.of(recorded.decision(), recorded.rules(), Analyses.NONE, 15)).as(id).isEqualTo(MarkdownReport.of(decision, rules, Analyses.NONE, 15));
            assertThat(CsvReport.of(recorded.decision())).as(id).isEqualTo(CsvReport.of(decision));
        }
    }

    private static List<String> sections(String page) {
        return List.of(page.split("(?=<section)"));
    }

    /** Each value in turn is taken away, made absurd, made another kind: a report all the same, or a problem that says where. */
    @Test
    void whatSomebodyWroteByHandIsReportedOrRefusedWithItsPlace() throws IOException {
        JsonNode whole = JsonMapper.shared().readTree(Files.readString(record(SampleDecision.decision())));
        List<String> places = new ArrayList<>();
        collect(whole, "", places);
        int refused = 0;
        for (String place : places)
            for (String other : List.of("null", "\"1e999999999\"", "{}", "-7")) {
                Path file = this.place.resolve("edited.json");
                Files.writeString(file, edited(whole, place, other));

                Checked<Recorded> read = RecordFiles.read(file);

                if (read instanceof Checked.Valid<Recorded> valid) {
                    assertThat(HtmlReport.of(valid.value().decision(), valid.value().rules(), Analyses.NONE, 15)).as(place + " = " + other).contains("</html>");
                } else {
                    refused++;
                    assertThat(read.problems()).as(place + " = " + other).singleElement().satisfies(p -> {
                        assertThat(p.path()).isNotEmpty();
                        assertThat(p.mend()).isNotEmpty();
                    });
                }
            }
        assertThat(places).hasSizeGreaterThan(150);
        assertThat(refused).isGreaterThan(400);
    }

    /** Every place in a record, of lists the first two. */
    private static void collect(JsonNode node, String place, List<String> places) {
        if (!place.isEmpty()) places.add(place);
        if (node.isObject()) node.properties().forEach(e -> collect(e.getValue(), place + "/" + e.getKey(), places));
        if (node.isArray()) for (int i = 0; i < Math.min(2, node.size()); i++) collect(node.get(i), place + "/" + i, places);
    }

    private static String edited(JsonNode whole, String place, String other) {
        JsonNode copy = whole.deepCopy();
        int last = place.lastIndexOf('/');
        JsonNode parent = copy.at(place.substring(0, last));
        String key = place.substring(last + 1);
        JsonNode value = JsonMapper.shared().readTree(other);
        if (parent instanceof ObjectNode object) object.set(key, value);
        else ((ArrayNode) parent).set(Integer.parseInt(key), value);
        return copy.toString();
    }

    @Test
    void refusesARecordThatContradictsItself() throws IOException {
        String record = Files.readString(record(Shipped.decision(BANK)));
        String first = Shipped.decision(BANK).workloads().get(0).candidates().get(0).offer().id();

        assertThat(problem(record.replaceFirst("\"winner\": \"[^\"]+\"", "\"winner\": \"somebody:else\"")).toString()).contains("answers[0]", "names another winner than leads by the verdicts, " + first);
        assertThat(problem(record.replaceFirst("\"rank\": 1,", "\"rank\": 2,")).toString()).contains("verdicts[0]", "has rank 2 and stands at 1");
        assertThat(problem(record.replaceFirst("\"candidates\": \\d+", "\"candidates\": 3")).toString()).contains("answers[0]", "tells of 3 candidates");
        assertThat(problem(record.replaceFirst("\"currency\": \"USD\"", "\"currency\": \"EUR\"")).toString()).contains("the currency of the record");
        assertThat(problem(record.replaceFirst("\"silent\": \\{\"NOT_FIRED\":\\d+", "\"silent\": {\"NOT_FIRED\":1")).toString()).contains("verdicts[0].silentRules", "that are NOT_FIRED, and the record counts 1");
        assertThat(problem(record.replaceFirst("(\"silentRules\": \\{\"NOT_FIRED\":\\[)\"[^\"]+\",\"([^\"]+)\"", "$1\"$2\",\"$2\"")).toString()).contains("verdicts[0].silentRules", "what it is not: NOT_FIRED");
    }

    private Problem problem(String record) throws IOException {
        Path file = place.resolve("contradicts.json");
        Files.writeString(file, record);
        return RecordFiles.read(file).problems().get(0);
    }

    /** A record of before the 40/20 comparison was in it: all but that picture. */
    @Test
    void readsARecordOfBeforeItHadTheComparison() throws IOException {
        Decision decision = Shipped.decision(BANK);
        Path file = place.resolve("old.json");
        Files.writeString(file, Files.readString(record(decision)).replaceAll("\n *\"againstIncumbent\":[^\n]*", ""));

        Recorded recorded = RecordFiles.read(file).orThrow();

        String page = HtmlReport.of(recorded.decision(), recorded.rules(), Analyses.NONE, 15);
        assertThat(page).contains("There is nothing to draw", "id=\"exposure-picture\"").doesNotContain("id=\"break-even-1\"");
    }

    @Test
    void knowsARecordFromAProfile() throws IOException {
        assertThat(RecordFiles.isRecord(record(Shipped.decision(BANK)))).isTrue();
        assertThat(RecordFiles.isRecord(Path.of("profiles/regulated-bank.yaml"))).isFalse();
        assertThat(RecordFiles.isRecord(place.resolve("none"))).isFalse();
    }

    @Test
    void refusesARecordOfAnotherVersion() throws IOException {
        Path file = record(Shipped.decision(BANK));
        Files.writeString(file, Files.readString(file).replace("decision-record/1", "decision-record/2"));

        Checked<Recorded> read = RecordFiles.read(file);

        assertThat(read.problems()).singleElement().satisfies(p -> {
            assertThat(p.path()).isEqualTo("schema");
            assertThat(p.what()).contains("decision-record/2", "decision-record/1");
        });
    }

    @Test
    void refusesPartOfARecord() throws IOException {
        Path cut = place.resolve("cut.json");
        Files.writeString(cut, Files.readString(record(Shipped.decision(BANK))).substring(0, 3000));
        Path empty = place.resolve("empty.json");
        Files.writeString(empty, "{\"schema\": \"decision-record/1\"}");

        assertThat(RecordFiles.read(cut).problems()).singleElement().satisfies(p -> assertThat(p.line()).isNotNull());
        assertThat(RecordFiles.read(empty).problems()).singleElement().satisfies(p -> assertThat(p.what()).contains("is missing", "no whole decision record"));
    }

    private Path record(Decision decision) throws IOException {
        Path file = Files.createTempFile(place, decision.profile().id(), ".json");
        Files.writeString(file, DecisionRecord.of(decision, Shipped.knowledge().rules()));
        return file;
    }

    private static Outline read(Path file) {
        Recorded recorded = RecordFiles.read(file).orThrow();
        return Outline.of(recorded.decision(), recorded.rules());
    }

    private static Outline outline(Decision decision) {
        return Outline.of(decision, Shipped.knowledge().rules());
    }
}
