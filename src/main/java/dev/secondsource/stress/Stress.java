package dev.secondsource.stress;

import dev.secondsource.allocation.Allocation;
import dev.secondsource.decision.Decision;
import dev.secondsource.decision.Watcher;
import dev.secondsource.knowledge.KnowledgeBase;
import dev.secondsource.market.Market;
import dev.secondsource.policy.PolicyValue;
import dev.secondsource.problem.Checked;
import dev.secondsource.profile.BuyerProfile;
import dev.secondsource.quantity.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What several portfolios come to when the world is not as assumed: the loss of each in each scenario, its
 * regret, and what outages may do to it.
 *
 * @param base the decision in the world as assumed
 * @param scenarios the list gone through, whole
 * @param months period of the losses, from the day of the decision
 * @param policy the policy values it rests on beyond those of the decision
 * @param stakes what is at stake, one a workload
 * @param portfolios what is compared, each with its summary
 * @param asAssumed losses in the world as assumed, one a portfolio, in their order
 * @param cases one a scenario, or one a named thing where a scenario is about the largest of its kind
 * @param notes what a reader must know: what was not compared or not concerned
 */
public record Stress(
        Decision base, Scenarios scenarios, BigDecimal months, List<PolicyValue> policy, List<Stake> stakes, List<Portfolio> portfolios, List<Loss> asAssumed, List<Case> cases,
        List<String> notes) {

    public Stress {
        policy = List.copyOf(policy);
        stakes = List.copyOf(stakes);
        portfolios = List.copyOf(portfolios);
        asAssumed = List.copyOf(asAssumed);
        cases = List.copyOf(cases);
        notes = List.copyOf(notes);
    }

    /**
     * What a workload weighs and is worth, the same for all portfolios and scenarios.
     *
     * @param weight its part of what all work costs, 0–1
     * @param criticalShare part that must be served, 0–1
     * @param surge by how much what is left can be stretched when some is out, 0.2 for a fifth
     * @param criticalMonth what a month without its critical work costs the buyer
     * @param stated the buyer says so; else it follows from what the work costs
     */
    public record Stake(String workload, BigDecimal weight, BigDecimal criticalShare, BigDecimal surge, Money criticalMonth, boolean stated) {}

    /**
     * A portfolio with its summary.
     *
     * @param meaning what it is, in a few words
     * @param largestRegret over all cases
     * @param largestIn index of the case it is in, the first of several
     * @param commitmentAtRisk owed under commitments over their terms or the horizon, used or not
     */
    public record Portfolio(String name, String meaning, Allocation allocation, Money largestRegret, int largestIn, Money commitmentAtRisk, OutageRisk outages) {}

    /**
     * One state of the world.
     *
     * @param scenario about named things only
     * @param losses one a portfolio, in their order
     * @param regrets likewise: loss less the least loss
     * @param answer what would be decided in it
     */
    public record Case(Scenario scenario, List<Loss> losses, List<Money> regrets, Answer answer) {
        public Case {
            losses = List.copyOf(losses);
            regrets = List.copyOf(regrets);
        }
    }

    /** Policy keys it reads beyond those of the decision. */
    public static Set<String> policyKeys() {
        Set<String> keys = new TreeSet<>(Terms.policyKeys());
        keys.addAll(Outages.policyKeys());
        return keys;
    }

    /**
     * Puts portfolios through scenarios.
     *
     * @param asOf day of the base decision, on which nothing later is known
     * @param base the decision of this buyer on this market with these rules
     * @param portfolios one or more, of different names; what cannot be compared is left out, with a note
     * @return the result, or why there is none: nothing is allocated, a scenario sets a policy value that there is not
     */
    public static Checked<Stress> of(BuyerProfile buyer, Market market, KnowledgeBase knowledge, LocalDate asOf, Decision base, List<NamedPortfolio> portfolios,
            Scenarios scenarios, StressOptions options) {
        return of(buyer, market, knowledge, asOf, base, portfolios, scenarios, options, Watcher.NOBODY);
    }

    /** The same, watched. */
    public static Checked<Stress> of(BuyerProfile buyer, Market market, KnowledgeBase knowledge, LocalDate asOf, Decision base, List<NamedPortfolio> portfolios,
            Scenarios scenarios, StressOptions options, Watcher watcher) {
        if (!asOf.equals(base.asOf())) throw new IllegalArgumentException("the base decision is of " + base.asOf() + ", not of " + asOf);
        return Worlds.of(buyer, market, knowledge, base, scenarios).then(worlds -> Checked.of(of(worlds, market.visibleAt(asOf), base, portfolios, scenarios, options, watcher)));
    }

    private static Stress of(Worlds worlds, Market market, Decision base, List<NamedPortfolio> given, Scenarios scenarios, StressOptions options,
            Watcher watcher) {
        List<String> notes = new ArrayList<>();
        List<NamedPortfolio> portfolios = new ArrayList<>();
        for (NamedPortfolio portfolio : given)
            worlds.whyNotCompared(portfolio.allocation()).ifPresentOrElse(reason -> notes.add("\"" + portfolio.name() + "\" is not compared: " + reason + "."), () -> portfolios.add(portfolio));
        if (portfolios.isEmpty()) throw new IllegalArgumentException("nothing to compare: " + notes);
        List<Scenario> all = new ArrayList<>();
        for (Scenario scenario : scenarios.list()) {
            List<Scenario> bound = worlds.binding.bound(scenario, portfolios);
            if (bound.isEmpty()) notes.add(scenario.id() + " " + scenario.name() + " concerns none of these portfolios" + why(scenario) + ".");
            notes.addAll(worlds.binding.strangers(scenario));
            notes.addAll(unheard(scenario));
            all.addAll(bound);
        }
        worlds.prepare(all, watcher);
        List<Case> cases = new ArrayList<>();
        for (Scenario one : all) {
            List<Loss> losses = worlds.losses(one, portfolios);
            cases.add(new Case(one, losses, Regret.of(losses.stream().map(Loss::total).toList()), worlds.answer(one)));
        }
        List<Loss> asAssumed = worlds.losses(new Scenario("", "", "", List.of()), portfolios);
        Outages outages = new Outages(base, market, worlds.holdings, worlds.terms, options);
        List<Portfolio> summed = new ArrayList<>();
        for (int p = 0; p < portfolios.size(); p++) summed.add(summary(portfolios.get(p), p, cases, worlds, outages));
        return new Stress(base, scenarios, worlds.terms.months(), policyKeys().stream().map(base.policy()::value).toList(), worlds.terms.stakes(), summed, asAssumed, cases, notes);
    }

    private static String why(Scenario scenario) {
        return scenario.changes().stream().anyMatch(Change.Slip.class::isInstance) ? ": what they hold would be out by now even if it had come so much later" : "";
    }

    /** What the test itself goes by is the same in all scenarios, or their losses could not be compared. */
    private static List<String> unheard(Scenario scenario) {
        return scenario.changes().stream().filter(Change.PolicySetting.class::isInstance).map(c -> ((Change.PolicySetting) c).key()).filter(policyKeys()::contains)
                .map(key -> scenario.id() + " " + scenario.name() + " sets " + key + ", by which this test itself goes: the answer is decided anew with it, losses and outages stay as the policy has them; set it in the profile's policy overrides to change these.").toList();
    }

    private static Portfolio summary(NamedPortfolio portfolio, int index, List<Case> cases, Worlds worlds, Outages outages) {
        int largest = -1;
        for (int c = 0; c < cases.size(); c++)
            if (largest < 0 || cases.get(c).regrets.get(index).compareTo(cases.get(largest).regrets.get(index)) > 0) largest = c;
        Money regret = largest < 0 ? Money.zero(portfolio.allocation().perMonth().currency()) : cases.get(largest).regrets.get(index);
        return new Portfolio(portfolio.name(), portfolio.meaning(), portfolio.allocation(), regret, largest, worlds.consequences.commitmentAtRisk(portfolio.allocation()), outages.of(portfolio.allocation()));
    }

    /** The case a portfolio regrets most; null if no case concerns anything. */
    public @Nullable Case worst(Portfolio portfolio) {
        return portfolio.largestIn < 0 ? null : cases.get(portfolio.largestIn);
    }
}
