package dev.secondsource.cases;

import dev.secondsource.allocation.Share;
import dev.secondsource.cases.Case.Day;
import dev.secondsource.cases.Case.Expected;
import dev.secondsource.cases.Case.Reason;
import dev.secondsource.decision.Assessed;
import dev.secondsource.decision.Decision;
import dev.secondsource.decision.WorkloadDecision;
import dev.secondsource.knowledge.Finding;
import dev.secondsource.knowledge.KnowledgeBase;
import dev.secondsource.knowledge.Rule;
import dev.secondsource.knowledge.State;
import dev.secondsource.market.Market;
import dev.secondsource.profile.Criterion;
import dev.secondsource.verdict.Verdict;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Holds one decision of the tool against one of history. What counts was fixed before the first run. */
final class Score {
    /** A designer counts from a tenth of the announced volume, or of the work of any workload, on. */
    static final BigDecimal COUNTS = new BigDecimal("0.10");
    /** Least overlap (Jaccard) of the two sets of designers that is an agreement. */
    static final BigDecimal AGREEMENT = new BigDecimal("0.50");
    private static final int HEAVIEST = 3;
    private static final String PORTFOLIO = "portfolio";

    /** How an expectation stands. */
    enum Outcome { MET, MISSED, AWAITED }

    /** @param evidence what met it, possibly nothing */
    record Checked(String what, Outcome outcome, List<Finding> evidence) {}

    private final Day day;
    private final Decision decision;
    private final Market market;
    private final KnowledgeBase knowledge;
    private final Set<String> awaited;

    Score(Day day, Decision decision, Market market, KnowledgeBase knowledge, Set<String> awaited) {
        this.day = day;
        this.decision = decision;
        this.market = market;
        this.knowledge = knowledge;
        this.awaited = awaited;
    }

    String buyer() {
        return decision.profile().id();
    }

    SortedSet<String> expectedDesigners() {
        boolean known = day.decided().values().stream().allMatch(v -> v != null);
        if (!known) return new TreeSet<>(day.decided().keySet());
        BigDecimal all = day.decided().values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        SortedSet<String> most = new TreeSet<>();
        day.decided().forEach((designer, volume) -> {
            if (volume.compareTo(all.multiply(COUNTS)) >= 0) most.add(designer);
        });
        return most;
    }

    /** By designer, the largest share of any workload. */
    SortedMap<String, BigDecimal> shares() {
        SortedMap<String, BigDecimal> most = new TreeMap<>();
        for (WorkloadDecision workload : decision.workloads()) {
            SortedMap<String, BigDecimal> ofWorkload = new TreeMap<>();
            for (Share share : decision.allocation().shares()) if (share.workload().equals(workload.workload().id())) ofWorkload.merge(share.designer(), share.share(), BigDecimal::add);
            ofWorkload.forEach((designer, share) -> most.merge(designer, share, BigDecimal::max));
        }
        return most;
    }

    SortedSet<String> designers() {
        SortedSet<String> some = new TreeSet<>();
        shares().forEach((designer, share) -> {
            if (share.compareTo(COUNTS) >= 0) some.add(designer);
        });
        return some;
    }

    BigDecimal overlap() {
        Set<String> both = new TreeSet<>(expectedDesigners());
        both.retainAll(designers());
        Set<String> either = new TreeSet<>(expectedDesigners());
        either.addAll(designers());
        return new BigDecimal(both.size()).divide(new BigDecimal(either.size()), 2, RoundingMode.HALF_EVEN);
    }

    boolean agrees() {
        return overlap().compareTo(AGREEMENT) >= 0;
    }

    List<Checked> byDesign() {
        return day.byDesign().stream().map(this::check).toList();
    }

    List<Checked> trouble() {
        return day.trouble() == null ? List.of() : day.trouble().flags().stream().map(this::check).toList();
    }

    List<Checked> exactly() {
        return day.exactly().stream().map(this::check).toList();
    }

    List<Checked> reasons() {
        return day.reasons().stream().map(this::check).toList();
    }

    /** Everything the decision says. */
    List<Finding> findings() {
        return Stream.concat(candidates(null, null, null).stream().flatMap(c -> c.findings().stream()), review().stream()).toList();
    }

    /** The findings about the allocation as a whole. */
    private List<Finding> review() {
        return decision.review().findings();
    }

    private Checked check(Reason reason) {
        List<Finding> top = heaviest(reason);
        String what = String.join("/", reason.families()) + " " + reason.effect() + " " + reason.designer() + " in " + rules(top);
        boolean met = top.stream().anyMatch(f -> reason.families().contains(family(f.rule())));
        boolean unwritten = reason.families().stream().allMatch(family -> knowledge.rules().stream().noneMatch(r -> family(r.id()).equals(family)));
        return new Checked(what, met ? Outcome.MET : unwritten ? Outcome.AWAITED : Outcome.MISSED, top);
    }

