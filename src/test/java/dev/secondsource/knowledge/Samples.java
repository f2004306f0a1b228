package dev.secondsource.knowledge;

import dev.secondsource.evidence.Evidence;
import dev.secondsource.evidence.Grade;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rules and findings for tests that need no rule file. */
public final class Samples {
    private Samples() {}

    /** A rule of one band that speaks against. */
    public static Rule rule(String id, Severity severity, String... defeats) {
        Rule.Band band = new Rule.Band(id.toLowerCase(), 7, State.FIRED, severity, Effect.AGAINST, "It is so.", null, "", "", "$candidate",
                new TreeMap<>(), new TreeMap<>());
        return new Rule(id, id.toLowerCase(), Family.COST_PERFORMANCE, "cost-performance/" + id.toLowerCase() + ".drl", "", "", "", "", "",
                "judgement", null, List.of(defeats), "Candidate", List.of(), List.of(), List.of(band), "");
    }

    /** A finding that fired, about {@code serve <- offer}, resting on evidence of these grades. */
    public static Finding fired(String rule, Severity severity, Effect effect, @Nullable String mitigation, Grade... grades) {
        return Finding.fired("serve <- offer", new Remark(rule, State.FIRED, severity, effect, new TreeMap<>(), List.of(), List.of(), rule + " fired.", mitigation), evidence(grades));
    }

    public static Finding against(String rule, Severity severity) {
        return fired(rule, severity, Effect.AGAINST, null);
    }

    public static Finding mitigated(String rule, Severity severity) {
        return fired(rule, severity, Effect.AGAINST, "mend " + rule);
    }

    public static Finding speaksFor(String rule, Severity severity) {
        return fired(rule, severity, Effect.FOR, null);
    }

    public static Finding unknown(String rule, Severity severity) {
        return Finding.unknown("serve <- offer", Remark.unknown(rule, severity, Effect.AGAINST, List.of("day"), rule + " does not know the day."));
    }

    public static Finding defeated(Finding finding, String by) {
        return finding.defeatedBy(List.of(by));
    }

    public static List<Evidence> evidence(Grade... grades) {
        return Stream.of(grades).map(g -> new Evidence("a fact", "a source", g, LocalDate.of(2026, 1, 1))).toList();
    }
}
