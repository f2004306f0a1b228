package dev.secondsource.authoring;

import dev.secondsource.knowledge.Clause;
import dev.secondsource.knowledge.Premise;
import dev.secondsource.knowledge.Rule;
import dev.secondsource.policy.Policy;
import dev.secondsource.policy.PolicyBook;
import dev.secondsource.problem.Problem;
import dev.secondsource.profile.PolicyChoice;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is wrong with rules that are each well written: conditions that can never hold, weeks held
 * against months, and rules that say the same.
 */
public final class Soundness {
    private Soundness() {}

    /** All of it, at the line of the band concerned. */
    public static List<Problem> problems(List<Premise> premises, PolicyBook book) {
        List<Problem> problems = new ArrayList<>();
        for (Premise premise : premises) {
            impossible(premise, book).ifPresent(problems::add);
            problems.addAll(Units.problems(premise, book));
        }
        problems.addAll(repeated(premises));
        return problems;
    }

    private static Optional<Problem> impossible(Premise premise, PolicyBook book) {
        Optional<String> always = Contradiction.in(premise.clause(), Map.of());
        if (always.isPresent()) return Optional.of(at(premise, "it can never hold: " + always.get(), "compare otherwise, or delete the band"));
        LocalDate latest = latest(premise, book);
        for (String variant : book.variants().keySet()) {
            Policy policy = book.resolve(new PolicyChoice(variant, Map.of()), latest, premise.rule().file()).orThrow();
            Map<String, BigDecimal> values = new HashMap<>();
            premise.band().thresholds().values().forEach(key -> values.put(key, policy.number(key)));
            Optional<String> found = Contradiction.in(premise.clause(), values);
            if (found.isPresent()) return Optional.of(at(premise, "it can never hold under the policy variant " + variant + ": " + found.get(),
                    "set " + String.join(", ", new TreeSet<>(values.keySet())) + " in policy.yaml so that something lies between"));
        }
        return Optional.empty();
    }

    /** The day from which all thresholds of the band are as they are now; a law of the past may well leave a band empty. */
    private static LocalDate latest(Premise premise, PolicyBook book) {
        return premise.band().thresholds().values().stream().map(book.entries()::get).flatMap(entry -> entry.dated().stream())
                .map(PolicyBook.Dated::since).max(Comparator.naturalOrder()).orElse(LocalDate.EPOCH);
    }

    /** What a band asks; what it must merely know counts where it tests nothing. */
    private record Meaning(String subject, Clause clause, Set<String> inputs) {
        static Meaning of(Premise premise) {
            Set<String> inputs = new HashSet<>();
            if (premise.band().thresholds().isEmpty()) premise.band().inputs().values().forEach(input -> inputs.add(input.path()));
            return new Meaning(premise.rule().subject(), premise.clause(), inputs);
        }
    }

    private static List<Problem> repeated(List<Premise> premises) {
        List<Problem> problems = new ArrayList<>();
        Map<Meaning, Premise> first = new HashMap<>();
        for (Premise premise : premises) {
            Premise other = first.putIfAbsent(Meaning.of(premise), premise);
            if (other != null) problems.add(at(premise, "it says the same as " + place(other) + ": " + premise.clause(),
                    "delete one of the two, or ask what sets them apart"));
        }
        return problems;
    }

    private static String place(Premise premise) {
        Rule rule = premise.rule();
        return rule.id() + " \"" + premise.band().name() + "\" (" + rule.file() + ":" + premise.band().line() + ")";
    }

    private static Problem at(Premise premise, String what, String mend) {
        return new Problem(premise.rule().file(), premise.band().line(), premise.band().name(), what, mend);
    }
}
