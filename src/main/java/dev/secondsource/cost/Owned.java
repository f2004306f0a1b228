package dev.secondsource.cost;

import dev.secondsource.fit.Fit;
import dev.secondsource.market.Accelerator;
import dev.secondsource.market.Offer;
import dev.secondsource.profile.BuyerProfile;
import dev.secondsource.profile.Site;
import dev.secondsource.profile.Workload;
import dev.secondsource.profile.WorkloadKind;
import dev.secondsource.quantity.Decimals;
import dev.secondsource.quantity.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The bill of machines bought and housed at an own site (F-OWN, TCO-06 to TCO-10). */
record Owned(
        BuyerProfile buyer,
        ExchangeRates rates,
        BigDecimal hostShare,
        BigDecimal hostPowerShare,
        BigDecimal lifeYears,
        BigDecimal residualShare,
        BigDecimal sparesShare,
        BigDecimal staffPerBlock,
        int acceleratorsPerBlock,
        BigDecimal rentFall,
        BigDecimal rentRise,
        BigDecimal rateRise) {
    private static final BigDecimal MONTHS_PER_YEAR = BigDecimal.valueOf(12);
    private static final BigDecimal HOURS_PER_YEAR = BigDecimal.valueOf(8760);

    Owned(BuyerProfile buyer, Function<String, BigDecimal> policy, ExchangeRates rates) {
        this(
                buyer,
                rates,
                policy.apply("cost.host-uplift-share"),
                policy.apply("cost.host-power-share"),
                policy.apply("cost.economic-life-years"),
                policy.apply("cost.residual-share"),
                policy.apply("cost.spares-share-per-year"),
                policy.apply("cost.staff-fte-per-block"),
                policy.apply("cost.accelerators-per-block").intValue(),
                policy.apply("cost.rent-fall-share"),
                policy.apply("cost.rent-rise-share"),
                policy.apply("cost.capital-cost-rise"));
    }

    Costed cost(Workload workload, Offer offer, Accelerator accelerator, Fit fit, Money price) {
        BigDecimal count = BigDecimal.valueOf(fit.accelerators());
        List<String> missing = new ArrayList<>(0);
        BigDecimal watts = accelerator.powerWatts();
        if (watts == null) missing.add("power of " + accelerator.id());
        BigDecimal kilowatts = watts == null
                ? null
                : Decimals.plain(watts.movePointLeft(3).multiply(BigDecimal.ONE.add(hostPowerShare)).multiply(count));
        Site site = kilowatts == null ? null : Housing.choose(buyer, rates, accelerator, kilowatts);
        if (buyer.sites().isEmpty()) missing.add("an own site to house " + accelerator.id());
        Money electricityPrice = site == null ? null : rates.convert(site.electricityPerKwh(), buyer.currency());
        if (site != null && electricityPrice == null) missing.add(rates.missing(site.electricityPerKwh(), buyer.currency()));
        Money engineer = buyer.engineering().costPerFteMonth();
        Money engineerMonth = rates.convert(engineer, buyer.currency());
        if (engineerMonth == null) missing.add(rates.missing(engineer, buyer.currency()));
        if (kilowatts == null || electricityPrice == null || engineerMonth == null) return new Costed.Unknown(missing);

        Money capital = price.times(Decimals.divide(count, BigDecimal.valueOf(offer.acceleratorCount())));
        Money hosts = capital.times(hostShare);
        BigDecimal monthlyShare = monthlyShareOfCapital(buyer.costOfCapital());
        BigDecimal blocks = count.divide(BigDecimal.valueOf(acceleratorsPerBlock), 0, RoundingMode.CEILING);
        BigDecimal fte = blocks.multiply(staffPerBlock);
        String writtenOff = ", written off over " + Readable.number(lifeYears) + " years at "
                + Readable.percent(buyer.costOfCapital()) + " with " + Readable.percent(residual()) + " left";
        List<CostLine> lines = List.of(
                new CostLine(
                        CostLine.ACCELERATORS,
                        capital.times(monthlyShare),
                        count + " " + accelerator.id() + " for " + capital.toCents() + writtenOff),
                new CostLine(
                        "servers, network and storage",
                        hosts.times(monthlyShare),
                        Readable.percent(hostShare) + " of the accelerators' price" + writtenOff),
                new CostLine(
                        CostLine.ELECTRICITY,
                        electricityPrice.times(kilowatts.multiply(site.pue()).multiply(Costing.HOURS_PER_MONTH)),
                        Readable.number(kilowatts) + " kW x PUE " + Readable.number(site.pue()) + " x 730 h x "
                                + electricityPrice + "/kWh at " + site.id()),
                new CostLine(
                        CostLine.SPARES,
                        capital.plus(hosts).times(Decimals.divide(sparesShare, MONTHS_PER_YEAR)),
                        Readable.percent(sparesShare) + " of the capital a year"),
                new CostLine(
                        CostLine.STAFF,
                        engineerMonth.times(fte),
                        Readable.number(fte) + " engineers x " + engineerMonth + " for " + blocks + " blocks of "
                                + acceleratorsPerBlock));
        return new Costed.Known(Cost.of(
                lines,
                buyer.horizonMonths(),
                workload.volumePerMonth().p50(),
                count.multiply(Costing.HOURS_PER_MONTH)));
    }

    /** TCO-01 for one accelerator: what it costs to buy, against what renting it costs beyond running the own one. */
    RentOrOwn against(
            Workload workload, Offer offer, Fit fit, Cost cost, Money price, @Nullable Money rentPerHour, @Nullable String rental) {
        Money capital = price.times(BigDecimal.ONE.add(hostShare)).dividedBy(BigDecimal.valueOf(offer.acceleratorCount()));
        Money running = cost.lines().stream()
                .filter(line -> List.of(CostLine.ELECTRICITY, CostLine.SPARES, CostLine.STAFF).contains(line.name()))
                .map(CostLine::perMonth)
                .reduce(Money.zero(buyer.currency()), Money::plus)
                .dividedBy(BigDecimal.valueOf(fit.accelerators()).multiply(Costing.HOURS_PER_MONTH));
        return new RentOrOwn(
                Decimals.plain(lifeYears.multiply(HOURS_PER_YEAR).multiply(paidShare(workload))),
                breakEven(capital, rentPerHour, BigDecimal.ONE, running),
                breakEven(capital, rentPerHour, BigDecimal.ONE.subtract(rentFall), running),
                breakEven(capital, rentPerHour, BigDecimal.ONE.add(rentRise), running),
                perHourOfWork(workload, capital, running, buyer.costOfCapital()),
                perHourOfWork(workload, capital, running, buyer.costOfCapital().add(rateRise)),
                rentPerHour,
                rental);
    }

    private static @Nullable BigDecimal breakEven(Money capital, @Nullable Money rent, BigDecimal change, Money running) {
        return rent == null ? null : RentOrOwn.breakEvenHours(capital, rent.times(change), running);
    }

    /** Share of all hours that would be paid if the machine were rented: a machine that must stand is paid idle, too. */
    private static BigDecimal paidShare(Workload workload) {
        return workload.kind() == WorkloadKind.ONLINE_SERVING ? BigDecimal.ONE : workload.utilisation();
    }

    /** F-OWN: capital written off at a rate and running cost, spread over the hours that would be paid as rent. */
    private Money perHourOfWork(Workload workload, Money capital, Money runningPerHour, BigDecimal rate) {
        return capital.times(monthlyShareOfCapital(rate))
                .dividedBy(Costing.HOURS_PER_MONTH)
                .plus(runningPerHour)
                .dividedBy(paidShare(workload));
    }

    private BigDecimal residual() {
        return Decimals.of(Ownership.residualAt(residualShare.doubleValue(), lifeYears.doubleValue()));
    }

    private BigDecimal monthlyShareOfCapital(BigDecimal rate) {
        return Decimals.of(
                Ownership.yearlyShare(residual().doubleValue(), rate.doubleValue(), lifeYears.doubleValue()) / 12);
    }
}
