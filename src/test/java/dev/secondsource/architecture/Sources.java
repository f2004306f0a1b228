package dev.secondsource.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Java sources as text, for what class files no longer hold. */
final class Sources {
    private static final Pattern PUBLIC_TYPE = Pattern.compile("(?m)^public (?:(?:final|sealed|non-sealed|abstract|strictfp) )*(?:class|interface|@interface|record|enum) (\\w+)");

    private final Path root;

    Sources(Path root) {
        this.root = root;
    }

    List<Path> files() {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(f -> f.toString().endsWith(".java")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Packages that hold a type. */
    List<String> packages() {
        return files().stream().map(f -> root.relativize(f.getParent()).toString().replace('/', '.')).distinct().toList();
    }

    /** The root package holds the main class alone and answers no question. */
    List<String> packagesWithoutAQuestion() {
        return files().stream().map(Path::getParent).distinct().filter(folder -> !asks(folder))
                .map(folder -> root.relativize(folder).toString()).filter(folder -> folder.chars().filter(c -> c == '/').count() > 1).toList();
    }

    private static boolean asks(Path folder) {
        Path info = folder.resolve("package-info.java");
        return Files.exists(info) && read(info).matches("(?s)/\\*\\*[^?]*\\?.*\\*/\\s*(@\\w+\\s*)*package .*");
    }

    List<String> publicTypesWithoutADescription() {
        return files().stream().filter(f -> !isDescribed(read(f))).map(f -> root.relativize(f).toString()).toList();
    }

    private static boolean isDescribed(String text) {
        Matcher type = PUBLIC_TYPE.matcher(text);
        if (!type.find()) return true;
        String before = text.substring(0, type.start()).replaceAll("(?ms)^@\\w+(\\(.*?\\)$)?", "").stripTrailing();
        return before.endsWith("*/") && before.startsWith("/**", before.lastIndexOf("/*"));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
