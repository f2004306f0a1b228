package dev.secondsource.report;

import static dev.secondsource.rules.Facts.with;

import dev.secondsource.allocation.Allocation;
import dev.secondsource.allocation.Limit;
import dev.secondsource.allocation.Share;
import dev.secondsource.allocation.ShutOut;
import dev.secondsource.candidate.Candidate;
import dev.secondsource.cost.Cost;
import dev.secondsource.cost.CostLine;
import dev.secondsource.decision.Assessed;
import dev.secondsource.decision.Decision;
import dev.secondsource.decision.Inputs;
import dev.secondsource.decision.WorkloadDecision;
import dev.secondsource.decision.Review;
import dev.secondsource.exposure.Exposure;
import dev.secondsource.exposure.Layer;
import dev.secondsource.evidence.Evidence;
import dev.secondsource.evidence.Grade;
import dev.secondsource.fit.Fit;
import dev.secondsource.fit.Latency;
import dev.secondsource.fit.MemoryFit;
import dev.secondsource.fit.Throughput;
import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Family;
import dev.secondsource.knowledge.Finding;
import dev.secondsource.knowledge.Remark;
import dev.secondsource.knowledge.Rule;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.knowledge.Stage;
import dev.secondsource.knowledge.State;
import dev.secondsource.knowledge.States;
import dev.secondsource.market.Offer;
import dev.secondsource.market.PricingKind;
import dev.secondsource.market.Region;
import dev.secondsource.market.SoldAs;
import dev.secondsource.policy.Policy;
import dev.secondsource.policy.PolicyValue;
import dev.secondsource.policy.Tag;
import dev.secondsource.profile.BuyerProfile;
import dev.secondsource.profile.Criterion;
import dev.secondsource.profile.DeliveryMode;
import dev.secondsource.profile.Engineering;
import dev.secondsource.profile.ModelSpec;
import dev.secondsource.profile.NumericFormat;
import dev.secondsource.profile.PolicyChoice;
import dev.secondsource.profile.Quantiles;
import dev.secondsource.profile.Workload;
import dev.secondsource.profile.WorkloadKind;
import dev.secondsource.quantity.Money;
import dev.secondsource.quantity.Sha256;
import dev.secondsource.ranking.Score;
import dev.secondsource.rules.Facts;
import dev.secondsource.verdict.Grounds;
import dev.secondsource.verdict.Reasoned;
import dev.secondsource.verdict.Verdict;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A decision made by hand for tests of what is made of decisions: two workloads; candidates preferred, accepted, tied,
 * conditional, second-source-only, rejected, without price and without speed; a row of three regions; an override; a
 * defeated and a capped finding. The numbers are plausible, not true.
 */
public final class SampleDecision {
    public static final LocalDate DAY = LocalDate.of(2026, 7, 1);

    private static final PolicyValue CLEAR_WIN = new PolicyValue("cpf.clear-win-rho", new BigDecimal("0.80"), "ratio",
            "Rho at or below which a challenger clearly wins.", Tag.JUDGEMENT, "set by the buyer", LocalDate.of(2026, 1, 1), new BigDecimal("0.85"));
    private static final PolicyValue PRICE_AGE = new PolicyValue("elg.price-age-days", new BigDecimal("365"), "days",
            "Age at which a price is no longer one.", Tag.JUDGEMENT, "a year of price moves", LocalDate.of(2026, 1, 1), null);
    private static final PolicyValue DESIGNER_CAP = new PolicyValue("div.designer-share-cap", new BigDecimal("0.65"), "share",
            "Most of a workload that one designer may carry.", Tag.BORROWED, "large-exposure limits of bank law", LocalDate.of(2026, 1, 1), null);

    private SampleDecision() {}

    public static Decision decision() {
        return decision("Example Bank", List.of());
    }

