package dev.secondsource.rules.eligibility;

import static dev.secondsource.rules.Facts.candidate;

import dev.secondsource.candidate.Candidate;
import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.rules.RuleVerifier;
import java.util.List;
import org.junit.jupiter.api.Test;

class SupplierOnARestrictedListTest {
    private final RuleVerifier rule = RuleVerifier.of("ELG-03");

    @Test
    void blocksAListedSupplier() {
        rule.about(bound(List.of("Maker on a-list"))).fires(Severity.BLOCKER, Effect.AGAINST);
    }

    @Test
    void staysSilentIfNobodyIsListed() {
        rule.about(bound(List.of())).staysSilent();
    }

    @Test
    void doesNotApplyToABuyerBoundByNoList() {
        rule.about(candidate("export.restrictedBy", List.of("Maker on a-list"))).doesNotApply();
    }

    private static Candidate bound(List<String> listed) {
        return candidate("export.listsBind", true, "export.restrictedBy", listed);
    }
}
