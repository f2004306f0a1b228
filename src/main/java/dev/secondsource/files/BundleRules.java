package dev.secondsource.files;

import dev.secondsource.knowledge.RuleSource;
import dev.secondsource.knowledge.drools.CompileRules;
import dev.secondsource.knowledge.drools.KnowledgeLoader;
import dev.secondsource.problem.Checked;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * A step of the build: compiles the rules folder into classes beside the program's own, so that a start need not.
 * Fails the build, with every problem, if a rule is wrong.
 */
public final class BundleRules {
    private BundleRules() {}

    /** @param args the rules folder, and the folder of the program's classes */
    public static void main(String[] args) throws IOException {
        Path rules = Path.of(args[0]);
        Path classes = Path.of(args[1]);
        List<RuleSource> sources = RuleFiles.read(rules).orThrow();
        Path index = classes.resolve(KnowledgeFiles.INDEX);
        Files.createDirectories(index.getParent());
        Files.writeString(index, sources.stream().map(RuleSource::path).collect(Collectors.joining("\n", "", "\n")));
        Files.writeString(classes.resolve(KnowledgeFiles.FINGERPRINT), KnowledgeLoader.sha256(sources) + "\n");
        if (CompileRules.isCompiled(KnowledgeLoader.sha256(sources))) return;
        Checked<SortedMap<String, byte[]>> compiled = KnowledgeFiles.policyIn(rules).then(policy ->
                CompileRules.compile(sources, policy, rules.resolve(KnowledgeFiles.POLICY).toString(), KnowledgeFiles.formulaKeys()));
        if (!compiled.problems().isEmpty())
            throw new IllegalArgumentException("the rules are wrong:\n" + compiled.problems().stream().map(Object::toString).collect(Collectors.joining("\n")));
        deleteEarlier(classes.resolve(CompileRules.FOLDER));
        for (Map.Entry<String, byte[]> file : compiled.orThrow().entrySet()) {
            Path target = classes.resolve(file.getKey());
            Files.createDirectories(target.getParent());
            Files.write(target, file.getValue());
        }
    }

    private static void deleteEarlier(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) return;
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }
}