    /** The same with another name and further candidates for {@code serve}, worse than all others. */
    public static Decision decision(String name, List<Assessed> further) {
        List<Assessed> serve = new ArrayList<>(serve());
        serve.addAll(further);
        BuyerProfile profile = profile(name);
        WorkloadDecision first = new WorkloadDecision(profile.workloads().get(0), "serve <- aws:p5.48xlarge:us-east-1:on-demand", "it has the largest share of today's fleet", serve,
                "Buy google ct6e-standard-8t under a 3-year commitment: it does the work at 0.72 of the incumbent's unit cost.",
                List.of("The price of google ct6e-standard-8t rises by 25 %.", "H100-SXM becomes 28 % cheaper an hour."));
        WorkloadDecision second = new WorkloadDecision(profile.workloads().get(1), null, "nothing eligible has a unit cost", tune(),
                "No offer can be bought for this on what is known.", List.of());
        List<Assessed> all = java.util.stream.Stream.of(first, second).flatMap(w -> w.candidates().stream()).toList();
        Map<String, State[]> byRule = new TreeMap<>();
        for (Rule rule : rules().stream().filter(r -> r.stage() != Stage.REVIEW).toList())
            byRule.put(rule.id(), all.stream().map(candidate -> candidate.findings().stream().filter(f -> f.rule().equals(rule.id())).map(Finding::state)
                    .findFirst().orElse(rule.id().equals("CPF-02") && candidate.candidate().incumbent() ? State.NOT_APPLICABLE : State.NOT_FIRED)).toArray(State[]::new));
        States states = new States(all.stream().map(a -> a.candidate().id()).toList(), byRule);
        List<WorkloadDecision> workloads = java.util.stream.Stream.of(first, second).map(w -> with(w, "candidates", w.candidates().stream().map(c -> with(c, "silent",
                new TreeMap<>(Map.of(State.NOT_FIRED, states.count(c.candidate().id(), State.NOT_FIRED), State.NOT_APPLICABLE, states.count(c.candidate().id(), State.NOT_APPLICABLE))))).toList())).toList();
        Allocation allocation = new Allocation(Allocation.Status.INFEASIBLE, List.of(
                new Share("serve", "google:ct6e-standard-8t:us-east5:committed-36m", "google", "google", new BigDecimal("0.65"), Money.usd("65520.00")),
                new Share("serve", "aws:trn2.48xlarge:us-east-2:on-demand", "aws", "aws", new BigDecimal("0.35"), Money.usd("39690.35"))),
                new TreeMap<>(Map.of("serve", BigDecimal.ONE)), Money.usd("105210.35"), Money.usd("0"),
                List.of(new Allocation.Move("serve", "xla", Money.usd("2500.00"))), new Allocation.Search(new BigDecimal("0.0004"), 12, true, false),
                List.of(new Allocation.Price(new Limit.LayerCap(Layer.DESIGNER, "google", new BigDecimal("0.65"), "div.designer-share-cap"), new BigDecimal("0.66"), Money.usd("126.00"), false)),
                new Allocation.Spreading(Money.usd("100800.00"), Money.usd("4410.35"), new BigDecimal("0.0437534722222")), null,
                List.of(new ShutOut("tune", 4, List.of("ELG-01", ShutOut.NO_PRICE), true, List.of(new ShutOut.Way("ELG-01", "aws:trn2.48xlarge:us-east-2:on-demand", Money.usd("12000.00"))))));
        return new Decision(
                new Inputs(Sha256.of("profile"), "2026-06", Sha256.of("market"), Sha256.of("rules"), "2026.1", Sha256.of("policy"), null),
                profile, DAY,
                new Policy("2026.1", "default", Map.of(CLEAR_WIN.key(), CLEAR_WIN, PRICE_AGE.key(), PRICE_AGE, DESIGNER_CAP.key(), DESIGNER_CAP)),
                workloads, allocation, REVIEW,
                List.of("A month has 730 hours.", "Prices are list prices; no negotiated terms are known."),
                states, new TreeMap<>());
    }

