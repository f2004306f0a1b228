package dev.secondsource.exposure;

import dev.secondsource.evidence.Evidence;
import dev.secondsource.knowledge.Meaning;
import dev.secondsource.knowledge.Meaning.Unit;
import dev.secondsource.knowledge.Subject;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An allocation as a whole, as the review rules see it. Shares are of useful work, workloads weighed by what they cost.
 *
 * @param foundryEvidence where the foundries are from
 */
public record Portfolio(
        @Meaning("currency of all amounts") String currency,
        @Meaning(value = "spend a year", unit = Unit.MONEY) BigDecimal spendPerYear,
        @Meaning("fact that the buyer spends too little to keep two sources") boolean small,
        @Meaning("fact that some of the work must go on in an outage") boolean critical,
        @Meaning("fact that more than one designer carries work") boolean secondSource,
        @Meaning(value = "share outside the largest designer", unit = Unit.SHARE) @Nullable BigDecimal outsideLargestDesigner,
        @Meaning("workload whose second source falls furthest short") @Nullable String secondSourceWorkload,
        @Meaning(value = "share of that workload ready outside its largest designer", unit = Unit.SHARE) @Nullable BigDecimal secondSourceShare,
        @Meaning(value = "share needed there to carry critical work under surge", unit = Unit.SHARE) @Nullable BigDecimal secondSourceNeeded,
        @Meaning("fact that the second source falls short of critical work") boolean secondSourceShort,
        @Meaning("stacks of the second source that the buyer does not run today") List<String> coldStacks,
        @Meaning("fact that exit plans exist with every provider") @Nullable Boolean exitPlans,
        @Meaning("software stacks to keep") int stacks,
        @Meaning("most stacks the engineers can keep") int affordableStacks,
        @Meaning(value = "effective number of designers", unit = Unit.RATIO) @Nullable BigDecimal effectiveDesigners,
        @Meaning(value = "effective number of foundries", unit = Unit.RATIO) @Nullable BigDecimal effectiveFoundries,
        @Meaning(value = "effective designers beyond effective foundries", unit = Unit.RATIO) @Nullable BigDecimal illusion,
        @Meaning("layers below the designer that the two largest are known to share") @Nullable Integer sharedLayers,
        @Meaning("layers below the designer that the two largest may share") @Nullable Integer possibleSharedLayers,
        @Meaning("shared layers, by name") List<String> sharedLayerNames,
        @Meaning(value = "probability a year that both fail", unit = Unit.SHARE) @Nullable BigDecimal bothFail,
        @Meaning(value = "share of compute in the buyer's cost", unit = Unit.SHARE) @Nullable BigDecimal computeShareOfCost,
        @Meaning("designers with an eligible offer") int eligibleDesigners,
        @Meaning("fact that supply is risky: few designers, or a long wait") boolean supplyRisky,
        @Meaning("Kraljic quadrant") @Nullable Quadrant quadrant,
        @Meaning("other designers whose unit cost clearly beats the incumbent's") @Nullable Integer cheaperDesigners,
        @Meaning("fact that anything is committed") boolean committed,
        @Meaning(value = "largest share of commitments that ends within half a year of each other", unit = Unit.SHARE)
                @Nullable BigDecimal commitmentsEndingTogether,
        List<Evidence> foundryEvidence)
        implements Subject {

    public Portfolio {
        coldStacks = List.copyOf(coldStacks);
        sharedLayerNames = List.copyOf(sharedLayerNames);
        foundryEvidence = List.copyOf(foundryEvidence);
    }

    @Override
    public String id() {
        return "allocation";
    }

    @Override
    public List<Evidence> evidence(String path) {
        return switch (path) {
            case "effectiveFoundries", "illusion", "sharedLayers", "possibleSharedLayers" -> foundryEvidence;
            default -> List.of();
        };
    }

    @Override
    public String moneyUnit() {
        return currency;
    }
}
