package dev.secondsource.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.decision.Decision;
import dev.secondsource.explanation.Explanation;
import dev.secondsource.explanation.Node;
import dev.secondsource.explanation.Question;
import dev.secondsource.golden.Golden;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ExplanationReportTest {
    private static final Golden GOLDEN = Golden.in(Path.of("src/test/resources/golden/report"));
    private static final Decision DECISION = SampleDecision.decision();

    @Test
    void readsAsOnFile() throws Exception {
        GOLDEN.holds("explain-answers.txt", ExplanationReport.text(explain(Question.ANSWERS), new Page(120, false, 15)));
        GOLDEN.holds("explain-rule.txt", ExplanationReport.text(explain(new Question(Optional.of("serve"), Optional.empty(), Optional.of("CPF-02"))), new Page(100, false, 15)));
    }

    @Test
    void fitsEveryWidth() {
        for (int width : new int[] {40, 80, 120, 200})
            assertThat(ExplanationReport.text(explain(Question.ANSWERS), new Page(width, false, 15)).lines()).allSatisfy(l -> assertThat(Text.columns(l)).isLessThanOrEqualTo(width));
    }

    @Test
    void countsWhatACutLeavesOut() {
        Explanation all = explain(Question.ANSWERS);
        Explanation cut = all.cut(2);
        String text = ExplanationReport.text(cut, new Page(120, false, 15));
        var json = JsonMapper.shared().readTree(ExplanationReport.json(cut));

        assertThat(nodes(cut.roots()) + leftOut(cut.roots())).isEqualTo(nodes(all.roots())).isGreaterThan(nodes(cut.roots()));
        assertThat(text).contains("\n      … 3 more below\n").doesNotContain("evidence E2");
        assertThat(json.at("/roots/0/children/1/children/0/leftOut").asInt()).isEqualTo(3);
        assertThat(json.at("/roots/0/leftOut").isMissingNode()).isTrue();
    }

    @Test
    void aDeepCutLeavesAllThereIs() {
        assertThat(explain(Question.ANSWERS).cut(100)).isEqualTo(explain(Question.ANSWERS));
        assertThat(explain(Question.ANSWERS).cut(3).cut(1)).isEqualTo(explain(Question.ANSWERS).cut(1));
    }

    private static int nodes(List<Node> nodes) {
        return nodes.stream().mapToInt(n -> 1 + nodes(n.children())).sum();
    }

    private static int leftOut(List<Node> nodes) {
        return nodes.stream().mapToInt(n -> n.leftOut() + leftOut(n.children())).sum();
    }

    @Test
    void coloursOnlyWhenTold() {
        String plain = ExplanationReport.text(explain(Question.ANSWERS), new Page(120, false, 15));
        String coloured = ExplanationReport.text(explain(Question.ANSWERS), new Page(120, true, 15));

        assertThat(plain).doesNotContain("\u001b");
        assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(plain).isNotEqualTo(coloured);
    }

    @Test
    void writesTheTreeAsJson() {
        var json = JsonMapper.shared().readTree(ExplanationReport.json(explain(Question.ANSWERS)));

        assertThat(json.at("/roots/0/kind").asString()).isEqualTo("ANSWER");
        assertThat(json.at("/roots/0/children/1/children/0/kind").asString()).isEqualTo("FINDING");
    }

    private static Explanation explain(Question question) {
        return Explanation.of(DECISION, SampleDecision.rules(), question).orThrow();
    }
}
