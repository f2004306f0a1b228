package dev.secondsource.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ExposureCommandTest {
    private static final String PROFILE = "profiles/all-nvidia-incumbent.yaml";
    private static final Sources SOURCES = new Sources(Map.of("SECONDSOURCE_RULES", "rules"), Optional.empty());

    private Bench bench;

    @BeforeEach
    void open() {
        Session session = new Session();
        bench = Bench.with(new ExposureCommand(session, SOURCES), new ProfileLoadCommand(session));
    }

    @Test
    void tellsOfEveryLayerBeforeAndAfterAndWhoGainedAndLost() {
        int exitCode = bench.run("exposure", PROFILE);

        assertThat(exitCode).isZero();
        assertThat(bench.data()).contains("\ndesigner ", "\nprovider ", "\nfoundry ", "\nmemory ", "\npackager ", "\nsoftware ", "\njurisdiction ",
                "Who gains and who loses work", "lost: nvidia", "Borrowed from merger review: 1 800 points");
    }

    @Test
    void takesOneLayerOrTwo() {
        bench.run("exposure", PROFILE, "--layer", "designer", "--layer", "stack", "-o", "csv");

        assertThat(bench.data().lines().skip(1).map(l -> l.split(",")[0]).distinct()).containsExactly("designer", "software stack");
    }

    @Test
    void writesTheSameAsDataForPrograms() {
        bench.run("exposure", PROFILE, "--layer", "designer", "--output", "json");

        JsonNode json = JsonMapper.shared().readTree(bench.data());
        JsonNode designers = json.path("exposures").get(0);
        assertThat(json.path("schema").asString()).isEqualTo("exposure/1");
        assertThat(designers.at("/sharesBefore/0/entity").asString()).isEqualTo("nvidia");
        assertThat(new java.math.BigDecimal(designers.path("avoidable").asString()).add(new java.math.BigDecimal(designers.path("systemic").asString())))
                .isEqualByComparingTo(designers.path("hhi").asString());
        assertThat(json.at("/borrowed/from").asString()).isEqualTo("merger review");
    }

    @Test
    void writesAPageOfAWiki() {
        bench.run("exposure", PROFILE, "--output", "md");

        assertThat(bench.data()).startsWith("## Exposure of ").contains("| Layer | Today | After |", "\n- designer: gained: ");
    }

    @Test
    void isAboutTheProfileAtHandUnlessItNamesOne() {
        bench.run("profile", "load", PROFILE);

        int exitCode = bench.run("exposure", "--layer", "designer");

        assertThat(exitCode).isZero();
        assertThat(bench.data()).contains("(all-nvidia-incumbent)");
    }

    @Test
    void refusesWhatItCannotBeAbout() {
        assertThat(bench.run("exposure")).isEqualTo(2);
        assertThat(bench.run("exposure", PROFILE, "--layer", "fab")).isEqualTo(2);
        assertThat(bench.run("exposure", "profiles/nobody.yaml")).isEqualTo(3);
        assertThat(bench.data()).isEmpty();
        assertThat(List.of(bench.notes().split("\n"))).anyMatch(l -> l.contains("--layer \"fab\" is not one of designer, provider, foundry"));
    }
}
