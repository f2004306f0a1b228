package dev.secondsource.files;

import dev.secondsource.authoring.Skeleton;
import dev.secondsource.knowledge.Family;
import dev.secondsource.knowledge.RuleSource;
import dev.secondsource.problem.Checked;
import dev.secondsource.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lays a new rule, its threshold and its test into a checkout; nothing that is there is overwritten. */
public final class NewRule {
    private static final Pattern ID = Pattern.compile("@id\\(\\s*\"([^\"\\n]*)\"");
    private static final Path TESTS = Path.of("src", "test", "java");

    private NewRule() {}

    /**
     * What was made.
     *
     * @param id of the rule
     * @param rule its file
     * @param policy the file that has the new key
     * @param key the new key
     * @param keyLine 1-based line of the key
     * @param test its test; empty if the rules lie beside no tests
     */
    public record Made(String id, Path rule, Path policy, String key, int keyLine, Optional<Path> test) {}

    /** Makes all of it, or nothing and says why. */
    public static Checked<Made> make(Path folder, Family family, String name) {
        Checked<List<RuleSource>> read = RuleFiles.read(folder);
        Checked<String> policy = policyText(folder);
        List<Problem> problems = new ArrayList<>(read.problems());
        problems.addAll(policy.problems());
        if (!problems.isEmpty()) return Checked.wrong(problems);
        OptionalInt number = Skeleton.nextNumber(family, ids(read.orThrow()));
        if (number.isEmpty()) return Checked.wrong(Problem.in(folder.toString(), "the ids of " + family.folder() + " are used up", "use another family"));
        Skeleton skeleton = Skeleton.of(family, name, number.getAsInt());

        Path rule = folder.resolve(skeleton.rulePath());
        Optional<Path> tests = Optional.of(folder.toAbsolutePath().normalize().resolveSibling(TESTS)).filter(Files::isDirectory);
        Optional<Path> test = tests.map(t -> t.resolve(skeleton.testPath()));
        problems.addAll(taken(name, rule, test, folder, read.orThrow()));
        Path policyFile = folder.resolve(KnowledgeFiles.POLICY);
        Checked<Inserted> inserted = inserted(policy.orThrow(), policyFile.toString(), skeleton);
        problems.addAll(inserted.problems());
        if (!problems.isEmpty()) return Checked.wrong(problems);

        List<Path> written = new ArrayList<>();
        Optional<Problem> problem = write(rule, skeleton.rule(), written);
        if (problem.isEmpty() && test.isPresent()) problem = write(test.get(), skeleton.test(), written);
        if (problem.isEmpty()) problem = TextFiles.write(policyFile, inserted.orThrow().text);
        if (problem.isPresent()) {
            written.forEach(file -> file.toFile().delete());
            return Checked.wrong(problem.get());
        }
        return Checked.of(new Made(skeleton.id(), rule, policyFile, skeleton.key(), inserted.orThrow().line, test));
    }

    private static Set<String> ids(List<RuleSource> sources) {
        Set<String> ids = new HashSet<>();
        for (RuleSource source : sources) {
            Matcher id = ID.matcher(source.text());
            while (id.find()) ids.add(id.group(1));
        }
        return ids;
    }

    private static List<Problem> taken(String name, Path rule, Optional<Path> test, Path folder, List<RuleSource> sources) {
        List<Problem> problems = new ArrayList<>();
        for (RuleSource source : sources)
            if (source.path().endsWith("/" + name + ".drl"))
                problems.add(Problem.in(folder.resolve(source.path()).toString(), "there is a rule of this name", "name the situation that the new rule alone describes"));
        if (problems.isEmpty() && Files.exists(rule)) problems.add(Problem.in(rule.toString(), "this file is there already", "use another name"));
        test.filter(Files::exists).ifPresent(file -> problems.add(Problem.in(file.toString(), "this file is there already", "use another name, or move it away")));
        return problems;
    }

    private static Checked<String> policyText(Path folder) {
        Path file = folder.resolve(KnowledgeFiles.POLICY);
        return KnowledgeFiles.policyIn(folder).then(book -> {
            try {
                return Checked.of(Files.readString(file));
            } catch (IOException e) {
                return Checked.wrong(Problem.in(file.toString(), "cannot be read: " + TextFiles.reason(e), "check the file and your rights to it"));
            }
        });
    }

    private record Inserted(String text, int line) {}

    /** After the last key of the family, so that keys that belong together stand together; else after the last key. */
    private static Checked<Inserted> inserted(String text, String file, Skeleton skeleton) {
        return YamlText.read(text, file).then(document -> {
            if (document.places().containsKey(YamlDocument.child("/values", skeleton.key())))
                return Checked.wrong(new Problem(file, document.line(YamlDocument.child("/values", skeleton.key())), "values." + skeleton.key(),
                        "this key is there already", "use another name"));
            YamlPlace values = document.places().get("/values");
            if (values == null || values.flow())
                return Checked.wrong(new Problem(file, document.line("/values"), "values", "is written in braces", "write one key a line, or add the key by hand:\n" + skeleton.entry()));
            String family = skeleton.key().substring(0, skeleton.key().indexOf('.') + 1);
            List<String> keys = List.copyOf(document.root().get("values").propertyNames());
            String after = keys.stream().filter(key -> key.startsWith(family)).reduce((one, other) -> other).orElse(keys.get(keys.size() - 1));
            int end = text.indexOf('\n', Math.max(0, document.places().get(YamlDocument.child("/values", after)).end() - 1));
            String before = end < 0 ? text + "\n" : text.substring(0, end + 1);
            String entry = skeleton.entry().indent(values.column());
            String whole = before + entry + (end < 0 ? "" : text.substring(end + 1));
            int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
            return PolicyFiles.read(whole, file).then(book -> Checked.of(new Inserted(whole, line)));
        });
    }

    private static Optional<Problem> write(Path file, String text, List<Path> written) {
        Optional<Problem> problem = TextFiles.makeDirectory(file.getParent()).or(() -> TextFiles.write(file, text));
        if (problem.isEmpty()) written.add(file);
        return problem;
    }
}
