package dev.secondsource.files;

import dev.secondsource.allocation.Allocation;
import dev.secondsource.allocation.Allocation.Conflict;
import dev.secondsource.allocation.Allocation.Relaxed;
import dev.secondsource.allocation.Allocation.Status;
import dev.secondsource.allocation.Limit;
import dev.secondsource.allocation.Share;
import dev.secondsource.allocation.ShutOut;
import dev.secondsource.exposure.Layer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The allocation of a record. */
final class RecordedAllocation {
    private static final String AT_LEAST = "AT_LEAST";

    private final RecordNode allocation;
    private final Currency currency;
    private final Set<String> workloads;
    private final Set<String> accelerators;

    /**
     * @param workloads ids of all workloads
     * @param accelerators ids of all accelerators
     */
    RecordedAllocation(RecordNode allocation, Currency currency, Set<String> workloads, Set<String> accelerators) {
        this.allocation = allocation;
        this.currency = currency;
        this.workloads = workloads;
        this.accelerators = accelerators;
    }

    Allocation read() {
        SortedMap<String, BigDecimal> weights = new TreeMap<>();
        allocation.objects("weights").forEach(w -> weights.put(workload(w), w.decimal("weight")));
        List<Share> shares = allocation.objects("shares").stream()
                .map(s -> new Share(workload(s), s.text("offer"), s.text("designer"), s.text("provider"), s.decimal("share"), s.money("perMonth", currency))).toList();
        RecordNode search = allocation.object("search");
        return new Allocation(allocation.one(Status.class, "status"), shares, weights, allocation.money("perMonth", currency), allocation.money("alreadyPaid", currency),
                allocation.objects("moves").stream().map(m -> new Allocation.Move(m.text("workload"), m.text("stack"), m.money("perMonth", currency))).toList(),
                new Allocation.Search(search.decimal("gap"), search.count("programs"), search.flag("complete"), search.flag("timedOut"), tie(search.objectOrNull("tie"))),
                allocation.objects("prices").stream().map(p -> new Allocation.Price(limit(p), p.decimal("looser"), p.money("saves", currency), p.flag("atLeast"))).toList(),
                spreading(allocation.objectOrNull("spreading")), conflict(allocation.objectOrNull("conflict")), allocation.objects("shutOut").stream().map(this::shutOut).toList());
    }

    private String workload(RecordNode of) {
        String id = of.text("workload");
        if (!workloads.contains(id)) throw of.wrong("is of the workload " + id + ", of which the record has no answer");
        return id;
    }

    private Allocation.@Nullable Tie tie(@Nullable RecordNode t) {
        return t == null ? null : new Allocation.Tie(t.count("others"), t.money("largestRegret", currency), t.money("next", currency));
    }

    private Allocation.@Nullable Spreading spreading(@Nullable RecordNode s) {
        return s == null ? null : new Allocation.Spreading(s.money("without", currency), s.money("more", currency), s.decimal("share"));
    }

    private @Nullable Conflict conflict(@Nullable RecordNode c) {
        return c == null ? null : new Conflict(c.objects("limits").stream().map(this::limit).toList(), c.flag("smallest"),
                c.objects("relaxations").stream().map(r -> new Relaxed(limit(r), r.decimal("to"), r.money("perMonth", currency))).toList(),
                c.objects("applied").stream().map(this::applied).toList());
    }

    /** What was applied is one of the ways out where the record has it among them, with what the month costs then. */
    private Relaxed applied(RecordNode a) {
        Limit limit = limit(a);
        BigDecimal to = a.decimal("to");
        return allocation.object("conflict").objects("relaxations").stream().map(r -> new Relaxed(limit(r), r.decimal("to"), r.money("perMonth", currency)))
                .filter(r -> r.limit().equals(limit) && r.to().equals(to)).findFirst().orElse(new Relaxed(limit, to, null));
    }

    private ShutOut shutOut(RecordNode s) {
        return new ShutOut(workload(s), s.count("offers"), s.texts("gates"), s.flag("smallest"),
                s.objects("ways").stream().map(w -> new ShutOut.Way(w.text("gate"), w.text("offer"), w.money("perMonth", currency))).toList());
    }

    /** The limit that goes by the words of the record. */
    private Limit limit(RecordNode l) {
        String subject = l.text("limit");
        Limit found = possible(l.decimal("bound"), l.text("origin"), subject).filter(limit -> limit.subject().equals(subject)).findFirst()
                .orElseThrow(() -> l.wrong("limits nothing this program knows: " + subject));
        if (!found.measure().name().equals(l.text("unit")) || found.isFloor() != l.text("sense").equals(AT_LEAST)) throw l.wrong("has another unit or sense than what it limits");
        return found;
    }

    private Stream<Limit> possible(BigDecimal bound, String origin, String subject) {
        List<Limit> possible = new ArrayList<>(List.of(new Limit.MostProviders(bound, origin), new Limit.Budget(bound, origin)));
        for (Layer layer : Layer.values()) named(subject, entity -> new Limit.LayerCap(layer, entity, bound, origin), possible);
        named(subject, site -> new Limit.SitePower(site, bound, origin), possible);
        for (String workload : workloads) {
            // How much a cold share counts is part of no record, and of nothing that is shown.
            possible.add(new Limit.SecondSource(workload, bound, BigDecimal.ONE, origin));
            possible.add(new Limit.Followers(workload, bound, origin));
            accelerators.forEach(accelerator -> possible.add(new Limit.MaturityCap(workload, accelerator, bound, origin)));
        }
        return possible.stream();
    }

    /** One whose words end in a name. */
    private static void named(String subject, Function<String, Limit> of, List<Limit> possible) {
        String words = of.apply("").subject();
        if (subject.startsWith(words)) possible.add(of.apply(subject.substring(words.length())));
    }
}
