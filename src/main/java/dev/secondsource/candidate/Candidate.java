package dev.secondsource.candidate;

import dev.secondsource.evidence.Evidence;
import dev.secondsource.knowledge.Meaning;
import dev.secondsource.knowledge.Subject;
import java.util.List;
import java.util.Map;

/**
 * An offer considered for a workload, with all that rules may ask of it. The parts are never null; their leaves are
 * null where unknown.
 *
 * @param id {@code workload <- offer}
 * @param evidence origins by path, or by part where all its words share theirs
 */
public record Candidate(
        @Meaning("candidate") String id,
        @Meaning("workload") String workload,
        @Meaning("offer") String offer,
        @Meaning("currency of all amounts") String currency,
        @Meaning("fact that it is what the buyer runs now, or would run by habit") boolean incumbent,
        @Meaning("fact that it would replace the incumbent") boolean challenger,
        Demand demand,
        Deal deal,
        Residency residency,
        Software software,
        Supply supply,
        Fitness fit,
        Price price,
        Comparison comparison,
        Standing standing,
        Ownership ownership,
        Commitment commitment,
        Vendor designer,
        Vendor provider,
        Integration integration,
        Maturity maturity,
        Porting porting,
        Map<String, List<Evidence>> evidence)
        implements Subject {

    @Override
    public List<Evidence> evidence(String path) {
        List<Evidence> exact = evidence.get(path);
        return exact != null ? exact : evidence.getOrDefault(path.replaceFirst("\\..*", ""), List.of());
    }

    @Override
    public String moneyUnit() {
        return currency;
    }
}
