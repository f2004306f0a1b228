package dev.secondsource.knowledge.drools;

import dev.secondsource.knowledge.Rule;
import dev.secondsource.knowledge.Subject;
import java.util.List;
import org.drools.base.rule.Declaration;
import org.jspecify.annotations.Nullable;

/** A band with its rule, the position of its scope, and its words in the order of their variables. */
record Band(Rule rule, Rule.Band said, int scope, List<Word> words) {
    Band {
        words = List.copyOf(words);
    }

    /** A word a band must know, how it is asked for, and how it is read of a subject. */
    record Word(String variable, Rule.Input input, String asked, Declaration declaration) {
        @Nullable Object of(Subject subject) {
            return declaration.getValue(null, subject);
        }
    }
}
