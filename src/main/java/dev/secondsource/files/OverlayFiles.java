package dev.secondsource.files;

import dev.secondsource.market.Overlay;
import dev.secondsource.problem.Checked;
import dev.secondsource.problem.Problem;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The buyer's negotiated terms: one file, which no market folder holds and nobody publishes. */
public final class OverlayFiles {
    private OverlayFiles() {}

    /** The terms in a file, or everything wrong with it at once. */
    public static Checked<Overlay> read(Path file) {
        String name = file.toString();
        try {
            return read(Files.readString(file), name);
        } catch (CharacterCodingException e) {
            return Checked.wrong(Problem.in(name, "bytes that are not UTF-8", "save the file as UTF-8"));
        } catch (IOException e) {
            return Checked.wrong(Problem.in(name, "cannot be read: " + TextFiles.reason(e), "check the file and your rights to it"));
        }
    }

    /**
     * The terms a text holds, or everything wrong with it at once, each with line, path and what would be right. Whether
     * its offers exist is for the market to say.
     *
     * @param file name to report problems under
     */
    public static Checked<Overlay> read(String text, String file) {
        return YamlText.read(text, file).then(document -> new OverlayShape(document).overlay());
    }
}
