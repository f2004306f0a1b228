package dev.secondsource.files;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Shapes of published models, so that a buyer need not look up layers and heads. */
final class PublishedModels {
    private PublishedModels() {}

    private static final class Bundled {
        static final ObjectNode MODELS = YamlText.read(ProfileSchema.resource("models.yaml"), "models.yaml").orThrow().root();
    }

    static List<String> names() {
        return List.copyOf(Bundled.MODELS.propertyNames());
    }

    /** Name (as published) and shape of a model, whatever the case it is typed in. */
    static Optional<ObjectNode> named(String name) {
        return names().stream().filter(n -> n.equalsIgnoreCase(name.strip())).findFirst().map(n -> {
            ObjectNode model = Bundled.MODELS.objectNode().put("name", n);
            model.setAll((ObjectNode) Bundled.MODELS.get(n));
            return model;
        });
    }
}
