package dev.secondsource.files;

import dev.secondsource.decision.OverrideUse;
import dev.secondsource.decision.Review;
import dev.secondsource.evidence.Evidence;
import dev.secondsource.evidence.Grade;
import dev.secondsource.exposure.Exposure;
import dev.secondsource.exposure.Layer;
import dev.secondsource.exposure.Portfolio;
import dev.secondsource.exposure.Quadrant;
import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Finding;
import dev.secondsource.knowledge.Remark;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.knowledge.State;
import dev.secondsource.knowledge.States;
import dev.secondsource.policy.Policy;
import dev.secondsource.policy.PolicyValue;
import dev.secondsource.profile.SignedOverride;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The review of a record, and findings of either kind. */
final class RecordedReview {
    /** What a rule without a finding may be. */
    static final List<State> SILENT = List.of(State.NOT_FIRED, State.NOT_APPLICABLE);

    private final RecordNode review;
    private final Currency currency;
    private final Policy policy;

    RecordedReview(RecordNode review, Currency currency, Policy policy) {
        this.review = review;
        this.currency = currency;
        this.policy = policy;
    }

    Review read() {
        List<Finding> findings = review.objects("findings").stream().map(f -> finding(f, f.text("subject"), policy)).toList();
        Map<String, RecordNode> silent = new LinkedHashMap<>();
        for (RecordNode s : review.objects("silentRules")) if (silent.put(s.text("subject"), s) != null) throw s.wrong("is of a subject that is told of already");
        List<String> subjects = Stream.concat(silent.keySet().stream(), findings.stream().map(Finding::subject)).toList();
        return new Review(review.objects("exposures").stream().map(RecordedReview::exposure).toList(), portfolio(review.object("portfolio")), findings, states(subjects, findings, silent), new TreeMap<>(),
                review.objects("overrides").stream().map(o -> new OverrideUse(new SignedOverride(o.text("rule"), o.text("by"), o.text("reason"), o.date("on")), o.one(OverrideUse.Effect.class, "effect"))).toList());
    }

    private static Exposure exposure(RecordNode e) {
        Layer layer = e.one(Layer.class, "layer");
        SortedMap<String, BigDecimal> shares = shares(e.objects("shares"));
        BigDecimal hhiBefore = e.decimalOrNull("hhiBefore");
        return new Exposure(layer, layer.words(), shares, shares(e.objects("sharesBefore")), e.decimal("undisclosed"), null, null, null, false, false, e.decimalOrNull("hhi"), e.decimalOrNull("effectiveNumber"),
                hhiBefore != null, hhiBefore, e.decimalOrNull("undisclosedBefore"), e.decimalOrNull("effectiveNumberBefore"), e.decimalOrNull("rise"), false, e.decimalOrNull("leastHhi"),
                e.decimalOrNull("avoidable"), e.decimalOrNull("systemic"), List.of());
    }

    private static SortedMap<String, BigDecimal> shares(List<RecordNode> nodes) {
        SortedMap<String, BigDecimal> shares = new TreeMap<>();
        nodes.forEach(s -> shares.put(s.text("entity"), s.decimal("share")));
        return shares;
    }

    private Portfolio portfolio(RecordNode p) {
        return new Portfolio(currency.getCurrencyCode(), p.money("spendPerYear", currency).amount(), false, false, false, null, null, p.decimalOrNull("secondSourceShare"), p.decimalOrNull("secondSourceNeeded"), false,
                List.of(), p.flagOrNull("exitPlans"), p.count("stacks"), p.count("affordableStacks"), p.decimalOrNull("effectiveDesigners"), p.decimalOrNull("effectiveFoundries"), null, null, null,
                p.texts("sharedLayers"), p.decimalOrNull("bothFail"), null, p.count("eligibleDesigners"), false, p.oneOrNull(Quadrant.class, "quadrant"), p.countOrNull("cheaperDesigners"), false,
                p.decimalOrNull("commitmentsEndingTogether"), List.of());
    }

    /** @param policy thresholds as they held, for what a finding does not say again of its own */
    static Finding finding(RecordNode f, String subject, Policy policy) {
        State state = f.one(State.class, "state");
        String sentence = f.text("sentence");
        SortedMap<String, String> values = new TreeMap<>();
        f.entries("values").forEach(v -> values.put(v.getKey(), v.getValue()));
        List<String> missing = f.texts("missing");
        Severity severity = f.one(Severity.class, "severity");
        Severity cappedFrom = f.oneOrNull(Severity.class, "cappedFrom");
        Remark remark = new Remark(f.text("rule"), state, cappedFrom == null ? severity : cappedFrom, f.one(Effect.class, "effect"), values, f.objects("thresholds").stream().map(t -> threshold(t, policy)).toList(),
                missing.isEmpty() && state == State.UNKNOWN ? List.of(sentence) : missing, sentence, f.textOrNull("mitigation"));
        return new Finding(subject, remark, severity, evidence(f), f.texts("defeatedBy"));
    }

    private static PolicyValue threshold(RecordNode t, Policy policy) {
        PolicyValue found = policy.values().get(t.text("key"));
        if (found == null) throw t.wrong("is of a policy value that the record does not have");
        if (found.value().compareTo(t.decimal("value")) != 0) throw t.wrong("is another value than the record has for it under policy");
        return found;
    }

    static List<Evidence> evidence(RecordNode of) {
        return of.objects("evidence").stream().map(e -> new Evidence(e.text("subject"), e.text("source"), e.one(Grade.class, "grade"), e.dateOrNull("date"))).toList();
    }

    /**
     * What each rule said of each subject: that of those that speak is in their findings.
     *
     * @param silent by subject, which rules are silent; empty in a record of before it was told
     */
    static States states(List<String> subjects, List<Finding> findings, Map<String, RecordNode> silent) {
        List<String> all = List.copyOf(new LinkedHashSet<>(subjects));
        Map<String, Integer> positions = new HashMap<>();
        for (int i = 0; i < all.size(); i++) positions.put(all.get(i), i);
        Map<String, State[]> byRule = new TreeMap<>();
        for (Finding f : findings) byRule.computeIfAbsent(f.rule(), k -> new State[all.size()])[positions.get(f.subject())] = f.state();
        silent.forEach((subject, told) -> {
            for (State state : SILENT)
                for (String rule : told.texts(state.name())) {
                    State[] row = byRule.computeIfAbsent(rule, k -> new State[all.size()]);
                    if (row[positions.get(subject)] != null) throw told.wrong("tells of " + rule + " what it is not: " + row[positions.get(subject)]);
                    row[positions.get(subject)] = state;
                }
        });
        return new States(all, byRule);
    }
}
