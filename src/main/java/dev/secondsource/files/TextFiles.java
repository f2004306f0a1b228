package dev.secondsource.files;

import dev.secondsource.problem.Problem;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Writes whole files: a reader sees the old one or the new one, never a part. */
public final class TextFiles {
    private TextFiles() {}

    /**
     * Writes a text as UTF-8, all of it or nothing: it is written beside the file and then moved over it. A link is
     * followed; what is no file, such as a pipe or a device, is written to and never replaced.
     *
     * @return the problem, if it could not be written
     */
    public static Optional<Problem> write(Path file, String text) {
        String name = file.toString();
        Path directory = file.toAbsolutePath().getParent();
        if (Files.isDirectory(file)) return Optional.of(Problem.in(name, "this is a directory", "name a file"));
        if (directory == null || !Files.isDirectory(directory))
            return Optional.of(Problem.in(name, "there is no directory " + directory, "make it first"));
        Path beside = null;
        try {
            Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
            if (Files.exists(target) && !Files.isRegularFile(target)) {
                Files.writeString(target, text, StandardOpenOption.WRITE);
                return Optional.empty();
            }
            beside = target.resolveSibling("." + target.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
            Files.writeString(beside, text);
            move(beside, target);
            return Optional.empty();
        } catch (IOException e) {
            if (beside != null) beside.toFile().delete();
            return Optional.of(Problem.in(name, "cannot be written: " + reason(e), "check the directory and your rights to it"));
        }
    }

    /** Makes a directory for output, its parents too, unless it is there. */
    public static Optional<Problem> makeDirectory(Path directory) {
        if (Files.isDirectory(directory)) return Optional.empty();
        try {
            Files.createDirectories(directory);
            return Optional.empty();
        } catch (FileAlreadyExistsException e) {
            return Optional.of(Problem.in(directory.toString(), "is a file, not a directory", "name a directory for the results"));
        } catch (IOException e) {
            return Optional.of(Problem.in(directory.toString(), "cannot be made: " + reason(e), "name a directory you may write to"));
        }
    }

    /** Why a file could not be read or written, in words. */
    static String reason(IOException e) {
        if (e instanceof AccessDeniedException) return "you may not";
        if (e instanceof NoSuchFileException) return "there is no such file";
        String name = e.getClass().getSimpleName().replace("Exception", "");
        if (e.getMessage() == null) return name;
        // What has no kind of its own says in its message what the operating system said.
        return e.getClass() == IOException.class ? e.getMessage() : name + " " + e.getMessage();
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Whether a file stands in a folder or below it, by whatever links; neither need be there. */
    public static boolean isWithin(Path file, Path folder) {
        return real(file).startsWith(real(folder));
    }

    /** With links followed as far as there is something to follow. */
    private static Path real(Path file) {
        Path plain = file.toAbsolutePath().normalize();
        try {
            return plain.toRealPath();
        } catch (IOException e) {
            return plain.getParent() == null ? plain : real(plain.getParent()).resolve(plain.getFileName());
        }
    }
}
