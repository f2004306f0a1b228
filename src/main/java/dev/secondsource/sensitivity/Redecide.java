package dev.secondsource.sensitivity;

import dev.secondsource.decision.Decision;
import dev.secondsource.problem.Checked;
import dev.secondsource.whatif.Setting;
import java.util.List;

/** Decides in full with some inputs set otherwise; asked from several threads at once. */
@FunctionalInterface
public interface Redecide {
    /**
     * @param settings applied in order to the inputs as they are
     * @return the decision, or why the inputs cannot be so: a share above one, a threshold out of its range
     */
    Checked<Decision> with(List<Setting> settings);
}
