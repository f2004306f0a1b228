package dev.secondsource.files;

import dev.secondsource.profile.BuyerProfile;
import dev.secondsource.profile.ContractTerms;
import dev.secondsource.profile.Criterion;
import dev.secondsource.profile.DeliveryMode;
import dev.secondsource.profile.ExistingCommitment;
import dev.secondsource.profile.FleetItem;
import dev.secondsource.profile.ModelSpec;
import dev.secondsource.profile.NumericFormat;
import dev.secondsource.profile.OwnMeasurement;
import dev.secondsource.profile.PolicyChoice;
import dev.secondsource.profile.Quantiles;
import dev.secondsource.profile.SignedOverride;
import dev.secondsource.profile.WorkloadKind;
import dev.secondsource.quantity.Decimals;
import dev.secondsource.quantity.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A profile as its file lays it out: the same facts as {@link BuyerProfile}, in sections and in the words people type.
 * The order of the components is the order in which a file is written.
 */
record ProfileForm(
        String schema,
        String id,
        String name,
        String description,
        LocalDate asOf,
        String currency,
        int horizonMonths,
        Budget budget,
        Where where,
        Delivery delivery,
        Requirements requirements,
        Business business,
        List<Workload> workloads,
        List<FleetItem> fleet,
        Engineering engineering,
        @Nullable SelfBuild selfBuild,
        List<ContractTerms> contracts,
        List<Commitment> commitments,
        List<SignedOverride> overrides,
        List<String> priorities,
        Policy policy) {

    record Budget(@Nullable BigDecimal perMonth) {}

    record Where(List<String> dataIn, List<String> operatedBy) {}

    record Delivery(List<String> modes, @Nullable LocalDate needBy, List<Site> sites) {}

    record Site(String id, String jurisdiction, BigDecimal powerKw, BigDecimal rackKw, boolean liquidCooling, BigDecimal pue,
            BigDecimal electricityPerKwh, BigDecimal gridGramsPerKwh, @Nullable BigDecimal renewableShare, @Nullable LocalDate inOperationSince) {}

    record Requirements(List<String> certifications, @Nullable Integer sovereigntyLevel, boolean operationalResilienceLaw,
            boolean confidentialComputing, @Nullable Boolean exportLicence, List<String> restrictedLists) {}

    record Business(List<String> competesIn, BigDecimal costOfCapital, @Nullable BigDecimal computeShareOfCost) {}

    record Model(String name, @Nullable String modality, BigDecimal parametersBillions, @Nullable BigDecimal activeParametersBillions,
            @Nullable Integer layers, @Nullable Integer kvHeads, @Nullable Integer headDimension, String weightFormat,
            @Nullable String kvFormat, @Nullable BigDecimal teraflopsPerImage) {}

    record Training(BigDecimal tokensBillions, @Nullable BigDecimal daysLimit) {}

    record Request(int promptTokens, int outputTokens) {}

    record Limits(@Nullable BigDecimal timeToFirstTokenMs, @Nullable BigDecimal timePerOutputTokenMs) {}

    record Utilisation(BigDecimal share, boolean measured) {}

    record Workload(String id, String kind, Model model, String precision, Quantiles volumePerMonth, @Nullable Training training,
            @Nullable Request request, @Nullable Integer contextTokens, int batch, Limits limits, List<String> frameworks,
            BigDecimal customKernelShare, BigDecimal criticalShare, BigDecimal surge, boolean preemptible, boolean research,
            Utilisation utilisation, @Nullable BigDecimal performanceElasticity, @Nullable BigDecimal valueOfDelayPerMonth,
            List<OwnMeasurement> measurements) {}

    record Engineering(BigDecimal mlPlatformFte, List<String> stacks, BigDecimal costPerFteMonth) {}

    record Commitment(String offer, int accelerators, BigDecimal perMonth, LocalDate until) {}

    record SelfBuild(String accelerator, @Nullable BigDecimal displacedPerYear, @Nullable Boolean leadTeamKept) {}

    record Policy(String variant, Map<String, BigDecimal> overrides) {}

    /** The profile this file means. */
    BuyerProfile toProfile() {
        Currency money = Currency.getInstance(currency);
        return new BuyerProfile(id, name, description, asOf, money, amount(budget.perMonth, money), horizonMonths,
                Set.copyOf(where.dataIn), Set.copyOf(where.operatedBy),
                Set.copyOf(delivery.modes.stream().map(m -> of(DeliveryMode.class, m)).toList()),
                delivery.sites.stream().map(s -> toSite(s, money)).toList(),
                delivery.needBy, requirements.certifications, requirements.sovereigntyLevel, requirements.operationalResilienceLaw, requirements.confidentialComputing, requirements.exportLicence,
                requirements.restrictedLists,
                business.competesIn, business.costOfCapital, business.computeShareOfCost,
                workloads.stream().map(w -> toWorkload(w, money)).toList(),
                fleet,
                new dev.secondsource.profile.Engineering(engineering.mlPlatformFte, engineering.stacks, Money.of(engineering.costPerFteMonth, money)),
                selfBuild == null ? null
                        : new dev.secondsource.profile.SelfBuild(selfBuild.accelerator, amount(selfBuild.displacedPerYear, money), selfBuild.leadTeamKept),
                contracts,
                commitments.stream().map(c -> new ExistingCommitment(c.offer, c.accelerators, Money.of(c.perMonth, money), c.until)).toList(),
                overrides,
                priorities.stream().map(p -> of(Criterion.class, p)).toList(),
                new PolicyChoice(policy.variant, policy.overrides));
    }

    /** How a file would put this profile. */
    static ProfileForm of(BuyerProfile p) {
        return new ProfileForm(ProfileSchema.VERSION, p.id(), p.name(), p.description(), p.asOf(), p.currency().getCurrencyCode(), p.horizonMonths(),
                new Budget(amount(p.budgetPerMonth())),
                new Where(List.copyOf(p.jurisdictions()), List.copyOf(p.operatorJurisdictions())),
                new Delivery(words(p.deliveryModes()), p.needBy(), p.sites().stream().map(ProfileForm::of).toList()),
                new Requirements(p.requiredCertifications(), p.minimumSovereigntyLevel(), p.regulated(), p.confidentialComputing(), p.exportLicence(), p.restrictedLists()),
                new Business(p.competesIn(), p.costOfCapital(), p.computeShareOfCost()),
                p.workloads().stream().map(ProfileForm::of).toList(),
                p.fleet(),
                new Engineering(p.engineering().mlPlatformFte(), p.engineering().stacks(), amount(p.engineering().costPerFteMonth())),
                p.selfBuild() == null ? null
                        : new SelfBuild(p.selfBuild().accelerator(), amount(p.selfBuild().displacedPerYear()), p.selfBuild().leadTeamKept()),
                p.contracts(),
                p.commitments().stream().map(c -> new Commitment(c.offer(), c.accelerators(), amount(c.perMonth()), c.until())).toList(),
                p.overrides(),
                words(p.priorities()),
                new Policy(p.policy().variant(), new TreeMap<>(p.policy().overrides())));
    }

    private static dev.secondsource.profile.Site toSite(Site s, Currency money) {
        return new dev.secondsource.profile.Site(s.id, s.jurisdiction, s.powerKw, s.rackKw, s.liquidCooling, s.pue,
                Money.of(s.electricityPerKwh, money), s.gridGramsPerKwh, s.renewableShare, s.inOperationSince);
    }

    private static Site of(dev.secondsource.profile.Site s) {
        return new Site(s.id(), s.jurisdiction(), s.powerKw(), s.rackKw(), s.liquidCooling(), s.pue(), amount(s.electricityPerKwh()), s.gridGramsPerKwh(),
                s.renewableShare(), s.inOperationSince());
    }

    private static dev.secondsource.profile.Workload toWorkload(Workload w, Currency money) {
        return new dev.secondsource.profile.Workload(w.id, of(WorkloadKind.class, w.kind), toModel(w.model), of(NumericFormat.class, w.precision),
                w.volumePerMonth,
                w.training == null ? null : w.training.tokensBillions,
                w.request == null ? null : w.request.promptTokens,
                w.request == null ? null : w.request.outputTokens,
                w.contextTokens, w.batch, w.limits.timeToFirstTokenMs, w.limits.timePerOutputTokenMs,
                w.training == null ? null : w.training.daysLimit,
                w.frameworks, w.customKernelShare, w.criticalShare, w.surge, w.preemptible, w.research,
                w.utilisation.share, w.utilisation.measured, w.performanceElasticity, amount(w.valueOfDelayPerMonth, money), w.measurements);
    }

    private static Workload of(dev.secondsource.profile.Workload w) {
        return new Workload(w.id(), word(w.kind()), of(w.model()), word(w.precision()), w.volumePerMonth(),
                w.trainingTokensBillions() == null ? null : new Training(w.trainingTokensBillions(), w.trainingDaysLimit()),
                w.promptTokens() == null || w.outputTokens() == null ? null : new Request(w.promptTokens(), w.outputTokens()),
                w.contextTokens(), w.batch(), new Limits(w.timeToFirstTokenMs(), w.timePerOutputTokenMs()), w.frameworks(),
                w.customKernelShare(), w.criticalShare(), w.surge(), w.preemptible(), w.research(),
                new Utilisation(w.utilisation(), w.utilisationMeasured()), w.performanceElasticity(), amount(w.valueOfDelayPerMonth()), w.measurements());
    }

    private static ModelSpec toModel(Model m) {
        return new ModelSpec(m.name, m.modality == null ? ModelSpec.Modality.TEXT : of(ModelSpec.Modality.class, m.modality), m.parametersBillions,
                m.activeParametersBillions == null ? m.parametersBillions : m.activeParametersBillions,
                m.layers, m.kvHeads, m.headDimension, of(NumericFormat.class, m.weightFormat),
                m.kvFormat == null ? null : of(NumericFormat.class, m.kvFormat), m.teraflopsPerImage);
    }

    private static Model of(ModelSpec m) {
        return new Model(m.name(), word(m.modality()), m.totalParametersBillions(), m.activeParametersBillions(), m.layers(), m.kvHeads(),
                m.headDimension(), word(m.weightFormat()), m.kvFormat() == null ? null : word(m.kvFormat()), m.teraflopsPerUnit());
    }

    private static @Nullable Money amount(@Nullable BigDecimal amount, Currency money) {
        return amount == null ? null : Money.of(amount, money);
    }

    private static @Nullable BigDecimal amount(@Nullable Money money) {
        return money == null ? null : Decimals.plain(money.amount());
    }

    /** The constant a file names in kebab-case. */
    static <E extends Enum<E>> E of(Class<E> type, String word) {
        return Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static List<String> words(Collection<? extends Enum<?>> constants) {
        return constants.stream().map(ProfileForm::word).toList();
    }
}
