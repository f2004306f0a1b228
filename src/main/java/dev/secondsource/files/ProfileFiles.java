package dev.secondsource.files;

import dev.secondsource.problem.Checked;
import dev.secondsource.problem.Nearest;
import dev.secondsource.problem.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Profiles on disk. */
public final class ProfileFiles {
    private static final long LONGEST = 4_000_000;

    private ProfileFiles() {}

    /** Reads one profile file; a missing or unreadable file is a problem like any other. */
    public static Checked<ReadProfile> read(Path file) {
        String name = file.toString();
        try {
            if (Files.isDirectory(file)) return Checked.wrong(Problem.in(name, "this is a directory", "name a profile file in it"));
            if (!Files.exists(file)) return Checked.wrong(Problem.in(name, "there is no such file", nearby(file)));
            if (Files.size(file) > LONGEST) return Checked.wrong(Problem.in(name, "longer than " + LONGEST + " bytes", "check that this is a profile"));
            return decoded(Files.readAllBytes(file), name).then(text -> ProfileReader.read(text, name));
        } catch (IOException e) {
            return Checked.wrong(Problem.in(name, "cannot be read: " + TextFiles.reason(e), "check the file and your rights to it"));
        }
    }

    /** Something stands at the path. */
    public static boolean exists(Path path) {
        return Files.exists(path);
    }

    /** The path names a directory, so that the profiles in it are meant. */
    public static boolean isDirectory(Path path) {
        return Files.isDirectory(path);
    }

    /**
     * The profile files directly in a directory ({@code .yaml}, {@code .yml}, {@code .json}), sorted by name; a problem
     * if it has none.
     */
    public static Checked<List<Path>> in(Path directory) {
        String name = directory.toString();
        if (!Files.isDirectory(directory)) return Checked.wrong(Problem.in(name, "there is no such directory", "name a directory of profile files"));
        try (Stream<Path> entries = Files.list(directory)) {
            List<Path> files = entries.filter(Files::isRegularFile).filter(ProfileFiles::isProfile).sorted().toList();
            if (files.isEmpty()) return Checked.wrong(Problem.in(name, "no profile in this directory", "put .yaml or .json profiles there"));
            return Checked.of(files);
        } catch (IOException e) {
            return Checked.wrong(Problem.in(name, "cannot be read: " + TextFiles.reason(e), "check your rights to it"));
        }
    }

    private static Checked<String> decoded(byte[] bytes, String name) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CharBuffer text = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), text, true);
        text.flip();
        if (!result.isError()) return Checked.of(text.toString());
        int line = 1 + (int) text.chars().filter(c -> c == '\n').count();
        return Checked.wrong(new Problem(name, line, "", "bytes that are not UTF-8", "save the file as UTF-8"));
    }

    private static boolean isProfile(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return !name.startsWith(".") && (name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json"));
    }

    private static String nearby(Path file) throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        if (directory == null || !Files.isDirectory(directory)) return "check the path";
        try (Stream<Path> entries = Files.list(directory)) {
            List<String> names = entries.filter(ProfileFiles::isProfile).map(p -> p.getFileName().toString()).sorted().toList();
            return Nearest.to(file.getFileName().toString(), names).map(n -> "did you mean " + n + "?").orElse("check the path");
        }
    }
}
