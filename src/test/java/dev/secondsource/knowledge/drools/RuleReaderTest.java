package dev.secondsource.knowledge.drools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.knowledge.Rule;
import dev.secondsource.knowledge.RuleSource;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.problem.Checked;
import dev.secondsource.problem.Problem;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each refusal is shown to catch a bad sample: a good rule file with one thing changed. */
class RuleReaderTest {
    private static final Set<String> KEYS = Set.of("cpf.win-rho");
    private static final String FILE = "cost-performance/cheaper-work.drl";
    private static final String GOOD = """
            /*
             * Cheaper work wins.
             *
             * Why: money is finite.
             * Just inside: rho 0.90.
             * Just outside: rho 0.91.
             * Misses: time.
             */
            rule "cheaper-work"
                @id( "CPF-02" )
                @severity( "MAJOR" )
                @effect( "FOR" )
                @source( "judgement" )
                @says( "Costs {rho}, at most {bar}." )
            when
                $candidate : Candidate( challenger, $rho : comparison.rho )
                Policy( $bar : number("cpf.win-rho"), $rho <= $bar )
            then
                findings.report( drools );
            end
            """;

    @Test
    void readsAGoodRule() {
        Checked<Rule> read = RuleReader.read(new RuleSource(FILE, GOOD), KEYS);

        Rule rule = read.orThrow();

        assertThat(rule.id()).isEqualTo("CPF-02");
        assertThat(rule.title()).isEqualTo("Cheaper work wins.");
        assertThat(rule.reads()).containsExactly("comparison.rho");
        assertThat(rule.policyKeys()).containsExactly("cpf.win-rho");
        assertThat(rule.bands()).singleElement().satisfies(band -> {
            assertThat(band.severity()).isEqualTo(Severity.MAJOR);
            assertThat(band.scope()).isEqualTo("challenger");
            assertThat(band.line()).isEqualTo(9);
        });
    }

