package dev.secondsource.files;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.AnnotationKeyword;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A library that knows JSON Schema, asked what it thinks of ours. */
final class Judge {
    private static final Dialect OURS = Dialect.builder(Dialects.getDraft202012())
            .keywords(Stream.of("x-unit", "x-absent", "x-assumed", "x-handle").map(AnnotationKeyword::new).toList())
            .build();
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDialect(OURS);
    private static final Schema PROFILE = REGISTRY.getSchema(ProfileSchema.schemaText());
    private static final Schema META = REGISTRY.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

    private Judge() {}

    static List<Error> ofProfile(String yaml) {
        return PROFILE.validate(yaml, InputFormat.YAML, context -> context.executionConfig(c -> c.formatAssertionsEnabled(true)));
    }

    static List<Error> ofSchema(String schema) {
        return META.validate(schema, InputFormat.JSON);
    }

    static List<Error> of(JsonNode schema, JsonNode value) {
        return REGISTRY.getSchema(schema).validate(value);
    }
}
