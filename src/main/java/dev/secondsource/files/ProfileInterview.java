package dev.secondsource.files;

import dev.secondsource.problem.Checked;
import dev.secondsource.problem.Nearest;
import dev.secondsource.problem.Problem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The questions that lead to a profile, one after the other, with nothing of a terminal in it: ask {@link #next()},
 * give {@link #answer}, until there is no next; then {@link #finish}. Every step is a new value, so going back is
 * keeping the old one. The words of a question come from the schema; which are asked depends on the answers.
 */
public final class ProfileInterview {
    private static final String FILE = "answer";
    private static final String ANOTHER = "another";
    private static final int FIRST_OF_WORKLOAD;

    /**
     * One question.
     *
     * @param path the key it fills, {@code workloads.serve.batch}; empty if it only steers the interview
     * @param text what is asked, a sentence or two
     * @param unit of the answer; empty if it has none
     * @param suggestion what an empty answer means; if itself empty, that the key is left out; null if the question
     *     must be answered
     * @param choices the only answers that will do (for lists: their items); empty if others may do
     */
    public record Question(String path, String text, String unit, @Nullable String suggestion, List<String> choices) {}

    /**
     * @param path {@code []} stands for the item in question
     * @param suggestion null to take the schema's default
     */
    private record Step(String path, Predicate<ProfileDraft> asked, @Nullable Function<ProfileDraft, String> suggestion) {
        Step(String path) {
            this(path, d -> true, null);
        }

        Step(String path, Predicate<ProfileDraft> asked) {
            this(path, asked, null);
        }

        static Step suggesting(String path, Function<ProfileDraft, String> suggestion) {
            return new Step(path, d -> true, suggestion);
        }
    }

    private static final List<Step> STEPS;

    static {
        List<Step> steps = new ArrayList<>();
        steps.add(new Step("name"));
        steps.add(Step.suggesting("id", d -> ProfileDraft.slug(d.said("/name"))));
        steps.add(new Step("description"));
        steps.add(Step.suggesting("asOf", d -> d.today().toString()));
        Stream.of("horizonMonths", "budget.perMonth", "where.dataIn", "where.operatedBy", "delivery.modes").forEach(p -> steps.add(new Step(p)));
        steps.add(new Step("delivery.sites[].id", ProfileDraft::owns, d -> "own-site"));
        Stream.of("jurisdiction", "powerKw", "rackKw", "liquidCooling", "pue", "electricityPerKwh", "gridGramsPerKwh")
                .forEach(key -> steps.add(new Step("delivery.sites[]." + key, ProfileDraft::owns)));
        Stream.of("delivery.needBy", "requirements.certifications", "requirements.operationalResilienceLaw").forEach(p -> steps.add(new Step(p)));
        FIRST_OF_WORKLOAD = steps.size();
        workload(steps);
        steps.add(Step.suggesting(ANOTHER, d -> "no"));
        steps.add(new Step("engineering.mlPlatformFte"));
        steps.add(Step.suggesting("engineering.stacks", d -> "cuda"));
        steps.add(new Step("priorities"));
        STEPS = List.copyOf(steps);
    }

    private static void workload(List<Step> steps) {
        String w = "workloads[].";
        String m = w + "model.";
        Predicate<ProfileDraft> unknownModel = d -> !d.hasShape();
        // Once parametersBillions is given, hasShape holds: the other facts of an unknown model are asked before it.
        Predicate<ProfileDraft> unknownText = d -> !d.hasShape() && d.isText();
        steps.add(Step.suggesting(w + "kind", d -> "online-serving"));
        steps.add(Step.suggesting(w + "id", ProfileDraft::freeWorkloadId));
        steps.add(Step.suggesting(m + "name", d -> "Llama-3.1-70B"));
        steps.add(new Step(m + "modality", unknownModel));
        steps.add(new Step(m + "layers", unknownText));
        steps.add(new Step(m + "kvHeads", unknownText));
        steps.add(new Step(m + "headDimension", unknownText));
        steps.add(new Step(m + "activeParametersBillions", unknownText));
        steps.add(new Step(m + "parametersBillions", unknownModel));
        steps.add(Step.suggesting(m + "weightFormat", d -> "bf16"));
        steps.add(new Step(m + "kvFormat", ProfileDraft::isText, d -> d.ofWorkload("model/weightFormat").equals("fp8") ? "fp8" : "bf16"));
        steps.add(new Step(m + "teraflopsPerImage", d -> !d.isText() && !d.isTraining()));
        steps.add(Step.suggesting(w + "precision", d -> d.ofWorkload("model/weightFormat").equals("fp4") ? "bf16" : d.ofWorkload("model/weightFormat")));
        steps.add(new Step(w + "volumePerMonth.p50"));
        steps.add(Step.suggesting(w + "volumePerMonth.p10", d -> d.ofVolume("0.7")));
        steps.add(Step.suggesting(w + "volumePerMonth.p90", d -> d.ofVolume("1.5")));
        steps.add(new Step(w + "training.tokensBillions", ProfileDraft::isTraining));
        steps.add(new Step(w + "training.daysLimit", ProfileDraft::isTraining));
        steps.add(new Step(w + "request.promptTokens", ProfileDraft::servesTokens, d -> "1500"));
        steps.add(new Step(w + "request.outputTokens", ProfileDraft::servesTokens, d -> "400"));
        steps.add(new Step(w + "contextTokens", ProfileDraft::servesTokens, d -> "8192"));
        steps.add(new Step(w + "batch", ProfileDraft::servesTokens));
        steps.add(new Step(w + "limits.timeToFirstTokenMs", d -> d.isOnline() && d.isText()));
        steps.add(new Step(w + "limits.timePerOutputTokenMs", d -> d.isOnline() && d.isText()));
        steps.add(new Step(w + "frameworks"));
        steps.add(new Step(w + "customKernelShare"));
        steps.add(new Step(w + "criticalShare"));
        steps.add(new Step(w + "preemptible", d -> !d.isOnline()));
        steps.add(new Step(w + "utilisation.share"));
        steps.add(Step.suggesting("fleet[].accelerator", d -> ""));
        steps.add(new Step("fleet[].provider", ProfileDraft::runsToday));
    }

    private final ProfileDraft draft;
    private final ProfileReferences.Known known;
    private final int position;

    private ProfileInterview(ProfileDraft draft, ProfileReferences.Known known, int from) {
        this.draft = draft;
        this.known = known;
        int at = from;
        while (at < STEPS.size() && !STEPS.get(at).asked.test(draft)) at++;
        this.position = at;
    }

    /**
     * An interview nobody has answered yet.
     *
     * @param today suggested as the day of the decision
     * @param known what may be named; an empty set allows any name
     */
    public static ProfileInterview begin(LocalDate today, ProfileReferences.Known known) {
        return new ProfileInterview(ProfileDraft.begun(today), known, 0);
    }

    /** The question to ask now; empty when all is said. */
    public Optional<Question> next() {
        return position == STEPS.size() ? Optional.empty() : Optional.of(question(STEPS.get(position)));
    }

    /**
     * The interview after an answer, or what is wrong with the answer, to be asked again.
     *
     * @param typed as typed; blank takes the suggestion
     * @throws IllegalStateException if nothing is asked any more
     */
    public Checked<ProfileInterview> answer(String typed) {
        Question question = next().orElseThrow(() -> new IllegalStateException("the interview is over"));
        Step step = STEPS.get(position);
        String said = typed.isBlank() ? question.suggestion : typed.strip();
        if (said == null) return wrong(question, "needs an answer", "give " + ProfileSchema.inWords(schema(draft.steps(step.path))));
        if (step.path.equals(ANOTHER)) return another(question, said);
        if (said.isEmpty()) return Checked.of(after(draft));
        JsonNode schema = schema(draft.steps(step.path));
        return ProfileEdit.typed(yesOrNo(said, schema), schema, FILE, question.path).then(value -> accepted(question, step, value));
    }

    /**
     * The finished profile; its text holds the answers only, so what was not asked shows up among its assumptions.
     *
     * @param file name the profile will have
     * @throws IllegalStateException if there is still a question
     */
    public Checked<ReadProfile> finish(String file) {
        if (position < STEPS.size()) throw new IllegalStateException("there is still a question: " + STEPS.get(position).path);
        return ProfileReader.read(YamlWriter.write(draft.tree()), file);
    }

    private Checked<ProfileInterview> accepted(Question question, Step step, JsonNode value) {
        List<String> names = value.isArray() ? YamlWords.strings(value) : List.of(value.asString());
        for (String name : names) {
            if (question.choices.isEmpty() || question.choices.contains(name)) continue;
            String meant = Nearest.to(name, question.choices).map(n -> "did you mean " + n + "? ").orElse("");
            return wrong(question, "\"" + name + "\" is not one of the choices", meant + "use one of " + String.join(", ", question.choices));
        }
        ProfileDraft filled = filled(step, value);
        List<Problem> problems = problems(filled, List.of(question.path, path(draft.steps(step.path), filled)));
        return problems.isEmpty() ? Checked.of(after(filled)) : Checked.wrong(problems);
    }

    private ProfileDraft filled(Step step, JsonNode value) {
        List<String> steps = draft.steps(step.path);
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        if (step.path.equals("workloads[].model.name")) {
            Optional<ObjectNode> published = PublishedModels.named(value.asString());
            if (published.isPresent()) return draft.with(steps.subList(0, steps.size() - 1), published.get());
        }
        if (!step.path.equals("fleet[].accelerator")) return draft.with(steps, value);
        ObjectNode item = nodes.objectNode().put("workload", draft.ofWorkload("id"));
        item.set("accelerator", value);
        return draft.with(steps.subList(0, 2), item.put("share", 1));
    }

    /** What the schema or the answers before have against this one; that others are still missing is no matter. */
    private static List<Problem> problems(ProfileDraft draft, List<String> paths) {
        YamlDocument document = new YamlDocument(FILE, "", draft.tree(), Map.of("", new YamlPlace(1, 0, 0, 0, true)));
        ProfileShape.Outcome outcome = ProfileShape.of(document);
        return Stream.concat(outcome.problems().stream(), ProfileConsistency.of(FILE, outcome).stream())
                .filter(p -> paths.stream().anyMatch(path -> p.path().equals(path) || p.path().startsWith(path + "[")))
                .map(p -> new Problem(FILE, null, p.path(), p.what(), p.mend()))
                .toList();
    }

    private Checked<ProfileInterview> another(Question question, String said) {
        return switch (said.toLowerCase(Locale.ROOT)) {
            case "yes", "y", "true" -> Checked.of(new ProfileInterview(draft.nextWorkload(), known, FIRST_OF_WORKLOAD));
            case "no", "n", "false" -> Checked.of(after(draft));
            default -> wrong(question, "\"" + said + "\" is neither yes nor no", "answer yes or no");
        };
    }

    private ProfileInterview after(ProfileDraft draft) {
        return new ProfileInterview(draft, known, position + 1);
    }

    private Question question(Step step) {
        if (step.path.equals(ANOTHER)) return new Question("", "Another workload?", "", "no", List.of("yes", "no"));
        List<String> steps = draft.steps(step.path);
        JsonNode schema = schema(steps);
        String text = schema.path("title").asString("") + ". " + schema.path("description").asString("");
        String absent = ProfileSchema.whenAbsent(schema);
        String suggestion = suggestion(step, steps, schema);
        if ("".equals(suggestion) && !absent.isEmpty()) text += " Leave empty: " + absent + ".";
        if (step.path.equals("fleet[].accelerator")) text = "What runs this workload today. " + text + " Leave empty: nothing.";
        return new Question(path(steps, draft), text.strip(), schema.path("x-unit").asString(""), suggestion, choices(step, schema));
    }

    private @Nullable String suggestion(Step step, List<String> steps, JsonNode schema) {
        if (step.suggestion != null) return step.suggestion.apply(draft);
        JsonNode filled = schema.get("default");
        if (filled != null && filled.isArray()) return String.join(", ", YamlWords.strings(filled));
        if (filled != null) return filled.isString() ? filled.stringValue() : YamlWords.flow(filled, false);
        JsonNode parent = schema(steps.subList(0, steps.size() - 1));
        boolean needed = YamlWords.strings(parent.path("required")).contains(steps.get(steps.size() - 1)) || needsShape(step);
        return needed ? null : "";
    }

    private static boolean needsShape(Step step) {
        return List.of("workloads[].model.layers", "workloads[].model.kvHeads", "workloads[].model.headDimension").contains(step.path);
    }

    private List<String> choices(Step step, JsonNode schema) {
        List<String> named = switch (step.path) {
            case "fleet[].accelerator" -> known.accelerators().stream().sorted().toList();
            case "fleet[].provider" -> known.providers().isEmpty() ? List.of() : Stream.concat(known.providers().stream(), Stream.of("own")).sorted().toList();
            case "engineering.stacks" -> known.stacks().stream().sorted().toList();
            default -> List.of();
        };
        if (!named.isEmpty()) return named;
        JsonNode of = schema.has("items") ? schema.get("items") : schema;
        return of.has("enum") ? YamlWords.strings(of.get("enum")) : List.of();
    }

    /** The path as files report it: workloads by their id, once they have one. */
    private static String path(List<String> steps, ProfileDraft draft) {
        StringBuilder path = new StringBuilder();
        JsonNode at = draft.tree();
        for (int i = 0; i < steps.size(); i++) {
            String step = steps.get(i);
            at = ProfileDraft.isIndex(step) ? at.path(Integer.parseInt(step)) : at.path(step);
            String id = at.path("id").asString("");
            if (!ProfileDraft.isIndex(step)) path.append(path.isEmpty() ? "" : ".").append(step);
            else if (id.isEmpty()) path.append('[').append(step).append(']');
            else path.append('.').append(id);
        }
        return path.toString();
    }

    private static JsonNode schema(List<String> steps) {
        JsonNode at = ProfileSchema.bundled().root();
        for (String step : steps) at = ProfileDraft.isIndex(step) ? at.get("items") : ProfileSchema.property(at, step);
        return at;
    }

    private static String yesOrNo(String said, JsonNode schema) {
        if (!schema.path("type").asString("").equals("boolean")) return said;
        return switch (said.toLowerCase(Locale.ROOT)) {
            case "yes", "y" -> "true";
            case "no", "n" -> "false";
            default -> said;
        };
    }

    private static <T> Checked<T> wrong(Question question, String what, String mend) {
        return Checked.wrong(new Problem(FILE, null, question.path, what, mend));
    }
}
