package dev.secondsource.files;

import dev.secondsource.problem.Checked;
import dev.secondsource.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Decision records on disk. */
public final class RecordFiles {
    private static final String KIND = "decision-record/";
    private static final String SCHEMA = KIND + "1";
    private static final long LONGEST = 200_000_000;
    private static final int A_LOOK = 400;

    private RecordFiles() {}

    /** A file that says it is a decision record, of whatever version; anything else may be a profile. */
    public static boolean isRecord(Path file) {
        if (!Files.isRegularFile(file)) return false;
        try (var in = Files.newInputStream(file)) {
            String start = new String(in.readNBytes(A_LOOK), java.nio.charset.StandardCharsets.UTF_8);
            return start.stripLeading().startsWith("{") && start.contains("\"" + KIND);
        } catch (IOException e) {
            return false;
        }
    }

    /** Reads a record of the version this program writes. */
    public static Checked<Recorded> read(Path file) {
        String name = file.toString();
        try {
            if (Files.size(file) > LONGEST) return Checked.wrong(Problem.in(name, "longer than " + LONGEST + " bytes", "check that this is a decision record"));
            JsonNode root = JsonMapper.shared().readTree(Files.readAllBytes(file));
            String schema = root.path("schema").asString("");
            if (!schema.equals(SCHEMA)) return Checked.wrong(new Problem(name, null, "schema", "this is a \"" + schema + "\", and this program reads " + SCHEMA,
                    "decide again with this program, or use the one that wrote it"));
            return Checked.of(RecordedDecision.of(RecordNode.root(root)));
        } catch (IOException e) {
            return Checked.wrong(Problem.in(name, "cannot be read: " + TextFiles.reason(e), "check the file and your rights to it"));
        } catch (JacksonException e) {
            return Checked.wrong(new Problem(name, e.getLocation() == null ? null : e.getLocation().getLineNr(), "", "is no JSON from here on", "write the record again with evaluate -o json --out FILE"));
        } catch (RecordNode.Wrong e) {
            return Checked.wrong(new Problem(name, null, e.path(), e.getMessage() + ", so this is no whole decision record", "write it again with evaluate -o json --out FILE"));
        }
    }
}
