package dev.secondsource.shell;

import dev.secondsource.decision.Decision;
import dev.secondsource.files.ChangedInputs;
import dev.secondsource.market.Market;
import dev.secondsource.problem.Checked;
import dev.secondsource.quantity.Sha256;
import dev.secondsource.report.DecisionRecord;
import dev.secondsource.sensitivity.Redecide;
import dev.secondsource.sensitivity.Trials;
import java.time.LocalDate;
import java.util.Optional;

/** Decides again what has been decided, with inputs set otherwise as a what-if sets them. */
final class Redeciding {
    private final Decided base;

    Redeciding(Decided base) {
        this.base = base;
    }

    Trials trials() {
        return new Trials(redecide(), base.decision());
    }

    Redecide redecide() {
        LocalDate asOf = base.decision().asOf();
        return (settings, scope) -> ChangedInputs.of(base.profile(), base.loaded().market(), base.loaded().knowledge().policyBook(), asOf, settings)
                .then(changed -> Decided.of(changed.profile(), loaded(changed.market()), Optional.of(asOf), scope))
                .then(decided -> Checked.of(decided.decision()));
    }

    /** Foresight takes a dozen decisions: where no tie was told by it, none is asked for. */
    private Loaded loaded(Market market) {
        return base.decision().allocation().search().tie() == null ? new Loaded(market, base.loaded().knowledge()) : base.loaded().on(market);
    }

    /** Fingerprint of the record of a decision. */
    String fingerprint(Decision decision) {
        return Sha256.of(DecisionRecord.of(decision, base.loaded().knowledge().rules()));
    }
}
