package dev.secondsource.files;

import dev.secondsource.authoring.Soundness;
import dev.secondsource.knowledge.RuleSource;
import dev.secondsource.knowledge.drools.KnowledgeLoader;
import dev.secondsource.knowledge.drools.Premises;
import dev.secondsource.policy.PolicyBook;
import dev.secondsource.policy.Tag;
import dev.secondsource.problem.Checked;
import dev.secondsource.problem.Problem;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A rules folder as somebody works on it: everything wrong with it at once, each with file and line. */
public final class RulesFolder {
    private static final Pattern KEY = Pattern.compile("number\\s*\\(\\s*\"([^\"\\n]*)\"");
    private static final String VALUES = "values";

    private RulesFolder() {}

    /**
     * What is wrong with the rules, the policy and the scenarios in a folder; empty if nothing is. Each file is read by itself, then
     * all are held against each other, then their conditions are looked into, and what is right so far is compiled.
     */
    public static List<Problem> problems(Path folder) {
        Checked<List<RuleSource>> read = RuleFiles.read(folder);
        Checked<PolicyBook> policy = KnowledgeFiles.policyIn(folder);
        List<Problem> problems = new ArrayList<>(read.problems());
        problems.addAll(policy.problems());
        problems.addAll(ScenarioFiles.in(folder, policy instanceof Checked.Valid<PolicyBook> book ? book.value() : null).problems());
        if (read instanceof Checked.Valid<List<RuleSource>> sources) {
            String file = folder.resolve(KnowledgeFiles.POLICY).toString();
            boolean readable = policy instanceof Checked.Valid;
            // With a policy that cannot be read, every key the rules name is taken to be in it.
            PolicyBook book = readable ? policy.orThrow() : bookOf(sources.value());
            KnowledgeLoader.Draft draft = KnowledgeLoader.draft(sources.value(), book, file, readable ? KnowledgeFiles.formulaKeys() : Set.of());
            problems.addAll(draft.problems());
            if (readable) problems.addAll(Soundness.problems(Premises.of(draft.rules()), book));
            if (problems.isEmpty()) problems.addAll(KnowledgeFiles.in(folder).problems());
        }
        @Nullable YamlDocument document = document(folder);
        return problems.stream().map(p -> placed(p, folder, document)).sorted().distinct().toList();
    }

    private static PolicyBook bookOf(List<RuleSource> sources) {
        SortedMap<String, PolicyBook.Entry> entries = new TreeMap<>();
        for (RuleSource source : sources) {
            Matcher key = KEY.matcher(source.text());
            while (key.find()) entries.put(key.group(1), new PolicyBook.Entry(key.group(1), "", "", null, null,
                    List.of(new PolicyBook.Dated(LocalDate.EPOCH, BigDecimal.ZERO, Tag.JUDGEMENT, ""))));
        }
        return new PolicyBook("", entries, new TreeMap<>());
    }

    /** Problems name files from where the user stands, and a policy key by its line. */
    private static Problem placed(Problem problem, Path folder, @Nullable YamlDocument policy) {
        if (policy != null && problem.line() == null && problem.file().equals(policy.file())) {
            String pointer = problem.path().startsWith(VALUES + ".")
                    ? YamlDocument.child("/" + VALUES, problem.path().substring(VALUES.length() + 1)) : "/" + VALUES;
            return new Problem(problem.file(), policy.line(pointer), problem.path(), problem.what(), problem.mend());
        }
        return KnowledgeFiles.placed(folder, problem);
    }

    private static @Nullable YamlDocument document(Path folder) {
        Path file = folder.resolve(KnowledgeFiles.POLICY);
        try {
            return YamlText.read(Files.readString(file), file.toString()) instanceof Checked.Valid<YamlDocument> valid ? valid.value() : null;
        } catch (IOException told) {
            return null;
        }
    }
}
