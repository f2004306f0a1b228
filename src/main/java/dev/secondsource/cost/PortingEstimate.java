package dev.secondsource.cost;

import dev.secondsource.market.SoftwareStack;
import dev.secondsource.policy.Policy;
import dev.secondsource.profile.Engineering;
import dev.secondsource.profile.Workload;
import dev.secondsource.quantity.Decimals;
import dev.secondsource.quantity.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What it takes to move a workload to another software stack: a judgement with every number in the policy.
 *
 * @param needed the buyer does not run that stack in production today
 * @param engineerMonths effort; null if a required framework does not run there or that is not known
 * @param months calendar time with the engineers at hand; null if there are none or effort is not known
 * @param cost effort at the buyer's cost of an engineer-month, in that currency; null if effort is not known
 * @param explanation one sentence with the numbers
 */
public record PortingEstimate(
        boolean needed,
        @Nullable BigDecimal engineerMonths,
        @Nullable BigDecimal months,
        @Nullable Money cost,
        String explanation) {

    private static final String NATIVE = "cost.port-months-native";
    private static final String BRIDGED = "cost.port-months-bridged";
    private static final String KERNELS = "cost.port-months-kernels";
    private static final String TEAM = "cost.port-team-share";
    private static final String LEAST = "cost.port-least-months";
    static final List<String> KEYS = List.of(NATIVE, BRIDGED, KERNELS, TEAM, LEAST);

    /**
     * Months to take a workload off a stack again. Its kernels must be written anew if they are in this stack's own
     * language; the frameworks need no work where the buyer keeps another stack that runs them all.
     *
     * @param stacks all stacks by id
     * @param kernelsBound the workload's hand-written kernels run on this stack only
     * @return null if there is nobody to do it
     */
    public static @Nullable BigDecimal monthsToLeave(Workload workload, SoftwareStack stack, Map<String, SoftwareStack> stacks, boolean kernelsBound,
            Engineering engineering, Policy policy) {
        boolean elsewhere = engineering.stacks().stream().filter(other -> !other.equals(stack.id())).map(stacks::get)
                .anyMatch(other -> other != null && other.surelyRuns(workload.frameworks()));
        BigDecimal base = elsewhere ? BigDecimal.ZERO : policy.number(NATIVE);
        BigDecimal kernels = kernelsBound ? policy.number(KERNELS).multiply(workload.customKernelShare()) : BigDecimal.ZERO;
        BigDecimal spared = engineering.mlPlatformFte().multiply(policy.number(TEAM));
        return spared.signum() > 0 ? Decimals.divide(base.add(kernels), spared) : null;
    }

    /**
     * Effort = base for native or for bridged frameworks + custom-kernel share × effort to rewrite a whole step.
     * Time = effort ÷ the engineers who can be spared, at least the policy's least.
     */
    public static PortingEstimate of(Workload workload, SoftwareStack stack, Engineering engineering, Policy policy) {
        if (engineering.stacks().contains(stack.id()))
            return new PortingEstimate(
                    false,
                    BigDecimal.ZERO,
                    BigDecimal.ZERO,
                    Money.zero(engineering.costPerFteMonth().currency()),
                    stack.id() + " is in production already");
        List<String> absent = stack.missing(workload.frameworks());
        List<String> bridges = stack.bridged(workload.frameworks());
        if (absent == null || bridges == null) return new PortingEstimate(true, null, null, null, "what runs on " + stack.id() + " is not known");
        if (!absent.isEmpty())
            return new PortingEstimate(true, null, null, null, String.join(", ", absent) + " does not run on " + stack.id());

        boolean bridged = !bridges.isEmpty();
        BigDecimal base = policy.number(bridged ? BRIDGED : NATIVE);
        BigDecimal kernels = policy.number(KERNELS).multiply(workload.customKernelShare());
        BigDecimal effort = Decimals.plain(base.add(kernels));
        BigDecimal spared = engineering.mlPlatformFte().multiply(policy.number(TEAM));
        BigDecimal months = spared.signum() > 0
                ? Decimals.divide(effort, spared).max(policy.number(LEAST))
                : null;
        return new PortingEstimate(
                true,
                effort,
                months,
                engineering.costPerFteMonth().times(effort),
                Readable.number(base) + " engineer-months for " + (bridged ? "bridged" : "native") + " frameworks and "
                        + Readable.number(kernels) + " for custom kernels, by "
                        + Readable.number(spared) + " engineers who can be spared");
    }
}
