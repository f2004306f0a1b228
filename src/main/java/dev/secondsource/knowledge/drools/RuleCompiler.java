package dev.secondsource.knowledge.drools;

import dev.secondsource.knowledge.Rule;
import dev.secondsource.problem.Checked;
import dev.secondsource.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;

/** Compiles checked rules into the classes of an executable model. */
final class RuleCompiler {
    static final String PACKAGE = "secondsource.rules";
    private static final String FOLDER = "src/main/resources/" + PACKAGE.replace('.', '/') + "/";
    private static final long TIMEOUT_SECONDS = 300;

    static {
        // Parallel builds of the executable model fail now and then in Drools 10.2.
        System.setProperty("drools.parallelRulesBuildThreshold", "-1");
    }

    private RuleCompiler() {}

    /** Class files by path, {@code secondsource/rules/Rules….class}. */
    record Compiled(SortedMap<String, byte[]> classes) {
        /** Name of the class that implements the model. */
        String modelClass() {
            return classes.keySet().stream()
                    .filter(p -> p.matches(PACKAGE.replace('.', '/') + "/Rules[0-9A-F]+\\.class"))
                    .map(p -> p.substring(0, p.length() - ".class".length()).replace('/', '.'))
                    .findFirst().orElseThrow(() -> new IllegalStateException("the compiler made no model"));
        }
    }

    /** Compiles all rules; on failure each is compiled alone, so that the error names its file. */
    static Checked<Compiled> compile(List<Rule> rules) {
        Checked<Compiled> whole = bounded(rules);
        if (whole instanceof Checked.Valid<Compiled> || rules.size() == 1) return whole;
        List<Problem> attributed = new ArrayList<>();
        for (Rule rule : rules) attributed.addAll(bounded(List.of(rule)).problems());
        return attributed.isEmpty() ? whole : Checked.wrong(attributed);
    }

    private static Checked<Compiled> bounded(List<Rule> rules) {
        FutureTask<Checked<Compiled>> task = new FutureTask<>(() -> build(rules));
        Thread thread = new Thread(task, "rule-compiler");
        thread.setDaemon(true);
        thread.setContextClassLoader(RuleCompiler.class.getClassLoader());
        thread.start();
        try {
            return task.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            return Checked.wrong(Problem.in(rules.get(0).file(), "compiling takes longer than " + TIMEOUT_SECONDS + " s", "simplify the conditions"));
        } catch (ExecutionException e) {
            return Checked.wrong(Problem.in(rules.size() == 1 ? rules.get(0).file() : "rules", "the compiler failed: " + e.getCause().getMessage(), "simplify the conditions"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while rules were compiled", e);
        }
    }

    private static Checked<Compiled> build(List<Rule> rules) {
        KieServices services = KieServices.get();
        ReleaseId release = services.newReleaseId("dev.secondsource", "rules", UUID.randomUUID().toString());
        KieFileSystem files = services.newKieFileSystem();
        files.generateAndWritePomXML(release);
        for (Rule rule : rules) files.write(FOLDER + rule.file().replace('/', '_'), prelude() + rule.text());
        files.write(FOLDER + "scopes.drl", prelude() + Scopes.of(rules).drl());
        KieBuilder builder = services.newKieBuilder(files, RuleCompiler.class.getClassLoader());
        try {
            builder.buildAll(ExecutableModelProject.class);
            List<Problem> problems = new ArrayList<>();
            for (Message message : builder.getResults().getMessages(Message.Level.ERROR))
                problems.add(new Problem(String.valueOf(message.getPath()).replaceFirst("^.*secondsource/rules/", "").replaceFirst("_", "/"),
                        message.getLine() > 0 ? message.getLine() : null, "", firstLine(message.getText()), "compare it with another rule"));
            if (!problems.isEmpty()) return Checked.wrong(problems);
            InternalKieModule module = (InternalKieModule) builder.getKieModule();
            SortedMap<String, byte[]> classes = new TreeMap<>();
            for (String name : module.getFileNames())
                if (name.endsWith(".class") && name.startsWith("secondsource/")) classes.put(name, module.getBytes(name));
            return Checked.of(new Compiled(classes));
        } finally {
            services.getRepository().removeKieModule(release);
        }
    }

    /** Stands on the rule file's first line, so that the compiler's line numbers are the author's. */
    private static String prelude() {
        StringBuilder prelude = new StringBuilder("package " + PACKAGE + "; ");
        Vocabulary.SUBJECTS.values().stream().map(Class::getName).sorted().forEach(n -> prelude.append("import ").append(n).append("; "));
        Vocabulary.ENUMS.values().stream().map(Class::getName).sorted().forEach(n -> prelude.append("import ").append(n).append("; "));
        return prelude.append("import dev.secondsource.policy.Policy; global dev.secondsource.knowledge.drools.Findings findings; ").toString();
    }

    private static String firstLine(String text) {
        return text.strip().lines().findFirst().orElse("the compiler gave no reason");
    }

    /** Class files of a compiled base as a class loader, for bases that are not on the class path. */
    static ClassLoader loader(Compiled compiled) {
        Map<String, byte[]> classes = compiled.classes();
        return new ClassLoader(RuleCompiler.class.getClassLoader()) {
            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
                byte[] bytes = classes.get(name.replace('.', '/') + ".class");
                if (bytes == null) throw new ClassNotFoundException(name);
                return defineClass(name, bytes, 0, bytes.length);
            }
        };
    }

}
