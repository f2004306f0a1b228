package dev.secondsource.candidate;

import dev.secondsource.evidence.Evidence;
import dev.secondsource.knowledge.Meaning;
import dev.secondsource.knowledge.Subject;
import java.util.List;

/**
 * An offer considered for a workload, with all that rules may ask of it. The parts are never null; their leaves are
 * null where unknown.
 *
 * @param id {@code workload <- offer}
 * @param origins where its words come from
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
        Export export,
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
        OwnChip ownChip,
        Porting porting,
        Sustainability sustainability,
        Origins origins)
        implements Subject {

    /**
     * As much of a candidate as the record of a decision has. All other parts are null: it is for showing, and no rule can ask it
     * anything.
     *
     * @param designer supplier id of who designs its accelerator
     * @param provider supplier id of who sells it
     */
    public static Candidate ofRecord(String id, String workload, String offer, String currency, boolean incumbent, String designer, String provider, Comparison comparison) {
        return new Candidate(id, workload, offer, currency, incumbent, !incumbent, null, null, null, null, null, null, null, null, comparison, null, null, null,
                Vendor.named(designer), Vendor.named(provider), null, null, null, null, null, Origins.NONE);
    }

    @Override
    public List<Evidence> evidence(String path) {
        return origins.of(path);
    }

    @Override
    public String moneyUnit() {
        return currency;
    }

    Candidate asIncumbent() {
        return with(true, false, comparison, standing, origins);
    }

    Candidate asChallenger(Comparison compared, List<Evidence> comparedBy) {
        return with(false, true, compared, standing, origins.with("comparison", comparedBy));
    }

    /** The same candidate, knowing where it stands among the others. */
    public Candidate standing(Standing among) {
        return with(incumbent, challenger, comparison, among, origins);
    }

    private Candidate with(boolean isIncumbent, boolean isChallenger, Comparison compared, Standing among, Origins tracedTo) {
        return new Candidate(id, workload, offer, currency, isIncumbent, isChallenger, demand, deal, residency, export, software, supply, fit, price, compared, among,
                ownership, commitment, designer, provider, integration, maturity, ownChip, porting, sustainability, tracedTo);
    }
}
