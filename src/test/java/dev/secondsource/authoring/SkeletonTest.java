package dev.secondsource.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.knowledge.Family;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SkeletonTest {
    @Test
    void namesRuleKeyAndTestAlike() {
        Skeleton skeleton = Skeleton.of(Family.VENDOR_RISK, "supplier-was-2nd", 7);

        assertThat(skeleton.id()).isEqualTo("VRK-07");
        assertThat(skeleton.rulePath()).isEqualTo("vendor-risk/supplier-was-2nd.drl");
        assertThat(skeleton.key()).isEqualTo("vrk.supplier-was-2nd");
        assertThat(skeleton.testPath()).isEqualTo("dev/secondsource/rules/vendorrisk/SupplierWas2ndTest.java");
        assertThat(skeleton.rule() + skeleton.entry() + skeleton.test()).doesNotContain("<");
    }

    @Test
    void takesTheNumberAfterTheHighestAndNeverOneThatWasGivenBefore() {
        assertThat(Skeleton.nextNumber(Family.MATURITY, List.of("MAT-01", "MAT-07", "VRK-30"))).hasValue(8);
        assertThat(Skeleton.nextNumber(Family.MATURITY, List.of())).hasValue(1);
        assertThat(Skeleton.nextNumber(Family.MATURITY, List.of("MAT-99"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Wait", "wait_long", "wait--long", "-wait", "wait-", "2nd", "wait long", "../x"})
    void refusesWhatIsNoName(String name) {
        assertThat(Skeleton.isName(name)).isFalse();
    }
}
