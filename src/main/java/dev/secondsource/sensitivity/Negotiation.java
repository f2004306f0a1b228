package dev.secondsource.sensitivity;

import dev.secondsource.decision.Assessed;
import dev.secondsource.decision.Decision;
import dev.secondsource.decision.Scope;
import dev.secondsource.explanation.OpenClause;
import dev.secondsource.explanation.WhyNot;
import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Finding;
import dev.secondsource.policy.PolicyValue;
import dev.secondsource.problem.Checked;
import dev.secondsource.quantity.Decimals;
import dev.secondsource.verdict.Verdict;
import dev.secondsource.whatif.Amount;
import dev.secondsource.whatif.Setting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What to ask a seller for: the terms that rules of weight want to know and no contract in the profile states.
 *
 * @param provider market id of the seller
 * @param asks heaviest first
 * @param then the offer's verdict once all are agreed, verified by deciding again
 * @param record fingerprint of the decision record made then
 */
public record Negotiation(String provider, List<Ask> asks, Verdict then, String record) {
    public Negotiation {
        asks = List.copyOf(asks);
    }

    /**
     * One term.
     *
     * @param clause that is open
     * @param setting the term as the rule would have it
     * @param bound the threshold that sets it; null for a clause that is there or not
     * @param missing what its rule does not know even then; empty if it is settled
     */
    public record Ask(OpenClause clause, Setting setting, @Nullable PolicyValue bound, List<String> missing) {
        public Ask {
            missing = List.copyOf(missing);
        }
    }

    /** What to set to see it happen. */
    public List<Setting> settings() {
        return asks.stream().map(Ask::setting).distinct().toList();
    }

    /**
     * @param redecide decides as a what-if does
     * @param fingerprint of the record of a decision
     * @return empty if no rule of weight wants to know a term, or none would be content
     */
    public static Optional<Negotiation> of(WhyNot why, Redecide redecide, Function<Decision, String> fingerprint) {
        List<Ask> asks = why.open().stream().flatMap(clause -> ask(clause, why, redecide).stream()).toList();
        if (asks.isEmpty()) return Optional.empty();
        Negotiation all = new Negotiation(why.asked().offer().provider(), asks, why.asked().verdict().verdict(), "");
        return redecide.with(all.settings(), Scope.FULL) instanceof Checked.Valid<Decision> valid
                ? offer(why, valid.value()).map(then -> new Negotiation(all.provider, asks, then.verdict().verdict(), fingerprint.apply(valid.value()))) : Optional.empty();
    }

    /** The first value that contents the rule: of a clause that there is one, of a number its thresholds, the strictest last in the rule, then nothing of it. */
    private static Optional<Ask> ask(OpenClause clause, WhyNot why, Redecide redecide) {
        Map<String, @Nullable PolicyValue> values = new LinkedHashMap<>();
        if (Statement.isClause(clause.word())) values.put(Statement.wanted(clause.word()), null);
        else {
            List<PolicyValue> thresholds = new ArrayList<>(clause.thresholds());
            java.util.Collections.reverse(thresholds);
            thresholds.forEach(t -> values.putIfAbsent(Decimals.plain(t.value()).toPlainString(), t));
            values.putIfAbsent("0", null);
        }
        return values.entrySet().stream().flatMap(v -> tried(clause, v.getKey(), v.getValue(), why, redecide).stream()).findFirst();
    }

    /** Empty if the rule still objects, or the profile cannot say so. */
    private static Optional<Ask> tried(OpenClause clause, String value, @Nullable PolicyValue bound, WhyNot why, Redecide redecide) {
        Setting setting = new Setting(Statement.path(why.asked().offer(), clause.word()), new Amount.Absolute(value));
        if (!(redecide.with(List.of(setting), Scope.BRIEF) instanceof Checked.Valid<Decision> valid)) return Optional.empty();
        Finding left = offer(why, valid.value()).stream().flatMap(c -> c.findings().stream()).filter(f -> f.rule().equals(clause.rule()) && f.effect() == Effect.AGAINST).findFirst().orElse(null);
        if (left != null && (left.stands() && left.missing().isEmpty() || left.missing().contains(clause.asked()))) return Optional.empty();
        return Optional.of(new Ask(clause, setting, bound, left == null ? List.of() : left.missing()));
    }

    private static Optional<Assessed> offer(WhyNot why, Decision decision) {
        return decision.workloads().stream().filter(w -> w.workload().id().equals(why.workload().workload().id())).flatMap(w -> w.candidates().stream())
                .filter(c -> c.offer().id().equals(why.asked().offer().id())).findFirst();
    }
}
