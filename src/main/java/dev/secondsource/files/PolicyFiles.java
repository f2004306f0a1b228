package dev.secondsource.files;

import dev.secondsource.policy.PolicyBook;
import dev.secondsource.problem.Checked;
import dev.secondsource.problem.Problem;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The policy file: every threshold with its unit, meaning, dated values and source. */
public final class PolicyFiles {
    private PolicyFiles() {}

    /** Reads one policy file; a missing or unreadable file is a problem like any other. */
    public static Checked<PolicyBook> read(Path file) {
        String name = file.toString();
        try {
            if (!Files.isRegularFile(file)) return Checked.wrong(Problem.in(name, "there is no such file", "check the path"));
            return read(Files.readString(file), name);
        } catch (CharacterCodingException e) {
            return Checked.wrong(Problem.in(name, "bytes that are not UTF-8", "save the file as UTF-8"));
        } catch (IOException e) {
            return Checked.wrong(Problem.in(
                    name, "cannot be read: " + e.getClass().getSimpleName(), "check the file and your rights to it"));
        }
    }

    /**
     * The policy a text says, or everything wrong with it at once, each with line, path and what would be right.
     *
     * @param file name to report problems under
     */
    public static Checked<PolicyBook> read(String text, String file) {
        return YamlText.read(text, file).then(document -> new PolicyShape(document).book());
    }
}
