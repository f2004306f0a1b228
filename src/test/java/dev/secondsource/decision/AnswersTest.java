package dev.secondsource.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.Shipped;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What would change the answer must be true of the scores it quotes, and each thing said once. */
class AnswersTest {
    private static final Pattern BEHIND = Pattern.compile("behind by the buyer's order of what matters \\(([\\d.]+) against ([\\d.]+)\\)");
    private static final Pattern OFFER = Pattern.compile("\\(([^ ()]+:[^ ()]+)\\)");

    @ParameterizedTest
    @MethodSource("changes")
    void noOfferIsNamedTwice(List<String> changes) {
        assertThat(changes.stream().map(OFFER::matcher).filter(Matcher::find).map(m -> m.group(1)).toList()).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("changes")
    void whoIsBehindByScoreScoresLess(List<String> changes) {
        for (String change : changes) {
            Matcher behind = BEHIND.matcher(change);
            if (behind.find()) assertThat(new BigDecimal(behind.group(1))).as(change).isLessThanOrEqualTo(new BigDecimal(behind.group(2)));
        }
    }

    static Stream<List<String>> changes() {
        return Shipped.profiles().stream().map(Shipped::decision).flatMap(d -> d.workloads().stream()).map(WorkloadDecision::changes);
    }
}
