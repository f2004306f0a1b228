package dev.secondsource.sensitivity;

import dev.secondsource.allocation.Allocation;
import dev.secondsource.allocation.Share;
import dev.secondsource.decision.Assessed;
import dev.secondsource.decision.Decision;
import dev.secondsource.decision.WorkloadDecision;
import dev.secondsource.market.Offer;
import dev.secondsource.verdict.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What of a decision a committee would call another decision if it were otherwise: what leads, with what verdict, on
 * whose designs the work rests, and how that stands with the limits. Shares and money move with every input; they are no
 * part of it, nor is in which region the same part is rented from the same seller.
 *
 * @param leads one a workload, in the profile's order
 * @param status of the allocation
 */
public record Choice(List<Lead> leads, Allocation.Status status) {
    public Choice {
        leads = List.copyOf(leads);
    }

    /**
     * One workload.
     *
     * @param leader what leads it: seller, accelerator and pricing; null if nothing may
     * @param offer its id, null likewise
     * @param verdict of what leads, null likewise
     * @param designers of all that carries a share of it
     */
    public record Lead(String workload, @Nullable String leader, @Nullable String offer, @Nullable Verdict verdict, SortedSet<String> designers) {
        public Lead {
            designers = Collections.unmodifiableSortedSet(new TreeSet<>(designers));
        }
    }

    /** Parts of a choice that can change by themselves, weightiest first. */
    public enum Aspect {
        LEADER("another offer leads"),
        VERDICT("another verdict"),
        ALLOCATION("another allocation");

        private final String words;

        Aspect(String words) {
            this.words = words;
        }

        /** For people. */
        public String words() {
            return words;
        }
    }

    /** The choice a decision makes. */
    public static Choice of(Decision decision) {
        List<Lead> leads = new ArrayList<>();
        for (WorkloadDecision w : decision.workloads()) {
            Assessed winner = w.winner().orElse(null);
            leads.add(new Lead(w.workload().id(), winner == null ? null : leader(winner.offer()), winner == null ? null : winner.offer().id(), winner == null ? null : winner.verdict().verdict(),
                    decision.allocation().shares().stream().filter(s -> s.workload().equals(w.workload().id())).map(Share::designer).collect(Collectors.toCollection(TreeSet::new))));
        }
        return new Choice(leads, decision.allocation().status());
    }

    /** What leads, wherever it stands: {@code aws Trainium2, capacity-block}. */
    static String leader(Offer offer) {
        String term = offer.termMonths() == null ? "" : " for " + offer.termMonths() + " months";
        return offer.provider() + " " + offer.accelerator() + ", " + offer.pricing().name().toLowerCase(Locale.ROOT).replace('_', '-') + term;
    }

    /**
     * Whether one of its aspects is otherwise in another choice of the same buyer. A verdict differs only where the leader
     * is the same, for that of another offer is not comparable.
     */
    private boolean differs(Choice other, Aspect aspect) {
        return switch (aspect) {
            case LEADER -> !leads.stream().map(Lead::leader).toList().equals(other.leads.stream().map(Lead::leader).toList());
            case VERDICT -> {
                boolean differs = false;
                for (int i = 0; i < leads.size(); i++)
                    differs |= Objects.equals(leads.get(i).leader(), other.leads.get(i).leader()) && leads.get(i).verdict() != other.leads.get(i).verdict();
                yield differs;
            }
            case ALLOCATION -> status != other.status || !leads.stream().map(Lead::designers).toList().equals(other.leads.stream().map(Lead::designers).toList());
        };
    }

    /** The weightiest aspect that is otherwise in another choice of the same buyer; empty if nothing is. */
    Optional<Aspect> weightiest(Choice other) {
        return Arrays.stream(Aspect.values()).filter(a -> differs(other, a)).findFirst();
    }

    /** What is otherwise in another choice of the same buyer, one sentence each; empty if nothing is. */
    public List<String> changesTo(Choice other) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < leads.size(); i++) {
            Lead was = leads.get(i);
            Lead is = other.leads.get(i);
            if (!Objects.equals(was.leader(), is.leader()))
                words.add(was.workload() + ": " + (is.leader() == null ? "nothing may lead" : is.leader() + " leads") + " instead of " + (was.leader() == null ? "nothing" : was.leader()));
            else if (was.verdict() != is.verdict()) words.add(was.workload() + ": " + was.leader() + " is " + is.verdict() + " instead of " + was.verdict());
            if (!was.designers().equals(is.designers())) words.add(was.workload() + ": rests on " + names(is.designers()) + " instead of " + names(was.designers()));
        }
        if (status != other.status) words.add("allocation " + other.status + " instead of " + status);
        return words;
    }

    private static String names(SortedSet<String> designers) {
        return designers.isEmpty() ? "nobody" : String.join(" and ", designers);
    }
}
