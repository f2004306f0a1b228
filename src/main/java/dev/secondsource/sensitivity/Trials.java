package dev.secondsource.sensitivity;

import dev.secondsource.decision.Decision;
import dev.secondsource.decision.Scope;
import dev.secondsource.problem.Checked;
import dev.secondsource.whatif.Setting;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Decisions made with inputs set otherwise, each made once. For any number of threads. */
public final class Trials {
    private final Redecide redecide;
    private final Map<List<Setting>, Optional<Trial>> made = new ConcurrentHashMap<>();

    /** @param base the decision as things are */
    public Trials(Redecide redecide, Decision base) {
        this.redecide = redecide;
        made.put(List.of(), Optional.of(Trial.of(base)));
    }

    /** What comes out as things are. */
    Trial base() {
        return made.get(List.of()).orElseThrow();
    }

    /** What comes out if an input is a value; empty if it cannot be. */
    Optional<Trial> at(Lever lever, BigDecimal value) {
        return at(lever.at(value));
    }

    /** What comes out with settings; empty if the inputs cannot be so. */
    Optional<Trial> at(List<Setting> settings) {
        Optional<Trial> before = made.get(settings);
        if (before != null) return before;
        Optional<Trial> now = redecide.with(settings, Scope.BRIEF) instanceof Checked.Valid<Decision> valid ? Optional.of(Trial.of(valid.value())) : Optional.empty();
        made.put(settings, now);
        return now;
    }

    /** The decision itself, made anew and in full. */
    Optional<Decision> decision(List<Setting> settings) {
        return redecide.with(settings, Scope.FULL) instanceof Checked.Valid<Decision> valid ? Optional.of(valid.value()) : Optional.empty();
    }
}
