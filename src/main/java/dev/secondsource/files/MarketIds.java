package dev.secondsource.files;

import dev.secondsource.market.Region;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What rows may refer to. Ids of rows that are themselves wrong are here too, so that one mistake is reported once.
 *
 * A set is null where its file could not be read: then nothing is said of references to it.
 *
 * @param regions by provider, then by region id
 */
record MarketIds(
        @Nullable Set<String> accelerators,
        @Nullable Set<String> suppliers,
        @Nullable Set<String> stacks,
        @Nullable Map<String, Map<String, Region>> regions) {

    /** The regions of a provider by id, null if they or the provider are not known. */
    @Nullable Map<String, Region> regionsOf(String provider) {
        return regions == null || provider.isEmpty() ? null : regions.getOrDefault(provider, Map.of());
    }
}
