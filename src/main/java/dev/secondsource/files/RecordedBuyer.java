package dev.secondsource.files;

import dev.secondsource.profile.BuyerProfile;
import dev.secondsource.profile.Criterion;
import dev.secondsource.profile.Engineering;
import dev.secondsource.profile.ExistingCommitment;
import dev.secondsource.profile.ModelSpec;
import dev.secondsource.profile.ModelSpec.Modality;
import dev.secondsource.profile.PolicyChoice;
import dev.secondsource.profile.Quantiles;
import dev.secondsource.profile.Workload;
import dev.secondsource.profile.WorkloadKind;
import dev.secondsource.quantity.Money;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The buyer of a record and what is asked for, as far as a record tells. */
final class RecordedBuyer {
    private RecordedBuyer() {}

    static BuyerProfile read(RecordNode root, List<Workload> workloads) {
        RecordNode buyer = root.object("buyer");
        RecordNode inputs = root.object("inputs");
        Currency currency = buyer.currency("currency");
        List<ExistingCommitment> commitments = buyer.objects("commitments").stream()
                .map(c -> new ExistingCommitment(c.text("offer"), c.count("accelerators"), c.money("perMonth", currency), c.date("until"))).toList();
        List<Criterion> priorities = buyer.texts("priorities").stream().map(p -> Stream.of(Criterion.values()).filter(c -> c.name().equals(p)).findFirst()
                .orElseThrow(() -> buyer.wrong("puts first what is no criterion: " + p))).toList();
        return new BuyerProfile(inputs.object("profile").text("id"), buyer.text("name"), buyer.text("description"), inputs.date("asOf"), currency, buyer.moneyOrNull("budgetPerMonth", currency),
                buyer.count("horizonMonths"), Set.of(), Set.of(), Set.of(), List.of(), null, List.of(), null, false, false, null, List.of(), List.of(), null, null, workloads, List.of(),
                new Engineering(null, List.of(), Money.zero(currency)), null, List.of(), commitments, List.of(), priorities, new PolicyChoice(inputs.object("policy").text("variant"), Map.of()));
    }

    static Workload workload(RecordNode a) {
        RecordNode volume = a.object("volumePerMonth");
        Quantiles quantiles = new Quantiles(volume.decimal("p10"), volume.decimal("p50"), volume.decimal("p90"));
        return Stream.of(Modality.values()).map(m -> workload(a, m, quantiles)).filter(w -> w.unit().equals(a.text("unit"))).findFirst()
                .orElseThrow(() -> a.wrong("counts in a unit that such work is not counted in: " + a.text("unit")));
    }

    private static Workload workload(RecordNode a, Modality modality, Quantiles volume) {
        return new Workload(a.text("workload"), a.one(WorkloadKind.class, "kind"), new ModelSpec(a.text("model"), modality, null, null, null, null, null, null, null, null), null, volume, null, null, null,
                null, 1, null, null, null, List.of(), null, null, null, false, false, null, false, null, null, List.of());
    }
}
