package dev.secondsource.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextTest {
    @Test
    void countsColumnsAndNotCharacters() {
        assertThat(Text.columns("abc")).isEqualTo(3);
        assertThat(Text.columns("東京")).isEqualTo(4);
        assertThat(Text.columns("e\u0301")).isEqualTo(1);
        assertThat(Text.columns("🚀")).isEqualTo(2);
    }

    @Test
    void wrapsBetweenWordsAndKeepsTheDigitsOfANumberTogether() {
        assertThat(Text.wrap("it costs 1 234 567 USD", 12)).containsExactly("it costs", "1 234 567", "USD");
    }

    @Test
    void breaksAWordThatIsTooLongAfterAMarkInsideAndLosesNothing() {
        assertThat(Text.wrap("aws:trn2.48xlarge:us-east-2", 12)).containsExactly("aws:trn2.", "48xlarge:us-", "east-2");
        assertThat(String.join("", Text.wrap("東".repeat(50), 7))).isEqualTo("東".repeat(50));
    }

    @Test
    void saysWithAnEllipsisThatItCut() {
        assertThat(Text.shorten("does not fit", 12)).isEqualTo("does not fit");
        assertThat(Text.shorten("a sentence cut between words", 20)).isEqualTo("a sentence cut…");
        assertThat(Text.columns(Text.shorten("東京都千代田区", 6))).isLessThanOrEqualTo(6);
    }

    @Test
    void leavesNothingThatMovesTheCursorOrTurnsTheText() {
        assertThat(Text.plain("a\u001b[31mb\u001b[0m\tc\nd\u200b\u202ee\u0000\u007f\ud800")).isEqualTo("ab c de\ufffd");
    }
}