    @ParameterizedTest(name = "{0} becomes {1}: line {2}, {3}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        // numbers, arithmetic, calls and other Java in conditions
        "$rho <= $bar                 | $rho <= 0.9                        | 17 | literal number",
        "$rho <= $bar                 | $rho + $rho <= $bar                | 17 | arithmetic",
        "$rho <= $bar                 | System.exit(1) == $bar             | 17 | method call",
        "$rho <= $bar                 | new String() == $bar               | 17 | not allowed",
        "$rho <= $bar                 | $rho.toString() == \"x\"           | 17 | method call",
        "$rho <= $bar                 | $rho.class == $bar                 | 17 | not allowed",
        "$rho <= $bar                 | (java.util.List) $rho == $bar      | 17 | not allowed",
        "$rho <= $bar                 | $rho != null                       | 17 | literal number or null",
        "$rho <= $bar                 | $rho matches \"x\"                 | 17 | condition",
        "$rho <= $bar                 | $rho <= number(\"cpf.win-rho\")    | 17 | without a name",
        // words
        "comparison.rho               | comparison.roh                     | 16 | comparison.roh is not a word of Candidate",
        "challenger,                  | workload > $x,                     | 16 | not bound",
        "challenger,                  | offer > offer,                     | 16 | orders what has no order",
        "challenger,                  | deal.pricing == \"SPOT\",          | 16 | can never equal",
        "challenger,                  | deal.pricing == PricingKind.SPOTTY,| 16 | does not exist",
        "challenger,                  | comparison.rho,                    | 16 | not a yes-or-no question",
        "cpf.win-rho\"), $rho         | cpf.win-roh\"), $rho               | 17 | no key cpf.win-roh",
        "Policy(                      | Market(                            | 17 | Market is not a fact",
        "Candidate( challenger        | Offer( challenger                  | 16 | Offer is not a fact",
        "$candidate : Candidate       | Candidate                          | 16 | not bound",
        "Policy( $bar                 | eval( $rho )                       | 17 | ",
        "Policy( $bar : number(\"cpf.win-rho\"), $rho <= $bar ) | Policy( $bar : number(\"cpf.win-rho\"), $rho <= $bar ) from $x | 17 | `from` is not allowed",
        // consequence
        "findings.report( drools );   | System.out.println( drools );      | 18 | not the one call",
        "findings.report( drools );   | findings.report( drools ); delete( $candidate ); | 18 | not the one call",
        // attributes and metadata
        "at most {bar}.\" )           | at most {bar}.\" ) salience 10      | 14 | `salience` is not allowed",
        "at most {bar}.\" )           | at most {bar}.\" ) no-loop          | 14 | `no-loop` is not allowed",
        "at most {bar}.\" )           | at most {bar}.\" ) agenda-group \"x\" | 14 | `agenda-group` is not allowed",
        "@id( \"CPF-02\" )            | @id( \"DIV-02\" )                  | 10 | not an id of this family",
        "@severity( \"MAJOR\" )       | @severity( \"HUGE\" )              | 11 | unknown",
        "@severity( \"MAJOR\" )       | @severity( \"BLOCKER\" )           | 12 | cannot speak for",
        "@effect( \"FOR\" )           | @efect( \"FOR\" )                  | 12 | @efect is not a metadata word",
        "@source( \"judgement\" )     |                                    | 9  | names no source",
        "{bar}                        | {limit}                            | 14 | {limit} is not bound",
        // the file
        "rule \"cheaper-work\"        | rule \"cheap-work\"                | 9  | not the file's",
        "rule \"cheaper-work\"        | import java.io.File rule \"cheaper-work\" | 9 | import",
        "rule \"cheaper-work\"        | global java.util.List x rule \"cheaper-work\" | 9 | global",
        "rule \"cheaper-work\"        | function void f() {} rule \"cheaper-work\" | 9 | function",
        "rule \"cheaper-work\"        | declare X end rule \"cheaper-work\" | 9 | declare",
        "rule \"cheaper-work\"        | query \"q\" Candidate() end rule \"cheaper-work\" | 9 | query",
        "* Misses: time.              | *                                  | 1  | no paragraph \"Misses:\"",
        "money is finite.             | money is \\u0066inite.             | 4  | backslash",
    })
    void refusesWithLineAndReason(String good, String bad, int line, String reason) {
        String text = GOOD.replace(good, bad == null ? "" : bad);
        assertThat(text).as("the sample must differ").isNotEqualTo(GOOD);

        Checked<Rule> read = RuleReader.read(new RuleSource(FILE, text), KEYS);

        assertThat(read.problems()).as(text).anySatisfy(problem -> {
            assertThat(problem.file()).isEqualTo(FILE);
            assertThat(problem.line()).isEqualTo(line);
            assertThat(problem.what()).contains(reason == null ? "" : reason);
        });
    }

    @Test
    void refusesAnEmptyFileAByteOrderMarkAndDeepNesting() {
        assertThat(refusal("")).contains("empty");
        assertThat(refusal("\uFEFF" + GOOD)).contains("byte-order mark");
        assertThat(refusal(GOOD.replace("$rho <= $bar", "(".repeat(30) + "$rho <= $bar" + ")".repeat(30)))).contains("parentheses");
        assertThat(refusal(GOOD.replace("finite", "fin\u0001ite"))).contains("control character");
    }

    @Test
    void refusesAFileOutsideAFamily() {
        Checked<Rule> read = RuleReader.read(new RuleSource("misc/cheaper-work.drl", GOOD), KEYS);

        assertThat(read.problems()).extracting(Problem::what).anySatisfy(what -> assertThat(what).contains("family's folder"));
    }

    @Test
    void reportsEveryProblemOfAFileTogether() {
        String text = GOOD.replace("$rho <= $bar", "$rho <= 0.9").replace("MAJOR", "HUGE").replace("findings.report( drools );", "drools.halt();");

        Checked<Rule> read = RuleReader.read(new RuleSource(FILE, text), KEYS);

        assertThat(read.problems()).hasSizeGreaterThanOrEqualTo(3);
    }

    private static String refusal(String text) {
        return RuleReader.read(new RuleSource(FILE, text), KEYS).problems().toString();
    }
}
