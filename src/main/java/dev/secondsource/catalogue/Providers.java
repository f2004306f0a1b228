package dev.secondsource.catalogue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A seller under the names that lists give it.
 *
 * @param id supplier id of the market
 */
public record Providers(String id) {
    private static final Map<String, List<String>> ALSO = Map.of(
            "aws", List.of("amazon", "ec2"),
            "google", List.of("gcp", "googlecloud", "gce"),
            "microsoft", List.of("azure"),
            "oracle", List.of("oci", "oraclecloud"),
            "lambda", List.of("lambdalabs", "lambdacloud"),
            "verda", List.of("datacrunch"),
            "vast", List.of("vastai"));

    /** The market's id for a seller that is known there by another name: {@code google} for {@code gcp}. */
    public static Optional<String> otherwiseKnownAs(String name) {
        String given = squashed(name);
        return ALSO.entrySet().stream().filter(e -> e.getValue().contains(given)).map(Map.Entry::getKey).findFirst();
    }

    boolean is(String printed) {
        String given = squashed(printed);
        return given.equals(squashed(id)) || ALSO.getOrDefault(id, List.of()).contains(given);
    }

    private static String squashed(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
