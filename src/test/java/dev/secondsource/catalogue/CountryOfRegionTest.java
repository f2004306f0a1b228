package dev.secondsource.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CountryOfRegionTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DE                  | DE
            FIN-03              | FI
            Bavaria, DE, EU     | DE
            , US, NA            | US
            Taichung City, TW, AS | TW
            paris-france-5      | FR
            newyork-usa-1       | US
            us-midwest-1        | US
            us-central1         | US
            ca-toronto-1        | CA
            uk-london-1         | GB
            """)
    void readsTheCountryThatANameSays(String region, String country) {
        assertThat(CountryOfRegion.of(region)).contains(country);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "default", "eu-north1", "europe-central-1", "asia-south-1", "me-west-1", "af-casablanca-1", "ABC-01", "XX", "Nowhere, QQ, EU", "us", "us-unspecified", "user-area-1"})
    void guessesNone(String region) {
        assertThat(CountryOfRegion.of(region)).isEmpty();
    }
}