    /** Two designers, of which one is above the cap, and memory of which nobody says who made a part. */
    private static final Review REVIEW = new Review(
            List.of(exposure(Layer.DESIGNER, Map.of("google", "0.6228", "aws", "0.3772"), "0", "5301.6", "1.8862", "10000", "2801.6"),
                    exposure(Layer.MEMORY, Map.of("sk-hynix", "0.3772"), "0.6228", null, null, null, null)),
            with(with(with(Facts.portfolio(), "currency", "USD"), "spendPerYear", "1262524.2"), "secondSourceNeeded", "0.2"),
            List.of(Finding.fired("exposure to designer", new Remark("DIV-01", State.FIRED, Severity.MAJOR, Effect.AGAINST, new TreeMap<>(Map.of("largest", "google", "share", "0.6228")),
                            List.of(DESIGNER_CAP), List.of(), "62.3 % of the work is with one designer, google, above 60 %.", "Qualify a second designer."), List.of()),
                    Finding.unknown("exposure to memory maker", Remark.unknown("DIV-04", Severity.MINOR, Effect.AGAINST, List.of("the memory makers"), "Not known: the memory makers."))),
            new States(List.of("exposure to designer", "exposure to memory maker", "allocation"), Map.of(
                    "DIV-01", new State[] {State.FIRED, State.NOT_FIRED, null}, "DIV-04", new State[] {State.NOT_APPLICABLE, State.UNKNOWN, null})),
            new TreeMap<>(), List.of());

    private static Exposure exposure(Layer layer, Map<String, String> shares, String undisclosed, @Nullable String hhi, @Nullable String effective, @Nullable String before,
            @Nullable String avoidable) {
        SortedMap<String, BigDecimal> numbers = new TreeMap<>();
        shares.forEach((entity, share) -> numbers.put(entity, new BigDecimal(share)));
        Exposure exposure = with(with(Facts.exposure(layer), "shares", numbers), "undisclosed", undisclosed);
        Exposure after = with(with(with(exposure, "hhi", hhi), "effectiveNumber", effective), "avoidable", avoidable);
        if (hhi == null) return after;
        // One entity had all of it.
        Exposure today = with(with(with(after, "knownBefore", true), "hhiBefore", before), "sharesBefore", new TreeMap<>(Map.of("nvidia", BigDecimal.ONE)));
        return with(with(with(today, "undisclosedBefore", "0"), "effectiveNumberBefore", "1"), "systemic", new BigDecimal(hhi).subtract(new BigDecimal(avoidable)));
    }

    /** The same with another status, and no further notes. */
    public static Decision decision(Allocation.Status status) {
        Decision d = decision();
        return new Decision(d.inputs(), d.profile(), d.asOf(), d.policy(), d.workloads(), d.allocation().with(status),
                d.review(), d.assumptions(), d.states(), d.brokenRules());
    }

    public static List<Rule> rules() {
        return List.of(
                rule("CPF-02", "cost-advantage-outweighs-speed", Family.COST_PERFORMANCE, "A large enough cost advantage outweighs a performance lead.", Severity.MAJOR, Effect.FOR, "cpf.clear-win-rho"),
                rule("CPF-07", "claimed-advantage-is-of-unit-cost", Family.COST_PERFORMANCE, "A claimed price-performance gain already counts speed.", Severity.MINOR, Effect.AGAINST),
                rule("CTR-03", "no-exit-plan", Family.CONTRACT_TERMS, "There is no tested exit plan.", Severity.MAJOR, Effect.AGAINST),
                rule("DIV-01", "designer-share-above-cap", Family.DIVERSIFICATION, "Too much work hangs on one designer.", "Exposure", Severity.MAJOR, Effect.AGAINST, "div.designer-share-cap"),
                rule("DIV-04", "one-memory-maker-behind-it", Family.DIVERSIFICATION, "One memory maker stands behind it all.", "Exposure", Severity.MINOR, Effect.AGAINST),
                rule("ELG-02", "not-for-sale", Family.ELIGIBILITY, "Outsiders cannot get it.", Severity.BLOCKER, Effect.AGAINST),
                rule("ELG-04", "price-too-old", Family.ELIGIBILITY, "The price is too old to buy on.", Severity.BLOCKER, Effect.AGAINST, "elg.price-age-days"),
                rule("FIT-01", "does-not-fit-in-memory", Family.WORKLOAD_FIT, "The workload does not fit in memory.", Severity.BLOCKER, Effect.AGAINST),
                rule("MAT-02", "proven-across-channels", Family.MATURITY, "It is proven across channels.", Severity.MINOR, Effect.FOR),
                rule("VRK-05", "can-be-taken-away", Family.VENDOR_RISK, "Capacity can be taken away at short notice.", Severity.MAJOR, Effect.AGAINST));
    }

