package dev.secondsource.knowledge;

import dev.secondsource.evidence.Evidence;
import dev.secondsource.evidence.Grade;
import java.util.List;

/**
 * Severity never exceeds evidence. For an advantage the weakest link counts: a vendor's word (E3) carries at
 * most MINOR, a weaker one (E4) only NOTE. Against, weak evidence caps at MINOR only if there is nothing better, and
 * never softens a BLOCKER: a gate that might be closed is not open.
 */
final class EvidenceCap {
    private EvidenceCap() {}

    static Severity cap(Severity severity, Effect effect, List<Evidence> evidence) {
        if (evidence.isEmpty() || severity == Severity.BLOCKER) return severity;
        Grade weakest = weakest(evidence);
        if (effect == Effect.FOR) {
            if (weakest == Grade.E4) return least(severity, Severity.NOTE);
            if (weakest == Grade.E3) return least(severity, Severity.MINOR);
            return severity;
        }
        boolean nothingBetter = evidence.stream().allMatch(e -> e.grade() == Grade.E4);
        return nothingBetter ? least(severity, Severity.MINOR) : severity;
    }

    /** The weakest grade; E1 if there is no evidence, since then the buyer's own statements are all it rests on. */
    static Grade weakest(List<Evidence> evidence) {
        Grade weakest = Grade.E1;
        for (Evidence origin : evidence) if (origin.grade().compareTo(weakest) > 0) weakest = origin.grade();
        return weakest;
    }

    private static Severity least(Severity a, Severity b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
