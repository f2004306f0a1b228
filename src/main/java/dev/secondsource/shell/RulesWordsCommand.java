package dev.secondsource.shell;

import static dev.secondsource.shell.Usage.example;

import dev.secondsource.knowledge.drools.RuleWords;
import dev.secondsource.report.Page;
import dev.secondsource.report.RulesReport;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** The dictionary for whoever writes rules. */
final class RulesWordsCommand implements ShellCommand {
    private static final Argument<String> PART = Argument.maybe(Value.TEXT.called("TEXT"), "only words that have this in their name or meaning");

    @Override
    public Usage usage() {
        return Usage.of(
                        "rules words",
                        Usage.Group.RULES,
                        "Lists the words a rule's condition may use, with type and meaning.",
                        example("rules words", "all of them"),
                        example("rules words price", "those about prices"))
                .taking(PART);
    }

    @Override
    public Outcome run(Words words, Output output) {
        String part = words.find(PART).orElse("").toLowerCase(Locale.ROOT);
        SortedMap<String, RuleWords.Word> all = RuleWords.all();
        SortedMap<String, RuleWords.Word> found = new TreeMap<>(all);
        found.entrySet().removeIf(word -> !(word.getKey() + " " + word.getValue().meaning()).toLowerCase(Locale.ROOT).contains(part));
        Display display = output.display();
        output.data(RulesReport.words(found, all.size(), new Page(display.width(), display.colour(), Math.max(1, all.size()))));
        return Outcome.DECIDED;
    }
}
