package dev.secondsource.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.Shipped;
import dev.secondsource.decision.Decision;
import java.math.BigDecimal;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExposureBarsTest {
    private static final Decision LAB = Shipped.decision(Shipped.profile("frontier-lab"));

    @Test
    void tellsWhatStaysWhatIsGainedAndWhatIsLost() {
        assertThat(bar("0.5", "0.5", null)).isEqualTo("█████");
        assertThat(bar("0.2", "0.5", null)).isEqualTo("██▓▓▓");
        assertThat(bar("0.5", "0.2", null)).isEqualTo("██░░░");
        assertThat(bar("0", "0.001", null)).as("what is there is seen").isEqualTo("▓");
        assertThat(bar(null, "0.3", null)).as("nothing runs today").isEqualTo("███");
    }

    @Test
    void marksTheBoundShortOfItAtItAndAboveIt() {
        assertThat(bar("0.2", "0.2", "0.5").replace(Text.GLUE, ' ')).isEqualTo("██   │");
        assertThat(bar("0.5", "0.5", "0.5")).isEqualTo("█████│");
        assertThat(bar("0.7", "0.7", "0.5")).isEqualTo("█████│██");
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 80, 100, 120})
    void keepsToTheWidthOfThePage(int width) {
        String text = ExposureReport.text(LAB, Set.of(), new Page(width, false, 10));

        assertThat(text.lines()).allMatch(line -> Text.columns(line) <= width);
    }

    @Test
    void namesTheCapOfALayerAndTheLineThatIsPassed() {
        String text = ExposureReport.text(LAB, Set.of(), new Page(120, false, 10));

        assertThat(text.lines()).anyMatch(l -> l.startsWith("designer") && l.contains("│") && l.endsWith("cap 65 %")).anyMatch(l -> l.startsWith("foundry") && l.endsWith("above line 80 %"))
                .anyMatch(l -> l.contains("undisclosed") && l.contains("█")).anyMatch(l -> l.startsWith("jurisdiction") && !l.contains("cap"));
    }

    private static String bar(String before, String after, String most) {
        return ExposureBars.bar(new LayerShares.Part(LayerShares.Kind.ENTITY, "x", before == null ? null : new BigDecimal(before), new BigDecimal(after)), most == null ? null : new BigDecimal(most), 10);
    }
}