    private static Rule rule(String id, String name, Family family, String title, Severity severity, Effect effect, String... keys) {
        return rule(id, name, family, title, "Candidate", severity, effect, keys);
    }

    private static Rule rule(String id, String name, Family family, String title, String subject, Severity severity, Effect effect, String... keys) {
        return new Rule(id, name, family, family.folder() + "/" + name + ".drl", title, "what a buyer pays for is work done.", "just inside", "just outside",
                "what it misses", "RULES " + id, null, id.equals("CPF-07") ? List.of("CPF-02") : List.of(), subject, List.of("comparison.rho"), List.of(keys),
                List.of(new Rule.Band(name, 12, State.FIRED, severity, effect, "says", null, "condition", "", "$candidate", new TreeMap<>(), new TreeMap<>())), "text");
    }

    private static List<Assessed> serve() {
        List<Assessed> all = new ArrayList<>();
        for (String region : List.of("us-east5", "europe-west4", "asia-northeast1"))
            all.add(new Sketch("google", "google", "ct6e-standard-8t", "TPU-v6e", 8, PricingKind.COMMITTED, 36).in(region).price("9.72", "2026-05-12")
                    .cost("0.84", "100800.00").rho("0.72").score("0.7121").verdict(Verdict.PREFER, "CPF-02").speed(Throughput.Basis.NEAREST_MODEL, Grade.E2)
                    .finding(Severity.MAJOR, Effect.FOR, "CPF-02", Grade.E2, "Does the work at 0.72 of the incumbent's unit cost, at or below 0.8: 40 % cheaper an hour outweighs a performance lead of 20 %.")
                    .finding(Severity.MINOR, Effect.AGAINST, "CTR-03", Grade.E1, "There is no tested exit plan from google.")
                    .at(all.size() + 1, region.equals("us-east5") ? false : true));
        all.add(new Sketch("aws", "aws", "trn2.48xlarge", "Trainium2", 16, PricingKind.ON_DEMAND, null).in("us-east-2").price("36.56", "2026-06-20")
                .cost("0.945", "113401.00").rho("0.81").score("0.6643").verdict(Verdict.ACCEPT).speed(Throughput.Basis.ROOFLINE, Grade.E3)
                .capped(Severity.MINOR, Severity.MAJOR, Effect.FOR, "CPF-02", Grade.E3, "Does the work at 0.81 of the incumbent's unit cost, on computed speed alone.")
                .defeated("CPF-02", "CPF-07").finding(Severity.MINOR, Effect.AGAINST, "CPF-07", Grade.E3, "The vendor's claim of 30 % already counts speed.").at(4, false));
        all.add(new Sketch("aws", "nvidia", "p5.48xlarge", "H100-SXM", 8, PricingKind.ON_DEMAND, null).in("us-east-1").price("55.04", "2026-06-20")
                .cost("1.1667", "140004.00").score("0.6640").verdict(Verdict.ACCEPT).speed(Throughput.Basis.SAME_MODEL, Grade.E2).incumbent()
                .finding(Severity.MINOR, Effect.FOR, "MAT-02", Grade.E1, "H100-SXM is proven across 9 channels.").at(5, true));
        all.add(new Sketch("azure", "amd", "ND96isr_MI300X_v5", "MI300X", 8, PricingKind.ON_DEMAND, null).in("westeurope").price("48.00", "2026-03-02")
                .cost("1.02", "122400.00").rho("0.874").score("0.6011").verdict(Verdict.CONDITIONAL, "ELG-02").condition("Not known: the fact that outsiders can get the accelerator at all.")
                .speed(Throughput.Basis.SAME_MODEL, Grade.E2).unknown("ELG-02", Severity.BLOCKER, "fact that outsiders can get the accelerator at all").at(6, false));
        all.add(new Sketch("intel", "intel", "Gaudi-3", "Gaudi-3", 1, PricingKind.PURCHASE, null).price("15625", "2024-09-24")
                .score("0.3100").verdict(Verdict.CONDITIONAL, "ELG-02").condition("Not known: the fact that outsiders can get the accelerator at all.")
                .unknown("ELG-02", Severity.BLOCKER, "fact that outsiders can get the accelerator at all").missing("throughput of Gaudi-3").at(7, false));
        all.add(new Sketch("aws", "aws", "Trainium3", "Trainium3", 1, PricingKind.UNPRICED, null)
                .score("0.2000").verdict(Verdict.CONDITIONAL, "ELG-02").condition("Not known: the fact that outsiders can get the accelerator at all.")
                .unknown("ELG-02", Severity.BLOCKER, "fact that outsiders can get the accelerator at all").at(8, false));
        all.add(new Sketch("aws", "nvidia", "p5.48xlarge", "H100-SXM", 8, PricingKind.SPOT, null).in("us-east-1").price("21.10", "2026-06-20")
                .cost("0.4473", "53676.00").rho("0.383").score("0.7900").verdict(Verdict.SECOND_SOURCE_ONLY, "CTR-03", "VRK-05").speed(Throughput.Basis.SAME_MODEL, Grade.E2)
                .finding(Severity.MAJOR, Effect.AGAINST, "CTR-03", Grade.E1, "There is no tested exit plan from aws.")
                .finding(Severity.MAJOR, Effect.AGAINST, "VRK-05", Grade.E1, "Spot capacity can be taken away at two minutes' notice.").at(9, false));
        all.add(new Sketch("aws", "nvidia", "g5.48xlarge", "A10G", 8, PricingKind.ON_DEMAND, null).in("us-east-1").price("16.288", "2026-06-20")
                .score("0.1000").verdict(Verdict.REJECT, "FIT-01").tooSmall()
                .finding(Severity.BLOCKER, Effect.AGAINST, "FIT-01", Grade.E1, "It needs 205.4 GiB and 8 x 24 GiB is the most that couples.").at(10, false));
        all.add(new Sketch("lambda", "nvidia", "gpu_8x_h100_sxm5", "H100-SXM", 8, PricingKind.ON_DEMAND, null).in("us-west-1").price("23.92", "2025-05-01")
                .cost("0.507", "60840.00").rho("0.435").score("0.7000").verdict(Verdict.REJECT, "ELG-04").speed(Throughput.Basis.SAME_MODEL, Grade.E2)
                .finding(Severity.BLOCKER, Effect.AGAINST, "ELG-04", Grade.E1, "The price is 426 days old, more than 365.").at(11, false));
        all.add(new Sketch("microsoft", "microsoft", "Maia-200", "Maia-200", 1, PricingKind.UNPRICED, null)
                .score("0.0500").verdict(Verdict.REJECT, "ELG-02")
                .finding(Severity.BLOCKER, Effect.AGAINST, "ELG-02", Grade.E2, "Maia-200 is not sold to outsiders.").at(12, false));
        return all;
    }

