package dev.secondsource.files;

import dev.secondsource.cost.Costing;
import dev.secondsource.decision.DecisionMaker;
import dev.secondsource.fit.Fitting;
import dev.secondsource.knowledge.KnowledgeBase;
import dev.secondsource.knowledge.RuleSource;
import dev.secondsource.knowledge.drools.KnowledgeLoader;
import dev.secondsource.market.Plausible;
import dev.secondsource.policy.PolicyBook;
import dev.secondsource.problem.Checked;
import dev.secondsource.problem.Problem;
import dev.secondsource.sensitivity.Levers;
import dev.secondsource.simulation.Simulation;
import dev.secondsource.stress.Stress;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Reads a rules folder, or the bundled copy of it, into a knowledge base. */
public final class KnowledgeFiles {
    static final String POLICY = "policy.yaml";
    private static final String RULE_FILE = ".drl";
    private static final String BUNDLED = "rules/";
    static final String INDEX = BUNDLED + "index.txt";
    static final String FINGERPRINT = BUNDLED + "sha256.txt";

    private KnowledgeFiles() {}

    /** The rules and the policy in a folder of the user's. */
    public static Checked<KnowledgeBase> in(Path folder) {
        return placed(folder, RuleFiles.read(folder).then(sources -> policyIn(folder).then(book ->
                KnowledgeLoader.load(sources, book, folder.resolve(POLICY).toString(), formulaKeys()))));
    }

    /** Whether a folder holds the very rules and the policy that ship with the program. */
    public static boolean isBundled(Path folder, KnowledgeBase read) {
        try {
            return read.sha256().equals(resource(FINGERPRINT).strip()) && Files.readString(folder.resolve(POLICY)).equals(resource(BUNDLED + POLICY));
        } catch (IOException e) {
            return false;
        }
    }

    /** Problems name rule files from where the user stands, not from the rules folder. */
    private static Checked<KnowledgeBase> placed(Path folder, Checked<KnowledgeBase> loaded) {
        if (!(loaded instanceof Checked.Invalid<KnowledgeBase> invalid)) return loaded;
        return Checked.wrong(invalid.problems().stream()
                .map(p -> placed(folder, p))
                .toList());
    }

    static Problem placed(Path folder, Problem problem) {
        return problem.file().endsWith(RULE_FILE) && !Path.of(problem.file()).startsWith(folder)
                ? new Problem(folder.resolve(problem.file()).toString(), problem.line(), problem.path(), problem.what(), problem.mend()) : problem;
    }

    /** The policy in a folder of the user's. */
    public static Checked<PolicyBook> policyIn(Path folder) {
        Path file = folder.resolve(POLICY);
        if (!Files.isRegularFile(file)) return Checked.wrong(Problem.in(file.toString(), "there is no such file", "a rules folder holds the thresholds in policy.yaml"));
        return PolicyFiles.read(file);
    }

    /** The rules and the policy that ship with the program. */
    public static Checked<KnowledgeBase> bundled() {
        List<RuleSource> sources = new ArrayList<>();
        for (String path : resource(INDEX).lines().toList()) sources.add(new RuleSource(path, resource(BUNDLED + path)));
        return PolicyFiles.read(resource(BUNDLED + POLICY), POLICY)
                .then(book -> KnowledgeLoader.load(sources, book, POLICY, formulaKeys()));
    }

    /** Policy keys that formulas read. */
    public static Set<String> formulaKeys() {
        Set<String> keys = new TreeSet<>(Fitting.policyKeys());
        keys.addAll(Costing.policyKeys());
        keys.addAll(DecisionMaker.policyKeys());
        keys.addAll(Stress.policyKeys());
        keys.addAll(Levers.policyKeys());
        keys.addAll(Plausible.policyKeys());
        keys.addAll(Simulation.policyKeys());
        return keys;
    }

    /** A file of the rules folder as it ships with the program. */
    static String bundledText(String name) {
        return resource(BUNDLED + name);
    }

    private static String resource(String name) {
        try (InputStream in = KnowledgeFiles.class.getClassLoader().getResourceAsStream(name)) {
            if (in == null) throw new IllegalStateException("the program was built without " + name);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("cannot read the bundled " + name, e);
        }
    }
}
