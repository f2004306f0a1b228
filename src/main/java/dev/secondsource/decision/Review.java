package dev.secondsource.decision;

import dev.secondsource.allocation.Allocation;
import dev.secondsource.allocation.Limit;
import dev.secondsource.exposure.Exposure;
import dev.secondsource.exposure.Portfolio;
import dev.secondsource.knowledge.Finding;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.knowledge.States;
import dev.secondsource.profile.SignedOverride;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * What an allocation leaves the buyer exposed to, and what the rules say of it.
 *
 * @param exposures one a layer, in the order of the layers
 * @param portfolio the allocation as a whole
 * @param findings about either, heaviest first
 * @param states what every review rule said of every layer and of the whole
 * @param brokenRules review rules that failed, with the reason
 * @param overrides what becomes of each signature under a block, in the profile's order
 */
public record Review(List<Exposure> exposures, Portfolio portfolio, List<Finding> findings, States states, SortedMap<String, String> brokenRules,
        List<OverrideUse> overrides) {
    public Review {
        exposures = List.copyOf(exposures);
        findings = List.copyOf(findings);
        overrides = List.copyOf(overrides);
    }

    /**
     * The same with signatures under its blocks and under what the allocation exceeds; one dated after the day is not
     * seen.
     */
    Review signed(List<SignedOverride> signatures, Allocation allocation, LocalDate day) {
        Set<String> exceeded = allocation.exceeded().stream().map(r -> r.limit().kind().word()).collect(Collectors.toSet());
        return new Review(exposures, portfolio, findings, states, brokenRules, signatures.stream().map(s -> new OverrideUse(s, effect(s, exceeded, day))).toList());
    }

    private OverrideUse.Effect effect(SignedOverride signature, Set<String> exceeded, LocalDate day) {
        if (signature.on().isAfter(day)) return OverrideUse.Effect.NOT_SEEN;
        if (exceeded.contains(signature.rule())) return OverrideUse.Effect.LIFTS;
        return findings.stream().anyMatch(f -> f.rule().equals(signature.rule()) && f.standsAgainst(Severity.BLOCKER))
                ? OverrideUse.Effect.LIFTS : OverrideUse.Effect.UNNEEDED;
    }

    /** Who answers for what a finding blocks; empty if it blocks nothing or nobody has signed. */
    public Optional<OverrideUse> override(Finding finding) {
        if (!finding.standsAgainst(Severity.BLOCKER)) return Optional.empty();
        return overrides.stream().filter(o -> o.effect() == OverrideUse.Effect.LIFTS && o.signed().rule().equals(finding.rule())).findFirst();
    }

    /** Nobody has signed that a limit which only a signature may move is exceeded. */
    public boolean isUnsigned(Limit limit) {
        return limit.needsAnOverride() && overrides.stream().noneMatch(o -> o.effect() == OverrideUse.Effect.LIFTS && o.signed().rule().equals(limit.kind().word()));
    }

    /** It blocks the allocation and nobody answers for that. */
    public boolean blocks(Finding finding) {
        return finding.standsAgainst(Severity.BLOCKER) && override(finding).isEmpty();
    }
}
