package dev.secondsource.catalogue;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The country that a region's own name says: {@code DE}, {@code FIN-03}, {@code Bavaria, DE, EU}, {@code paris-france-5},
 * {@code us-midwest-1}. A continent or a city alone says none, and none is guessed.
 */
final class CountryOfRegion {
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    /** By three letters and by English name without spaces; {@code usa} and {@code uk} are what lists write. */
    private static final Map<String, String> NAMES = names();
    /** NA and AS are continents there, and Namibia and American Samoa elsewhere. */
    private static final Pattern BEFORE_CONTINENT = Pattern.compile(".*,\\s*([A-Z]{2}),\\s*(AF|AN|AS|EU|NA|OC|SA)");
    private static final Pattern LETTERS_AND_NUMBER = Pattern.compile("([A-Z]{3})-\\d+");
    private static final Pattern CITY_COUNTRY_NUMBER = Pattern.compile("[a-z]+-([a-z]+)-\\d+");
    private static final Pattern COUNTRY_DIRECTION_NUMBER = Pattern.compile("(us|ca|uk)-[a-z]+-?\\d+");

    private CountryOfRegion() {}

    /** ISO 3166 alpha-2; empty if the name does not say it. */
    static Optional<String> of(String region) {
        if (COUNTRIES.contains(region)) return Optional.of(region);
        Matcher continent = BEFORE_CONTINENT.matcher(region);
        if (continent.matches()) return Optional.of(continent.group(1)).filter(COUNTRIES::contains);
        Matcher letters = LETTERS_AND_NUMBER.matcher(region);
        if (letters.matches()) return Optional.ofNullable(NAMES.get(letters.group(1).toLowerCase(Locale.ROOT)));
        Matcher direction = COUNTRY_DIRECTION_NUMBER.matcher(region);
        if (direction.matches()) return Optional.of(direction.group(1).equals("uk") ? "GB" : direction.group(1).toUpperCase(Locale.ROOT));
        Matcher city = CITY_COUNTRY_NUMBER.matcher(region);
        return city.matches() ? Optional.ofNullable(NAMES.get(city.group(1))) : Optional.empty();
    }

    private static Map<String, String> names() {
        Map<String, String> names = new HashMap<>();
        for (String country : COUNTRIES) {
            Locale locale = new Locale("", country);
            names.put(locale.getISO3Country().toLowerCase(Locale.ROOT), country);
            names.put(locale.getDisplayCountry(Locale.ENGLISH).toLowerCase(Locale.ROOT).replaceAll("[^a-z]", ""), country);
        }
        names.put("uk", "GB");
        return names;
    }
}
