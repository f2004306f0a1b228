package dev.secondsource.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SessionTest {
    private final Session session = new Session();

    @Test
    void promptsWithItsNameWhenNothingIsLoaded() {
        assertThat(session.prompt()).isEqualTo("second-source> ");
    }

    @Test
    void promptsWithTheProfileAndAStarOnceItHasChanged() {
        session.holds("frontier-lab");
        assertThat(session.prompt()).isEqualTo("second-source [frontier-lab]> ");

        session.change();
        assertThat(session.prompt()).isEqualTo("second-source [frontier-lab*]> ");

        session.holds("frontier-lab");
        assertThat(session.prompt()).isEqualTo("second-source [frontier-lab]> ");
    }
}
