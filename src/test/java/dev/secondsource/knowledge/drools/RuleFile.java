package dev.secondsource.knowledge.drools;

import dev.secondsource.knowledge.RuleSource;
import dev.secondsource.policy.PolicyBook;
import dev.secondsource.policy.Tag;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Rule files for tests, written in the form the loader asks for. */
final class RuleFile {
    private final String folder;
    private final String name;
    private final StringBuilder text = new StringBuilder("""
            /*
             * A rule of a test.
             *
             * Why: it is tested.
             * Just inside: at it.
             * Just outside: past it.
             * Misses: all else.
             */
            """);
    private boolean first = true;
    private final String id;
    private final String defeats;

    private RuleFile(String folder, String name, String id, String defeats) {
        this.folder = folder;
        this.name = name;
        this.id = id;
        this.defeats = defeats;
    }

    static RuleFile of(String name, String id) {
        return new RuleFile("cost-performance", name, id, "");
    }

    RuleFile defeating(String ids) {
        return new RuleFile(folder, name, id, ids);
    }

    RuleFile in(String otherFolder) {
        return new RuleFile(otherFolder, name, id, defeats);
    }

    /** A band; {@code says} may end in more annotations. */
    RuleFile band(String severity, String effect, String says, String... conditions) {
        text.append("rule \"").append(name).append(first ? "" : ": band at " + text.length()).append("\"\n");
        if (first) {
            text.append("    @id( \"").append(id).append("\" )\n    @source( \"judgement\" )\n");
            if (!defeats.isEmpty()) text.append("    @defeats( \"").append(defeats).append("\" )\n");
        }
        first = false;
        text.append("    @severity( \"").append(severity).append("\" )\n    @effect( \"").append(effect).append("\" )\n    @says( \"").append(says).append("\" )\nwhen\n");
        for (String condition : conditions) text.append("    ").append(condition).append('\n');
        text.append("then\n    findings.report( drools );\nend\n");
        return this;
    }

    String path() {
        return folder + "/" + name + ".drl";
    }

    RuleSource source() {
        return new RuleSource(path(), text.toString());
    }

    /** A policy with these keys and values. */
    static PolicyBook book(String... keysAndValues) {
        SortedMap<String, PolicyBook.Entry> entries = new TreeMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2)
            entries.put(keysAndValues[i], new PolicyBook.Entry(keysAndValues[i], "ratio", "set by the test", null, null, List.of(
                    new PolicyBook.Dated(LocalDate.of(2020, 1, 1), new BigDecimal(keysAndValues[i + 1]), Tag.JUDGEMENT, "set by the test"))));
        return new PolicyBook("test", entries, new TreeMap<>(Map.of("default", new TreeMap<>())));
    }
}
