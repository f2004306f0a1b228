package dev.secondsource.knowledge.drools;

import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Family;
import dev.secondsource.knowledge.Meaning;
import dev.secondsource.knowledge.Rule;
import dev.secondsource.knowledge.RuleSource;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.knowledge.State;
import dev.secondsource.policy.Policy;
import dev.secondsource.problem.Checked;
import dev.secondsource.problem.Nearest;
import dev.secondsource.problem.Problem;
import dev.secondsource.profile.Criterion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.AndDescr;
import org.drools.drl.ast.descr.AnnotationDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ExistsDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DroolsError;
import org.drools.drl.parser.DroolsParserException;
import org.drools.drl.parser.DrlParser;
import org.jspecify.annotations.Nullable;

/**
 * Reads one rule file into a {@link Rule}, refusing whatever is not of the style of the rule files. It works on Drools' own
 * parsed tree, so that what is checked is what is compiled, and before anything is compiled.
 */
final class RuleReader {
    /** The one thing a rule may do. */
    static final String CONSEQUENCE = "findings.report( drools );";

    private static final Set<String> ANNOTATIONS =
            Set.of("id", "severity", "effect", "state", "says", "mitigation", "defeats", "channel", "source");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]*)}");
    private static final Pattern KEBAB = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private final String file;
    private final String text;
    private final Set<String> policyKeys;
    private final List<Problem> problems = new ArrayList<>();

    private RuleReader(RuleSource source, Set<String> policyKeys) {
        this.file = source.path();
        this.text = source.text();
        this.policyKeys = policyKeys;
    }

    /**
     * @param policyKeys keys that exist; a rule that names another is refused, since it would be silent for ever
     * @return the rule, or every problem of the file with its line
     */
    static Checked<Rule> read(RuleSource source, Set<String> policyKeys) {
        return new RuleReader(source, policyKeys).read();
    }

    private Checked<Rule> read() {
        if (!readable()) return Checked.wrong(problems);
        Header header = Header.read(file, text, problems);
        Optional<Family> family = place();
        List<RuleDescr> descriptions = parse();
        if (descriptions.isEmpty() || family.isEmpty()) return Checked.wrong(problems);
        String name = name();
        RuleDescr first = descriptions.get(0);
        String id = annotation(first, "id").orElse("");
        if (!id.matches(family.get().prefix() + "-[0-9]{2}"))
            refuse(annotationLine(first, "id"), name, "@id(\"" + id + "\") is not an id of this family",
                    "use " + family.get().prefix() + "- and two digits");
        String source = annotation(first, "source").orElse("");
        if (source.isBlank()) refuse(first.getLine(), name, "the rule names no source", "add @source( \"…\" ) with the citation, or the judgement behind it");
        Optional<Criterion> channel = annotation(first, "channel").flatMap(c -> constant(first, "channel", c, Criterion.class));
        Set<String> defeats = new LinkedHashSet<>();
        annotation(first, "defeats").ifPresent(list -> Arrays.stream(list.split(",")).map(String::strip).forEach(defeats::add));
        for (RuleDescr other : descriptions.subList(1, descriptions.size()))
            for (String shared : List.of("id", "source", "channel", "defeats"))
                if (!annotation(other, shared).orElse("").isEmpty() && !shared.equals("id") || shared.equals("id") && !annotation(other, "id").orElse(id).equals(id))
                    refuse(annotationLine(other, shared), other.getName(), "@" + shared + " is said again in a later band",
                            "say it once, in the file's first rule");
        Set<String> reads = new LinkedHashSet<>();
        Set<String> keys = new LinkedHashSet<>();
        List<Rule.Band> bands = new ArrayList<>();
        String subject = "";
        for (RuleDescr description : descriptions) {
            ReadBand band = band(description, name);
            band.inputs.values().forEach(input -> reads.add(input.path()));
            keys.addAll(band.keys);
            if (subject.isEmpty()) subject = band.subject;
            else if (!subject.equals(band.subject))
                refuse(description.getLine(), description.getName(), "bands of one rule are about different facts", "keep one subject a file");
            if (band.value != null) bands.add(band.value);
        }
        if (!problems.isEmpty()) return Checked.wrong(problems);
        return Checked.of(new Rule(id, name, family.get(), file, header.title(), header.why(), header.inside(), header.outside(),
                header.misses(), source, channel.orElse(null), List.copyOf(defeats), subject, List.copyOf(reads),
                List.copyOf(keys), bands, text));
    }

    private boolean readable() {
        if (text.startsWith("\uFEFF")) problems.add(new Problem(file, 1, "", "the file begins with a byte-order mark", "save it as UTF-8 without one"));
        else if (text.isBlank()) problems.add(new Problem(file, null, "", "the file is empty", "write one rule, or delete it"));
        int line = 1;
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') line++;
            else if (c == '(') depth++;
            else if (c == ')') depth--;
            else if (c == '\\') {
                problems.add(new Problem(file, line, "", "a backslash stands in the file", "write the character itself"));
                return false;
            } else if (Character.isISOControl(c) && c != '\t' && c != '\r') {
                problems.add(new Problem(file, line, "", "a control character stands in the file", "remove it"));
                return false;
            }
            if (depth > 20) {
                problems.add(new Problem(file, line, "", "more than twenty parentheses are open", "split the condition"));
                return false;
            }
        }
        return problems.isEmpty();
    }

    private Optional<Family> place() {
        String[] parts = file.split("/");
        Optional<Family> family = parts.length == 2 ? Family.ofFolder(parts[0]) : Optional.empty();
        if (family.isEmpty()) problems.add(Problem.in(file, "the file does not lie in a family's folder",
                "move it to one of " + Arrays.stream(Family.values()).map(Family::folder).sorted().toList()));
        if (!KEBAB.matcher(name()).matches()) problems.add(Problem.in(file, "the file's name is not in kebab-case", "name the situation: designer-share-above-cap.drl"));
        return family;
    }

    private String name() {
        return file.substring(file.lastIndexOf('/') + 1).replaceFirst("\\.drl$", "");
    }

    private List<RuleDescr> parse() {
        DrlParser parser = new DrlParser();
        PackageDescr parsed;
        try {
            parsed = parser.parse(false, text);
        } catch (DroolsParserException | RuntimeException e) {
            refuse(1, "", "the file is not DRL: " + e.getMessage(), "compare it with another rule file");
            return List.of();
        }
        for (DroolsError error : parser.getErrors()) {
            int line = error.getLines().length == 0 ? 1 : Math.max(1, error.getLines()[0]);
            String message = error.getMessage().replaceFirst("^\\[ERR \\d+] ", "").replaceFirst("Line \\d+:\\d+ ", "").replace('\n', ' ').strip();
            refuse(line, "", message, "the form is: rule \"name\" @…( \"…\" ) when … then " + CONSEQUENCE + " end");
        }
        if (!problems.isEmpty() && parser.hasErrors()) return List.of();
        if (parsed == null || parsed.getRules().isEmpty()) {
            refuse(1, "", "the file has no rule", "write rule \"" + name() + "\" … end");
            return List.of();
        }
        if (parsed.getName() != null && !parsed.getName().isEmpty()) foreign("package", "the package is set by the loader");
        if (!parsed.getImports().isEmpty() || !parsed.getFunctionImports().isEmpty() || !parsed.getAccumulateImports().isEmpty())
            foreign("import", "the words of the rules are imported by the loader");
        if (!parsed.getGlobals().isEmpty()) foreign("global", "the one sink, findings, is there already");
        if (!parsed.getFunctions().isEmpty()) foreign("function", "a formula belongs in Java");
        if (!parsed.getTypeDeclarations().isEmpty() || !parsed.getEnumDeclarations().isEmpty()
                || !parsed.getEntryPointDeclarations().isEmpty() || !parsed.getWindowDeclarations().isEmpty())
            foreign("declare", "facts are declared in Java");
        if (!parsed.getAttributes().isEmpty())
            foreign(parsed.getAttributes().get(0).getName(), "rules have no attributes: their order must not matter");
        List<RuleDescr> rules = parsed.getRules();
        if (rules.stream().anyMatch(r -> r.getClass() != RuleDescr.class)) foreign("query", "a rule file holds rules only");
        return rules;
    }

    private void foreign(String word, String mend) {
        refuse(lineOf("(?m)^\\s*" + word + "\\b"), "", "`" + word + "` is not allowed in a rule file", "remove it: " + mend);
    }

    /** What one DRL rule of the file turned out to be; value is null if it was refused. */
    private record ReadBand(String subject, SortedMap<String, Rule.Input> inputs, Set<String> keys, Rule.@Nullable Band value) {}

    private ReadBand band(RuleDescr rule, String name) {
        if (!rule.getName().equals(name) && !rule.getName().startsWith(name + ": "))
            refuse(rule.getLine(), rule.getName(), "the rule's name is not the file's", "name it \"" + name + "\" or \"" + name + ": band\"");
        if (!rule.getAttributes().isEmpty()) refuse(lineOf("\\b" + rule.getAttributes().keySet().iterator().next() + "\\b", offsetOfLine(rule.getLine())), rule.getName(),
                "`" + rule.getAttributes().keySet().iterator().next() + "` is not allowed", "rules have no attributes: their order must not matter");
        if (rule.getParentName() != null) refuse(rule.getLine(), rule.getName(), "`extends` is not allowed", "write the whole condition");
        if (!rule.getNamedConsequences().isEmpty() || !String.valueOf(rule.getConsequence()).replaceAll("\\s+", " ").strip().equals(CONSEQUENCE))
            refuse(thenLine(rule), rule.getName(), "the consequence is not the one call", "write: then " + CONSEQUENCE + " end");
        for (String annotation : rule.getAnnotationNames())
            if (!ANNOTATIONS.contains(annotation)) refuse(annotationLine(rule, annotation), rule.getName(), "@" + annotation + " is not a metadata word",
                    Nearest.suggestion(annotation, ANNOTATIONS));
        Optional<Severity> severity = annotation(rule, "severity").flatMap(s -> constant(rule, "severity", s, Severity.class));
        Optional<Effect> effect = annotation(rule, "effect").flatMap(s -> constant(rule, "effect", s, Effect.class));
        State state = annotation(rule, "state").flatMap(s -> constant(rule, "state", s, State.class)).orElse(State.FIRED);
        String says = annotation(rule, "says").orElse("").replaceAll("\\s+", " ");
        if (annotation(rule, "severity").isEmpty()) refuse(rule.getLine(), rule.getName(), "the rule has no @severity", "one of " + List.of(Severity.values()));
        if (annotation(rule, "effect").isEmpty()) refuse(rule.getLine(), rule.getName(), "the rule has no @effect", "FOR or AGAINST");
        if (severity.equals(Optional.of(Severity.BLOCKER)) && effect.equals(Optional.of(Effect.FOR)))
            refuse(annotationLine(rule, "effect"), rule.getName(), "a BLOCKER cannot speak for", "use AGAINST, or another severity");
        if (state != State.FIRED && state != State.UNKNOWN) refuse(annotationLine(rule, "state"), rule.getName(), "a match cannot mean " + state, "use FIRED or UNKNOWN");
        if (says.isBlank()) refuse(rule.getLine(), rule.getName(), "the rule says nothing", "add @says( \"a sentence with {values}\" )");

        SortedMap<String, Rule.Input> inputs = new TreeMap<>();
        SortedMap<String, String> thresholds = new TreeMap<>();
        Set<String> keys = new LinkedHashSet<>();
        List<String> scope = new ArrayList<>();
        String[] subject = {"", ""};
        when(rule, inputs, thresholds, keys, scope, subject);

        Matcher placeholder = PLACEHOLDER.matcher(says + " " + annotation(rule, "mitigation").orElse(""));
        while (placeholder.find()) {
            String variable = "$" + placeholder.group(1);
            if (!inputs.containsKey(variable) && !thresholds.containsKey(variable))
                refuse(annotationLine(rule, "says"), rule.getName(), "{" + placeholder.group(1) + "} is not bound in the condition", "bind it: " + variable + " : …");
        }
        Rule.Band band = severity.isEmpty() || effect.isEmpty() ? null : new Rule.Band(rule.getName(), rule.getLine(), state, severity.get(),
                effect.get(), says, annotation(rule, "mitigation").map(m -> m.replaceAll("\\s+", " ")).orElse(null), conditionText(rule),
                String.join(", ", scope), subject[1], inputs, thresholds);
        return new ReadBand(subject[0], inputs, keys, band);
    }

    private void when(RuleDescr rule, SortedMap<String, Rule.Input> inputs, SortedMap<String, String> thresholds, Set<String> keys, List<String> scope, String[] subject) {
        AndDescr lhs = rule.getLhs();
        if (lhs == null || lhs.getDescrs().isEmpty() || !(lhs.getDescrs().get(0) instanceof PatternDescr)) {
            refuse(rule.getLine(), rule.getName(), "the condition does not begin with the fact the rule is about", "begin with $candidate : Candidate( … )");
            return;
        }
        SortedMap<String, Class<?>> variables = new TreeMap<>();
        boolean first = true;
        for (BaseDescr element : lhs.getDescrs()) {
            if (element instanceof PatternDescr pattern) {
                pattern(rule, pattern, first, variables, inputs, thresholds, keys, scope);
                if (first) {
                    subject[0] = String.valueOf(pattern.getObjectType());
                    subject[1] = String.valueOf(pattern.getIdentifier());
                }
            } else if ((element instanceof NotDescr || element instanceof ExistsDescr)
                    && ((org.drools.drl.ast.descr.ConditionalElementDescr) element).getDescrs().size() == 1
                    && ((org.drools.drl.ast.descr.ConditionalElementDescr) element).getDescrs().get(0) instanceof PatternDescr inner) {
                pattern(rule, inner, false, new TreeMap<>(variables), new TreeMap<>(), new TreeMap<>(), keys, new ArrayList<>());
            } else {
                refuse(Math.max(rule.getLine(), element.getLine()), rule.getName(),
                        "`" + element.getClass().getSimpleName().replace("Descr", "").toLowerCase(Locale.ROOT) + "` is not allowed in a condition",
                        "use patterns, not and exists");
            }
            first = false;
        }
    }

    private void pattern(RuleDescr rule, PatternDescr pattern, boolean first, SortedMap<String, Class<?>> variables,
            SortedMap<String, Rule.Input> inputs, SortedMap<String, String> thresholds, Set<String> keys, List<String> scope) {
        int line = Math.max(rule.getLine(), pattern.getLine());
        boolean policy = "Policy".equals(pattern.getObjectType());
        Class<?> fact = policy ? Policy.class : Vocabulary.SUBJECTS.get(pattern.getObjectType());
        if (fact == null || first && policy) {
            refuse(line, rule.getName(), pattern.getObjectType() + " is not a fact " + (first ? "a rule can be about" : "of the rules"),
                    Nearest.suggestion(String.valueOf(pattern.getObjectType()), Vocabulary.SUBJECTS.keySet()));
            return;
        }
        if (pattern.getSource() != null) refuse(line, rule.getName(), "`from` is not allowed", "match the fact itself");
        if (pattern.isQuery() || pattern.isUnification() || !pattern.getBehaviors().isEmpty() || pattern.getGenericType() != null && pattern.getGenericType().toString().contains("<")
                || !pattern.getAnnotationNames().isEmpty() || !pattern.getPositionalConstraints().isEmpty())
            refuse(line, rule.getName(), "only plain patterns are allowed", "write Fact( word == value, … )");
        if (first && (pattern.getIdentifier() == null || !pattern.getIdentifier().startsWith("$")))
            refuse(line, rule.getName(), "the fact the rule is about is not bound", "write $candidate : " + pattern.getObjectType() + "( … )");
        for (BaseDescr descr : pattern.getDescrs()) {
            if (!(descr instanceof ExprConstraintDescr constraint)) {
                refuse(line, rule.getName(), "only plain constraints are allowed", "write word == value");
                continue;
            }
            Condition condition = new Condition(fact, policy, variables);
            try {
                Condition.Checked checked = condition.check(constraint.getExpression());
                checked.policyKey().ifPresent(keys::add);
                if (checked.variable().isPresent()) {
                    String variable = checked.variable().get();
                    if (!variable.startsWith("$")) throw new Condition.Refused(variable + " does not begin with $", "write $" + variable);
                    if (variables.put(variable, checked.type()) != null) throw new Condition.Refused(variable + " is bound twice", "give it another name");
                    if (checked.policyKey().isPresent()) {
                        String key = checked.policyKey().get();
                        if (!policyKeys.contains(key)) throw new Condition.Refused("policy.yaml has no key " + key, Nearest.suggestion(key, policyKeys));
                        thresholds.put(variable, key);
                    }
                    if (first && checked.word().isPresent()) inputs.put(variable, input(fact, checked.word().get()));
                } else if (first) {
                    scope.add(constraint.getExpression().replaceAll("\\s+", " "));
                }
            } catch (Condition.Refused refused) {
                refuse(Math.max(line, constraint.getLine()), rule.getName(), refused.getMessage(), refused.mend);
            }
        }
    }

    private static Rule.Input input(Class<?> fact, String path) {
        Meaning meaning = Vocabulary.word(fact, path).orElseThrow().meaning();
        return meaning == null ? new Rule.Input(path, path, Meaning.Unit.PLAIN) : new Rule.Input(path, meaning.value(), meaning.unit());
    }

    private static Optional<String> annotation(RuleDescr rule, String name) {
        AnnotationDescr found = rule.getAnnotation(name);
        if (found == null || found.getSingleValue() == null) return Optional.empty();
        String raw = String.valueOf(found.getSingleValue()).strip();
        boolean quoted = raw.length() >= 2 && raw.startsWith("\"") && raw.endsWith("\"");
        return Optional.of(quoted ? raw.substring(1, raw.length() - 1) : raw);
    }

    private <E extends Enum<E>> Optional<E> constant(RuleDescr rule, String annotation, String word, Class<E> type) {
        for (E constant : type.getEnumConstants()) if (constant.name().equals(word)) return Optional.of(constant);
        refuse(annotationLine(rule, annotation), rule.getName(), "@" + annotation + "( \"" + word + "\" ) is unknown",
                "one of " + Arrays.toString(type.getEnumConstants()));
        return Optional.empty();
    }

    private void refuse(int line, String rule, String what, String mend) {
        problems.add(new Problem(file, line, rule, what, mend));
    }

    private int annotationLine(RuleDescr rule, String annotation) {
        return lineOf("@" + annotation + "\\b", offsetOfLine(rule.getLine()));
    }

    private int thenLine(RuleDescr rule) {
        return lineOf("(?m)^\\s*then\\b", offsetOfLine(rule.getLine()));
    }

    private String conditionText(RuleDescr rule) {
        int start = offsetOfLine(rule.getLine());
        Matcher when = Pattern.compile("(?m)^\\s*when\\b").matcher(text);
        Matcher then = Pattern.compile("(?m)^\\s*then\\b").matcher(text);
        return when.find(start) && then.find(when.end()) ? text.substring(when.end(), then.start()).stripIndent().strip() : "";
    }

    private int lineOf(String pattern) {
        return lineOf(pattern, 0);
    }

    private int lineOf(String pattern, int from) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        int offset = matcher.find(from) ? matcher.start() + leadingBlank(matcher.group()) : from;
        return 1 + (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
    }

    private static int leadingBlank(String match) {
        return match.length() - match.stripLeading().length();
    }

    private int offsetOfLine(int line) {
        int offset = 0;
        for (int i = 1; i < line; i++) offset = text.indexOf('\n', offset) + 1;
        return Math.max(0, offset);
    }
}
