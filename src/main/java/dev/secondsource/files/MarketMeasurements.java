package dev.secondsource.files;

import dev.secondsource.evidence.Evidence;
import dev.secondsource.market.Measurement;
import dev.secondsource.profile.NumericFormat;
import dev.secondsource.profile.WorkloadKind;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of measurements.csv. */
final class MarketMeasurements {
    static final String FILE = "measurements.csv";
    static final List<String> COLUMNS = List.of(
            "id", "accelerator", "benchmark", "model", "total_params_b", "active_params_b", "kind", "scenario", "unit",
            "per_accelerator", "accelerators", "precision", "prompt_tokens", "output_tokens", "batch", "source", "grade", "date", "date_basis", "note");

    private MarketMeasurements() {}

    static @Nullable Measurement read(MarketFields row, MarketIds ids) {
        String id = row.text("id");
        String accelerator = row.known("accelerator", ids.accelerators(), "accelerator");
        String benchmark = row.text("benchmark");
        String model = row.text("model");
        BigDecimal total = row.positive("total_params_b");
        BigDecimal active = row.positive("active_params_b");
        if ((total == null) != (active == null))
            row.wrong("active_params_b", "total and active parameters come together", "give both, equal for a dense model, or neither");
        if (total != null && active != null && active.compareTo(total) > 0)
            row.wrong("active_params_b", "more parameters are active than there are", "swap them");
        WorkloadKind kind = row.requiredWord("kind", WorkloadKind.class);
        String scenario = row.text("scenario");
        Measurement.Unit unit = row.requiredWord("unit", Measurement.Unit.class);
        BigDecimal rate = row.requiredPositive("per_accelerator");
        int accelerators = row.requiredWhole("accelerators", "count the whole chips that ran together");
        NumericFormat precision = row.word("precision", NumericFormat.class);
        Integer prompt = row.whole("prompt_tokens", "give the mean of the requests, or leave it empty");
        Integer output = row.whole("output_tokens", "give the mean of the requests, or leave it empty");
        if ((prompt != null || output != null) && unit != Measurement.Unit.OUTPUT_TOKENS_PER_SECOND)
            row.wrong("output_tokens", "tokens of requests where none are served", "leave prompt_tokens and output_tokens empty");
        Integer batch = row.whole("batch", "count the sequences one replica serves at once, or leave it empty");
        Evidence evidence = row.evidence("measurement " + id, "date", "date_basis");
        if (!row.isSound()) return null;
        return new Measurement(
                id, accelerator, benchmark, model, total, active, kind, scenario, unit, rate, accelerators, precision, prompt, output,
                batch, evidence, row.note("note"));
    }
}
