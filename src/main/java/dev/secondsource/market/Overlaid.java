package dev.secondsource.market;

import java.util.List;

/**
 * What was laid over a market to make it the buyer's own.
 *
 * @param sha256 of the overlay file
 * @param listSha256 of the market before, with published prices alone
 * @param remarks what a reader must know of it, in words: what is not in force, not used, dearer than published
 */
public record Overlaid(String sha256, String listSha256, List<String> remarks) {
    public Overlaid {
        remarks = List.copyOf(remarks);
    }
}
