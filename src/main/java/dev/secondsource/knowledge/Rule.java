package dev.secondsource.knowledge;

import dev.secondsource.profile.Criterion;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One heuristic: one file, one id, one or more bands of severity.
 *
 * @param id {@code CPF-02}; stable, unique
 * @param name the file's name and the situation it describes: {@code cost-advantage-outweighs-speed}
 * @param family the folder it lies in
 * @param file path below the rules folder
 * @param title first sentence of the header
 * @param why reasoning, from the header
 * @param inside an example just inside, from the header
 * @param outside an example just outside, from the header
 * @param misses what it does not see, from the header
 * @param source citation of the heuristic
 * @param channel the one criterion whose score reads the same facts; null if none does
 * @param defeats ids of rules whose findings about the same subject it cancels
 * @param subject simple name of the fact it is about: {@code Candidate}
 * @param reads paths of the subject it must know, in order of appearance
 * @param policyKeys thresholds it reads, in order of appearance
 * @param bands one or more; if several match one subject, the heaviest counts
 * @param text the file as written
 */
public record Rule(
        String id,
        String name,
        Family family,
        String file,
        String title,
        String why,
        String inside,
        String outside,
        String misses,
        String source,
        @Nullable Criterion channel,
        List<String> defeats,
        String subject,
        List<String> reads,
        List<String> policyKeys,
        List<Band> bands,
        String text) {

    private static final String OFFER = "Candidate";
    private static final java.util.regex.Pattern OF_A_COMPARISON =
            java.util.regex.Pattern.compile("\\b(?:comparison|standing|incumbent|challenger)\\b");

    public Rule {
        defeats = List.copyOf(defeats);
        reads = List.copyOf(reads);
        policyKeys = List.copyOf(policyKeys);
        bands = List.copyOf(bands);
    }

    /**
     * One DRL rule of the file.
     *
     * @param name the file's name, or {@code file-name: band}
     * @param line 1-based line of its {@code rule} keyword
     * @param state what a match means: FIRED, or UNKNOWN for a rule that says a fact is too weak to use
     * @param severity how much a match weighs
     * @param effect which way it speaks
     * @param says the sentence, with bound values as placeholders: {@code {rho}}
     * @param mitigation what would make a MAJOR finding acceptable, null if nothing is named
     * @param condition the when part as written
     * @param scope what the first pattern asks of the subject: the rule is about every subject that meets it; empty
     *     for all
     * @param subjectVariable variable bound to the subject: {@code $candidate}
     * @param inputs by variable, what it must know of the subject
     * @param thresholds variable to policy key
     */
    public record Band(
            String name,
            int line,
            State state,
            Severity severity,
            Effect effect,
            String says,
            @Nullable String mitigation,
            String condition,
            String scope,
            String subjectVariable,
            java.util.SortedMap<String, Input> inputs,
            java.util.SortedMap<String, String> thresholds) {}

    /**
     * A word of the subject that a band must know.
     *
     * @param path as the rule reads it: {@code comparison.rho}
     * @param meaning completes "the …"
     * @param unit how it prints
     */
    public record Input(String path, String meaning, Meaning.Unit unit) {
        private static final String FACT = "fact that ";

        /** A value as a finding holds it, for people: {@code 155 days}, {@code yes}. */
        public String printed(String value, String currency) {
            if (value.equals("true") || value.equals("false")) return value.equals("true") ? "yes" : "no";
            return value.matches("-?\\d+(\\.\\d+)?") ? Sentence.print(new java.math.BigDecimal(value), unit, currency) : Sentence.print(value, unit, currency);
        }

        /** The meaning as a thing that can be asked for: {@code the unit cost}, {@code whether the machine is bought}. */
        public String asked() {
            String name = meaning.startsWith(FACT) ? "whether " + meaning.substring(FACT.length()) : "the " + meaning;
            for (String party : List.of("designer", "provider")) if (path.startsWith(party + ".")) return name + " (" + party + ")";
            return name;
        }

        /** {@code the age of the price}, {@code that a price is on file}. */
        public String named() {
            return meaning.startsWith(FACT) ? meaning.substring("fact ".length()) : "the " + meaning;
        }
    }

    /**
     * A rule about an allocation speaks once there is one; a rule about an offer that reads, or is scoped by, what only a
     * comparison makes known, after that.
     */
    public Stage stage() {
        if (!subject.equals(OFFER)) return Stage.REVIEW;
        return reads.stream().anyMatch(path -> OF_A_COMPARISON.matcher(path).find())
                || bands.stream().anyMatch(band -> OF_A_COMPARISON.matcher(band.scope()).find()) ? Stage.AMONG_OTHERS : Stage.ALONE;
    }

    /** The heaviest severity any band has. */
    public Severity severity() {
        return bands.stream().map(Band::severity).max(java.util.Comparator.naturalOrder()).orElseThrow();
    }

    /** A rule that can block; if its inputs are unknown the verdict cannot exceed CONDITIONAL. */
    public boolean isGate() {
        return severity() == Severity.BLOCKER;
    }

    /** The bands that may have said this: its state, weight, way of speaking and values are theirs. */
    public List<Band> saying(Finding finding) {
        return bands.stream().filter(b -> b.state() == finding.state() && b.severity() == finding.remark().severity() && b.effect() == finding.effect())
                .filter(b -> b.inputs().keySet().stream().map(v -> v.substring(1)).collect(java.util.stream.Collectors.toSet()).equals(finding.values().keySet())).toList();
    }

    /** By variable, what the values of a finding of this rule are; empty if it has none. */
    public java.util.SortedMap<String, Input> inputs(Finding finding) {
        return saying(finding).stream().findFirst().map(Band::inputs).orElseGet(java.util.TreeMap::new);
    }

    public Optional<Band> band(String name) {
        return bands.stream().filter(b -> b.name().equals(name)).findFirst();
    }
}
