package dev.secondsource.allocation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The smallest set that has a member in each of several sets. */
public final class HittingSet {
    private HittingSet() {}

    /**
     * Searches sets of one member, then of two, and so on; of several as small it takes the first in the order given.
     *
     * @param sets none of them empty
     * @param most largest size that is tried
     * @return empty if no set up to that size will do
     */
    public static <T> Optional<List<T>> smallest(Collection<List<T>> sets, int most) {
        for (int size = 0; size <= most; size++) {
            Optional<List<T>> found = smallest(sets, List.of(), size);
            if (found.isPresent()) return found;
        }
        return Optional.empty();
    }

    private static <T> Optional<List<T>> smallest(Collection<List<T>> sets, List<T> chosen, int left) {
        Optional<List<T>> missed = sets.stream().filter(s -> s.stream().noneMatch(chosen::contains)).findFirst();
        if (missed.isEmpty()) return Optional.of(chosen);
        if (left == 0) return Optional.empty();
        for (T member : missed.get()) {
            List<T> more = new ArrayList<>(chosen);
            more.add(member);
            Optional<List<T>> found = smallest(sets, more, left - 1);
            if (found.isPresent()) return found;
        }
        return Optional.empty();
    }
}
