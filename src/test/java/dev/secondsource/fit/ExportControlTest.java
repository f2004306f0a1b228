package dev.secondsource.fit;

import static dev.secondsource.fit.ExportControl.totalProcessingPerformance;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Total processing performance of ECCN 3A090 for the parts whose value is public. */
class ExportControlTest {
    @ParameterizedTest
    @CsvSource({"H100, 989.4, 1979, 15832", "MI325X, 1307.4, , 20918", "H20, 148, 296, 2368", "TPU7x, 2307, 4614, 36912"})
    void isThePeakRateTimesTheBitLength(String id, String bf16, String fp8, int expected) {
        var accelerator = Samples.accelerator(id, "80", "3350", bf16, fp8, 8, "700");

        assertThat(totalProcessingPerformance(accelerator).intValue()).isEqualTo(expected);
    }

    @Test
    void isUnknownWithoutAPeakRate() {
        assertThat(totalProcessingPerformance(Samples.accelerator("X", "80", "3350", null, null, 8, "700"))).isNull();
    }
}
