package dev.secondsource.report;

import dev.secondsource.decision.Assessed;
import dev.secondsource.decision.WorkloadDecision;
import dev.secondsource.evidence.Grade;
import dev.secondsource.market.PricingKind;
import dev.secondsource.quantity.Money;
import dev.secondsource.verdict.Verdict;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One line of a table: candidates that differ in region and in nothing else a reader is shown. Two prices or two terms
 * are never one row.
 *
 * @param members one or more, best first
 */
record Row(List<Assessed> members) {
    private static final int NEXT = 2;

    Row {
        members = List.copyOf(members);
    }

    /** By rank, which is unique within a workload: hashing all that is known of every candidate took half of a report. */
    @Override
    public int hashCode() {
        return best().rank();
    }

    Assessed best() {
        return members.get(0);
    }

    /** {@code aws p5.48xlarge, on-demand, us-east-1 +13 regions}. */
    String name() {
        int more = members.size() - 1;
        return Names.offer(best().offer()) + (more == 0 ? "" : more == 1 ? " +1 region" : " +" + more + " regions");
    }

    /** All that must be equal. */
    private record Key(
            String provider, String instanceType, String accelerator, int count, PricingKind pricing, @Nullable Integer term,
            @Nullable Money price, @Nullable LocalDate date, @Nullable Grade grade, Verdict verdict, List<String> decidedBy, List<String> conditions,
            @Nullable String terms, @Nullable Money perUnit, @Nullable Money perMonth, @Nullable BigDecimal rho, BigDecimal score, @Nullable String alone) {

        static Key of(Assessed a, @Nullable String incumbent) {
            boolean alone = a.offer().region() == null || a.candidate().id().equals(incumbent);
            return new Key(a.offer().provider(), a.offer().instanceType(), a.offer().accelerator(), a.offer().acceleratorCount(),
                    a.offer().pricing(), a.offer().termMonths(), a.offer().price(), a.offer().evidence().date(), Names.grade(a),
                    a.verdict().verdict(), a.verdict().decidedBy(), a.verdict().conditions(),
                    a.offer().contracted() == null ? null : a.offer().contracted().entry(), a.cost() == null ? null : a.cost().perUnit(), a.cost() == null ? null : a.cost().perMonth(),
                    a.candidate().comparison().rho(), a.score().value().setScale(3, RoundingMode.HALF_EVEN),
                    alone ? a.candidate().id() : null);
        }
    }

    /** All candidates of a workload as rows, best first. */
    static List<Row> of(WorkloadDecision workload) {
        Map<Key, List<Assessed>> groups = new LinkedHashMap<>();
        for (Assessed candidate : workload.candidates())
            groups.computeIfAbsent(Key.of(candidate, workload.incumbent()), k -> new ArrayList<>()).add(candidate);
        return groups.values().stream().map(Row::new).toList();
    }

    /**
     * The rows a reader sees if not all can be shown: the winner, the incumbent, the best of each designer, and then by
     * rank; of each, those that can be compared by cost before those that cannot. In order of rank.
     */
    static List<Row> shown(WorkloadDecision workload, int limit) {
        List<Row> rows = of(workload);
        Set<Row> picked = new LinkedHashSet<>();
        winner(workload, rows).ifPresent(picked::add);
        rows.stream().filter(r -> r.best().candidate().id().equals(workload.incumbent())).forEach(picked::add);
        List<Row> comparable = comparableFirst(rows);
        comparable.stream().limit(NEXT).forEach(picked::add);
        Set<String> designers = new LinkedHashSet<>();
        for (Row row : comparable) if (designers.add(row.best().candidate().designer().id())) picked.add(row);
        picked.addAll(comparable);
        Set<Row> within = new LinkedHashSet<>(picked.stream().limit(limit).toList());
        return rows.stream().filter(within::contains).toList();
    }

    private static Optional<Row> winner(WorkloadDecision workload, List<Row> rows) {
        return workload.winner().flatMap(w -> rows.stream().filter(r -> r.members().contains(w)).findFirst());
    }

    private static List<Row> comparableFirst(List<Row> rows) {
        return rows.stream().sorted(Comparator.comparing(r -> r.best().cost() == null)).toList();
    }

    /** Whether its order against the row above means nothing: the next better candidate is in that row, and tied. */
    boolean tiedWith(@Nullable Row above, WorkloadDecision workload) {
        if (above == null || !best().tiedWithBetter()) return false;
        int at = workload.candidates().indexOf(best());
        return at > 0 && above.members().contains(workload.candidates().get(at - 1));
    }

    /** Candidates that these rows stand for. */
    static int candidates(List<Row> rows) {
        return rows.stream().mapToInt(r -> r.members().size()).sum();
    }

    /** The winner's row if there is a winner, then the ones that a reader will compare it with; at most so many. */
    static List<Row> discussed(WorkloadDecision workload, int most) {
        List<Row> rows = of(workload);
        Set<Row> discussed = new LinkedHashSet<>();
        winner(workload, rows).ifPresent(discussed::add);
        discussed.addAll(comparableFirst(rows));
        return discussed.stream().limit(most).toList();
    }
}
