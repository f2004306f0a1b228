package dev.secondsource.knowledge.drools;

import static dev.secondsource.rules.Facts.candidate;
import static dev.secondsource.rules.Facts.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.candidate.Candidate;
import dev.secondsource.knowledge.Judgement;
import dev.secondsource.knowledge.KnowledgeBase;
import dev.secondsource.knowledge.RuleSource;
import dev.secondsource.knowledge.State;
import dev.secondsource.policy.Policies;
import dev.secondsource.policy.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many subjects are asked of in rounds; nobody can tell from what is said. */
class RoundsTest {
    private static final Policy POLICY = Policies.of("cpf.bar", "0.90", "cpf.late", "8");
    private static final int MANY = DroolsKnowledgeBase.ROUND + 3;

    @Test
    void saysOfEachOfManyWhatItSaysOfItByItself() {
        KnowledgeBase knowledge = base(
                RuleFile.of("cheap", "CPF-01").band("MAJOR", "FOR", "Costs {rho}.", "$c : Candidate( challenger, $rho : comparison.rho )", "Policy( $bar : number(\"cpf.bar\"), $rho <= $bar )").source(),
                RuleFile.of("late", "CPF-03").band("BLOCKER", "AGAINST", "Too late: {weeks}.", "$c : Candidate( $weeks : supply.leadWeeks )", "Policy( $late : number(\"cpf.late\"), $weeks > $late )").source());
        List<Candidate> many = IntStream.range(0, MANY).mapToObj(i -> with(with(candidate("challenger", i % 5 != 0, "comparison.rho", "0.8" + i % 7 * 3), "supply.leadWeeks", i % 3 == 0 ? null : i % 12), "id", "serve <- " + i)).toList();

        Judgement together = knowledge.judge(many, POLICY);

        for (int i : new int[] {0, 1, 6, DroolsKnowledgeBase.ROUND - 1, DroolsKnowledgeBase.ROUND, MANY - 1}) {
            Judgement alone = knowledge.judge(List.of(many.get(i)), POLICY);
            String id = many.get(i).id();
            assertThat(together.about(id)).isEqualTo(alone.about(id));
            assertThat(together.states().ofSubject(id)).isEqualTo(alone.states().ofSubject(id)).hasSize(2);
        }
        assertThat(together.states().ofRule("CPF-03")).hasSize(MANY);
    }

    @Test
    void asksOfAllAtOnceWhereOneHangsOnAnother() {
        KnowledgeBase knowledge = base(RuleFile.of("incumbent-known", "CPF-01")
                .band("MINOR", "FOR", "There is an incumbent.", "$c : Candidate( challenger )", "exists Candidate( incumbent == true )").source());
        List<Candidate> many = new ArrayList<>(IntStream.range(0, MANY).mapToObj(i -> with(candidate("challenger", true), "id", "serve <- " + i)).toList());
        many.add(with(candidate("incumbent", true), "id", "serve <- last"));

        Judgement together = knowledge.judge(many, POLICY);

        assertThat(together.states().ofRule("CPF-01").get("serve <- 0")).isEqualTo(State.FIRED);
        assertThat(together.findings()).hasSize(MANY);
    }

    @Test
    void aRuleThatFailsForOneIsUnknownForAll() {
        KnowledgeBase knowledge = base(RuleFile.of("cheap", "CPF-01").band("MINOR", "FOR", "Costs {rho}.", "$c : Candidate( challenger, $rho : comparison.rho )",
                "Policy( $gone : number(\"cpf.gone\"), $rho <= $gone )").source());
        List<Candidate> many = new ArrayList<>(IntStream.range(0, MANY).mapToObj(i -> with(candidate("challenger", false), "id", "serve <- " + i)).toList());
        many.set(3, with(candidate("challenger", true, "comparison.rho", "0.8"), "id", "serve <- 3"));

        Judgement together = knowledge.judge(many, POLICY, knowledge.rules().get(0).stage());

        assertThat(together.broken()).containsKey("cheap");
        assertThat(together.states().ofRule("CPF-01").get("serve <- 3")).isEqualTo(State.UNKNOWN);
    }

    private static KnowledgeBase base(RuleSource... rules) {
        return KnowledgeLoader.load(List.of(rules), RuleFile.book("cpf.bar", "0.90", "cpf.late", "8", "cpf.gone", "1"), "policy.yaml", Set.of("cpf.bar", "cpf.late", "cpf.gone")).orThrow();
    }
}
