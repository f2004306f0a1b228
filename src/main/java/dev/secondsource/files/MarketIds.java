package dev.secondsource.files;

import dev.secondsource.market.Region;
import java.util.Map;
import java.util.Set;

/**
 * What rows may refer to. Ids of rows that are themselves wrong are here too, so that one mistake is reported once.
 *
 * @param regions by provider, then by region id
 */
record MarketIds(Set<String> accelerators, Set<String> suppliers, Set<String> stacks, Map<String, Map<String, Region>> regions) {}
