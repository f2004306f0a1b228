package dev.secondsource.decision;

import dev.secondsource.candidate.Prospect;
import dev.secondsource.candidate.Standing;
import dev.secondsource.policy.Policy;
import dev.secondsource.profile.Criterion;
import dev.secondsource.quantity.Decimals;
import dev.secondsource.ranking.Bounds;
import dev.secondsource.ranking.Scoring;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where each eligible candidate of one workload stands among the others. */
final class Standings {
    private static final String WIN = "cpf.win-rho";

    private Standings() {}

    /** Policy keys it reads. */
    static Set<String> policyKeys() {
        return Set.of(WIN);
    }

    /**
     * An eligible prospect with its raw values.
     *
     * @param raw by criterion; an absent one is not known
     * @param rho null for the incumbent and where not known
     * @param kilogramsPerUnit carbon of a unit of work, null if not known
     * @param proven its speed is measured and its price young enough to compare by
     */
    record Entry(Prospect prospect, Map<Criterion, BigDecimal> raw, @Nullable BigDecimal rho, boolean proven, @Nullable BigDecimal kilogramsPerUnit) {}

    /** By candidate id; who is not eligible has none. */
    static Map<String, Standing> of(List<Entry> eligible, @Nullable Prospect incumbent, Policy policy) {
        Integer cheaper = incumbent == null ? null : (int) eligible.stream()
                .filter(e -> e.rho() != null && e.proven() && e.rho().compareTo(policy.number(WIN)) <= 0)
                .map(e -> e.prospect().accelerator().designer())
                .filter(d -> !d.equals(incumbent.accelerator().designer()))
                .distinct().count();
        Map<Criterion, Bounds> bounds = Scoring.bounds(policy);
        int designers = (int) eligible.stream().map(e -> e.prospect().accelerator().designer()).distinct().count();
        Map<String, List<Entry>> alike = eligible.stream().filter(e -> e.rho() != null || isIncumbent(e, incumbent))
                .collect(Collectors.groupingBy(Standings::contract));
        Optional<BigDecimal> leastCarbon = eligible.stream().map(Entry::kilogramsPerUnit).filter(g -> g != null && g.signum() > 0).min(Comparator.naturalOrder());
        Map<Entry, Entry> dominators = new IdentityHashMap<>();
        for (List<Entry> rivals : alike.values())
            dominators.putAll(Dominance.of(rivals, bounds));
        // A dominated offer challenges nobody, so adding one moves no comparison.
        Optional<BigDecimal> best = eligible.stream().filter(e -> e.proven() && e.rho() != null && !dominators.containsKey(e))
                .map(Entry::rho).min(Comparator.naturalOrder());
        Map<String, Standing> standings = new HashMap<>();
        for (Entry entry : eligible) {
            Entry dominator = dominators.get(entry);
            standings.put(entry.prospect().id(), new Standing(dominator == null ? List.of() : List.of(dominator.prospect().offer().id()), best.orElse(null),
                    cheaper, designers, entry.kilogramsPerUnit() == null || leastCarbon.isEmpty() ? null : Decimals.divide(entry.kilogramsPerUnit(), leastCarbon.get())));
        }
        return standings;
    }

    private static String contract(Entry entry) {
        return entry.prospect().offer().pricing() + "|" + entry.prospect().offer().termMonths();
    }

    private static boolean isIncumbent(Entry entry, @Nullable Prospect incumbent) {
        return incumbent != null && entry.prospect().id().equals(incumbent.id());
    }
}
