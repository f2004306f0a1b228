package dev.secondsource.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.market.Overlay;
import dev.secondsource.problem.Problem;
import dev.secondsource.quantity.Money;
import dev.secondsource.quantity.Sha256;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverlayFilesTest {
    private static final String GOOD = """
            overlay: secondsource-overlay/1
            terms:
              - id: lot-1
                offers: provider=aws,accelerator=H100-SXM
                discount: 12.5
                owner: procurement
                basis: contract
                source: contract 17
                from: 2026-01-01
                until: 2026-12-31
                quantity: 64
              - id: quote-2
                offers: "*"
                price: {amount: "1.90", currency: EUR, per: accelerator}
                owner: procurement
                basis: quote
                source: quote 4711
                from: 2026-02-01
                until: 2026-02-01
            """;

    @TempDir
    private Path directory;

    @Test
    void readsTermsWithTheirPlace() {
        Overlay overlay = OverlayFiles.read(GOOD, "terms.yaml").orThrow();

        assertThat(overlay.sha256()).isEqualTo(Sha256.of(GOOD));
        assertThat(overlay.entries()).hasSize(2);
        Overlay.Entry lot = overlay.entries().get(0);
        assertThat(lot.place()).isEqualTo(new Overlay.Place("terms.yaml", 3, 4, "terms[0]"));
        assertThat(lot.price()).isEqualTo(new Overlay.Discount(new BigDecimal("0.125")));
        assertThat(lot.offers().specificity()).isEqualTo(2);
        assertThat(lot.quantity()).isEqualTo(64);
        Overlay.Entry quote = overlay.entries().get(1);
        assertThat(quote.price()).isEqualTo(new Overlay.Absolute(Money.of(new BigDecimal("1.9"), java.util.Currency.getInstance("EUR")), true));
        assertThat(List.of(quote.owner(), quote.basis(), quote.source(), quote.from(), quote.until()))
                .containsExactly("procurement", Overlay.Basis.QUOTE, "quote 4711", LocalDate.of(2026, 2, 1), LocalDate.of(2026, 2, 1));
        assertThat(quote.quantity()).isNull();
        assertThat(quote.offers().specificity()).isZero();
    }

    @ParameterizedTest(name = "{0} becomes {1}: {3}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            secondsource-overlay/1 | secondsource-overlay/9 | 1  | is not an overlay format this version reads; write secondsource-overlay/1
            id: lot-1              | id: lot 1              | 3  | "lot 1" is not an id
            id: quote-2            | id: LOT-1              | 12 | "LOT-1" is the id of the entry on line 3
            owner: procurement     | ownr: procurement      | 6  | there is no key "ownr" here; did you mean owner?
            provider=aws           | providr=aws            | 4  | offers are not selected by "providr"; did you mean provider?
            provider=aws           | provider=              | 4  | "provider=" selects nothing
            provider=aws           | aws                    | 4  | "aws" selects nothing
            discount: 12.5         | discount: 0            | 5  | 0 % off is no discount
            discount: 12.5         | discount: -5           | 5  | what is dearer than published is a price
            discount: 12.5         | discount: 100          | 5  | use more than 0 and less than 100 percent
            discount: 12.5         | discount: some         | 5  | is not a number
            discount: 12.5         | note: 1                | 3  | neither a price nor a discount
            amount: "1.90"         | amount: 0              | 14 | 0 is not above zero
            currency: EUR          | currency: ERU          | 14 | "ERU" is not a currency
            per: accelerator       | per: chip              | 14 | "chip" is nothing a price is per
            , per: accelerator     | ``                     | 14 | per is missing
            basis: contract        | basis: contrat         | 7  | "contrat" is not a basis; did you mean contract?
            source: contract 17    | source: ""             | 8  | source is empty
            from: 2026-01-01       | from: 2026-13-01       | 9  | "2026-13-01" is not a day
            until: 2026-12-31      | until: 2025-12-31      | 10 | 2025-12-31 is before from, 2026-01-01
            quantity: 64           | quantity: 0            | 11 | 0 is not a number of accelerators
            quantity: 64           | quantity: 1.5          | 11 | 1.5 is not a number of accelerators
            """)
    void tellsWhatIsWrongWithItsLine(String good, String bad, int line, String expected) {
        assertThat(GOOD).contains(good);

        List<Problem> problems = OverlayFiles.read(GOOD.replace(good, bad == null ? "" : bad), "terms.yaml").problems();

        assertThat(problems).extracting(Problem::toString)
                .anySatisfy(problem -> assertThat(problem).startsWith("terms.yaml:" + line + ": ").contains(expected == null ? "" : expected));
    }

    @Test
    void refusesAPriceBesideADiscount() {
        String both = GOOD.replace("discount: 12.5", "discount: 12.5\n    price: {amount: 1, currency: USD, per: unit}");

        assertThat(OverlayFiles.read(both, "terms.yaml").problems()).singleElement().asString().startsWith("terms.yaml:5: terms[0].discount: both a price and a discount");
    }

    @Test
    void tellsEverythingThatIsWrongAtOnce() {
        String text = GOOD.replace("basis: contract", "basis: x").replace("currency: EUR", "currency: y").replace("id: quote-2", "id: \"\"");

        assertThat(OverlayFiles.read(text, "terms.yaml").problems()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"overlay: secondsource-overlay/1 | terms is missing", "overlay: secondsource-overlay/1\\nterms: [] | there are no terms",
        "overlay: secondsource-overlay/1\\nterms: [5] | a number instead of a mapping", "overlay: secondsource-overlay/1\\nterms: aws | text instead of a list"})
    void refusesAFileWithoutTerms(String text, String expected) {
        assertThat(OverlayFiles.read(text.replace("\\n", "\n"), "terms.yaml").problems()).extracting(Problem::toString).anySatisfy(p -> assertThat(p).contains(expected));
    }

    @Test
    void namesAFileThatIsNotThereOrNoText() throws IOException {
        Path broken = Files.write(directory.resolve("terms.yaml"), new byte[] {(byte) 0xC3, 0x28});

        assertThat(OverlayFiles.read(broken).problems()).singleElement().asString().contains("bytes that are not UTF-8");
        assertThat(OverlayFiles.read(directory.resolve("none.yaml")).problems()).singleElement().asString().contains("cannot be read");
    }
}
