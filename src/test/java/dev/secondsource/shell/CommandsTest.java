package dev.secondsource.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.shell.core.command.CommandRegistry;
import org.springframework.shell.core.command.ParsedInput;

/** What holds for every command that ships. */
class CommandsTest {

    @Test
    void everyExampleIsUnderstoodByItsOwnCommand() {
        try (GenericApplicationContext context = shipped()) {
            CommandRegistry registry = context.getBean(CommandRegistry.class);

            for (Registration command : Registration.in(registry)) {
                for (Usage.Example example : command.usage().examples()) {
                    List<String> words = Shell.spelledOut(Parser.split(withoutRedirection(example.line())));
                    ParsedInput input = new Parser(registry).parse(words);
                    Reading.of(new Parser(registry).command(words).usage(), input);
                }
            }
        }
    }

    @Test
    void noOptionTakesALetterOfHelp() {
        try (GenericApplicationContext context = shipped()) {
            List<Registration> commands = Registration.in(context.getBean(CommandRegistry.class));

            assertThat(commands).isNotEmpty().flatExtracting(command -> command.usage().options())
                    .noneMatch(option -> ((Option<?>) option).isTyped("-h"));
        }
    }

    /** A redirection is for the user's own shell. */
    private static String withoutRedirection(String line) {
        return line.split(" [<>] ")[0];
    }

    private static GenericApplicationContext shipped() {
        Output output = new Output(new ByteArrayOutputStream(), new ByteArrayOutputStream(), () -> Display.FILE);
        return Start.context(output);
    }
}
