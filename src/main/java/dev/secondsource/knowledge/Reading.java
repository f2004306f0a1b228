package dev.secondsource.knowledge;

import dev.secondsource.knowledge.Clause.Compared;
import dev.secondsource.knowledge.Clause.Relation;
import dev.secondsource.policy.Policy;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a condition comes to for one subject. It agrees with the rule engine, and unlike it can be asked about a part of a
 * condition and about a number that is not so. What a condition asks of other facts is taken to hold.
 *
 * @param words value of a word of the subject by its path, null if not known
 * @param policy the thresholds of the decision
 */
public record Reading(Function<String, @Nullable Object> words, Policy policy) {

    /** Whether it holds; a comparison with what is not known does not, unless it asks for a difference or a no. */
    public boolean holds(Clause clause) {
        if (clause instanceof Clause.All all) return all.parts().stream().allMatch(this::holds);
        if (clause instanceof Clause.Any any) return any.parts().stream().anyMatch(this::holds);
        return !(clause instanceof Compared compared) || holds(compared);
    }

    /** The comparisons of numbers by which a condition holds. */
    public List<Compared> numbers(Clause clause) {
        List<Compared> found = new ArrayList<>();
        if (clause instanceof Clause.All all) all.parts().forEach(part -> found.addAll(numbers(part)));
        if (clause instanceof Clause.Any any) any.parts().stream().filter(this::holds).forEach(part -> found.addAll(numbers(part)));
        if (clause instanceof Compared compared && (compared.relation() == Relation.LESS || compared.relation() == Relation.AT_MOST) && holds(compared)) found.add(compared);
        return found;
    }

    /** A number of a comparison; null if it is not known. */
    public @Nullable BigDecimal number(Term term) {
        return value(term) instanceof Number number ? new BigDecimal(number.toString()) : null;
    }

    /** The same if a word were another number. */
    public Reading with(Term.Word word, BigDecimal number) {
        return new Reading(path -> path.equals(word.path()) ? number : words.apply(path), policy);
    }

    private boolean holds(Compared compared) {
        if (isOfAnother(compared.left()) || isOfAnother(compared.right())) return true;
        Object left = value(compared.left());
        Object right = value(compared.right());
        boolean same = left != null && right != null && (number(compared.left()) != null && number(compared.right()) != null
                ? number(compared.left()).compareTo(number(compared.right())) == 0 : left.equals(right));
        // A clause has lost whether it was written as "is false" or as "is not true", which holds of what is not known.
        if (compared.relation() == Relation.EQUAL) return same || left == null && compared.right().equals(Term.Constant.FALSE);
        if (compared.relation() == Relation.NOT_EQUAL) return !same;
        if (left == null || right == null) return false;
        int order = number(compared.left()).compareTo(number(compared.right()));
        return compared.relation() == Relation.LESS ? order < 0 : order <= 0;
    }

    private static boolean isOfAnother(Term term) {
        return term instanceof Term.Word word && !word.fact().isEmpty();
    }

    /** Constants of enumerations are compared by their name, as they are written. */
    private @Nullable Object value(Term term) {
        if (term instanceof Term.Threshold threshold) return policy.number(threshold.key());
        if (term instanceof Term.Answer answer) return holds(answer.question());
        if (term instanceof Term.Word word) return words.apply(word.path()) instanceof Enum<?> constant ? constant.name() : words.apply(word.path());
        String text = ((Term.Constant) term).text();
        if (term.equals(Term.Constant.TRUE) || term.equals(Term.Constant.FALSE)) return term.equals(Term.Constant.TRUE);
        return text.startsWith("\"") ? text.substring(1, text.length() - 1) : text.substring(text.lastIndexOf('.') + 1);
    }
}
