package dev.secondsource.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.Shipped;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nobody is diversified, resilient or sovereign as such: only at a layer, and the sentence must say which. */
class LayerIsNamedTest {
    private static final Pattern PRAISE = Pattern.compile("(?i)diversifi|resilient|sovereign(?!ty level)");
    private static final Pattern LAYER = Pattern.compile("(?i)designer|provider|foundry|foundries|memory|packag|stack|jurisdiction|operator|\\{name}");

    @Test
    void everySentenceThatPraisesASpreadNamesItsLayer() {
        assertThat(sentences().filter(LayerIsNamedTest::isLoose)).isEmpty();
    }

    @Test
    void aLooseSentenceIsCaught() {
        assertThat(List.of("The portfolio is diversified.", "A sovereign choice.")).allMatch(LayerIsNamedTest::isLoose);
        assertThat(isLoose("The work is diversified at the designer layer.")).isFalse();
    }

    private static boolean isLoose(String sentence) {
        return PRAISE.matcher(sentence).find() && !LAYER.matcher(sentence).find();
    }

    private static Stream<String> sentences() {
        return Shipped.knowledge().rules().stream().flatMap(rule -> rule.bands().stream()).flatMap(band -> Stream.of(band.says(), band.mitigation())).filter(Objects::nonNull);
    }
}
