package dev.secondsource.decision;

import dev.secondsource.Shipped;
import dev.secondsource.allocation.AllocationProblem;
import dev.secondsource.market.Market;
import dev.secondsource.profile.BuyerProfile;
import dev.secondsource.profile.FleetItem;
import dev.secondsource.profile.Quantiles;
import dev.secondsource.profile.Workload;
import dev.secondsource.quantity.Money;
import dev.secondsource.rules.Facts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The problems that decisions pose to the allocation, for those who measure how they are solved. */
public final class AllocationProblems {
    /** Whose workloads a buyer of many has: all kinds of work, small and large models, much and little of it critical. */
    private static final List<String> OF_MANY = List.of("frontier-lab serve", "enterprise-serving-70b serve", "all-nvidia-incumbent embed", "fine-tuning-startup tune",
            "image-generation render", "regulated-bank adviser", "university-hpc open-model", "all-nvidia-incumbent chat");
    /** So that no workload outweighs all others. */
    private static final Map<String, BigDecimal> VOLUME = Map.of("frontier-lab serve", new BigDecimal("0.02"));
    private static final BigDecimal SMALLER = new BigDecimal("0.7");

    private AllocationProblems() {}

    /** What a decision on the buyer's own day lets the allocation choose between. */
    public static AllocationProblem of(BuyerProfile buyer, Market market) {
        Decision decision = Shipped.decide(buyer, market);
        LookThrough look = new LookThrough(buyer, market.visibleAt(buyer.asOf()), decision.policy(), buyer.asOf());
        return new Choices(buyer, look, decision.policy(), buyer.asOf()).of(decision.workloads());
    }

    /** A buyer with workloads of many shipped profiles; those beyond the eighth are the first ones again, with less to do. */
    public static BuyerProfile buyerOf(int workloads) {
        List<Workload> all = new ArrayList<>();
        List<FleetItem> fleet = new ArrayList<>();
        for (int i = 0; i < workloads; i++) {
            String[] from = OF_MANY.get(i % OF_MANY.size()).split(" ");
            BuyerProfile buyer = Shipped.profile(from[0]);
            String id = from[0] + "-" + from[1] + "-" + (i / OF_MANY.size() + 1);
            Workload workload = buyer.workloads().stream().filter(w -> w.id().equals(from[1])).findFirst().orElseThrow();
            all.add(Facts.with(Facts.with(workload, "id", id), "volumePerMonth", times(workload.volumePerMonth(), VOLUME.getOrDefault(OF_MANY.get(i % OF_MANY.size()), BigDecimal.ONE).multiply(SMALLER.pow(i / OF_MANY.size())))));
            for (FleetItem item : buyer.fleet())
                if (item.workload().equals(from[1]) && !item.provider().equals("own")) fleet.add(new FleetItem(id, item.offer(), item.accelerator(), item.provider(), item.share()));
        }
        BuyerProfile base = Facts.with(Shipped.profile("frontier-lab"), "workloads", all);
        return Facts.with(Facts.with(base, "fleet", fleet), "budgetPerMonth", Money.usd("500000000"));
    }

    /** A buyer with the workloads of these shipped profiles as they are, who otherwise is the first of them. */
    public static BuyerProfile buyerLike(List<String> profiles) {
        List<Workload> all = new ArrayList<>();
        for (String profile : profiles)
            for (Workload workload : Shipped.profile(profile).workloads()) all.add(Facts.with(workload, "id", profile + "-" + workload.id()));
        BuyerProfile base = Facts.with(Facts.with(Shipped.profile(profiles.get(0)), "workloads", all), "fleet", List.of());
        return Facts.with(base, "budgetPerMonth", null);
    }

    private static Quantiles times(Quantiles volume, BigDecimal by) {
        return new Quantiles(volume.p10().multiply(by), volume.p50().multiply(by), volume.p90().multiply(by));
    }
}