    private static List<Assessed> tune() {
        return List.of(
                new Sketch("microsoft", "microsoft", "Maia-200", "Maia-200", 1, PricingKind.UNPRICED, null).of("tune").score("0.0500").verdict(Verdict.REJECT, "ELG-02")
                        .finding(Severity.BLOCKER, Effect.AGAINST, "ELG-02", Grade.E2, "Maia-200 is not sold to outsiders.").at(1, false),
                new Sketch("aws", "nvidia", "g5.48xlarge", "A10G", 8, PricingKind.ON_DEMAND, null).of("tune").in("us-east-1").price("16.288", "2026-06-20")
                        .score("0.0400").verdict(Verdict.REJECT, "FIT-01").tooSmall()
                        .finding(Severity.BLOCKER, Effect.AGAINST, "FIT-01", Grade.E1, "It needs 1 050 GiB and 8 x 24 GiB is the most that couples.").at(2, false));
    }

    private static BuyerProfile profile(String name) {
        return new BuyerProfile("example-bank", name, "A bank that serves a 70B model to its staff.", DAY, Money.USD, Money.usd("250000"), 36,
                Set.of("US", "EU"), Set.of(), Set.of(DeliveryMode.RENT, DeliveryMode.RESERVE), List.of(), LocalDate.of(2026, 12, 1), List.of("iso27001"), null, true, false, null, List.of(),
                List.of("payments"), new BigDecimal("0.08"), null, List.of(workload("serve", WorkloadKind.ONLINE_SERVING, "120000"), workload("tune", WorkloadKind.FINE_TUNING, "2")),
                List.of(), new Engineering(new BigDecimal("6"), List.of("cuda"), Money.usd("25000")), null, List.of(), List.of(), List.of(), List.of(Criterion.values()),
                new PolicyChoice("default", Map.of("cpf.clear-win-rho", new BigDecimal("0.80"))));
    }

