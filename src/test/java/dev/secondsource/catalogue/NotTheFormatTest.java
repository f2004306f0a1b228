package dev.secondsource.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.problem.Problem;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A file that is wrong as a whole fails with line and mend; nothing of it is taken. */
class NotTheFormatTest {
    private static final String HEADER = "InstanceType,AcceleratorName,AcceleratorCount,Price,Region\n";

    @ParameterizedTest
    @EnumSource(Format.class)
    void anEmptyFileIsOfNoForm(Format format) {
        Optional<Problem> problem = Lists.of("aws").problem(format, "");

        assertThat(problem).hasValueSatisfying(p -> assertThat(p.toString()).startsWith("list:1: is empty"));
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void aFileOfAnotherFormIsRefused(Format format) {
        String other = format == Format.AWS_PRICE_LIST || format == Format.AZURE_RETAIL ? "{\"something\": [1, 2]}" : "a,b,c\n1,2,3\n";

        Optional<Problem> problem = Lists.of("aws").problem(format, other);

        assertThat(problem).hasValueSatisfying(p -> assertThat(p.toString()).startsWith("list:1: ").contains("is it another format?"));
    }

    @Test
    void namesTheMissingColumnAndTheOneThatMayBeMeant() {
        Optional<Problem> problem = Lists.of("aws").problem(Format.SKYPILOT, "InstanceType,AcceleratorNames,AcceleratorCount,Price,Region\nx,H100,8,1,r\n");

        assertThat(problem).hasValueSatisfying(p -> assertThat(p.what()).isEqualTo("has no column AcceleratorName; is \"AcceleratorNames\" meant?"));
    }

    @Test
    void refusesAHeaderWithoutRowsAndAColumnGivenTwice() {
        assertThat(Lists.of("aws").problem(Format.SKYPILOT, HEADER)).hasValueSatisfying(p -> assertThat(p.what()).isEqualTo("has a header and no rows"));
        assertThat(Lists.of("aws").problem(Format.SKYPILOT, "Price," + HEADER + "1,2,3,4,5,6\n")).hasValueSatisfying(p -> assertThat(p.what()).isEqualTo("the column is given twice"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"nb-8,MI300X,8,19.2|3", "nb-8,MI300X,8,19.2,DE,more|3"})
    void refusesARowThatIsCutShortOrTooLong(String row, int line) {
        Optional<Problem> problem = Lists.of("nimbus").problem(Format.SKYPILOT, HEADER + "nb-8,MI300X,8,19.2,DE\n" + row + "\n");

        assertThat(problem).hasValueSatisfying(p -> assertThat(p).returns(line, Problem::line));
    }

    @Test
    void refusesJsonThatIsCutShortAtItsLine() {
        String cut = "{\"Items\": [\n{\"armSkuName\": \"Standard_ND96isr_H100_v5\", \"retailPrice\": 1.0},\n{\"armSkuName\": \"Stand";

        Optional<Problem> problem = Lists.of("microsoft").problem(Format.AZURE_RETAIL, cut);

        assertThat(problem).hasValueSatisfying(p -> assertThat(p.toString()).startsWith("list:3: is not JSON"));
    }

    @Test
    void refusesJsonThatGoesOn() {
        assertThat(Lists.of("microsoft").problem(Format.AZURE_RETAIL, "{\"Items\": []}\n{\"Items\": []}")).hasValueSatisfying(p -> assertThat(p.toString()).startsWith("list:2: goes on after its end"));
    }

    @Test
    void refusesTermsBeforeProducts() {
        Optional<Problem> problem = Lists.of("aws").problem(Format.AWS_PRICE_LIST, "{\"terms\": {}, \"products\": {}}");

        assertThat(problem).hasValueSatisfying(p -> assertThat(p.what()).isEqualTo("the terms stand before the products"));
    }

    @Test
    void takesNothingForAFormThatItIs() {
        assertThat(Lists.of("nimbus").problem(Format.SKYPILOT, HEADER + "nb-8,MI300X,8,19.2,DE\n")).isEmpty();
    }
}
