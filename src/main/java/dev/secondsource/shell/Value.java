package dev.secondsource.shell;

import dev.secondsource.knowledge.Family;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.shell.core.command.completion.CompletionContext;
import org.springframework.shell.core.command.completion.CompletionProposal;
import org.springframework.shell.core.command.completion.CompletionProvider;
import org.springframework.shell.core.command.completion.FileNameCompletionProvider;

/**
 * What may be typed for an option or an argument.
 *
 * @param placeholder how the help writes it: {@code FILE}; empty for a flag, which takes no value
 * @param expected what is right, to end the sentence "… is not …": {@code a date such as 2026-11-24}
 * @param read the value of a text, or empty if the text is none
 * @param show the text of a value, as a person would type it
 * @param completion proposals for what has been typed so far
 * @param <T> what is read
 */
public record Value<T>(
        String placeholder,
        String expected,
        Function<String, Optional<T>> read,
        Function<T, String> show,
        CompletionProvider completion) {

    static final Value<Boolean> FLAG =
            new Value<>("", "", text -> Optional.empty(), String::valueOf, context -> List.of());

    public static final Value<String> TEXT = new Value<>(
            "TEXT", "a text", text -> Optional.of(text).filter(t -> !t.isBlank()), Function.identity(), context -> List.of());

    /** A whole number from 1. */
    public static final Value<Integer> COUNT =
            new Value<>("N", "a whole number from 1", Value::count, String::valueOf, context -> List.of());

    public static final Value<LocalDate> DATE =
            new Value<>("DATE", "a date such as 2026-11-24", Value::date, LocalDate::toString, context -> List.of());

    /** A file or directory, which need not be there. */
    public static final Value<Path> FILE =
            new Value<>("FILE", "a file name", Value::path, Path::toString, Value::fileNames);

    /** A directory, which need not be there. */
    static final Value<Path> FOLDER = new Value<>("DIR", "a directory name", Value::path, Path::toString, Value::fileNames);

    /** A number, 0 or more. */
    static final Value<BigDecimal> AMOUNT =
            new Value<>("NUMBER", "a number such as 2.5", Value::amount, BigDecimal::toPlainString, context -> List.of());

    /** One of the constants of an enum, in lower case and with hyphens, or as tables print it. */
    public static <E extends Enum<E>> Value<E> oneOf(Class<E> type) {
        List<E> constants = List.of(type.getEnumConstants());
        String words = constants.stream().map(Value::word).collect(Collectors.joining(", "));
        return new Value<>(
                type.getSimpleName().toUpperCase(Locale.ROOT),
                "one of " + words,
                text -> constants.stream().filter(constant -> word(constant).equals(text.toLowerCase(Locale.ROOT).replace('_', '-'))).findFirst(),
                Value::word,
                context -> constants.stream().map(constant -> new CompletionProposal(word(constant))).toList());
    }

    /** A family of rules, by its name or by the letters its ids begin with. */
    static final Value<Family> FAMILY = family();

    /** The same under another name in the help. */
    public Value<T> called(String otherPlaceholder) {
        return new Value<>(otherPlaceholder, expected, read, show, completion);
    }

    /** The same with other proposals; whatever does not start as typed is left out by the shell. */
    public Value<T> completedBy(CompletionProvider otherCompletion) {
        return new Value<>(placeholder, expected, read, show, otherCompletion);
    }

    boolean isFlag() {
        return placeholder.isEmpty();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Value<Family> family() {
        Value<Family> word = oneOf(Family.class);
        return new Value<>(
                word.placeholder, word.expected + "; or the letters its rules begin with, such as KRA", Family::named, word.show, word.completion);
    }

    private static Optional<Integer> count(String text) {
        try {
            return Optional.of(Integer.parseInt(text)).filter(number -> number >= 1);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<BigDecimal> amount(String text) {
        return text.matches("\\d{1,15}(\\.\\d{1,8})?") ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Optional<Path> path(String text) {
        try {
            return Optional.of(text).filter(t -> !t.isBlank()).map(Path::of);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static List<CompletionProposal> fileNames(CompletionContext context) {
        try {
            return new FileNameCompletionProvider().apply(context);
        } catch (UncheckedIOException | InvalidPathException e) {
            return List.of();
        }
    }
}
