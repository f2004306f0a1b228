package dev.secondsource.exposure;

import dev.secondsource.evidence.Evidence;
import dev.secondsource.knowledge.Meaning;
import dev.secondsource.knowledge.Meaning.Unit;
import dev.secondsource.knowledge.Subject;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An allocation as a whole, as the review rules see it. Shares are of monthly spend. */
public record Portfolio(
        @Meaning("currency of all amounts") String currency,
        @Meaning("fact that anything is allocated") boolean allocated,
        @Meaning("designers bought from") int designers,
        @Meaning("providers bought from") int providers,
        @Meaning("software stacks to keep") int stacks,
        @Meaning("most stacks the engineers can keep") int affordableStacks,
        @Meaning(value = "share outside the largest designer", unit = Unit.SHARE) @Nullable BigDecimal secondSourceShare,
        @Meaning(value = "share needed outside it to carry critical work under surge", unit = Unit.SHARE) BigDecimal secondSourceNeeded,
        @Meaning(value = "effective number of designers", unit = Unit.RATIO) @Nullable BigDecimal effectiveDesigners,
        @Meaning(value = "effective number of foundries", unit = Unit.RATIO) @Nullable BigDecimal effectiveFoundries,
        @Meaning(value = "effective designers beyond effective foundries", unit = Unit.RATIO) @Nullable BigDecimal illusion,
        @Meaning("layers the two largest suppliers share") @Nullable Integer sharedLayers,
        @Meaning("those layers") List<String> sharedLayerNames,
        @Meaning(value = "probability a year that both fail", unit = Unit.SHARE) @Nullable BigDecimal bothFail,
        @Meaning(value = "spend a year", unit = Unit.MONEY) BigDecimal spendPerYear,
        @Meaning("fact that exit plans exist with every provider") @Nullable Boolean exitPlans,
        @Meaning("Kraljic quadrant") @Nullable Quadrant quadrant,
        @Meaning("designers with an eligible offer") int eligibleDesigners,
        @Meaning("other designers whose unit cost clearly beats the incumbent's") @Nullable Integer cheaperDesigners,
        @Meaning(value = "largest share of commitments that ends within half a year of each other", unit = Unit.SHARE)
                @Nullable BigDecimal commitmentsEndingTogether,
        @Meaning("fact that anything is committed") boolean committed)
        implements Subject {

    @Override
    public String id() {
        return "allocation";
    }

    @Override
    public List<Evidence> evidence(String path) {
        return List.of();
    }

    @Override
    public String moneyUnit() {
        return currency;
    }
}
