package dev.secondsource.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.secondsource.files.KnowledgeFiles;
import dev.secondsource.files.MarketFiles;
import dev.secondsource.files.ProfileFiles;
import dev.secondsource.knowledge.Finding;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.verdict.Verdict;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GateTest {
    private static Decided decided;

    @BeforeAll
    static void decide() {
        Loaded loaded = new Loaded(MarketFiles.bundled().orThrow(), KnowledgeFiles.bundled().orThrow());
        decided = Decided.of(ProfileFiles.read(Path.of("profiles/enterprise-serving-70b.yaml")).orThrow(), loaded, Optional.empty()).orThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"override", "conditional", "unknown", "stale", "rule:CPF-11", "below:accept", "below:second-source-only"})
    void readsWhatItWrites(String text) {
        assertThat(Gate.read(text)).get().hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "stale:1", "rule", "rule:", "below", "below:good", "verdict<ACCEPT"})
    void refusesWhatIsNoGate(String text) {
        assertThat(Gate.read(text)).isEmpty();
    }

    @Test
    void refusesToWaitForARuleThatIsNone() {
        Gate gate = Gate.read("rule:cpf-99").orElseThrow();

        assertThatThrownBy(() -> gate.check(decided.loaded().knowledge().rules(), "evaluate"))
                .isInstanceOf(UsageError.class).hasMessageStartingWith("--fail-on rule:CPF-99: there is no rule CPF-99");
    }

    @Test
    void tripsOnAStalePriceOfSomethingBoughtAndNamesIt() {
        LocalDate later = decided.decision().asOf().plusDays(120);
        Decided stale = Decided.of(ProfileFiles.read(Path.of("profiles/enterprise-serving-70b.yaml")).orThrow(), decided.loaded(), Optional.of(later)).orThrow();
        Gate gate = Gate.read("stale").orElseThrow();

        assertThat(trips(gate)).allMatch(line -> line.contains("A rate by the hour that was seen 155 days ago"));
        assertThat(gate.trips(stale)).isNotEmpty().allMatch(line -> line.startsWith("stale: ")).anyMatch(line -> line.contains("runpod:mi300x:secure:on-demand") && line.contains("CPF-11: A price on demand of 275 days ago"));
    }

    @Test
    void tripsBelowAVerdictAndNotAtIt() {
        Verdict worst = decided.chosen().stream().map(c -> c.verdict().verdict()).min(Verdict::compareTo).orElseThrow();

        assertThat(trips(new Gate(Gate.Kind.BELOW, worst.name()))).isEmpty();
        assertThat(trips(new Gate(Gate.Kind.BELOW, Verdict.values()[worst.ordinal() + 1].name()))).isNotEmpty();
    }

    @Test
    void tripsOnARuleThatStandsAgainstSomethingBoughtAndOnNoOther() {
        List<Finding> standing = decided.chosen().stream().flatMap(c -> c.findings().stream()).filter(f -> f.standsAgainst(Severity.NOTE)).toList();
        List<Finding> ofAllocation = decided.decision().review().findings().stream().filter(f -> f.standsAgainst(Severity.NOTE)).toList();
        String fired = standing.get(0).rule();
        String silent = decided.loaded().knowledge().rules().stream().map(r -> r.id())
                .filter(id -> Stream.concat(standing.stream(), ofAllocation.stream()).noneMatch(f -> f.rule().equals(id))).findFirst().orElseThrow();

        assertThat(trips(new Gate(Gate.Kind.RULE, fired))).isNotEmpty().allMatch(line -> line.startsWith("rule:" + fired + ": "));
        assertThat(trips(new Gate(Gate.Kind.RULE, ofAllocation.get(0).rule()))).hasSize(1).allMatch(line -> line.contains(ofAllocation.get(0).sentence()));
        assertThat(trips(new Gate(Gate.Kind.RULE, silent))).isEmpty();
    }

    private static List<String> trips(Gate gate) {
        return gate.trips(decided);
    }
}
