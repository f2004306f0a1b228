package dev.secondsource.catalogue;

import dev.secondsource.market.SoldAs;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One line of the table of names: what a list calls a part, and under which conditions that is this part.
 *
 * @param name accelerator or machine as printed; case, punctuation and the designer's name do not count; {@code #} at the end stands for a number
 * @param provider only in lists of this supplier, null for any
 * @param says only if the row also prints this, null for any
 * @param memoryGiB only with so much memory, GiB of one accelerator, null for any
 * @param of only if one unit has so many, null for any
 * @param accelerator market id; null for a part this market does not hold
 * @param soldAs what a machine of that name is sold as, null if it is not told
 * @param chips chips that one printed unit stands for: a count, {@code #} for the number in the name, {@code #/2} for half of it
 */
public record Alias(
        String name,
        @Nullable String provider,
        @Nullable String says,
        @Nullable BigDecimal memoryGiB,
        @Nullable Integer of,
        @Nullable String accelerator,
        String chips,
        @Nullable SoldAs soldAs) {

    /** One printed unit is one chip. */
    public static final String ONE = "1";

    /** What the importer of a list says a name means in it: before all that the table says. */
    public static Alias said(String name, String provider, String accelerator) {
        return new Alias(name, provider, "", Aliases.gigabytes(name), null, accelerator, ONE, null);
    }

    /** A name that means one part wherever it stands. */
    public static Alias of(String name, String accelerator) {
        return new Alias(name, null, null, null, null, accelerator, ONE, null);
    }
}
