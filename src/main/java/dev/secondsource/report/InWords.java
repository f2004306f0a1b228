package dev.secondsource.report;

import dev.secondsource.knowledge.Clause;
import dev.secondsource.knowledge.Term;
import dev.secondsource.knowledge.drools.RuleWords;
import dev.secondsource.policy.PolicyBook;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A condition as a sentence, made of the meanings of its words and the thresholds as they hold last. */
final class InWords {
    private static final String FACT = "fact that ";
    private static final Map<String, RuleWords.Word> DICTIONARY = RuleWords.all();

    private final String subject;
    private final PolicyBook book;

    private InWords(String subject, PolicyBook book) {
        this.subject = subject;
        this.book = book;
    }

    /**
     * @param subject the fact the condition is about: {@code Candidate}
     * @return without a full stop; {@code always} if it asks nothing
     */
    static String of(Clause clause, String subject, PolicyBook book) {
        String words = new InWords(subject, book).words(clause);
        return words.isEmpty() ? "always" : words;
    }

    private String words(Clause clause) {
        if (clause instanceof Clause.All all) return joined(all.parts(), "; and ");
        if (clause instanceof Clause.Any any) return "either " + joined(any.parts(), ", or ");
        if (clause instanceof Clause.OfAnother other)
            return (other.kind().equals("not") ? "there is no other " : "there is another ") + other.fact().toLowerCase(Locale.ROOT) + " of which holds that "
                    + new InWords(other.fact(), book).words(other.clause());
        Clause.Compared compared = (Clause.Compared) clause;
        if (compared.right() instanceof Term.Constant constant) return fixed(compared, constant);
        boolean backwards = compared.left() instanceof Term.Threshold && (compared.relation() == Clause.Relation.LESS || compared.relation() == Clause.Relation.AT_MOST);
        return backwards ? term(compared.right()) + (compared.relation() == Clause.Relation.LESS ? " is more than " : " is at least ") + term(compared.left())
                : term(compared.left()) + " is " + relation(compared.relation()) + term(compared.right());
    }

    private String joined(List<Clause> parts, String by) {
        return parts.stream().map(this::words).collect(Collectors.joining(by));
    }

    /** Of what holds or not, that it does or does not; of what may be missing, whether it is known. */
    private String fixed(Clause.Compared compared, Term.Constant constant) {
        boolean same = compared.relation() == Clause.Relation.EQUAL;
        if (constant.text().equals("null")) return term(compared.left()) + (same ? " is not known" : " is known");
        boolean yesOrNo = constant.equals(Term.Constant.TRUE) || constant.equals(Term.Constant.FALSE);
        if (yesOrNo && same) {
            boolean holds = constant.equals(Term.Constant.TRUE);
            if (compared.left() instanceof Term.Answer answer) return holds ? words(answer.question()) : "it is not so that " + words(answer.question());
            String meaning = meaning(compared.left());
            if (meaning != null && meaning.startsWith(FACT)) return (holds ? "" : "it is not so that ") + meaning.substring(FACT.length());
            if (compared.left() instanceof Term.Word word && word.path().endsWith("empty")) return term(compared.left()) + (holds ? " is empty" : " is not empty");
            return (holds ? "there is the " : "there is no ") + (meaning == null ? compared.left() : meaning);
        }
        return term(compared.left()) + " is " + relation(compared.relation()) + constant.text().substring(constant.text().lastIndexOf('.') + 1).toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String relation(Clause.Relation relation) {
        return switch (relation) {
            case EQUAL -> "";
            case NOT_EQUAL -> "not ";
            case LESS -> "less than ";
            case AT_MOST -> "at most ";
        };
    }

    private String term(Term term) {
        if (term instanceof Term.Threshold threshold) return threshold(threshold.key());
        if (term instanceof Term.Answer answer) return "whether " + words(answer.question());
        String meaning = meaning(term);
        return meaning == null ? term.toString() : meaning.startsWith(FACT) ? "whether " + meaning.substring(FACT.length()) : "the " + meaning;
    }

    private @Nullable String meaning(Term term) {
        if (!(term instanceof Term.Word word)) return null;
        String fact = word.fact().isEmpty() ? subject : word.fact();
        RuleWords.Word known = DICTIONARY.get(fact + "." + (word.path().endsWith(".empty") ? word.path().substring(0, word.path().length() - ".empty".length()) : word.path()));
        return known == null ? null : known.meaning();
    }

    private String threshold(String key) {
        PolicyBook.Entry entry = book.entries().get(key);
        if (entry == null) return key;
        return entry.dated().stream().max(Comparator.comparing(PolicyBook.Dated::since)).map(d -> value(d, entry.unit()) + " (" + key + ")").orElse(key);
    }

    private static String value(PolicyBook.Dated dated, String unit) {
        return switch (unit) {
            case "share" -> Amounts.percent(dated.value());
            case "ratio", "count", "level" -> Amounts.exact(dated.value());
            default -> Amounts.exact(dated.value()) + " " + unit;
        };
    }
}
