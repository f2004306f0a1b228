package dev.secondsource.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.Shipped;
import dev.secondsource.cases.Case.Day;
import dev.secondsource.cases.Case.Expected;
import dev.secondsource.cases.Score.Checked;
import dev.secondsource.cases.Score.Outcome;
import dev.secondsource.decision.DecisionMaker;
import dev.secondsource.evidence.Evidence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Decisions that buyers took in public, held against what the tool says with the facts of their day. Agreement with
 * history is not correctness: where a buyer took a risk on purpose, the tool must flag the risk and may disagree.
 */
class RealDecisionsTest {
    private static final Path REPORT = Path.of("target/real-decisions.txt");
    private static final Set<String> AWAITED = awaited();
    private static final Map<Asked, Score> SCORES = new TreeMap<>();

    /** A case on one of its days. */
    record Asked(Case about, Day on) implements Comparable<Asked> {
        @Override
        public int compareTo(Asked other) {
            return toString().compareTo(other.toString());
        }

        @Override
        public String toString() {
            return about.name() + " " + on.day() + (on.profile().equals("profile.yaml") ? "" : " " + on.profile());
        }
    }

    static List<Asked> asked() {
        return Case.all().stream().flatMap(c -> c.told().days().stream().map(d -> new Asked(c, d))).toList();
    }

    private static Score score(Asked asked) {
        return SCORES.computeIfAbsent(asked, a -> new Score(a.on, DecisionMaker.decide(a.about.buyer(a.on), a.about.market(), Shipped.knowledge(), a.on.day()).orThrow(),
                a.about.market(), Shipped.knowledge(), AWAITED));
    }

    @ParameterizedTest
    @MethodSource("asked")
    void agreesOrDisagreesByDesign(Asked asked) {
        Score score = score(asked);

        if (asked.on.agrees()) assertThat(score.overlap()).as("decided %s, the tool %s", score.expectedDesigners(), score.shares()).isGreaterThanOrEqualTo(Score.AGREEMENT);
        assertThat(missed(score.byDesign())).as("risks that must show").isEmpty();
    }

    @ParameterizedTest
    @MethodSource("asked")
    void findsTheStatedReason(Asked asked) {
        List<Checked> reasons = score(asked).reasons();

        if (!reasons.isEmpty()) assertThat(reasons).as("the stated reason").anyMatch(r -> r.outcome() != Outcome.MISSED);
    }

    @ParameterizedTest
    @MethodSource("asked")
    void flagsLaterTrouble(Asked asked) {
        assertThat(missed(score(asked).trouble())).as("flags of later trouble").isEmpty();
    }

    @ParameterizedTest
    @MethodSource("asked")
    void saysExactlyThis(Asked asked) {
        assertThat(missed(score(asked).exactly())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("asked")
    void usesNoLaterFact(Asked asked) {
        Stream<Evidence> evidence = score(asked).findings().stream().flatMap(f -> f.evidence().stream());

        assertThat(evidence.filter(e -> !e.visibleAt(asked.on.day())).distinct().map(Evidence::toString)).isEmpty();
    }

    @Test
    void awaitsNoRuleThatHasCome() {
        assertThat(AWAITED).as("awaited.txt").noneMatch(id -> Shipped.knowledge().rule(id).isPresent());
    }

    @Test
    void expectsOnlyRulesThatExistOrAreAwaited() {
        Set<String> expected = new TreeSet<>();
        for (Asked asked : asked()) {
            Day day = asked.on;
            Stream.of(day.byDesign(), day.exactly(), day.trouble() == null ? List.<Expected>of() : day.trouble().flags()).flatMap(List::stream)
                    .flatMap(e -> Stream.of(e.rule(), e.defeats())).filter(r -> r != null).forEach(expected::add);
        }

        assertThat(expected).allMatch(id -> AWAITED.contains(id) || Shipped.knowledge().rule(id).isPresent());
    }

    private static List<String> missed(List<Checked> checked) {
        return checked.stream().filter(c -> c.outcome() == Outcome.MISSED).map(Checked::what).toList();
    }

    private static Set<String> awaited() {
        try {
            return Files.readAllLines(Case.FOLDER.resolve("awaited.txt")).stream().map(String::strip).filter(l -> !l.isEmpty() && !l.startsWith("#")).collect(Collectors.toSet());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @AfterAll
    static void report() throws IOException {
        String table = CaseReport.of(asked().stream().collect(Collectors.toMap(a -> a, RealDecisionsTest::score, (a, b) -> a, TreeMap::new)));
        Files.createDirectories(REPORT.getParent());
        Files.writeString(REPORT, table);
        System.out.println(table);
    }
}
