package dev.secondsource.market;

/**
 * Where an offer runs.
 *
 * @param provider supplier id
 * @param id the provider's own name for it
 * @param country ISO 3166 alpha-2, or {@code ??} where the source names none
 */
public record Region(String provider, String id, String country) {
    /** The country is not known. */
    public static final String UNKNOWN_COUNTRY = "??";
}
