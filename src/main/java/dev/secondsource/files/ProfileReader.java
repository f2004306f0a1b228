package dev.secondsource.files;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.secondsource.problem.Checked;
import dev.secondsource.problem.Problem;
import dev.secondsource.profile.BuyerProfile;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Turns the text of a profile, YAML or JSON alike, into a {@link BuyerProfile}, and back. */
public final class ProfileReader {
    private static final JsonMapper BINDING = JsonMapper.builder()
            .changeDefaultPropertyInclusion(i -> i.withValueInclusion(JsonInclude.Include.NON_NULL))
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private ProfileReader() {}

    /**
     * The profile, or everything wrong with it at once, each with file, line, path and what would be right.
     *
     * @param file name to report problems under
     */
    public static Checked<ReadProfile> read(String text, String file) {
        return YamlText.read(text, file).then(ProfileReader::read);
    }

    private static Checked<ReadProfile> read(YamlDocument document) {
        ProfileShape.Outcome outcome = ProfileShape.of(document);
        List<Problem> problems = new ArrayList<>(outcome.problems());
        problems.addAll(ProfileConsistency.of(document.file(), outcome));
        if (!problems.isEmpty()) return Checked.wrong(problems);
        BuyerProfile profile = BINDING.treeToValue(outcome.complete(), ProfileForm.class).toProfile();
        return Checked.of(new ReadProfile(profile, document.file(), document.text(), write(profile), outcome.assumptions(), outcome.lines()));
    }

    /**
     * The profile as YAML, complete and in the order of the format; reading it gives an equal profile, provided its
     * decimals are {@link dev.secondsource.quantity.Decimals#plain plain}.
     */
    public static String write(BuyerProfile profile) {
        return YamlWriter.write((ObjectNode) tidied(BINDING.valueToTree(ProfileForm.of(profile))));
    }

    /** Numbers as files hold them, and no section without a key. */
    private static JsonNode tidied(JsonNode node) {
        if (node.isNumber()) return YamlWords.number(node.decimalValue());
        if (node instanceof ArrayNode list) {
            ArrayNode tidy = JsonNodeFactory.instance.arrayNode();
            list.forEach(item -> tidy.add(tidied(item)));
            return tidy;
        }
        if (!(node instanceof ObjectNode mapping)) return node;
        ObjectNode tidy = JsonNodeFactory.instance.objectNode();
        mapping.properties().forEach(e -> {
            JsonNode value = tidied(e.getValue());
            if (!(value.isObject() && value.isEmpty())) tidy.set(e.getKey(), value);
        });
        return tidy;
    }
}
