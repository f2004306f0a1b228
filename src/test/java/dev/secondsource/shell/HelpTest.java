package dev.secondsource.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HelpTest {
    private static final Usage USAGE = new Deploy(Outcome.DECIDED).usage();

    @Test
    void tellsAllThatACommandTakes() {
        String help = Help.of(USAGE, 80);

        assertThat(help).isEqualTo("""
                secondsource cargo deploy FILE [N…] [OPTION…]
                Sends cargo.

                  FILE   what to send
                  N      how many

                Options
                  -o, --output FORMAT   what to print: one of table, wide-table (default table)
                      --target FILE     where to: a file name (required)
                      --label TEXT      a mark: a text (may be given more than once)
                      --dry             does nothing

                Examples
                  secondsource cargo deploy x.yaml --target y
                      one copy
                  secondsource cargo deploy x.yaml 2 3 --target y --dry
                      none
                """);
    }

    @Test
    void keepsToTheWidthOfTheTerminal() {
        String help = Help.of(USAGE, 60);

        assertThat(help.lines()).allMatch(line -> line.length() <= 60);
    }

    @Test
    void listsCommandsUnderTheirHeadings() {
        String help = Help.overview(List.of(USAGE, new VersionCommand().usage()), 80);

        assertThat(help).contains("\nMarket\n  cargo deploy FILE [N…]   Sends cargo.\n", "\nShell\n  version ");
        assertThat(help).doesNotContain("Rules");
    }
}
