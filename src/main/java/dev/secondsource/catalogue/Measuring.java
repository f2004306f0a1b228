package dev.secondsource.catalogue;

import dev.secondsource.evidence.Evidence;
import dev.secondsource.evidence.Grade;
import dev.secondsource.market.Measurement;
import dev.secondsource.problem.Nearest;
import dev.secondsource.profile.NumericFormat;
import dev.secondsource.profile.WorkloadKind;
import dev.secondsource.quantity.Decimals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns results of a benchmark into measurements, as far as the market knows the part and the model. */
final class Measuring {
    /** Benchmarks of other work than the buyers of this market have: SOURCES.md says why each is left out. */
    private static final Set<String> LEFT_OUT = Set.of("resnet", "retinanet", "bert", "dlrm", "3d-unet", "rnnt", "gptj", "rgat", "whisper", "pointpainting", "ssd", "unet3d", "minigo", "maskrcnn", "gnn", "recommendation");
    private static final Pattern ACCURACY = Pattern.compile("-(99|99\\.9)$");
    private static final BigDecimal MINUTES = BigDecimal.valueOf(60);

    private final Known known;
    private final Consumer<Refusal> refused;
    private final Map<String, Measurement> models = new TreeMap<>();
    private final Map<List<String>, Measurement> standing = new LinkedHashMap<>();
    private final Map<List<String>, Measurement> taken = new LinkedHashMap<>();
    private final Map<String, Map<String, Integer>> readAs = new TreeMap<>();
    private final Map<List<String>, List<Double>> peers = new LinkedHashMap<>();
    private final Set<String> ids = new TreeSet<>();
    private final Map<String, Integer> files = new TreeMap<>();
    private int repeated;

    Measuring(Known known, Consumer<Refusal> refused) {
        this.known = known;
        this.refused = refused;
        for (Measurement m : known.market().measurements()) {
            ids.add(m.id());
            standing.putIfAbsent(key(m), m);
            peers.computeIfAbsent(likeness(m), any -> new ArrayList<>()).add(m.perAccelerator().doubleValue());
            Measurement before = models.get(plain(m.model()));
            if (m.totalParametersBillions() != null && (before == null || before.outputTokens() == null)) models.put(plain(m.model()), m);
        }
    }

    int repeated() {
        return repeated;
    }

    Map<String, Map<String, Integer>> readAs() {
        return readAs;
    }

    /** How many were taken from each file. */
    Map<String, Integer> files() {
        return files;
    }

    List<Measurement> end() {
        return List.copyOf(taken.values());
    }

    void take(Result result) {
        Refusal refusal = incomparable(result);
        if (refusal != null) {
            refused.accept(refusal);
            return;
        }
        String part = part(result);
        if (part == null) return;
        String base = base(result.model());
        Measurement like = models.get(plain(base));
        if (like == null) {
            refused.accept(result.refuse(Reason.UNKNOWN_MODEL, result.model(), "the market has no measurement of " + result.model() + " and so not its size",
                    Nearest.to(base, names()).map(n -> "did you mean " + n + "? ").orElse("") + "Add one row of it to measurements.csv by hand, with its parameters"));
            return;
        }
        Measurement.Unit unit = unit(result, like);
        if (unit == null) {
            refused.accept(result.refuse(Reason.OTHER_UNIT, result.units(), result.model() + " is measured in " + result.units(), "tokens a second of language models, samples a second of image models and minutes to train are known"));
            return;
        }
        Measurement measured = measurement(result, part, like, unit);
        refusal = far(measured, result);
        if (refusal == null) keep(measured, result);
        else refused.accept(refusal);
    }

