package dev.secondsource.cost;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A cost, or the reasons why there is none. */
public sealed interface Costed {
    /** The cost is known. */
    record Known(Cost cost) implements Costed {}

    /**
     * The cost is not known.
     *
     * @param missing what would have to be known, at least one: {@code price of unpriced:Trainium3}
     */
    record Unknown(List<String> missing) implements Costed {
        public Unknown {
            if (missing.isEmpty()) throw new IllegalArgumentException("an unknown cost has a reason");
            missing = missing.stream().distinct().toList();
        }
    }

    /** The cost, or null. */
    default @Nullable Cost orNull() {
        return this instanceof Known known ? known.cost() : null;
    }

    /** The reasons; empty if the cost is known. */
    default List<String> missing() {
        return this instanceof Unknown unknown ? unknown.missing() : List.of();
    }
}
