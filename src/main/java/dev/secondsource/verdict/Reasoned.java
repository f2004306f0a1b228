package dev.secondsource.verdict;

import dev.secondsource.knowledge.Defeats;
import dev.secondsource.knowledge.Finding;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.knowledge.State;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A verdict with the findings that decided it. The lattice is tested in this order and the first that holds wins:
 * REJECT if a BLOCKER stands; SECOND_SOURCE_ONLY if two MAJOR findings stand against, or one without a named
 * mitigation; CONDITIONAL if a gate is unknown, or one MAJOR finding with a mitigation stands against; PREFER if a MAJOR
 * finding stands for and cost is no near-tie; else ACCEPT.
 *
 * @param verdict what follows
 * @param decidedBy ids of the rules that decided it, empty for ACCEPT; what they say is enough for the verdict
 * @param grounds whether each of them is needed
 * @param conditions what must be done or learnt first, in words; empty unless CONDITIONAL or SECOND_SOURCE_ONLY
 */
public record Reasoned(Verdict verdict, List<String> decidedBy, Grounds grounds, List<String> conditions) {

    public Reasoned {
        decidedBy = decidedBy.stream().sorted().distinct().toList();
        conditions = conditions.stream().distinct().toList();
    }

    /**
     * @param findings about one candidate, defeats resolved
     * @param gates ids of the rules that can block
     * @param defeats which findings cancel which: one that is taken away may let another stand
     * @param nearTieRule id of the rule that says cost does not decide (CPF-03)
     */
    public static Reasoned of(List<Finding> findings, Set<String> gates, Defeats defeats, String nearTieRule) {
        Lattice lattice = new Lattice(gates, nearTieRule, defeats);
        Verdict verdict = lattice.verdict(findings);
        List<Finding> cited = lattice.cited(findings, verdict);
        List<Finding> needed = cited.stream().filter(f -> lattice.without(f, findings) != verdict).toList();
        if (!needed.isEmpty() && lattice.by(needed, findings) == verdict) cited = needed;
        boolean eachEnough = cited.stream().allMatch(f -> lattice.by(List.of(f), findings) == verdict);
        Grounds grounds = cited.isEmpty() ? Grounds.NONE : cited.equals(needed) ? Grounds.EACH_NEEDED : eachEnough ? Grounds.EACH_ENOUGH : Grounds.SEVERAL;
        return new Reasoned(verdict, cited.stream().map(Finding::rule).toList(), grounds, lattice.conditions(findings, verdict));
    }

    /** Ids of the rules without any one of which the verdict would be another. */
    public List<String> decisive() {
        return grounds == Grounds.EACH_NEEDED ? decidedBy : List.of();
    }

    /** {@code decided by ELG-01, ELG-11, each enough}; empty for ACCEPT. */
    public String decided() {
        if (decidedBy.isEmpty()) return "";
        String rules = "decided by " + String.join(", ", decidedBy);
        return switch (grounds) {
            case NONE, EACH_NEEDED -> decidedBy.size() == 1 ? rules : rules + " together";
            case EACH_ENOUGH -> rules + (decidedBy.size() == 1 ? ", enough but not needed" : ", each enough");
            case SEVERAL -> rules + ", enough together";
        };
    }

    /** The verdicts, and what each rests on. */
    private record Lattice(Set<String> gates, String nearTieRule, Defeats defeats) {
        Verdict verdict(List<Finding> findings) {
            if (findings.stream().anyMatch(Lattice::blocks)) return Verdict.REJECT;
            List<Finding> major = findings.stream().filter(Lattice::isMajor).toList();
            if (major.size() >= 2 || major.stream().anyMatch(f -> f.mitigation() == null)) return Verdict.SECOND_SOURCE_ONLY;
            if (!major.isEmpty() || findings.stream().anyMatch(this::isUnknownGate)) return Verdict.CONDITIONAL;
            boolean nearTie = findings.stream().anyMatch(f -> f.rule().equals(nearTieRule) && f.stands());
            return !nearTie && findings.stream().anyMatch(Lattice::isAdvantage) ? Verdict.PREFER : Verdict.ACCEPT;
        }

        List<Finding> cited(List<Finding> findings, Verdict verdict) {
            Predicate<Finding> reason = switch (verdict) {
                case REJECT -> Lattice::blocks;
                case SECOND_SOURCE_ONLY -> Lattice::isMajor;
                case CONDITIONAL -> f -> isMajor(f) || isUnknownGate(f);
                case ACCEPT -> f -> false;
                case PREFER -> Lattice::isAdvantage;
            };
            return findings.stream().filter(reason).toList();
        }

        /** The verdict if this had not been said. */
        Verdict without(Finding finding, List<Finding> findings) {
            return verdict(defeats.resolve(findings.stream().filter(f -> !f.rule().equals(finding.rule())).toList()));
        }

        /** The verdict if nothing else had been said. */
        Verdict by(Collection<Finding> some, List<Finding> findings) {
            return verdict(defeats.resolve(findings.stream().filter(some::contains).toList()));
        }

        List<String> conditions(List<Finding> findings, Verdict verdict) {
            if (verdict != Verdict.SECOND_SOURCE_ONLY && verdict != Verdict.CONDITIONAL) return List.of();
            Stream<String> mitigations = findings.stream().filter(Lattice::isMajor).map(Finding::mitigation).filter(Objects::nonNull);
            if (verdict == Verdict.SECOND_SOURCE_ONLY) return mitigations.toList();
            return Stream.concat(mitigations, findings.stream().filter(this::isUnknownGate).map(Finding::sentence)).toList();
        }

        private static boolean blocks(Finding finding) {
            return finding.standsAgainst(Severity.BLOCKER);
        }

        private static boolean isMajor(Finding finding) {
            return finding.standsAgainst(Severity.MAJOR);
        }

        private static boolean isAdvantage(Finding finding) {
            return finding.standsFor(Severity.MAJOR);
        }

        private boolean isUnknownGate(Finding finding) {
            return finding.state() == State.UNKNOWN && finding.severity() == Severity.BLOCKER && gates.contains(finding.rule());
        }
    }
}
