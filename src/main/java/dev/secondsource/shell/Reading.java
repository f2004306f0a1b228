package dev.secondsource.shell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.shell.core.command.CommandArgument;
import org.springframework.shell.core.command.CommandOption;
import org.springframework.shell.core.command.ParsedInput;

/** Reads the values of what was typed and holds them against the command's usage. */
final class Reading {
    private final Usage usage;
    private final Map<Object, List<Object>> values = new HashMap<>();

    private Reading(Usage usage) {
        this.usage = usage;
    }

    /** @throws UsageError if a value is wrong, missing or one too many */
    static Words of(Usage usage, ParsedInput input) {
        Reading reading = new Reading(usage);
        for (Option<?> option : usage.options()) reading.option(option, input.options());
        reading.arguments(input.arguments().stream().map(CommandArgument::value).toList());
        return new Words(reading.values);
    }

    private void option(Option<?> option, List<CommandOption> typed) {
        List<String> texts = typed.stream()
                .filter(given -> option.name().equals(given.longName()))
                .map(CommandOption::value)
                .toList();
        if (texts.isEmpty() && option.required())
            throw refusal(option.flag() + " " + option.value().placeholder() + " is missing: " + option.description());
        if (texts.size() > 1 && !option.repeatable()) throw refusal(option.flag() + " is given more than once");
        for (String text : texts) add(option, option.value(), option.flag() + " ", text);
    }

    private void arguments(List<String> texts) {
        List<String> rest = new ArrayList<>(texts);
        for (Argument<?> argument : usage.arguments()) {
            if (rest.isEmpty() && argument.required())
                throw refusal(argument.value().placeholder() + " is missing: " + argument.description());
            while (!rest.isEmpty()) {
                add(argument, argument.value(), argument.value().placeholder() + " ", rest.remove(0));
                if (!argument.many()) break;
            }
        }
        if (!rest.isEmpty()) throw refusal("\"" + rest.get(0) + "\" is a word too many for \"" + usage.name() + "\"");
    }

    private void add(Object key, Value<?> value, String what, String text) {
        Object read = value.isFlag()
                ? Boolean.TRUE
                : value.read().apply(text).map(Object.class::cast)
                        .orElseThrow(() -> refusal(what + "\"" + text + "\" is not " + value.expected()));
        values.computeIfAbsent(key, k -> new ArrayList<>()).add(read);
    }

    private UsageError refusal(String message) {
        return new UsageError(message, "help " + usage.name());
    }
}
