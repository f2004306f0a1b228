package dev.secondsource.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a folder held at a moment, as far as names, sizes and times tell: equal states mean that nothing needs to be read
 * again.
 *
 * @param files size and time of the last change, by path
 */
public record FolderState(Map<String, String> files) {

    /** Of all files below a folder; empty if that cannot be told. */
    public static Optional<FolderState> of(Path folder) {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path file : paths.filter(Files::isRegularFile).toList())
                files.put(file.toString(), Files.size(file) + " " + Files.getLastModifiedTime(file));
            return Optional.of(new FolderState(files));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
