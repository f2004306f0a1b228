package dev.secondsource.report;

import dev.secondsource.decision.Review;
import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Finding;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.knowledge.State;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What a rule says of an allocation, for all layers it says the same of.
 *
 * @param label its severity, {@code for} if it speaks for the allocation, or {@code unknown}
 * @param ink repeats the label
 * @param text the sentence, the rule and what would mend it
 * @param decides the allocation's status rests on it
 */
record ReviewItem(String label, Ink ink, String text, boolean decides) {
    /** Of the longest label. */
    static final int LABEL = 7;

    /**
     * What stands against it, what speaks for it, what could not be judged; each heaviest first, and what decides its
     * status before all. Defeated findings are left out.
     */
    static List<ReviewItem> of(Review review) {
        List<ReviewItem> items = new ArrayList<>();
        items.addAll(of(review, f -> f.standsAgainst(Severity.NOTE)));
        items.addAll(of(review, f -> f.standsFor(Severity.NOTE)));
        items.addAll(of(review, f -> f.state() == State.UNKNOWN));
        return items.stream().sorted(Comparator.comparing(ReviewItem::decides).reversed()).toList();
    }

    private static List<ReviewItem> of(Review review, Predicate<Finding> which) {
        // The heaviest first, and the same rule with the same weight together.
        Map<Severity, Map<String, Alike.Gathering<Finding>>> gatherings = new TreeMap<>(Comparator.reverseOrder());
        for (Finding finding : review.findings().stream().filter(which).toList())
            gatherings.computeIfAbsent(finding.severity(), k -> new TreeMap<>()).computeIfAbsent(finding.rule(), k -> new Alike.Gathering<>())
                    .add(finding.sentence(), finding.values().values(), finding);
        return gatherings.values().stream().flatMap(g -> g.values().stream()).flatMap(g -> g.kinds().stream()).map(kind -> of(kind, review)).toList();
    }

    private static ReviewItem of(Alike<Finding> kind, Review review) {
        Finding first = kind.about().get(0);
        String mend = first.mitigation() == null || !first.stands() ? "" : " Mend: " + first.mitigation();
        String text = kind.sentence() + " (" + first.rule() + ")" + review.override(first).map(o -> " Overridden by " + o.signed().by() + ".").orElse(mend);
        if (first.state() == State.UNKNOWN) return new ReviewItem("unknown", Ink.YELLOW, text, Status.isUnknownGate(first));
        if (first.effect() == Effect.FOR) return new ReviewItem("for", Ink.GREEN, text, false);
        boolean decides = first.standsAgainst(Severity.MAJOR);
        return new ReviewItem(first.severity().name(), decides ? Ink.RED : Ink.PLAIN, text, decides);
    }
}
