package dev.secondsource.files;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A profile in the making, as far as an interview has come.
 *
 * @param tree what has been answered
 * @param workload index of the workload being asked about
 * @param today the day suggested as the day of the decision
 */
record ProfileDraft(ObjectNode tree, int workload, LocalDate today) {
    static ProfileDraft begun(LocalDate today) {
        return new ProfileDraft(JsonNodeFactory.instance.objectNode().put("schema", ProfileSchema.VERSION), 0, today);
    }

    ProfileDraft nextWorkload() {
        return new ProfileDraft(tree, workload + 1, today);
    }

    /** A copy with one more value; sections and items on the way are made. */
    ProfileDraft with(List<String> steps, JsonNode value) {
        ObjectNode copy = tree.deepCopy();
        JsonNode at = copy;
        for (int i = 0; i < steps.size(); i++) {
            boolean last = i == steps.size() - 1;
            JsonNode next = last ? value : child(at, steps.get(i));
            if (next == null) next = isIndex(steps.get(i + 1)) ? copy.arrayNode() : copy.objectNode();
            put(at, steps.get(i), next);
            at = next;
        }
        return new ProfileDraft(copy, workload, today);
    }

    /** The steps to a question's key: {@code workloads[].batch} of the workload in question. */
    List<String> steps(String path) {
        List<String> steps = new ArrayList<>();
        for (String step : path.split("\\.")) {
            if (!step.endsWith("[]")) {
                steps.add(step);
                continue;
            }
            String list = step.substring(0, step.length() - 2);
            steps.add(list);
            steps.add(Integer.toString(index(list, path)));
        }
        return steps;
    }

    private int index(String list, String path) {
        if (list.equals("workloads")) return workload;
        if (list.equals("sites")) return 0;
        int size = tree.path(list).size();
        return path.endsWith("accelerator") ? size : Math.max(0, size - 1);
    }

    String said(String pointer) {
        return tree.at(pointer).asString("");
    }

    /** What was said of the workload in question. */
    String ofWorkload(String pointer) {
        return said("/workloads/" + workload + "/" + pointer);
    }

    boolean isTraining() {
        return ofWorkload("kind").endsWith("training") || ofWorkload("kind").endsWith("tuning");
    }

    boolean isOnline() {
        return ofWorkload("kind").equals("online-serving");
    }

    boolean isText() {
        return !ofWorkload("model/modality").equals("image");
    }

    boolean servesTokens() {
        return isText() && !isTraining();
    }

    boolean hasShape() {
        return !tree.at("/workloads/" + workload + "/model/parametersBillions").isMissingNode();
    }

    boolean owns() {
        return YamlWords.strings(tree.at("/delivery/modes")).contains("own");
    }

    boolean runsToday() {
        JsonNode last = tree.path("fleet").path(tree.path("fleet").size() - 1);
        return last.path("workload").asString("").equals(ofWorkload("id")) && !last.has("provider");
    }

    /** A part of the expected volume. */
    String ofVolume(String factor) {
        JsonNode volume = tree.at("/workloads/" + workload + "/volumePerMonth/p50");
        return volume.isNumber() ? YamlWords.number(volume.decimalValue().multiply(new BigDecimal(factor))).asString() : "";
    }

    /** A short name for the workload that no other has yet. */
    String freeWorkloadId() {
        String name = switch (ofWorkload("kind")) {
            case "pre-training" -> "pretrain";
            case "fine-tuning" -> "tune";
            case "batch-inference" -> "batch";
            default -> "serve";
        };
        List<String> taken = tree.path("workloads").valueStream().map(w -> w.path("id").asString("")).toList();
        String free = name;
        for (int i = 2; taken.contains(free); i++) free = name + "-" + i;
        return free;
    }

    static String slug(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }

    private static @Nullable JsonNode child(JsonNode parent, String step) {
        return parent.isArray() ? parent.get(Integer.parseInt(step)) : parent.get(step);
    }

    private static void put(JsonNode parent, String step, JsonNode value) {
        if (parent instanceof ObjectNode mapping) mapping.set(step, value);
        else if (Integer.parseInt(step) < parent.size()) ((ArrayNode) parent).set(Integer.parseInt(step), value);
        else ((ArrayNode) parent).add(value);
    }

    static boolean isIndex(String step) {
        return step.chars().allMatch(Character::isDigit);
    }
}
