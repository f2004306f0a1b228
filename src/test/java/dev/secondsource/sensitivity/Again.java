package dev.secondsource.sensitivity;

import dev.secondsource.Shipped;
import dev.secondsource.decision.Decision;
import dev.secondsource.decision.DecisionMaker;
import dev.secondsource.market.Market;
import dev.secondsource.policy.Policy;
import dev.secondsource.profile.BuyerProfile;
import dev.secondsource.profile.PolicyChoice;
import dev.secondsource.whatif.MarketSetting;
import dev.secondsource.whatif.PolicySetting;
import dev.secondsource.whatif.Setting;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/** Decides again with the market or the policy set otherwise, without files. */
record Again(BuyerProfile buyer, Market market) {
    Decision decision() {
        return Shipped.decide(buyer, market);
    }

    Trials trials() {
        return new Trials((settings, scope) -> {
            Market then = market;
            Map<String, BigDecimal> overrides = new TreeMap<>(buyer.policy().overrides());
            Policy policy = Shipped.knowledge().policyBook().resolve(buyer.policy(), buyer.asOf(), "test").orThrow();
            for (Setting setting : settings)
                if (setting.isOfTheMarket()) then = MarketSetting.apply(setting, then, buyer.asOf()).orThrow().market();
                else {
                    PolicySetting set = PolicySetting.of(setting, PolicySetting.key(setting).orElseThrow(), Shipped.knowledge().policyBook(), policy).orThrow();
                    overrides.put(set.key(), set.value());
                }
            return DecisionMaker.decide(buyer.decidingBy(new PolicyChoice(buyer.policy().variant(), overrides)), then, Shipped.knowledge(), buyer.asOf(), scope);
        }, decision());
    }
}
