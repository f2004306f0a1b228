package dev.secondsource.explanation;

import dev.secondsource.candidate.Candidate;
import dev.secondsource.knowledge.Clause.Compared;
import dev.secondsource.knowledge.Clause.Relation;
import dev.secondsource.knowledge.Finding;
import dev.secondsource.knowledge.Meaning.Unit;
import dev.secondsource.knowledge.Premise;
import dev.secondsource.knowledge.Reading;
import dev.secondsource.knowledge.Rule;
import dev.secondsource.knowledge.Sentence;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.knowledge.Term;
import dev.secondsource.knowledge.drools.RuleWords;
import dev.secondsource.policy.Policy;
import dev.secondsource.quantity.Decimals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far a number is from where the rule that holds it against an offer would no longer do so. Taken from the rule's own
 * condition: the comparison is turned round, and the condition read again with the number on the other side.
 *
 * @param what the number, with its article: {@code the age of the price}
 * @param word its path: {@code price.ageDays}
 * @param unit how it prints
 * @param value what it is
 * @param needed on which side of the bound it must lie
 * @param bound what it is compared with
 * @param against the policy key of the bound, or in words what else it is
 * @param limit path of the word that is the bound; null if that is a policy value
 * @param alone crossing it is enough for the rule to say nothing of weight; if not, others must be crossed with it
 */
public record Distance(String what, String word, Unit unit, BigDecimal value, Side needed, BigDecimal bound, String against, @Nullable String limit, boolean alone) {
    private static final String CANDIDATE = "Candidate.";
    private static final BigDecimal SLIGHTLY = new BigDecimal("0.000000001");
    private static final Map<String, RuleWords.Word> DICTIONARY = RuleWords.all();

    /** The side of a bound. */
    public enum Side {
        AT_LEAST("at least", "too little"),
        MORE_THAN("more than", "too little"),
        AT_MOST("at most", "too much"),
        LESS_THAN("less than", "too much");

        private final String words;
        private final String fault;

        Side(String words, String fault) {
            this.words = words;
            this.fault = fault;
        }
    }

    /** How far, in the value's own unit; 0 if it lies on a bound that it must pass. */
    public BigDecimal gap() {
        return value.subtract(bound).abs();
    }

    /** The gap as a part of the value; null if the value is 0. */
    public @Nullable BigDecimal share() {
        return value.signum() == 0 ? null : Decimals.divide(gap(), value.abs());
    }

    /** {@code the unit cost relative to the incumbent's: 2.31 against at most 1.9 (cpf.loss-rho): 0.41 (17.7 %) too much}. */
    public String sentence(String currency) {
        String far = gap().signum() == 0 ? "just on it" : print(gap(), currency) + (share() == null ? "" : " (" + Sentence.print(share(), Unit.SHARE, "") + ")") + " " + needed.fault;
        return what + ": " + print(value, currency) + " against " + needed.words + " " + print(bound, currency) + " (" + against + "): " + far;
    }

    private String print(BigDecimal number, String currency) {
        return Sentence.print(number, unit, currency);
    }

    /**
     * The distances of a finding; empty if it turns on no number.
     *
     * @param rule the finding's
     * @param premises the rule's
     * @param candidate its subject
     */
    static List<Distance> of(Finding finding, Rule rule, List<Premise> premises, Candidate candidate, Policy policy) {
        Reading reading = new Reading(path -> RuleWords.read(candidate, path), policy);
        List<Rule.Band> saying = rule.saying(finding);
        List<Distance> distances = new ArrayList<>();
        premises.stream().filter(p -> saying.contains(p.band()) && reading.holds(p.clause())).findFirst().ifPresent(said -> {
            for (Compared compared : reading.numbers(said.clause())) {
                Distance distance = of(compared, reading, premises, finding);
                if (distance != null) distances.add(distance);
            }
        });
        List<Distance> enough = distances.stream().filter(Distance::alone).toList();
        return enough.isEmpty() ? distances : enough;
    }

    /** Crossing it must not make the rule say as much by another of its bands. */
    private static boolean isInVain(Reading across, List<Premise> premises, Finding finding) {
        return premises.stream().anyMatch(p -> p.band().state() == finding.state() && p.band().effect() == finding.effect() && p.band().severity().compareTo(finding.severity()) >= 0 && across.holds(p.clause()));
    }

    private static @Nullable Distance of(Compared compared, Reading reading, List<Premise> premises, Finding finding) {
        boolean small = isValue(compared.left(), compared.right());
        if (!((small ? compared.left() : compared.right()) instanceof Term.Word value)) return null;
        Term against = small ? compared.right() : compared.left();
        BigDecimal bound = reading.number(against);
        boolean open = compared.relation() == Relation.AT_MOST;
        Side needed = small ? open ? Side.MORE_THAN : Side.AT_LEAST : open ? Side.LESS_THAN : Side.AT_MOST;
        BigDecimal step = open ? SLIGHTLY.max(bound.abs().multiply(SLIGHTLY)) : BigDecimal.ZERO;
        Reading across = reading.with(value, small ? bound.add(step) : bound.subtract(step));
        if (isInVain(across, premises, finding)) return null;
        boolean alone = premises.stream().noneMatch(p -> p.band().severity().compareTo(Severity.MAJOR) >= 0 && across.holds(p.clause()));
        return new Distance(named(value), value.path(), unit(value), reading.number(value), needed, bound, against instanceof Term.Threshold threshold ? threshold.key() : named((Term.Word) against),
                against instanceof Term.Word limit ? limit.path() : null, alone);
    }

    /** Of two words the one that is a limit is the bound: what the buyer or the site asks, by its name. */
    private static boolean isValue(Term left, Term right) {
        if (!(left instanceof Term.Word small)) return false;
        return !(right instanceof Term.Word large) || isLimit(large);
    }

    private static boolean isLimit(Term.Word word) {
        return word.path().matches(".*(Limit|LimitMs|Required|[.]site\\w+|[.]ceiling)");
    }

    private static String named(Term.Word word) {
        return "the " + DICTIONARY.get(CANDIDATE + word.path()).meaning();
    }

    private static Unit unit(Term.Word word) {
        return DICTIONARY.get(CANDIDATE + word.path()).unit();
    }
}