    private @Nullable Refusal far(Measurement m, Result result) {
        List<Double> like = peers.getOrDefault(likeness(m), List.of()).stream().sorted().toList();
        if (like.size() < known.plausible().leastPeers()) return null;
        double median = like.get(like.size() / 2);
        double rate = m.perAccelerator().doubleValue();
        return !known.plausible().isFar(rate, median) ? null
                : result.refuse(Reason.FAR_FROM_PEERS, m.accelerator(), result.system() + " does " + figure(rate) + " " + result.units() + " per " + m.accelerator() + " on " + result.model()
                        + ", the median of " + like.size() + " of its like in the market is " + figure(median), "look at the source: another unit, or all of a cluster booked on one");
    }

    private static String figure(double rate) {
        return Decimals.plain(new BigDecimal(rate, new java.math.MathContext(4))).toPlainString();
    }

    private static List<String> likeness(Measurement m) {
        return List.of(m.accelerator(), plain(m.model()), m.scenario(), m.unit().name());
    }

    private void keep(Measurement m, Result result) {
        List<String> key = key(m);
        readAs.computeIfAbsent(result.accelerator(), any -> new TreeMap<>()).merge(m.accelerator(), 1, Integer::sum);
        if (standing.containsKey(key)) {
            repeated++;
        } else if (taken.containsKey(key)) {
            repeated++;
            // The same result at both accuracy targets is kept once, at the stricter.
            if (m.model().endsWith("-99.9")) taken.put(key, m);
        } else if (ids.add(m.id())) {
            taken.put(key, m);
            files.merge(result.file(), 1, Integer::sum);
        } else {
            refused.accept(result.refuse(Reason.CONFLICT, m.id(), result.system() + " has two results for " + result.model() + " " + result.scenario(), "find out which is right; they are not averaged"));
        }
    }

    private static @Nullable Refusal incomparable(Result result) {
        if (result.division().startsWith("open"))
            return result.refuse(Reason.NOT_COMPARABLE, "open division", result.system() + " ran in the open division, where the model may differ", "leave it out");
        if (!result.availability().isEmpty() && !result.availability().startsWith("available") && !result.availability().startsWith("preview") && !result.availability().startsWith("on-prem"))
            return result.refuse(Reason.NOT_COMPARABLE, result.availability(), result.system() + " is not for sale: " + result.availability(), "leave it out");
        if (LEFT_OUT.stream().anyMatch(result.model().toLowerCase(Locale.ROOT)::startsWith))
            return result.refuse(Reason.NOT_COMPARABLE, base(result.model()), base(result.model()) + " is no language or image model of today", "leave it out");
        if (result.value() == null || result.value().signum() <= 0)
            return result.refuse(Reason.NOT_COMPARABLE, "no result", "the result of " + result.system() + " on " + result.model() + " is " + (result.value() == null ? "no number" : "not above zero"), "look at the source");
        BigDecimal count = result.accelerators();
        if (count == null || count.signum() <= 0 || Decimals.plain(count).scale() > 0)
            return result.refuse(Reason.NO_COUNT, result.accelerator(), result.system() + " is said to have " + (count == null ? "an unknown number of" : count.toPlainString()) + " " + result.accelerator(), "look at the source");
        return null;
    }

    private @Nullable String part(Result result) {
        String says = Listing.says(result.accelerator(), result.system());
        Aliases.Meaning meaning = known.aliases().meaning(result.accelerator(), "", says, null, result.accelerators());
        if (meaning != null && meaning.parts().size() == 1) return meaning.parts().iterator().next();
        Set<String> may = meaning != null ? meaning.parts() : known.aliases().candidates(result.accelerator());
        refused.accept(may.isEmpty()
                ? result.refuse(Reason.UNKNOWN_ACCELERATOR, result.accelerator(), "the market has no " + result.accelerator(), "a new part needs a row in accelerators.csv, another name one in aliases.csv")
                : result.refuse(Reason.AMBIGUOUS_ACCELERATOR, result.accelerator(), result.accelerator() + " may be " + String.join(" or ", may), "say which with --alias \"" + result.accelerator() + "=" + may.iterator().next() + "\""));
        return null;
    }

