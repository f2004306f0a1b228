package dev.secondsource.shell;

import static dev.secondsource.shell.Usage.example;

import dev.secondsource.files.RecordSchema;

/** Prints the JSON Schema of what other commands write as data. */
final class SchemaCommand implements ShellCommand {
    private static final Argument<RecordSchema> OF = Argument.one(Value.oneOf(RecordSchema.class).called("RECORD"), "what it is the schema of; the record itself names it as its schema");

    @Override
    public Usage usage() {
        return Usage.of(
                        "schema",
                        Usage.Group.DECIDE,
                        "Prints the JSON Schema of what -o json of evaluate, stress, flip, sensitivity, simulate, whatif, compare, break-even, exposure and frontier writes, for other programs.",
                        example("schema decision-record", "the schema of evaluate -o json"),
                        example("schema flip > flip.schema.json", "that of flip -o json, in a file"))
                .taking(OF);
    }

    @Override
    public Outcome run(Words words, Output output) {
        output.data(words.get(OF).text());
        return Outcome.DECIDED;
    }
}
