package dev.secondsource.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.Shipped;
import dev.secondsource.authoring.Coverage.Said;
import dev.secondsource.decision.Decision;
import dev.secondsource.knowledge.Rule;
import dev.secondsource.knowledge.Samples;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.knowledge.State;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoverageTest {
    private static final Decision BANK = Shipped.decision(Shipped.profile("regulated-bank"));
    private static final Decision STARTUP = Shipped.decision(Shipped.profile("fine-tuning-startup"));

    @Test
    void countsEverySubjectOnce() {
        Coverage coverage = Coverage.of(Shipped.knowledge().rules(), List.of(BANK, STARTUP));

        assertThat(coverage.profiles()).containsExactly("regulated-bank", "fine-tuning-startup");
        for (Coverage.Line line : coverage.lines()) {
            Said said = line.byProfile().get("regulated-bank");
            if (said == null) continue;
            assertThat(said.fired() + said.unknown() + said.silent() + said.notApplicable())
                    .as(line.rule().id()).isEqualTo(BANK.states().ofRule(line.rule().id()).size() + BANK.review().states().ofRule(line.rule().id()).size());
        }
    }

    @Test
    void namesWhereARuleFired() {
        Coverage.Line notice = line(Coverage.of(Shipped.knowledge().rules(), List.of(BANK, STARTUP)), "VRK-11");

        assertThat(notice.firesIn()).containsExactly("regulated-bank");
        assertThat(notice.byProfile().get("regulated-bank").firedOn())
                .containsExactlyElementsOf(BANK.states().ofRule("VRK-11").entrySet().stream().filter(e -> e.getValue() == State.FIRED).map(e -> e.getKey()).toList());
    }

    @Test
    void countsWhatIsDefeatedAmongWhatFired() {
        Coverage coverage = Coverage.of(Shipped.knowledge().rules(), List.of(BANK));

        assertThat(coverage.lines()).anyMatch(line -> line.total(Said::defeated) > 0).allMatch(line -> line.total(Said::defeated) <= line.total(Said::fired));
    }

    @Test
    void tellsOfARuleThatNeverFired() {
        List<Rule> rules = new ArrayList<>(Shipped.knowledge().rules());
        rules.add(Samples.rule("CPF-98", Severity.NOTE));

        Coverage coverage = Coverage.of(rules, List.of(STARTUP));

        assertThat(coverage.neverFired()).extracting(Rule::id).contains("CPF-98", "VRK-11");
        assertThat(line(coverage, "CPF-98").byProfile()).isEmpty();
    }

    private static Coverage.Line line(Coverage coverage, String rule) {
        return coverage.lines().stream().filter(l -> l.rule().id().equals(rule)).findFirst().orElseThrow();
    }
}