    private static Measurement.@Nullable Unit unit(Result result, Measurement like) {
        String units = result.units().toLowerCase(Locale.ROOT);
        boolean image = like.unit() == Measurement.Unit.IMAGES_PER_SECOND;
        if (units.contains("minute")) return Measurement.Unit.TRAINING_RUNS_PER_HOUR;
        if (image && (units.startsWith("samples") || units.startsWith("queries") || units.startsWith("images"))) return Measurement.Unit.IMAGES_PER_SECOND;
        return !image && units.startsWith("token") ? Measurement.Unit.OUTPUT_TOKENS_PER_SECOND : null;
    }

    private Measurement measurement(Result result, String part, Measurement like, Measurement.Unit unit) {
        boolean training = unit == Measurement.Unit.TRAINING_RUNS_PER_HOUR;
        boolean interactive = result.model().toLowerCase(Locale.ROOT).contains("interactive") || result.scenario().equals("interactive");
        String scenario = training ? "time-to-train" : interactive ? "interactive" : result.scenario();
        WorkloadKind kind = training ? result.model().toLowerCase(Locale.ROOT).contains("lora") ? WorkloadKind.FINE_TUNING : WorkloadKind.PRE_TRAINING
                : scenario.equals("offline") ? WorkloadKind.BATCH_INFERENCE : WorkloadKind.ONLINE_SERVING;
        BigDecimal rate = training ? Decimals.divide(MINUTES, result.value().multiply(result.accelerators())) : Decimals.divide(result.value(), result.accelerators());
        String model = like.unit() == Measurement.Unit.IMAGES_PER_SECOND ? like.model() : interactive ? ACCURACY.matcher(like.model()).replaceAll("") + suffix(result.model()) : result.model();
        String id = String.join("-", "mlperf", result.round(), result.id().replaceFirst("^v?\\d+\\.\\d+-", ""), part, model, scenario).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.]+", "-");
        boolean tokens = unit == Measurement.Unit.OUTPUT_TOKENS_PER_SECOND;
        Grade grade = result.availability().startsWith("preview") ? Grade.E3 : Format.MLPERF.grade();
        String source = "MLPerf " + result.round() + (result.place().isEmpty() ? ", " + result.id() : " " + result.place());
        return new Measurement(id, part, "MLPerf " + result.round(), model, like.totalParametersBillions(), like.activeParametersBillions(), kind, scenario, unit, rate,
                result.accelerators().intValueExact(), precision(result.precision()), tokens ? like.promptTokens() : null, tokens ? like.outputTokens() : null, null,
                new Evidence("measurement " + id, source, grade, known.asOf()), result.submitter() + "; " + result.system());
    }

    /** A format only if exactly one of the known is named. */
    private static @Nullable NumericFormat precision(String printed) {
        return Arrays.stream(NumericFormat.values()).filter(f -> f.name().equalsIgnoreCase(printed.strip())).findFirst().orElse(null);
    }

    private Set<String> names() {
        Set<String> names = new TreeSet<>();
        models.values().forEach(m -> names.add(m.model()));
        return names;
    }

    private static String suffix(String model) {
        return model.endsWith("-99.9") ? "-99.9" : model.endsWith("-99") ? "-99" : "";
    }

    private static String base(String model) {
        return ACCURACY.matcher(model.toLowerCase(Locale.ROOT)).replaceAll("").replace("-interactive", "").replace("stable-diffusion-xl", "sdxl");
    }

    private static String plain(String model) {
        return base(model).replaceAll("[^a-z0-9]", "");
    }

    private static List<String> key(Measurement m) {
        List<String> key = new ArrayList<>(List.of(m.accelerator(), m.benchmark(), plain(m.model()), m.scenario(), String.valueOf(m.accelerators()), Decimals.plain(m.perAccelerator()).toPlainString()));
        return List.copyOf(key);
    }
}
