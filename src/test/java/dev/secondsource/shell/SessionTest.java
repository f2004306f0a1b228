package dev.secondsource.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.files.MarketFiles;
import dev.secondsource.files.KnowledgeFiles;
import dev.secondsource.files.ProfileEdit;
import dev.secondsource.files.ProfileFiles;
import dev.secondsource.files.ReadProfile;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SessionTest {
    private static final Path FILE = Path.of("profiles/fine-tuning-startup.yaml");

    private final Session session = new Session();
    private final ReadProfile profile = ProfileFiles.read(FILE).orThrow();

    @Test
    void promptsWithItsNameWhenNothingIsLoaded() {
        assertThat(session.prompt()).isEqualTo("second-source> ");
    }

    @Test
    void promptsWithTheProfileAndAStarOnceItHasChanged() {
        session.hold(profile, FILE);
        assertThat(session.prompt()).isEqualTo("second-source [fine-tuning-startup]> ");

        session.change(dearer());
        assertThat(session.prompt()).isEqualTo("second-source [fine-tuning-startup*]> ");

        session.hold(dearer(), FILE);
        assertThat(session.prompt()).isEqualTo("second-source [fine-tuning-startup]> ");
    }

    @Test
    void tellsWhetherTheLastDecisionIsOfTheProfileAsItStands() {
        session.hold(profile, FILE);
        session.decide(Decided.of(profile, new Loaded(MarketFiles.bundled().orThrow(), KnowledgeFiles.bundled().orThrow()), Optional.empty()).orThrow());
        assertThat(session.prompt()).isEqualTo("second-source [fine-tuning-startup decided]> ");

        session.change(dearer());
        assertThat(session.prompt()).isEqualTo("second-source [fine-tuning-startup* outdated]> ");
        assertThat(session.decided()).isEmpty();
    }

    private ReadProfile dearer() {
        return ProfileEdit.assign(profile.text(), profile.file(), "horizonMonths=18").orThrow();
    }
}
