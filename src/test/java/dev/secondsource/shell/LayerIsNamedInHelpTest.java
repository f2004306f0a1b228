package dev.secondsource.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.golden.Praise;
import java.io.ByteArrayOutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.shell.core.command.CommandRegistry;

/** The help of every command that ships, by the same measure as what commands print. */
class LayerIsNamedInHelpTest {
    private static final int WIDE = 100_000;

    @Test
    void noHelpPraisesASpreadWithoutALayer() {
        Output output = new Output(new ByteArrayOutputStream(), new ByteArrayOutputStream(), () -> Display.FILE);
        try (GenericApplicationContext context = Start.context(output)) {
            List<Usage> usages = Registration.in(context.getBean(CommandRegistry.class)).stream().map(Registration::usage).toList();

            // Help is wrapped at a width of its own: its lines belong together.
            assertThat(usages).isNotEmpty().allSatisfy(usage -> assertThat(Praise.loose(oneLine(Help.of(usage, WIDE)))).as(usage.name()).isEmpty());
            assertThat(Praise.loose(oneLine(Help.overview(usages, WIDE)))).isEmpty();
        }
    }

    @Test
    void aLooseHelpIsCaught() {
        Usage loose = new Usage("mix", Usage.Group.DECIDE, "Makes a portfolio that is resilient whatever happens to the market, to prices, to people and to anything else one can think of.",
                List.of(), List.of(), List.of(new Usage.Example("mix", "a"), new Usage.Example("mix", "b")));

        assertThat(Praise.loose(oneLine(Help.of(loose, WIDE)))).isNotEmpty();
    }

    private static String oneLine(String help) {
        return help.replaceAll("\\s+", " ");
    }
}
