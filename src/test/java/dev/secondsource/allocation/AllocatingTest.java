package dev.secondsource.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.policy.Policies;
import dev.secondsource.policy.Policy;
import dev.secondsource.quantity.Money;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AllocatingTest {
    private static final Policy CAPS = caps("0.65", "0.65");

    @Test
    void givesTheLeaderItsCapAndTheRestToTheNextDesignerAndProvider() {
        Allocation allocation = allocate(lead("a", "nvidia", "aws"), lead("b", "amd", "azure"), lead("c", "google", "gcp"));

        assertThat(shares(allocation)).isEqualTo(Map.of("a", "0.65", "b", "0.35"));
        assertThat(allocation.status()).isEqualTo(Allocation.Status.SOUND);
        assertThat(allocation.notes()).isEmpty();
    }

    @Test
    void countsTheSharesOfOneDesignerTogether() {
        Allocation allocation = allocate(lead("a", "nvidia", "aws"), lead("b", "nvidia", "azure"), lead("c", "amd", "gcp"));

        assertThat(shares(allocation)).isEqualTo(Map.of("a", "0.65", "c", "0.35"));
    }

    @Test
    void countsTheSharesOfOneProviderTogether() {
        Allocation allocation = allocate(lead("a", "nvidia", "aws"), lead("b", "annapurna", "aws"), lead("c", "amd", "gcp"));

        assertThat(shares(allocation)).isEqualTo(Map.of("a", "0.65", "c", "0.35"));
    }

    @Test
    void givesAnAcceleratorNoMoreThanItsMaturityCarriesHoweverManyOffersItHas() {
        Allotment first = allotment("a", "trn3", "annapurna", "aws", "0.10", true, false);
        Allotment second = allotment("b", "trn3", "annapurna", "reseller", "0.10", true, false);

        Allocation allocation = allocate(first, second, lead("c", "nvidia", "azure"), lead("d", "amd", "gcp"));

        assertThat(shares(allocation)).isEqualTo(Map.of("a", "0.1", "c", "0.65", "d", "0.25"));
    }

    @Test
    void leavesOutWhatIsTooSmallToBeWorthIt() {
        Policy policy = Policies.of("div.designer-share-cap", "0.65", "div.provider-share-cap", "0.65", "div.smallest-share", "0.10");

        Allocation allocation = Allocating.allocate(
                workload(lead("a", "nvidia", "aws"), allotment("b", "trn3", "annapurna", "azure", "0.05", true, false), lead("c", "amd", "gcp")),
                null, policy, Money.USD);

        assertThat(shares(allocation)).isEqualTo(Map.of("a", "0.65", "c", "0.35"));
    }

    @Test
    void takesASmallShareWhereItCompletesTheWork() {
        Policy policy = Policies.of("div.designer-share-cap", "0.95", "div.provider-share-cap", "0.95", "div.smallest-share", "0.10");

        Allocation allocation = Allocating.allocate(workload(lead("a", "nvidia", "aws"), lead("b", "amd", "gcp")), null, policy, Money.USD);

        assertThat(shares(allocation)).isEqualTo(Map.of("a", "0.95", "b", "0.05"));
        assertThat(allocation.status()).isEqualTo(Allocation.Status.SOUND);
    }

    @Test
    void putsALeaderFirstAndLetsOthersStandBehindIt() {
        Allocation allocation = allocate(follow("a", "amd", "gcp"), lead("b", "nvidia", "aws"));

        assertThat(shares(allocation)).isEqualTo(Map.of("b", "0.65", "a", "0.35"));
        assertThat(allocation.shares().get(0).offer()).isEqualTo("b");
    }

    @Test
    void givesTheLeaderWhatFitsUnderNoCapAndAsksForAnOverride() {
        Allocation allocation = allocate(lead("a", "nvidia", "aws"), lead("b", "nvidia", "azure"));

        assertThat(shares(allocation)).isEqualTo(Map.of("a", "1"));
        assertThat(allocation.status()).isEqualTo(Allocation.Status.OVERRIDE_REQUIRED);
        assertThat(allocation.notes()).singleElement().asString().startsWith("serve: 35 % of the work").contains("designer 65 %", "left with a");
    }

    @Test
    void givesItToTheLeaderEvenIfTheLeaderIsTooYoungToCarryAnything() {
        Allotment young = allotment("a", "trn3", "annapurna", "aws", "0", true, false);

        Allocation allocation = allocate(young, follow("b", "nvidia", "azure"));

        assertThat(shares(allocation)).isEqualTo(Map.of("a", "0.35", "b", "0.65"));
        assertThat(allocation.status()).isEqualTo(Allocation.Status.OVERRIDE_REQUIRED);
        assertThat(allocation.notes()).singleElement().asString().contains("left with a");
    }

    @Test
    void namesTheLargestShareFirst() {
        Allotment young = allotment("a", "trn3", "annapurna", "aws", "0.10", true, false);

        Allocation allocation = allocate(young, lead("b", "amd", "gcp"), lead("c", "nvidia", "azure"));

        assertThat(allocation.shares()).extracting(Share::offer).containsExactly("b", "c", "a");
    }

    @Test
    void splitsByDesignerEvenWhereOneProviderSellsAll() {
        Allocation allocation = Allocating.allocate(
                workload(lead("a", "nvidia", "aws"), lead("b", "annapurna", "aws")), null, caps("0.65", "1"), Money.USD);

        assertThat(shares(allocation)).isEqualTo(Map.of("a", "0.65", "b", "0.35"));
    }

    @Test
    void allocatesNothingWhereNobodyMayLead() {
        Map<String, List<Allotment>> demand = new LinkedHashMap<>(workload(follow("a", "nvidia", "aws"), follow("b", "amd", "gcp")));
        demand.put("tune", List.of(new Allotment("tune", "c", "c-chip", "nvidia", "aws", BigDecimal.ONE, Money.usd("10"), true, false)));

        Allocation allocation = Allocating.allocate(demand, null, caps("1", "1"), Money.USD);

        assertThat(allocation.status()).isEqualTo(Allocation.Status.INFEASIBLE);
        assertThat(allocation.shares()).extracting(Share::workload).containsExactly("tune");
        assertThat(allocation.notes()).singleElement().asString().startsWith("serve: no eligible candidate");
    }

    @Test
    void allocatesNothingWhereNothingIsOffered() {
        Allocation allocation = Allocating.allocate(Map.of("serve", List.of()), Money.usd("1"), CAPS, Money.USD);

        assertThat(allocation.status()).isEqualTo(Allocation.Status.INFEASIBLE);
        assertThat(allocation.perMonth()).isEqualTo(Money.zero(Money.USD));
    }

    @Test
    void isConditionalIfAnythingInItIs() {
        Allotment conditional = allotment("b", "b-chip", "amd", "gcp", "1", true, true);

        assertThat(allocate(lead("a", "nvidia", "aws"), conditional).status()).isEqualTo(Allocation.Status.CONDITIONAL);
        assertThat(allocate(lead("a", "nvidia", "aws"), lead("c", "google", "gcp"), conditional).status()).isEqualTo(Allocation.Status.SOUND);
    }

    @Test
    void keepsABudgetAtExactlyItsEndAndAsksForAnOverrideBeyond() {
        Map<String, List<Allotment>> demand = workload(lead("a", "nvidia", "aws"), lead("b", "amd", "gcp"));

        Allocation within = Allocating.allocate(demand, Money.usd("1000.00"), CAPS, Money.USD);
        Allocation beyond = Allocating.allocate(demand, Money.usd("999.99"), CAPS, Money.USD);

        assertThat(within.status()).isEqualTo(Allocation.Status.SOUND);
        assertThat(within.perMonth()).isEqualTo(Money.usd("1000"));
        assertThat(beyond.status()).isEqualTo(Allocation.Status.OVERRIDE_REQUIRED);
        assertThat(beyond.shares()).isEqualTo(within.shares());
        assertThat(beyond.notes()).singleElement().asString().contains("1000.00 USD", "999.99 USD");
    }

    @Test
    void chargesEachShareToTheCent() {
        Allotment third = new Allotment("serve", "a", "a-chip", "nvidia", "aws", BigDecimal.ONE, Money.usd("100.01"), true, false);

        Allocation allocation = Allocating.allocate(
                workload(third, lead("b", "amd", "gcp")), null, caps("0.333", "0.95"), Money.USD);

        assertThat(allocation.shares().get(0).perMonth()).isEqualTo(Money.usd("66.71")); // .333 and the .334 left over: .667
        assertThat(allocation.perMonth()).isEqualTo(allocation.shares().stream().map(Share::perMonth).reduce(Money.zero(Money.USD), Money::plus));
    }

    @Test
    void sharesOfEveryDecidedWorkloadSumToOne() {
        for (String cap : List.of("0.1", "0.34", "0.5", "0.65", "1")) {
            Allocation allocation = Allocating.allocate(
                    workload(lead("a", "nvidia", "aws"), follow("b", "amd", "gcp"), lead("c", "google", "gcp")), null, caps(cap, "0.65"), Money.USD);

            assertThat(allocation.shares().stream().map(Share::share).reduce(BigDecimal.ZERO, BigDecimal::add)).as("cap %s", cap).isEqualByComparingTo("1");
        }
    }

    private static Allocation allocate(Allotment... candidates) {
        return Allocating.allocate(workload(candidates), null, CAPS, Money.USD);
    }

    private static Map<String, List<Allotment>> workload(Allotment... candidates) {
        return Map.of("serve", Arrays.asList(candidates));
    }

    private static Map<String, String> shares(Allocation allocation) {
        return allocation.shares().stream().collect(Collectors.toMap(Share::offer, s -> s.share().stripTrailingZeros().toPlainString()));
    }

    private static Allotment lead(String offer, String designer, String provider) {
        return allotment(offer, offer + "-chip", designer, provider, "1", true, false);
    }

    private static Allotment follow(String offer, String designer, String provider) {
        return allotment(offer, offer + "-chip", designer, provider, "1", false, false);
    }

    private static Allotment allotment(String offer, String accelerator, String designer, String provider, String cap, boolean mayLead, boolean conditional) {
        return new Allotment("serve", offer, accelerator, designer, provider, new BigDecimal(cap), Money.usd("1000"), mayLead, conditional);
    }

    private static Policy caps(String designer, String provider) {
        return Policies.of("div.designer-share-cap", designer, "div.provider-share-cap", provider, "div.smallest-share", "0.05");
    }
}
