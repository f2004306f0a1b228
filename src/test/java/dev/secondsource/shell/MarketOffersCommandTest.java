package dev.secondsource.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.Shipped;
import dev.secondsource.market.Offer;
import dev.secondsource.market.OfferFilter;
import dev.secondsource.market.PricingKind;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MarketOffersCommandTest {
    private static final Map<String, Offer> SOLD = Shipped.market().offers().stream().collect(Collectors.toMap(Offer::id, o -> o));

    private final Bench bench = Bench.with(new MarketOffersCommand(new Sources(Map.of(), Optional.of(Path.of("").toAbsolutePath()))));

    private JsonNode json(String... words) {
        String[] all = new String[words.length + 4];
        System.arraycopy(new String[] {"market", "offers", "-o", "json"}, 0, all, 0, 4);
        System.arraycopy(words, 0, all, 4, words.length);
        assertThat(bench.run(all)).isZero();
        return JsonMapper.shared().readTree(bench.data());
    }

    @Test
    void takesWhatIsInEveryRangeAndFilter() {
        List<Offer> found = new ArrayList<>();
        for (JsonNode offer : json("--memory", "80..192", "--price", "..5", "--count", "8", "--country", "us", "--pricing", "on-demand").path("offers")) found.add(SOLD.get(offer.path("id").asString()));

        assertThat(found).hasSizeGreaterThan(2).doesNotContainNull();
        assertThat(found).isSortedAccordingTo(Comparator.comparing(OfferFilter::price));
        assertThat(found).allSatisfy(o -> {
            assertThat(o.acceleratorCount()).isEqualTo(8);
            assertThat(o.region().country()).isEqualTo("US");
            assertThat(Shipped.market().accelerator(o.accelerator()).memoryGiB().doubleValue()).isBetween(80.0, 192.0);
            assertThat(o.price().amount().doubleValue() / 8).isLessThanOrEqualTo(5);
        });
        assertThat(found).hasSameSizeAs(SOLD.values().stream().filter(o -> o.acceleratorCount() == 8 && o.pricing() == PricingKind.ON_DEMAND && o.region().country().equals("US")
                && o.price().amount().doubleValue() <= 40 && Shipped.market().accelerator(o.accelerator()).memoryGiB().doubleValue() >= 80
                && Shipped.market().accelerator(o.accelerator()).memoryGiB().doubleValue() <= 192).toList());
    }

    /** A least price beside the region, term or day of another offer would be a price that nobody sells at. */
    @ParameterizedTest
    @ValueSource(strings = {"accelerator", "provider", "region", "pricing", "designer"})
    void showsOfEachGroupOneOfferAsItIsSoldAndTheCheapest(String by) {
        JsonNode groups = json("--group-by", by).path("groups");

        int counted = 0;
        for (JsonNode group : groups) {
            JsonNode shown = group.path("cheapest");
            Offer sold = SOLD.get(shown.path("id").asString());
            counted += group.path("offers").asInt();
            assertThat(shown.path("region").asString("")).isEqualTo(sold.region() == null ? "" : sold.region().id());
            assertThat(shown.path("termMonths").asInt(0)).isEqualTo(sold.termMonths() == null ? 0 : sold.termMonths()).isEqualTo(group.path("termMonths").asInt(0));
            assertThat(shown.path("priceDate").asString()).isEqualTo(sold.evidence().date().toString());
            if (sold.price() == null) continue;
            assertThat(new BigDecimal(shown.path("price").asString())).isEqualByComparingTo(sold.price().amount());
            assertThat(new BigDecimal(shown.path("pricePerAccelerator").asString())).isLessThanOrEqualTo(new BigDecimal(group.path("dearest").path("pricePerAccelerator").asString()));
        }
        assertThat(counted).isEqualTo(SOLD.size());
    }

    @Test
    void saysHowManyItShowsOfAll() {
        bench.run("market", "offers", "--term", "36", "--limit", "2");

        long all = SOLD.values().stream().filter(o -> Integer.valueOf(36).equals(o.termMonths())).count();
        assertThat(bench.data()).contains("shown 2 of " + all + " offers; --limit shows more.");
    }

    @Test
    void sortsGroupsOnlyIfAsked() {
        bench.run("market", "offers", "--group-by", "accelerator", "--sort", "memory", "-o", "csv");
        List<String> lines = bench.data().lines().toList();

        assertThat(lines.get(1)).startsWith("MI350X,");
    }

    @Test
    void refusesARangeThatIsNoneAndABoundGivenTwice() {
        assertThat(bench.run("market", "offers", "--memory", "192..80")).isEqualTo(2);
        assertThat(bench.run("market", "offers", "--price", "..3", "--max-price", "3")).isEqualTo(2);
        assertThat(bench.notes()).contains("--memory \"192..80\" is not a range such as 80..192", "--price says what --min-price and --max-price say");
    }
}