    /** The three heaviest of one effect that stand; among equals what matters more to the buyer comes first. */
    private List<Finding> heaviest(Reason reason) {
        List<Finding> about = reason.designer().equals(PORTFOLIO) ? review()
                : candidates(reason.workload(), reason.designer(), reason.accelerator()).stream()
                        .min(Comparator.comparing((Assessed a) -> a.cost() == null).thenComparing(Assessed::rank)).map(Assessed::findings).orElse(List.of());
        return heaviest(about.stream().filter(f -> f.effect() == reason.effect()));
    }

    /** About the offer that leads each workload, whichever way they speak, then about the allocation as a whole. */
    List<List<Finding>> heaviest() {
        List<List<Finding>> all = new ArrayList<>();
        for (WorkloadDecision workload : decision.workloads()) all.add(workload.winner().map(a -> heaviest(a.findings().stream())).orElse(List.of()));
        all.add(heaviest(review().stream()));
        return all;
    }

    private List<Finding> heaviest(Stream<Finding> findings) {
        return findings.filter(Finding::stands)
                .sorted(Comparator.comparing(Finding::severity).reversed().thenComparing(f -> importance(f.rule())).thenComparing(Finding::rule))
                .limit(HEAVIEST).toList();
    }

    private int importance(String rule) {
        Criterion channel = knowledge.rule(rule).map(Rule::channel).orElse(null);
        return channel == null ? Criterion.values().length : decision.profile().priorities().indexOf(channel);
    }

    private Checked check(Expected expected) {
        String rule = expected.rule();
        if (rule != null && awaited.contains(rule)) return new Checked(expected.toString(), Outcome.AWAITED, List.of());
        List<Assessed> about = candidates(expected.workload(), expected.designer(), expected.accelerator());
        if (expected.allocation() != null) return outcome(expected + " is " + decision.allocation().status(), expected.allocation().contains(decision.allocation().status()), List.of());
        if (expected.verdict() != null) {
            Optional<Verdict> best = about.stream().map(a -> a.verdict().verdict()).max(Comparator.naturalOrder());
            return outcome(expected + best.map(v -> " is " + v).orElse(" of nothing"), best.isPresent() && expected.verdict().contains(best.get()), List.of());
        }
        if (expected.leads() != null) {
            List<String> leaders = decision.workloads().stream().filter(w -> expected.workload() == null || w.workload().id().equals(expected.workload()))
                    .map(w -> w.winner().map(a -> a.candidate().designer().id()).orElse("nobody")).toList();
            return outcome(expected + " is " + leaders, leaders.stream().allMatch(expected.leads()::equals) && !leaders.isEmpty(), List.of());
        }
        if (expected.mostShare() != null) {
            Set<String> offers = new TreeSet<>(about.stream().map(a -> a.offer().id()).toList());
            BigDecimal most = decision.workloads().stream().map(w -> decision.allocation().shares().stream()
                    .filter(s -> s.workload().equals(w.workload().id()) && offers.contains(s.offer())).map(Share::share).reduce(BigDecimal.ZERO, BigDecimal::add))
                    .max(Comparator.naturalOrder()).orElse(BigDecimal.ZERO);
            return outcome(expected + " is " + most, !about.isEmpty() && most.compareTo(expected.mostShare()) <= 0, List.of());
        }
        boolean aboutAnOffer = expected.workload() != null || expected.designer() != null || expected.accelerator() != null;
        List<Finding> found = new ArrayList<>();
        for (Assessed candidate : about)
            for (Finding finding : candidate.findings()) if (meets(finding, expected, candidate.findings())) found.add(finding);
        if (!aboutAnOffer) review().stream().filter(f -> meets(f, expected, review())).forEach(found::add);
        if (aboutAnOffer && about.isEmpty()) return outcome(expected + " of nothing", false, List.of());
        return outcome(expected.toString(), expected.never() == found.isEmpty(), found);
    }

    private static boolean meets(Finding finding, Expected expected, List<Finding> ofTheSame) {
        return finding.rule().equals(expected.rule())
                && (expected.unknown() ? finding.state() == State.UNKNOWN : finding.stands())
                && (expected.severity() == null || finding.severity() == expected.severity())
                && (expected.effect() == null || finding.effect() == expected.effect())
                && (expected.defeats() == null || ofTheSame.stream().anyMatch(f -> f.rule().equals(expected.defeats()) && f.defeatedBy().contains(expected.rule())));
    }

    private static Checked outcome(String what, boolean met, List<Finding> evidence) {
        return new Checked(what, met ? Outcome.MET : Outcome.MISSED, evidence);
    }

    private List<Assessed> candidates(@Nullable String workload, @Nullable String designer, @Nullable String accelerator) {
        return decision.workloads().stream().filter(w -> workload == null || w.workload().id().equals(workload))
                .flatMap(w -> w.candidates().stream())
                .filter(a -> designer == null || market.accelerator(a.offer().accelerator()).designer().equals(designer))
                .filter(a -> accelerator == null || a.offer().accelerator().equals(accelerator)).toList();
    }

    static String family(String rule) {
        return rule.substring(0, rule.indexOf('-'));
    }

    static List<String> rules(List<Finding> findings) {
        return findings.stream().map(Finding::rule).distinct().toList();
    }
}
