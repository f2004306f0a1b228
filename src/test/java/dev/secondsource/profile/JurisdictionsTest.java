package dev.secondsource.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class JurisdictionsTest {

    @Test
    void theUnionStandsForItsMembers() {
        assertThat(Jurisdictions.cover(Set.of("EU"), "DE")).isTrue();
        assertThat(Jurisdictions.cover(Set.of("EU"), "GR")).isTrue();
        assertThat(Jurisdictions.cover(Set.of("EU"), "EU")).isTrue();
        assertThat(Jurisdictions.cover(Set.of("EU"), "US")).isFalse();
    }

    @Test
    void neighboursOfTheUnionAreNotMembers() {
        for (String neighbour : Set.of("GB", "CH", "NO", "IS", "LI", "TR", "UA"))
            assertThat(Jurisdictions.cover(Set.of("EU"), neighbour)).as(neighbour).isFalse();
    }

    @Test
    void aMemberDoesNotStandForTheUnion() {
        assertThat(Jurisdictions.cover(Set.of("DE"), "FR")).isFalse();
        assertThat(Jurisdictions.cover(Set.of("DE"), "EU")).isFalse();
    }

    @Test
    void anEmptyListCoversAll() {
        assertThat(Jurisdictions.cover(Set.of(), "KP")).isTrue();
    }

    @Test
    void aListIsEuropeanIfItNamesMembersOnly() {
        assertThat(Jurisdictions.isEuropean(Set.of("EU"))).isTrue();
        assertThat(Jurisdictions.isEuropean(Set.of("DE", "FR"))).isTrue();
        assertThat(Jurisdictions.isEuropean(Set.of("DE", "CH"))).isFalse();
        assertThat(Jurisdictions.isEuropean(Set.of())).isFalse();
    }

    /** EAR part 740, supplement 1: country group D:5, and Macau. */
    @Test
    void knowsTheCountriesUnderChipControl() {
        for (String listed : Set.of("CN", "MO", "RU", "IR", "KP", "VE")) assertThat(Jurisdictions.isUnderChipControl(listed)).as(listed).isTrue();
        for (String free : Set.of("US", "NL", "TW", "JP", "IN")) assertThat(Jurisdictions.isUnderChipControl(free)).as(free).isFalse();
    }
}