    private static Workload workload(String id, WorkloadKind kind, String volume) {
        boolean training = kind.isTraining();
        BigDecimal p50 = new BigDecimal(volume);
        return new Workload(id, kind, new ModelSpec("Llama-3.1-70B", ModelSpec.Modality.TEXT, new BigDecimal("70.6"), new BigDecimal("70.6"), 80, 8, 128, NumericFormat.BF16, NumericFormat.BF16, null),
                NumericFormat.BF16, new Quantiles(p50.divide(new BigDecimal("2")), p50, p50.multiply(new BigDecimal("2"))), training ? new BigDecimal("2") : null, training ? null : 2000, training ? null : 300,
                8192, 32, null, null, null, List.of("pytorch"), new BigDecimal("0.1"), new BigDecimal("0.3"), new BigDecimal("0.5"), false, false,
                new BigDecimal("0.5"), true, null, null, List.of());
    }

    /** A candidate in the making. */
    public static final class Sketch {
        private final String provider;
        private final String designer;
        private final String instanceType;
        private final String accelerator;
        private final int count;
        private final PricingKind pricing;
        private final @Nullable Integer term;
        private final List<Finding> findings = new ArrayList<>();
        private final List<String> conditions = new ArrayList<>();
        private final List<String> missing = new ArrayList<>();
        private List<String> decidedBy = List.of();
        private String workload = "serve";
        private @Nullable String region;
        private @Nullable Money price;
        private @Nullable LocalDate priced;
        private @Nullable Money perUnit;
        private @Nullable Money perMonth;
        private @Nullable String rho;
        private BigDecimal score = BigDecimal.ZERO;
        private Verdict verdict = Verdict.ACCEPT;
        private Throughput.@Nullable Basis basis;
        private Grade speedGrade = Grade.E1;
        private boolean incumbent;
        private boolean fits = true;

        public Sketch(String provider, String designer, String instanceType, String accelerator, int count, PricingKind pricing, @Nullable Integer term) {
            this.provider = provider;
            this.designer = designer;
            this.instanceType = instanceType;
            this.accelerator = accelerator;
            this.count = count;
            this.pricing = pricing;
            this.term = term;
        }

        public Sketch of(String workload) {
            this.workload = workload;
            return this;
        }

        public Sketch in(String region) {
            this.region = region;
            return this;
        }

        public Sketch price(String amount, String date) {
            this.price = Money.usd(amount);
            this.priced = LocalDate.parse(date);
            return this;
        }

        public Sketch cost(String perUnit, String perMonth) {
            this.perUnit = Money.usd(perUnit);
            this.perMonth = Money.usd(perMonth);
            return this;
        }

        public Sketch rho(String rho) {
            this.rho = rho;
            return this;
        }

        public Sketch score(String score) {
            this.score = new BigDecimal(score);
            return this;
        }

        public Sketch verdict(Verdict verdict, String... decidedBy) {
            this.verdict = verdict;
            this.decidedBy = List.of(decidedBy);
            return this;
        }

        public Sketch condition(String text) {
            conditions.add(text);
            return this;
        }

        public Sketch missing(String text) {
            missing.add(text);
            return this;
        }

        public Sketch speed(Throughput.Basis basis, Grade grade) {
            this.basis = basis;
            this.speedGrade = grade;
            return this;
        }

        public Sketch incumbent() {
            this.incumbent = true;
            return this;
        }

        public Sketch tooSmall() {
            this.fits = false;
            return this;
        }

        public Sketch finding(Severity severity, Effect effect, String rule, Grade grade, String sentence) {
            return capped(severity, null, effect, rule, grade, sentence);
        }

