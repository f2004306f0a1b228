package dev.secondsource.authoring;

import dev.secondsource.knowledge.Clause;
import dev.secondsource.knowledge.Meaning.Unit;
import dev.secondsource.knowledge.Premise;
import dev.secondsource.knowledge.Rule;
import dev.secondsource.knowledge.Term;
import dev.secondsource.policy.PolicyBook;
import dev.secondsource.problem.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which words may be held against which thresholds: 30 weeks are more than 26 months to a computer, and to nobody else. */
final class Units {
    /** What a threshold for a word may count; a word that counts anything may be held against anything. */
    private static final Map<Unit, Set<String>> SUITABLE = Map.ofEntries(
            Map.entry(Unit.SHARE, Set.of("share", "share a year", "ratio", "times")),
            Map.entry(Unit.RATIO, Set.of("share", "share a year", "ratio", "times", "count", "level")),
            Map.entry(Unit.DAYS, Set.of("days")),
            Map.entry(Unit.MONTHS, Set.of("months", "engineer-months")),
            Map.entry(Unit.WEEKS, Set.of("weeks")),
            Map.entry(Unit.YEARS, Set.of("years")),
            Map.entry(Unit.HOURS, Set.of("hours")),
            Map.entry(Unit.MILLISECONDS, Set.of("milliseconds")),
            Map.entry(Unit.QUARTERS, Set.of("quarters")),
            Map.entry(Unit.GIB, Set.of("GiB")),
            Map.entry(Unit.KILOWATT, Set.of("kW")),
            Map.entry(Unit.POINTS, Set.of("points")),
            Map.entry(Unit.MONEY, Set.of("currency", "US dollars")));

    private Units() {}

    /** At the line of the band. */
    static List<Problem> problems(Premise premise, PolicyBook book) {
        Map<String, Unit> units = new HashMap<>();
        premise.band().inputs().values().forEach(input -> units.put(input.path(), input.unit()));
        List<Problem> problems = new ArrayList<>();
        collect(premise.clause(), units, premise, book, problems);
        return problems;
    }

    private static void collect(Clause clause, Map<String, Unit> units, Premise premise, PolicyBook book, List<Problem> problems) {
        if (clause instanceof Clause.All all) all.parts().forEach(part -> collect(part, units, premise, book, problems));
        if (clause instanceof Clause.Any any) any.parts().forEach(part -> collect(part, units, premise, book, problems));
        if (clause instanceof Clause.OfAnother other) collect(other.clause(), units, premise, book, problems);
        if (clause instanceof Clause.Compared compared) mismatch(compared, units, premise, book).ifPresent(problems::add);
    }

    private static Optional<Problem> mismatch(Clause.Compared compared, Map<String, Unit> units, Premise premise, PolicyBook book) {
        Optional<String> left = counts(compared.left(), units, book);
        Optional<String> right = counts(compared.right(), units, book);
        if (left.isEmpty() || right.isEmpty() || suit(left.get(), right.get())) return Optional.empty();
        Rule.Band band = premise.band();
        return Optional.of(new Problem(premise.rule().file(), band.line(), band.name(),
                compared.left() + " counts " + left.get() + ", " + compared.right() + " counts " + right.get(), "compare what counts the same"));
    }

    /** Empty for what counts nothing in particular. */
    private static Optional<String> counts(Term term, Map<String, Unit> units, PolicyBook book) {
        if (term instanceof Term.Threshold threshold) return Optional.ofNullable(book.entries().get(threshold.key())).map(PolicyBook.Entry::unit);
        if (!(term instanceof Term.Word word)) return Optional.empty();
        Unit unit = units.get(word.path());
        return unit == null || unit == Unit.PLAIN ? Optional.empty() : Optional.of(name(unit));
    }

    private static boolean suit(String left, String right) {
        return left.equals(right) || SUITABLE.entrySet().stream().anyMatch(entry ->
                name(entry.getKey()).equals(left) && entry.getValue().contains(right) || name(entry.getKey()).equals(right) && entry.getValue().contains(left));
    }

    private static String name(Unit unit) {
        return switch (unit) {
            case GIB -> "GiB";
            case KILOWATT -> "kW";
            case MONEY -> "currency";
            default -> unit.name().toLowerCase(Locale.ROOT);
        };
    }
}
