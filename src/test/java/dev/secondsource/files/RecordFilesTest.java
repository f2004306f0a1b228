package dev.secondsource.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.Shipped;
import dev.secondsource.comparison.DecisionChange;
import dev.secondsource.comparison.Outline;
import dev.secondsource.decision.Decision;
import dev.secondsource.market.Market;
import dev.secondsource.problem.Checked;
import dev.secondsource.profile.BuyerProfile;
import dev.secondsource.report.DecisionRecord;
import dev.secondsource.whatif.MarketSetting;
import dev.secondsource.whatif.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    @Test
    void twoRecordsDifferAsTheirDecisionsDo() throws IOException {
        Decision before = Shipped.decision(BANK);
        Market dearer = MarketSetting.apply(Setting.parse("market.offers[provider=runpod].price=+60%").orThrow(), Shipped.market(), BANK.asOf()).orThrow().market();
        Decision after = Shipped.decide(BANK, dearer);

        DecisionChange ofDecisions = DecisionChange.between(outline(before), outline(after), List.of());
        DecisionChange ofRecords = DecisionChange.between(read(record(before)), read(record(after)), List.of());

        assertThat(ofDecisions.isChange()).isTrue();
        assertThat(ofRecords.shares()).isEqualTo(ofDecisions.shares());
        assertThat(ofRecords.perMonth()).isEqualTo(ofDecisions.perMonth());
        assertThat(ofRecords.layers()).isEqualTo(ofDecisions.layers());
        assertThat(ofRecords.workloads()).hasSameSizeAs(ofDecisions.workloads());
        for (int i = 0; i < ofRecords.workloads().size(); i++)
            assertThat(ofRecords.workloads().get(i).candidates()).extracting(c -> c.offer() + c.rank() + c.verdict() + c.perMonth())
                    .isEqualTo(ofDecisions.workloads().get(i).candidates().stream().map(c -> c.offer() + c.rank() + c.verdict() + c.perMonth()).toList());
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

        Checked<Outline> read = RecordFiles.read(file);

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
        assertThat(RecordFiles.read(empty).problems()).singleElement().satisfies(p -> assertThat(p.what()).contains("no whole decision record"));
    }

    private Path record(Decision decision) throws IOException {
        Path file = Files.createTempFile(place, decision.profile().id(), ".json");
        Files.writeString(file, DecisionRecord.of(decision, Shipped.knowledge().rules()));
        return file;
    }

    private static Outline read(Path file) {
        return RecordFiles.read(file).orThrow();
    }

    private static Outline outline(Decision decision) {
        return Outline.of(decision, Shipped.knowledge().rules());
    }
}
