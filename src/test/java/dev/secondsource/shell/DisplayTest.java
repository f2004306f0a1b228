package dev.secondsource.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DisplayTest {

    @Test
    void allowsColourOnATerminal() {
        assertThat(Display.terminal(80, Map.of("TERM", "xterm")).colour()).isTrue();
    }

    @Test
    void obeysNoColorUnlessItIsEmpty() {
        assertThat(Display.terminal(80, Map.of("NO_COLOR", "1")).colour()).isFalse();
        assertThat(Display.terminal(80, Map.of("NO_COLOR", "")).colour()).isTrue();
    }

    @Test
    void givesADumbTerminalNoColour() {
        assertThat(Display.terminal(80, Map.of("TERM", "dumb")).colour()).isFalse();
    }

    @Test
    void assumesAWidthWhereTheTerminalTellsNone() {
        assertThat(Display.terminal(0, Map.of()).width()).isEqualTo(100);
        assertThat(Display.terminal(3, Map.of()).width()).isEqualTo(20);
    }
}
