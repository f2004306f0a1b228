package dev.secondsource.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.Shipped;
import dev.secondsource.profile.BuyerProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The decisions for the shipped profiles, each on its own day, stay as they are until somebody means to change them. */
class GoldenDecisionsTest {
    private static final Path FOLDER = Path.of("src/test/resources/golden");
    private static final Golden GOLDEN = Golden.in(FOLDER);

    @ParameterizedTest
    @MethodSource("profiles")
    void decidesAsBefore(String profile) throws IOException {
        String decided = Abstract.of(Shipped.decision(Shipped.profile(profile)));

        GOLDEN.holds(profile + ".txt", decided);
    }

    @Test
    void noFileIsLeftOfAProfileThatNoLongerShips() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.filter(Files::isRegularFile).map(f -> f.getFileName().toString().replace(".txt", ""))).isSubsetOf(profiles());
        }
    }

    private static List<String> profiles() {
        return Shipped.profiles().stream().map(BuyerProfile::id).toList();
    }
}
