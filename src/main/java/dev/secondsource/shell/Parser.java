package dev.secondsource.shell;

import dev.secondsource.problem.Nearest;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;
import org.jline.reader.EOFError;
import org.jline.reader.Parser.ParseContext;
import org.jline.reader.impl.DefaultParser;
import org.jspecify.annotations.Nullable;
import org.springframework.shell.core.command.CommandArgument;
import org.springframework.shell.core.command.CommandOption;
import org.springframework.shell.core.command.CommandParser;
import org.springframework.shell.core.command.CommandRegistry;
import org.springframework.shell.core.command.ParsedInput;

/**
 * Tells what was typed apart into a command, its options and its arguments. Unlike Spring Shell's own parser it refuses
 * options the command does not have, takes words that are already apart, and reads {@code --flag FILE} as a flag and a
 * file.
 */
final class Parser implements CommandParser {
    private static final CommandOption HELP =
            CommandOption.with().longName("help").shortName('h').value("true").build();

    private final CommandRegistry registry;

    Parser(CommandRegistry registry) {
        this.registry = registry;
    }

    /** @throws UsageError if the line is not a command with words it knows */
    @Override
    public ParsedInput parse(String line) {
        return parse(split(line));
    }

    /**
     * The words of a line, by the rules of a POSIX shell: quotes and backslashes.
     *
     * @throws UsageError if a quote is left open
     */
    static List<String> split(String line) {
        DefaultParser splitter = new DefaultParser();
        splitter.setEofOnUnclosedQuote(true);
        try {
            List<String> words = splitter.parse(line, line.length(), ParseContext.ACCEPT_LINE).words();
            return words.stream().filter(word -> !word.isEmpty()).toList();
        } catch (EOFError e) {
            throw new UsageError("a quote is left open in: " + line, "help");
        }
    }

    /** @throws UsageError if the words are not a command with words it knows */
    ParsedInput parse(List<String> words) {
        Registration command = command(words);
        Usage usage = command.usage();
        ParsedInput.Builder parsed = ParsedInput.builder().commandName(usage.nameWords().get(0));
        usage.nameWords().stream().skip(1).forEach(parsed::addSubCommand);

        Deque<String> rest = new ArrayDeque<>(words.subList(usage.nameWords().size(), words.size()));
        if (asksForHelp(rest)) return parsed.addOption(HELP).build();
        int arguments = 0;
        while (!rest.isEmpty()) {
            String word = rest.pop();
            if (word.equals("--")) {
                while (!rest.isEmpty()) parsed.addArgument(new CommandArgument(arguments++, rest.pop()));
            } else if (isOption(word)) {
                parsed.addOption(option(usage, word, rest));
            } else {
                parsed.addArgument(new CommandArgument(arguments++, word));
            }
        }
        return parsed.build();
    }

    /** The command with the longest name that the words begin with. */
    Registration command(List<String> words) {
        for (int length = words.size(); length > 0; length--) {
            String name = String.join(" ", words.subList(0, length));
            if (registry.getCommandByName(name) instanceof Registration found) return found;
        }
        throw unknown(words);
    }

    private UsageError unknown(List<String> words) {
        List<String> names = Registration.in(registry).stream().map(Registration::getName).toList();
        String first = words.isEmpty() ? "" : words.get(0);
        List<String> family = names.stream().filter(name -> name.startsWith(first + " ")).toList();
        if (!first.isEmpty() && !family.isEmpty()) {
            String verbs = family.stream().map(name -> name.substring(first.length() + 1)).collect(Collectors.joining(", "));
            String what = words.size() < 2 || isOption(words.get(1))
                    ? "\"" + first + "\" needs a word more"
                    : "\"" + first + " " + words.get(1) + "\" is not a command";
            return new UsageError(what + ": " + verbs, "help " + first);
        }
        String typed = words.size() > 1 ? first + " " + words.get(1) : first;
        return Nearest.to(first, names)
                .or(() -> Nearest.to(typed, names))
                .map(near -> new UsageError("\"" + first + "\" is not a command; did you mean \"" + near + "\"?", "help " + near))
                .orElseGet(() -> new UsageError("\"" + first + "\" is not a command", "help"));
    }

    private static CommandOption option(Usage usage, String word, Deque<String> rest) {
        int equals = word.indexOf('=');
        String typed = equals < 0 ? word : word.substring(0, equals);
        Option<?> option = usage.options().stream()
                .filter(known -> known.isTyped(typed))
                .findFirst()
                .orElseThrow(() -> unknownOption(usage, typed));
        return CommandOption.with()
                .longName(option.name())
                .value(value(usage, option, equals < 0 ? null : word.substring(equals + 1), rest))
                .build();
    }

    private static String value(Usage usage, Option<?> option, @Nullable String attached, Deque<String> rest) {
        if (option.value().isFlag()) {
            if (attached == null) return "true";
            throw new UsageError(option.flag() + " takes no value", "help " + usage.name());
        }
        if (attached != null) return attached;
        if (rest.isEmpty() || rest.peek().startsWith("--"))
            throw new UsageError(option.flag() + " needs a value, " + option.value().expected(), "help " + usage.name());
        return rest.pop();
    }

    private static UsageError unknownOption(Usage usage, String typed) {
        List<String> flags = usage.options().stream().map(Option::flag).toList();
        String near = Nearest.to(typed, flags).map(flag -> "; did you mean " + flag + "?").orElse("");
        return new UsageError("\"" + usage.name() + "\" has no option " + typed + near, "help " + usage.name());
    }

    private static boolean asksForHelp(Deque<String> words) {
        return words.stream().takeWhile(word -> !word.equals("--")).anyMatch(word -> word.equals("--help") || word.equals("-h"));
    }

    /** A hyphen alone is a file name (standard input), a hyphen and a digit a number. */
    private static boolean isOption(String word) {
        return word.length() > 1 && word.charAt(0) == '-' && !Character.isDigit(word.charAt(1));
    }
}
