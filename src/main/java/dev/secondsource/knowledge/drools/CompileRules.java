package dev.secondsource.knowledge.drools;

import dev.secondsource.knowledge.Rule;
import dev.secondsource.knowledge.RuleSource;
import dev.secondsource.policy.PolicyBook;
import dev.secondsource.problem.Checked;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Compiles the bundled rules when the program is built, so that a start does not. */
public final class CompileRules {
    /** Folder of the class path that the classes of the model fill. */
    public static final String FOLDER = "secondsource";

    private CompileRules() {}

    /** Files to lay on the class path, by path: the classes of the model and the catalogue; or what is wrong. */
    public static Checked<SortedMap<String, byte[]>> compile(List<RuleSource> sources, PolicyBook policyBook, String policyFile, Set<String> formulaKeys) {
        return KnowledgeLoader.check(sources, policyBook, policyFile, formulaKeys).then(rules -> RuleCompiler.compile(rules).then(compiled -> {
            SortedMap<String, byte[]> files = new TreeMap<>(compiled.classes());
            files.put(CompiledBundle.RESOURCE, catalogue(sources, rules, compiled));
            return Checked.of(files);
        }));
    }

    /** Whether the class path already holds the compilation of these very rule files against these very words. */
    public static boolean isCompiled(String sha256) {
        try {
            return CompiledBundle.of(sha256).filter(bundle -> bundle.words().equals(Vocabulary.fingerprint())).isPresent();
        } catch (JacksonException madeByAnEarlierVersion) {
            return false;
        }
    }

    private static byte[] catalogue(List<RuleSource> sources, List<Rule> rules, RuleCompiler.Compiled compiled) {
        return JsonMapper.shared().writeValueAsBytes(new CompiledBundle(KnowledgeLoader.sha256(sources), Vocabulary.fingerprint(), compiled.modelClass(), rules));
    }
}
