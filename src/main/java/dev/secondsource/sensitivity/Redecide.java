package dev.secondsource.sensitivity;

import dev.secondsource.decision.Decision;
import dev.secondsource.decision.Scope;
import dev.secondsource.problem.Checked;
import dev.secondsource.whatif.Setting;
import java.util.List;

/** Decides again with some inputs set otherwise; asked from several threads at once. */
@FunctionalInterface
public interface Redecide {
    /**
     * @param settings applied in order to the inputs as they are
     * @param scope what to look into beside the answer
     * @return the decision, or why the inputs cannot be so: a share above one, a threshold out of its range
     */
    Checked<Decision> with(List<Setting> settings, Scope scope);
}
