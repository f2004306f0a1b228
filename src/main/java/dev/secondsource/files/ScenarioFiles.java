package dev.secondsource.files;

import dev.secondsource.policy.PolicyBook;
import dev.secondsource.problem.Checked;
import dev.secondsource.problem.Problem;
import dev.secondsource.stress.Scenarios;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The scenario file of a rules folder: what may turn out otherwise than assumed. */
public final class ScenarioFiles {
    static final String SCENARIOS = "scenarios.yaml";

    private ScenarioFiles() {}

    /**
     * The scenarios in a folder of the user's; those that ship with the program if the folder has none.
     *
     * @param policy whose values they may set; null if it is not known, and then any
     */
    public static Checked<Scenarios> in(Path folder, @Nullable PolicyBook policy) {
        Path file = folder.resolve(SCENARIOS);
        return Files.exists(file) ? read(file, policy) : bundled();
    }

    /** The scenarios that ship with the program. */
    public static Checked<Scenarios> bundled() {
        return read(KnowledgeFiles.bundledText(SCENARIOS), SCENARIOS, null);
    }

    private static Checked<Scenarios> read(Path file, @Nullable PolicyBook policy) {
        String name = file.toString();
        try {
            return read(Files.readString(file), name, policy);
        } catch (CharacterCodingException e) {
            return Checked.wrong(Problem.in(name, "bytes that are not UTF-8", "save the file as UTF-8"));
        } catch (IOException e) {
            return Checked.wrong(Problem.in(name, "cannot be read: " + TextFiles.reason(e), "check the file and your rights to it"));
        }
    }

    /**
     * The scenarios a text holds, or everything wrong with it at once, each with line, path and what would be right.
     *
     * @param file name to report problems under
     * @param policy whose values they may set; null if it is not known, and then any
     */
    public static Checked<Scenarios> read(String text, String file, @Nullable PolicyBook policy) {
        return YamlText.read(text, file).then(document -> new ScenarioShape(document, policy).scenarios());
    }
}
