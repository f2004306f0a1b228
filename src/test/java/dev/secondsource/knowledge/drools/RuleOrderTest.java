package dev.secondsource.knowledge.drools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.Shipped;
import dev.secondsource.decision.Decision;
import dev.secondsource.decision.DecisionMaker;
import dev.secondsource.knowledge.KnowledgeBase;
import dev.secondsource.knowledge.Rule;
import dev.secondsource.profile.BuyerProfile;
import dev.secondsource.rules.Facts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The engine fires in the order of file names, so the rules are compiled once more under names in another order. */
class RuleOrderTest {

    @Test
    void theOrderOfRuleFilesChangesNoByteNorDoesTheBundle() {
        List<Rule> shuffled = new ArrayList<>(Shipped.knowledge().rules());
        Collections.shuffle(shuffled, new Random(11));
        List<Rule> renamed = new ArrayList<>();
        for (int i = 0; i < shuffled.size(); i++) renamed.add(Facts.with(shuffled.get(i), "file", String.format("%03d/", i) + shuffled.get(i).name() + ".drl"));
        RuleCompiler.Compiled compiled = RuleCompiler.compile(renamed).orThrow();
        KnowledgeBase other = new DroolsKnowledgeBase(shuffled, Shipped.knowledge().policyBook(), Shipped.knowledge().sha256(),
                Models.instance(compiled.modelClass(), RuleCompiler.loader(compiled)));

        // Three buyers that differ: the rest would tell no more of an order.
        for (String profile : List.of("frontier-lab", "regulated-bank", "university-hpc")) {
            BuyerProfile buyer = Shipped.profile(profile);
            Decision decision = DecisionMaker.decide(buyer, Shipped.market(), other, buyer.asOf()).orThrow();
            assertThat(decision.toString().equals(Shipped.decision(buyer).toString())).as(buyer.id()).isTrue();
        }
    }
}
