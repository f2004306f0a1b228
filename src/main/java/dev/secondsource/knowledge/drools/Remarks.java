package dev.secondsource.knowledge.drools;

import dev.secondsource.knowledge.Remark;
import dev.secondsource.knowledge.Rule;
import dev.secondsource.knowledge.Sentence;
import dev.secondsource.knowledge.State;
import dev.secondsource.policy.Policy;
import dev.secondsource.policy.PolicyValue;
import dev.secondsource.quantity.Decimals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What bands say in one round, each thing put into words once: of hundreds of offers most say the same. */
final class Remarks {
    private final Policy policy;
    private final Map<Said, Remark> made = new HashMap<>();

    Remarks(Policy policy) {
        this.policy = policy;
    }

    /** @param of values of a match in the order of the words, or what is missing */
    private record Said(String band, State state, String moneyUnit, List<?> of) {}

    Remark fired(Band band, List<Object> values, String moneyUnit) {
        return made.computeIfAbsent(new Said(band.said().name(), State.FIRED, moneyUnit, values), said -> inWords(band, values, moneyUnit));
    }

    Remark unknown(Band band, List<String> missing) {
        return made.computeIfAbsent(new Said(band.said().name(), State.UNKNOWN, "", missing), said -> {
            List<String> names = missing.stream().distinct().toList();
            return Remark.unknown(band.rule().id(), band.said().severity(), band.said().effect(), names, "Not known: " + String.join("; ", names) + ".");
        });
    }

    private Remark inWords(Band band, List<Object> values, String moneyUnit) {
        Rule.Band said = band.said();
        SortedMap<String, String> plain = new TreeMap<>();
        Map<String, String> printed = new HashMap<>();
        for (int i = 0; i < values.size(); i++) {
            Band.Word word = band.words().get(i);
            String name = word.variable().substring(1);
            plain.put(name, plain(values.get(i)));
            printed.put(name, Sentence.print(values.get(i), word.input().unit(), moneyUnit));
        }
        List<PolicyValue> thresholds = new ArrayList<>();
        said.thresholds().forEach((variable, key) -> {
            PolicyValue value = policy.value(key);
            if (!thresholds.contains(value)) thresholds.add(value);
            printed.put(variable.substring(1), Sentence.print(value.value(), Sentence.unit(value.unit()), moneyUnit));
        });
        String sentence = Sentence.fill(said.says(), printed);
        return new Remark(band.rule().id(), said.state(), said.severity(), said.effect(), plain, thresholds, said.state() == State.UNKNOWN ? List.of(sentence) : List.of(), sentence,
                said.mitigation() == null ? null : Sentence.fill(said.mitigation(), printed));
    }

    private static String plain(Object value) {
        if (value instanceof BigDecimal decimal) return Decimals.plain(decimal).toPlainString();
        if (value instanceof List<?> list) return String.join(", ", list.stream().map(String::valueOf).toList());
        return String.valueOf(value);
    }
}
