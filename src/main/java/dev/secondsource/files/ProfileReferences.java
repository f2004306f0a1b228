package dev.secondsource.files;

import dev.secondsource.allocation.Limit;
import dev.secondsource.problem.Nearest;
import dev.secondsource.problem.Problem;
import dev.secondsource.profile.BuyerProfile;
import dev.secondsource.profile.ExistingCommitment;
import dev.secondsource.profile.FleetItem;
import dev.secondsource.profile.OwnMeasurement;
import dev.secondsource.profile.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Checks that what a profile names exists in the market, the rules and the policy it is to be decided with. */
public final class ProfileReferences {
    /** Stands for machines of the buyer's own where a provider is asked for. */
    private static final String OWN = "own";

    private final ReadProfile read;
    private final Known known;
    private final List<Problem> problems = new ArrayList<>();

    private ProfileReferences(ReadProfile read, Known known) {
        this.read = read;
        this.known = known;
    }

    /**
     * The ids that exist.
     *
     * @param accelerators market ids of accelerators
     * @param providers market ids of providers
     * @param offers market ids of offers
     * @param stacks market ids of software stacks
     * @param rules ids of rules
     * @param policyKeys keys of thresholds that a rule reads
     * @param policyVariants names of policy variants
     */
    public record Known(
            Set<String> accelerators, Set<String> providers, Set<String> offers, Set<String> stacks, Set<String> rules, Set<String> policyKeys, Set<String> policyVariants) {}

    /** Every name in the profile that nothing answers to, on its line, with the name that was probably meant. */
    public static List<Problem> check(ReadProfile read, Known known) {
        ProfileReferences check = new ProfileReferences(read, known);
        check.fleet();
        check.workloads();
        check.stacks();
        check.selfBuild();
        check.contracts();
        check.commitments();
        check.overrides();
        check.policy();
        return check.problems.stream().sorted().toList();
    }

    private void fleet() {
        List<FleetItem> fleet = profile().fleet();
        for (int i = 0; i < fleet.size(); i++) {
            FleetItem item = fleet.get(i);
            String path = "fleet[" + i + "]";
            name(path + ".accelerator", item.accelerator(), "accelerator", known.accelerators);
            if (!item.provider().equals(OWN)) name(path + ".provider", item.provider(), "provider", known.providers);
            if (item.offer() != null) name(path + ".offer", item.offer(), "offer", known.offers);
        }
    }

    private void workloads() {
        for (Workload workload : profile().workloads()) {
            List<OwnMeasurement> measurements = workload.measurements();
            for (int i = 0; i < measurements.size(); i++)
                name("workloads." + workload.id() + ".measurements[" + i + "].accelerator", measurements.get(i).accelerator(), "accelerator", known.accelerators);
        }
    }

    private void stacks() {
        List<String> stacks = profile().engineering().stacks();
        for (int i = 0; i < stacks.size(); i++) name("engineering.stacks[" + i + "]", stacks.get(i), "software stack", known.stacks);
    }

    private void selfBuild() {
        if (profile().selfBuild() != null) name("selfBuild.accelerator", profile().selfBuild().accelerator(), "accelerator", known.accelerators);
    }

    private void contracts() {
        profile().contracts().forEach(c -> name("contracts." + c.provider() + ".provider", c.provider(), "provider", known.providers));
    }

    private void commitments() {
        List<ExistingCommitment> commitments = profile().commitments();
        for (int i = 0; i < commitments.size(); i++) name("commitments[" + i + "].offer", commitments.get(i).offer(), "offer", known.offers);
    }

    private void overrides() {
        Set<String> signable = new TreeSet<>(known.rules);
        signable.addAll(Limit.Kind.signable());
        profile().overrides().forEach(o -> name("overrides." + o.rule() + ".rule", o.rule(), "rule", signable));
    }

    private void policy() {
        name("policy.variant", profile().policy().variant(), "policy variant", known.policyVariants);
        profile().policy().overrides().keySet().forEach(key -> name("policy.overrides." + key, key, "policy key", known.policyKeys));
    }

    private void name(String path, String name, String what, Set<String> existing) {
        if (existing.contains(name)) return;
        String mend = Nearest.to(name, existing).map(n -> "did you mean " + n + "?").orElseGet(() -> listed(what, existing));
        problems.add(read.problem(path, "no " + what + " \"" + name + "\"", mend));
    }

    private static String listed(String what, Set<String> existing) {
        if (existing.isEmpty()) return "none is known";
        List<String> sorted = existing.stream().sorted().toList();
        int shown = Math.min(sorted.size(), 12);
        return "known: " + String.join(", ", sorted.subList(0, shown)) + (shown < sorted.size() ? " and " + (sorted.size() - shown) + " more" : "");
    }

    private BuyerProfile profile() {
        return read.profile();
    }
}
