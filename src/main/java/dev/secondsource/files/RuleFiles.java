package dev.secondsource.files;

import dev.secondsource.knowledge.RuleSource;
import dev.secondsource.problem.Checked;
import dev.secondsource.problem.Problem;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads a rules folder: every {@code .drl} file below it. */
public final class RuleFiles {
    private static final String RULE = ".drl";
    /** Some editors add .txt to a name, and some systems capitals. */
    private static final Pattern MEANT_AS_RULE = Pattern.compile(".*\\.drl(?:\\.txt)?", Pattern.CASE_INSENSITIVE);

    private RuleFiles() {}

    /** Whether there is such a folder at all. */
    public static boolean isFolder(Path folder) {
        return Files.isDirectory(folder);
    }

    /** All rule files, sorted by path; problems for what cannot be read, so that no rule is dropped in silence. */
    public static Checked<List<RuleSource>> read(Path folder) {
        if (!isFolder(folder)) return Checked.wrong(Problem.in(folder.toString(), "there is no such rules folder", "name a folder with policy.yaml and rule files"));
        List<RuleSource> sources = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(f -> MEANT_AS_RULE.matcher(f.getFileName().toString()).matches()).sorted().toList()) {
                String path = folder.relativize(file).toString().replace('\\', '/');
                if (!path.endsWith(RULE)) {
                    problems.add(Problem.in(path, "the file's name does not end in .drl, so that no rule would be read from it", "rename it, or move it away"));
                    continue;
                }
                try {
                    sources.add(new RuleSource(path, Files.readString(file)));
                } catch (CharacterCodingException e) {
                    problems.add(Problem.in(path, "the file is not UTF-8 text", "save it as UTF-8"));
                }
            }
        } catch (IOException e) {
            problems.add(Problem.in(folder.toString(), "cannot be read: " + e.getMessage(), "check that you may read it"));
        }
        if (problems.isEmpty() && sources.isEmpty()) problems.add(Problem.in(folder.toString(), "holds no rule files", "name a folder with .drl files below it"));
        return problems.isEmpty() ? Checked.of(List.copyOf(sources)) : Checked.wrong(problems);
    }
}
