package dev.secondsource.cost;

import dev.secondsource.market.Accelerator;
import dev.secondsource.profile.BuyerProfile;
import dev.secondsource.profile.Site;
import dev.secondsource.quantity.Money;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where owned machines would stand. */
public final class Housing {
    private Housing() {}

    /**
     * The site with the cheapest electricity, PUE included, among those that can take the machines; among all sites if
     * none can, so that the cost is known and the rules say why it does not go.
     *
     * @param kilowatts power of all the machines
     * @return null if the buyer has no site, or no exchange rate for its electricity
     */
    public static @Nullable Site choose(
            BuyerProfile buyer, ExchangeRates rates, Accelerator accelerator, BigDecimal kilowatts) {
        List<Site> able = buyer.sites().stream().filter(site -> takes(site, accelerator, kilowatts)).toList();
        record Priced(Site site, Money perKwh) {}
        return (able.isEmpty() ? buyer.sites() : able)
                .stream()
                        .map(site -> {
                            Money price = rates.convert(site.electricityPerKwh(), buyer.currency());
                            return price == null ? null : new Priced(site, price.times(site.pue()));
                        })
                        .filter(priced -> priced != null)
                        .min(Comparator.comparing(Priced::perKwh).thenComparing(priced -> priced.site().id()))
                        .map(Priced::site)
                        .orElse(buyer.sites().isEmpty() ? null : buyer.sites().get(0));
    }

    /** Whether power, rack and cooling of a site allow the machines, as far as is known. */
    static boolean takes(Site site, Accelerator accelerator, BigDecimal kilowatts) {
        return site.powerKw().compareTo(kilowatts) >= 0
                && (accelerator.rackKw() == null || accelerator.rackKw().compareTo(site.rackKw()) <= 0)
                && (site.liquidCooling() || !Boolean.TRUE.equals(accelerator.liquidCooled()));
    }
}
