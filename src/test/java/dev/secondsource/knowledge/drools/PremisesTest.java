package dev.secondsource.knowledge.drools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.knowledge.Clause;
import dev.secondsource.knowledge.Rule;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PremisesTest {
    private static final Set<String> KEYS = Set.of("cpf.low", "cpf.high");

    @Test
    void resolvesVariablesToWordsAndThresholds() {
        Clause clause = clause("$candidate : Candidate( challenger, deal.pricing == PricingKind.SPOT, $rho : comparison.rho )",
                "Policy( $bar : number(\"cpf.low\"), $rho > $bar )");

        assertThat(clause).hasToString("challenger == true, cpf.low < comparison.rho, deal.pricing == PricingKind.SPOT");
    }

    @Test
    void sayingTheSameWithOtherVariablesAndTheOtherWayRoundIsEqual() {
        Clause one = clause("$candidate : Candidate( challenger == true, $rho : comparison.rho )", "Policy( $bar : number(\"cpf.low\"), $rho > $bar )");
        Clause other = clause("$c : Candidate( $r : comparison.rho, challenger != false )", "Policy( $b : number(\"cpf.low\"), $b < $r )");

        assertThat(one).isEqualTo(other);
    }

    @Test
    void anotherThresholdOrAnotherBoundaryIsNotEqual() {
        Clause one = clause("$candidate : Candidate( $rho : comparison.rho )", "Policy( $bar : number(\"cpf.low\"), $rho > $bar )");

        assertThat(clause("$candidate : Candidate( $rho : comparison.rho )", "Policy( $bar : number(\"cpf.high\"), $rho > $bar )")).isNotEqualTo(one);
        assertThat(clause("$candidate : Candidate( $rho : comparison.rho )", "Policy( $bar : number(\"cpf.low\"), $rho >= $bar )")).isNotEqualTo(one);
    }

    @Test
    void followsAVariableIntoAnotherFact() {
        Clause clause = clause("$candidate : Candidate( $w : workload )", "not Candidate( workload == $w, challenger )");

        assertThat(clause).hasToString("not Candidate( Candidate.challenger == true, Candidate.workload == workload )");
    }

    @Test
    void keepsOrsAndFlattensAnds() {
        Clause clause = clause("$candidate : Candidate( challenger == true && (incumbent == true || challenger == false) )");

        assertThat(clause).hasToString("(challenger == false || incumbent == true), challenger == true");
    }

    private static Clause clause(String... conditions) {
        Rule rule = RuleReader.read(RuleFile.of("sample", "CPF-50").band("MAJOR", "AGAINST", "So it is.", conditions).source(), KEYS).orThrow();

        return Premises.of(List.of(rule)).get(0).clause();
    }
}
