package dev.secondsource.candidate;

import dev.secondsource.evidence.Evidence;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the words of a candidate come from: evidence by path, or by part where all its words share theirs.
 *
 * @param ofSuppliers what all offers of one accelerator from one provider share
 * @param ofOffer what the offer itself adds
 */
public record Origins(Map<String, List<Evidence>> ofSuppliers, Map<String, List<Evidence>> ofOffer) {
    static final Origins NONE = new Origins(Map.of(), Map.of());

    /** The evidence of a word as a rule reads it; empty if nothing is behind it. */
    List<Evidence> of(String path) {
        List<Evidence> exact = find(path);
        if (exact != null) return exact;
        List<Evidence> ofPart = find(path.substring(0, Math.max(0, path.indexOf('.'))));
        return ofPart == null ? List.of() : ofPart;
    }

    /** The same with what a part rests on. */
    Origins with(String part, List<Evidence> evidence) {
        Map<String, List<Evidence>> more = new HashMap<>(ofOffer);
        more.put(part, evidence);
        return new Origins(ofSuppliers, more);
    }

    private List<Evidence> find(String path) {
        List<Evidence> own = ofOffer.get(path);
        return own != null ? own : ofSuppliers.get(path);
    }
}
