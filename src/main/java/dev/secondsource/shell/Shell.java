package dev.secondsource.shell;

import java.io.IOException;
import java.io.LineNumberReader;
import java.util.ArrayList;
import java.util.List;
import org.springframework.shell.core.InputReader;
import org.springframework.shell.core.command.CommandContext;
import org.springframework.shell.core.command.CommandRegistry;
import org.springframework.shell.core.command.ExitStatus;
import org.springframework.shell.core.command.ParsedInput;

/**
 * Runs commands and turns whatever comes of them into one exit code and, if it went wrong, one line. Spring Shell's own
 * runners exit with 0 after a failure and show stack traces.
 */
final class Shell {
    private static final InputReader NO_INPUT = new InputReader() {};

    private final CommandRegistry registry;
    private final Parser parser;
    private final Output output;
    private final CrashReport crashReport;
    private final Switches switches;

    /** @param switches hold for every command, besides its own */
    Shell(CommandRegistry registry, Output output, CrashReport crashReport, Switches switches) {
        this.registry = registry;
        this.parser = new Parser(registry);
        this.output = output;
        this.crashReport = crashReport;
        this.switches = switches;
    }

    /** Runs one command of which the words are apart; gives its exit code. */
    int run(List<String> typed) {
        List<String> words = new ArrayList<>(typed);
        Switches both = Switches.takeFrom(words).or(switches);
        output.allowColour(!both.plain());
        try {
            return finish(execute(parser.parse(spelledOut(words))));
        } catch (UsageError e) {
            output.error(e.getMessage());
            output.note("try: " + Help.PROGRAM + " " + e.hint());
            return Outcome.USAGE.exitCode();
        } catch (Interruption e) {
            output.error(e.getMessage());
            return Interruption.EXIT_CODE;
        } catch (Exception | LinkageError | StackOverflowError | OutOfMemoryError e) {
            output.flush();
            crashReport.report(e, typed, both.debug(), output);
            return Outcome.INTERNAL_ERROR.exitCode();
        }
    }

    /** Runs a line as it is typed at the prompt; an empty line and a comment do nothing. */
    int runLine(String line) {
        try {
            List<String> words = words(line);
            return words.isEmpty() ? Outcome.DECIDED.exitCode() : run(words);
        } catch (UsageError e) {
            output.error(e.getMessage());
            return Outcome.USAGE.exitCode();
        }
    }

    /** Runs line by line up to the first command that fails; gives its exit code. */
    int runScript(LineNumberReader script) throws IOException {
        for (String line = script.readLine(); line != null; line = script.readLine()) {
            int number = script.getLineNumber();
            if (leaves(line)) break;
            int exitCode = runLine(line);
            if (exitCode != 0) {
                output.error("stopped at line " + number + " of the script");
                return exitCode;
            }
        }
        return Outcome.DECIDED.exitCode();
    }

    /** The line ends the shell. */
    static boolean leaves(String line) {
        String word = line.strip();
        return word.equals("exit") || word.equals("quit");
    }

    private ExitStatus execute(ParsedInput input) throws Exception {
        List<String> name = new ArrayList<>(List.of(input.commandName()));
        name.addAll(input.subCommands());
        return registry.getCommandByName(String.join(" ", name))
                .execute(new CommandContext(input, registry, output.dataWriter(), NO_INPUT));
    }

    private int finish(ExitStatus status) {
        output.flush();
        return output.failure()
                .map(failure -> {
                    output.error("standard output cannot be written: " + failure.getMessage());
                    return Outcome.INTERNAL_ERROR.exitCode();
                })
                .orElse(status.code());
    }

    /** A line copied from a terminal may begin with the program's name. */
    private static List<String> words(String line) {
        if (line.strip().startsWith("#")) return List.of();
        List<String> words = Parser.split(line);
        boolean named = !words.isEmpty() && (words.get(0).equals(Help.PROGRAM) || words.get(0).equals("./" + Help.PROGRAM));
        return named ? words.subList(1, words.size()) : words;
    }

    /** The commands that people write as options. */
    static List<String> spelledOut(List<String> words) {
        if (words.isEmpty()) return List.of("help");
        return switch (words.get(0)) {
            case "--version" -> List.of("version");
            case "--help", "-h" -> {
                List<String> help = new ArrayList<>(words);
                help.set(0, "help");
                yield help;
            }
            default -> words;
        };
    }
}
