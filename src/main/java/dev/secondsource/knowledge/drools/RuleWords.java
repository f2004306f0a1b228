package dev.secondsource.knowledge.drools;

import dev.secondsource.knowledge.Meaning;
import dev.secondsource.knowledge.Subject;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The dictionary for whoever writes rules: every word a condition may use, and nothing else may stand there. */
public final class RuleWords {
    private RuleWords() {}

    /** By fact and path, {@code Candidate.price.ageDays}. */
    public static SortedMap<String, Word> all() {
        SortedMap<String, Word> words = new TreeMap<>();
        Vocabulary.SUBJECTS.forEach((name, fact) -> {
            for (Map.Entry<String, Meaning> word : Vocabulary.words(fact).entrySet()) {
                Class<?> type = Vocabulary.word(fact, word.getKey()).orElseThrow().type();
                words.put(name + "." + word.getKey(), new Word(type.getSimpleName(), word.getValue().unit(), word.getValue().value()));
            }
        });
        return words;
    }

    /** What a word comes to for a subject; null if it is not known. */
    public static @Nullable Object read(Subject subject, String path) {
        return Vocabulary.read((Record) subject, path);
    }

    /**
     * One word.
     *
     * @param type what it holds: {@code BigDecimal}, {@code Boolean}, {@code PricingKind}
     * @param unit how it prints
     * @param meaning completes "the …"
     */
    public record Word(String type, Meaning.Unit unit, String meaning) {}
}
