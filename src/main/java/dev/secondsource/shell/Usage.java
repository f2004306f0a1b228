package dev.secondsource.shell;

import java.util.ArrayList;
import java.util.List;

/**
 * What a command says of itself: all that help, parsing and completion need, in one place.
 *
 * @param name one or more words: {@code profile load}
 * @param group heading it stands under in the help
 * @param summary what it does, one sentence
 * @param arguments in their order
 * @param options in the order of the help
 * @param examples at least two
 */
public record Usage(
        String name,
        Group group,
        String summary,
        List<Argument<?>> arguments,
        List<Option<?>> options,
        List<Example> examples) {

    /** Headings of the help, in its order. */
    public enum Group {
        DECIDE("Decide"),
        PROFILE("Profiles"),
        MARKET("Market"),
        RULES("Rules"),
        SHELL("Shell");

        private final String heading;

        Group(String heading) {
            this.heading = heading;
        }

        String heading() {
            return heading;
        }
    }

    /**
     * A command that works as it stands.
     *
     * @param line without the program's name
     * @param explanation what it gives, not a sentence
     */
    public record Example(String line, String explanation) {}

    public Usage {
        arguments = List.copyOf(arguments);
        options = List.copyOf(options);
        examples = List.copyOf(examples);
        if (examples.size() < 2) throw new IllegalArgumentException(name + " needs two examples");
        for (Argument<?> argument : arguments.subList(0, Math.max(0, arguments.size() - 1)))
            if (argument.many()) throw new IllegalArgumentException(name + ": only the last argument may take many words");
    }

    /** A usage without arguments and options, to be added to. */
    public static Usage of(String name, Group group, String summary, Example first, Example second) {
        return new Usage(name, group, summary, List.of(), List.of(), List.of(first, second));
    }

    /** An example, for short. */
    public static Example example(String line, String explanation) {
        return new Example(line, explanation);
    }

    /** The same with arguments. */
    public Usage taking(Argument<?>... newArguments) {
        return new Usage(name, group, summary, List.of(newArguments), options, examples);
    }

    /** The same with options. */
    public Usage with(Option<?>... newOptions) {
        return new Usage(name, group, summary, arguments, List.of(newOptions), examples);
    }

    /** The same with one example more. */
    public Usage also(String line, String explanation) {
        List<Example> more = new ArrayList<>(examples);
        more.add(new Example(line, explanation));
        return new Usage(name, group, summary, arguments, options, more);
    }

    /** The name as single words. */
    List<String> nameWords() {
        return List.of(name.split(" "));
    }
}