        public Sketch capped(Severity severity, @Nullable Severity from, Effect effect, String rule, Grade grade, String sentence) {
            SortedMap<String, String> values = new TreeMap<>();
            if (rho != null && rule.equals("CPF-02")) values.put("rho", rho);
            Remark remark = new Remark(rule, State.FIRED, from == null ? severity : from, effect, values, rule.equals("CPF-02") ? List.of(CLEAR_WIN) : rule.equals("ELG-04") ? List.of(PRICE_AGE) : List.of(),
                    List.of(), sentence, rule.equals("CTR-03") ? "Write and test an exit plan." : null);
            findings.add(new Finding(id(), remark, severity, List.of(new Evidence("price of " + offerId(), "the provider's price list", grade, priced)), List.of()));
            return this;
        }

        public Sketch defeated(String rule, String by) {
            findings.replaceAll(f -> !f.rule().equals(rule) ? f : new Finding(f.subject(), f.remark(), f.severity(), f.evidence(), List.of(by)));
            return this;
        }

        public Sketch unknown(String rule, Severity severity, String missing) {
            findings.add(Finding.unknown(id(), Remark.unknown(rule, severity, Effect.AGAINST, List.of(missing), "Not known: the " + missing + ".")));
            return this;
        }

        public Assessed at(int rank, boolean tied) {
            Evidence evidence = new Evidence("price of " + offerId(), "the provider's price list", Grade.E1, priced);
            Offer offer = new Offer(offerId(), provider, instanceType, accelerator, count, SoldAs.MACHINE, region == null ? null : new Region(provider, region, "US"), pricing, term, price, evidence, "");
            Throughput throughput = basis == null ? null : new Throughput(new BigDecimal("850"), new BigDecimal("700"), new BigDecimal("1000"), basis, "measured on the nearest model and scaled by the roofline",
                    List.of(new Evidence("throughput on " + accelerator, "MLPerf Inference v5.1", speedGrade, LocalDate.of(2025, 9, 9))));
            Fit fit = new Fit(new MemoryFit(new BigDecimal("131.5"), new BigDecimal("40"), new BigDecimal("205.4"), new BigDecimal("80"), fits ? 4 : null, 8, fits ? new BigDecimal("0.36") : null, fits),
                    new Latency(null, null, null, null), throughput, null, null, null, null, null, fits ? 4 : null, fits ? 32 : null,
                    perUnit == null ? null : 32, perUnit == null ? null : new BigDecimal("23360"), missing);
            Cost cost = perUnit == null || perMonth == null ? null : new Cost(
                    List.of(new CostLine("accelerators", perMonth.minus(Money.usd("1000.00")), "32 x price x 730 h"), new CostLine("network and storage", Money.usd("1000.00"), "planning value")),
                    perMonth, perMonth.times(new BigDecimal("36")), perUnit, Money.usd("1.2150"));
            Candidate candidate = with(with(with(with(Facts.candidate(), "id", id()), "workload", workload), "offer", offerId()), "designer.id", designer);
            candidate = with(with(with(candidate, "incumbent", incumbent), "challenger", !incumbent), "comparison.rho", rho);
            SortedMap<State, Integer> silent = new TreeMap<>(Map.of(State.NOT_FIRED, 5, State.NOT_APPLICABLE, 1));
            BigDecimal part = score.divide(new BigDecimal("4"));
            return new Assessed(rank, tied, candidate, offer, fit, cost, cost == null ? List.of("unit cost of " + offerId()) : List.of(), findings, silent, new Reasoned(verdict, decidedBy, decidedBy.isEmpty() ? Grounds.NONE : decidedBy.size() == 1 ? Grounds.EACH_NEEDED : Grounds.EACH_ENOUGH, conditions), Score.of(List.of(
                    new Score.Contribution(Criterion.UNIT_COST, new BigDecimal("0.75"), rho == null ? null : new BigDecimal(rho), "x incumbent's unit cost", score.subtract(part)),
                    new Score.Contribution(Criterion.SPEED, new BigDecimal("0.25"), null, "weeks to capacity", part))));
        }

        private String id() {
            return workload + " <- " + offerId();
        }

        private String offerId() {
            if (pricing == PricingKind.UNPRICED) return "unpriced:" + accelerator;
            if (pricing == PricingKind.PURCHASE) return "own:" + accelerator;
            String how = pricing == PricingKind.COMMITTED ? "committed-" + term + "m" : pricing.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
            return provider + ":" + instanceType + ":" + region + ":" + how;
        }
    }
}
