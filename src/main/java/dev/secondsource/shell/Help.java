package dev.secondsource.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes help from what commands say of themselves. */
final class Help {
    static final String PROGRAM = "secondsource";

    private static final int MOST_WIDTH = 100;
    private static final int INDENT = 2;
    private static final int GAP = 3;

    private static final String OPENING = """
            Second Source decides what AI compute to buy, from whom, in what shares, and why.

              secondsource COMMAND …   one command
              secondsource             the interactive shell
              secondsource < FILE      the commands in a file, up to the first that fails
            """;

    private static final String CLOSING = """

            Every command also takes --help, --no-color and --debug.
            Exit codes: 0 decided, 1 internal error, 2 usage, 3 invalid input, 4 no feasible decision,
            5 a gate named by --fail-on tripped.
            """;

    private Help() {}

    /** All commands under their headings. */
    static String overview(List<Usage> usages, int width) {
        StringBuilder text = new StringBuilder(OPENING);
        for (Usage.Group group : Usage.Group.values()) {
            List<Row> rows = usages.stream().filter(usage -> usage.group() == group).map(Help::row).toList();
            if (!rows.isEmpty()) text.append('\n').append(group.heading()).append('\n').append(table(rows, width));
        }
        return text.append(CLOSING).toString();
    }

    /** Commands whose names begin with the same word. */
    static String family(List<Usage> usages, int width) {
        return table(usages.stream().map(Help::row).toList(), width);
    }

    /** One command in full. */
    static String of(Usage usage, int width) {
        StringBuilder text = new StringBuilder();
        text.append(PROGRAM).append(' ').append(synopsis(usage));
        text.append(usage.options().isEmpty() ? "" : " [OPTION…]").append('\n');
        text.append(wrapped(usage.summary(), 0, width));
        if (!usage.arguments().isEmpty())
            text.append('\n').append(table(usage.arguments().stream().map(Help::row).toList(), width));
        if (!usage.options().isEmpty())
            text.append("\nOptions\n").append(table(usage.options().stream().map(Help::row).toList(), width));
        text.append("\nExamples\n");
        for (Usage.Example example : usage.examples()) {
            text.append(" ".repeat(INDENT)).append(PROGRAM).append(' ').append(example.line()).append('\n');
            text.append(wrapped(example.explanation(), 3 * INDENT, width));
        }
        return text.toString();
    }

    private record Row(String term, String meaning) {}

    private static Row row(Usage usage) {
        return new Row(synopsis(usage), usage.summary());
    }

    private static Row row(Argument<?> argument) {
        return new Row(argument.value().placeholder(), argument.description());
    }

    private static <T> Row row(Option<T> option) {
        String letter = option.letter() == null ? "    " : "-" + option.letter() + ", ";
        String value = option.value().isFlag() ? "" : " " + option.value().placeholder();
        List<String> remarks = new ArrayList<>();
        if (option.required()) remarks.add("required");
        if (option.repeatable()) remarks.add("may be given more than once");
        if (option.fallback() != null && !option.value().isFlag())
            remarks.add("default " + option.value().show().apply(option.fallback()));
        String expected = option.value().isFlag() ? "" : ": " + option.value().expected();
        String remark = remarks.isEmpty() ? "" : " (" + String.join("; ", remarks) + ")";
        return new Row(letter + option.flag() + value, option.description() + expected + remark);
    }

    private static String synopsis(Usage usage) {
        return Stream.concat(Stream.of(usage.name()), usage.arguments().stream().map(Argument::synopsis))
                .collect(Collectors.joining(" "));
    }

    /** Two columns, the second wrapped. */
    private static String table(List<Row> rows, int width) {
        int column = INDENT + GAP + rows.stream().mapToInt(row -> row.term().length()).max().orElse(0);
        StringBuilder text = new StringBuilder();
        for (Row row : rows) {
            String meaning = wrapped(row.meaning(), column, width);
            text.append(" ".repeat(INDENT)).append(row.term());
            text.append(meaning.substring(INDENT + row.term().length()));
        }
        return text.toString();
    }

    /** The sentence on lines that end before the width, all indented. */
    static String wrapped(String sentence, int indent, int width) {
        int most = Math.max(indent + 20, Math.min(width, MOST_WIDTH));
        StringBuilder text = new StringBuilder();
        StringBuilder line = new StringBuilder(" ".repeat(indent));
        for (String word : sentence.split(" ")) {
            if (line.length() > indent && line.length() + 1 + word.length() > most) {
                text.append(line).append('\n');
                line.setLength(indent);
            }
            if (line.length() > indent) line.append(' ');
            line.append(word);
        }
        return text.append(line).append('\n').toString();
    }
}
