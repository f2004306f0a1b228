package dev.secondsource.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.evidence.Grade;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Severity never exceeds evidence. */
class EvidenceCapTest {

    @ParameterizedTest(name = "{0} {1} on {2} is {3}")
    @CsvSource({
        "MAJOR,   FOR,     E1,    MAJOR",
        "MAJOR,   FOR,     E2,    MAJOR",
        "MAJOR,   FOR,     E3,    MINOR",
        "MAJOR,   FOR,     E4,    NOTE",
        "MINOR,   FOR,     E3,    MINOR",
        "MINOR,   FOR,     E4,    NOTE",
        "NOTE,    FOR,     E4,    NOTE",
        "MAJOR,   AGAINST, E2,    MAJOR",
        "MAJOR,   AGAINST, E3,    MAJOR",
        "MAJOR,   AGAINST, E4,    MINOR",
        "NOTE,    AGAINST, E4,    NOTE",
        "BLOCKER, AGAINST, E4,    BLOCKER",
        // several: the weakest link decides for, the best that there is decides against
        "MAJOR,   FOR,     E1 E3, MINOR",
        "MAJOR,   FOR,     E1 E4, NOTE",
        "MAJOR,   AGAINST, E4 E3, MAJOR",
        "MAJOR,   AGAINST, E4 E4, MINOR",
    })
    void capsSeverityByGrade(Severity severity, Effect effect, String grades, Severity capped) {
        var evidence = Samples.evidence(Arrays.stream(grades.split(" ")).map(Grade::valueOf).toArray(Grade[]::new));

        Severity result = EvidenceCap.cap(severity, effect, evidence);

        assertThat(result).isEqualTo(capped);
    }

    @Test
    void leavesWhatRestsOnTheBuyersOwnStatements() {
        assertThat(EvidenceCap.cap(Severity.MAJOR, Effect.FOR, Samples.evidence())).isEqualTo(Severity.MAJOR);
        assertThat(EvidenceCap.weakest(Samples.evidence())).isEqualTo(Grade.E1);
    }

    @Test
    void aCappedFindingSaysWhatItWasCappedFrom() {
        Finding capped = Samples.fired("CPF-02", Severity.MAJOR, Effect.FOR, null, Grade.E2, Grade.E3);
        Finding whole = Samples.fired("CPF-02", Severity.MAJOR, Effect.FOR, null, Grade.E2);

        assertThat(capped.severity()).isEqualTo(Severity.MINOR);
        assertThat(capped.cappedFrom()).isEqualTo(Severity.MAJOR);
        assertThat(capped.grade()).isEqualTo(Grade.E3);
        assertThat(whole.cappedFrom()).isNull();
    }
}
