package dev.secondsource.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.profile.BuyerProfile;
import dev.secondsource.profile.DeliveryMode;
import dev.secondsource.profile.Workload;
import dev.secondsource.profile.WorkloadKind;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class ShippedProfilesTest {
    static List<Path> files() {
        return ProfileFiles.in(Path.of("profiles")).orThrow();
    }

    private static List<BuyerProfile> buyers() {
        return files().stream().map(f -> ProfileFiles.read(f).orThrow().profile()).toList();
    }

    @ParameterizedTest
    @MethodSource("files")
    void isReadAndFitsTheSchema(Path file) {
        ReadProfile read = ProfileFiles.read(file).orThrow();

        assertThat(Judge.ofProfile(read.text())).isEmpty();
        assertThat(Judge.ofProfile(read.canonical())).isEmpty();
        assertThat(file.getFileName()).hasToString(read.profile().id() + ".yaml");
    }

    @ParameterizedTest
    @MethodSource("files")
    void readsBackAsItIsWritten(Path file) {
        BuyerProfile buyer = ProfileFiles.read(file).orThrow().profile();

        assertThat(Profiles.read(ProfileReader.write(buyer)).profile()).isEqualTo(buyer);
    }

    @ParameterizedTest
    @MethodSource("files")
    void opensWithWhoAndWhatTheyAsk(Path file) {
        List<String> lines = ProfileFiles.read(file).orThrow().text().lines().limit(4).toList();

        assertThat(lines.get(0)).startsWith("# Who: ");
        assertThat(lines.get(1)).startsWith("# Asks: ");
        assertThat(lines.get(2)).startsWith("# Sizes: ");
        assertThat(lines.get(3)).startsWith("schema: ");
    }

    @ParameterizedTest
    @MethodSource("files")
    void modelsHaveTheirPublishedShape(Path file) {
        JsonNode workloads = YamlText.read(ProfileFiles.read(file).orThrow().text(), "p").orThrow().root().get("workloads");

        for (JsonNode workload : workloads) {
            JsonNode model = workload.get("model");
            Optional<? extends JsonNode> published = PublishedModels.named(model.get("name").asString());
            assertThat(published).as(model.get("name").asString()).isPresent();
            published.get().properties().forEach(e -> assertThat(model.get(e.getKey())).as(e.getKey()).isEqualTo(e.getValue()));
        }
    }

    @Test
    void differInKind() {
        List<BuyerProfile> buyers = buyers();
        List<Workload> workloads = buyers.stream().flatMap(b -> b.workloads().stream()).toList();

        assertThat(buyers).hasSizeGreaterThanOrEqualTo(8).extracting(BuyerProfile::asOf).containsOnly(java.time.LocalDate.of(2026, 10, 31));
        assertThat(workloads).extracting(Workload::kind).containsAll(Arrays.asList(WorkloadKind.values()));
        assertThat(buyers.stream().flatMap(b -> b.deliveryModes().stream()).collect(Collectors.toSet())).containsAll(Arrays.asList(DeliveryMode.values()));
        assertThat(workloads).anyMatch(w -> w.timePerOutputTokenMs() != null).anyMatch(w -> w.customKernelShare().doubleValue() > 0.3)
                .anyMatch(Workload::preemptible).anyMatch(w -> w.research() && w.performanceElasticity() != null).anyMatch(w -> w.model().isMixtureOfExperts());
        assertThat(buyers).anyMatch(BuyerProfile::regulated).anyMatch(b -> b.minimumSovereigntyLevel() != null).anyMatch(b -> b.fleet().isEmpty())
                .anyMatch(b -> !b.contracts().isEmpty()).anyMatch(b -> b.sites().stream().anyMatch(s -> s.jurisdiction().equals("CN")));
    }
}
