package dev.secondsource.knowledge.drools;

import com.github.javaparser.ParseProblemException;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.BooleanLiteralExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.LiteralExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import dev.secondsource.problem.Nearest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.drools.mvel.parser.DrlxParser;
import org.drools.mvel.parser.ParseStart;
import org.drools.mvel.parser.ast.expr.DrlxExpression;

/**
 * Checks one constraint of a pattern against the small grammar of rules: words of the fact, variables bound
 * before, {@code number("policy-key")}, enumeration constants, texts, true and false, joined by comparisons, and, or.
 */
final class Condition {
    private static final Set<BinaryExpr.Operator> COMPARISONS = Set.of(
            BinaryExpr.Operator.EQUALS, BinaryExpr.Operator.NOT_EQUALS, BinaryExpr.Operator.LESS,
            BinaryExpr.Operator.LESS_EQUALS, BinaryExpr.Operator.GREATER, BinaryExpr.Operator.GREATER_EQUALS);
    private static final Set<BinaryExpr.Operator> ORDERINGS = Set.of(
            BinaryExpr.Operator.LESS, BinaryExpr.Operator.LESS_EQUALS,
            BinaryExpr.Operator.GREATER, BinaryExpr.Operator.GREATER_EQUALS);
    static final ParseStart<DrlxExpression> GRAMMAR = DrlxParser.buildDrlxParserWithArguments(List.of());

    private final Class<?> fact;
    private final boolean policy;
    private final SortedMap<String, Class<?>> variables;

    /**
     * @param fact type of the pattern's fact; words are resolved on it
     * @param policy the pattern is the policy's: it has no words but {@code number(…)}
     * @param variables variables bound before this constraint, with their types
     */
    Condition(Class<?> fact, boolean policy, SortedMap<String, Class<?>> variables) {
        this.fact = fact;
        this.policy = policy;
        this.variables = new TreeMap<>(variables);
    }

    /** Something in a rule that the grammar does not allow; the message says what and what would be right. */
    static final class Refused extends RuntimeException {
        final String mend;

        Refused(String what, String mend) {
            super(what, null, false, false);
            this.mend = mend;
        }
    }

    /**
     * What a constraint turned out to be.
     *
     * @param variable variable it binds, if any
     * @param type type of the bound value; Boolean for a test
     * @param word path it binds, if it binds a word
     * @param policyKey key it binds, if it binds a threshold
     */
    record Checked(Optional<String> variable, Class<?> type, Optional<String> word, Optional<String> policyKey) {}

    /** @throws Refused if the constraint is not of the grammar */
    Checked check(String constraint) {
        DrlxExpression parsed;
        try {
            parsed = DrlxParser.parseExpression(GRAMMAR, constraint);
        } catch (ParseProblemException | ClassCastException e) {
            throw new Refused("cannot read the condition `" + constraint + "`",
                    "compare words, variables and number(\"key\") with ==, !=, <, <=, >, >=, joined by && and ||");
        }
        Expression expression = parsed.getExpr();
        if (parsed.getBind() == null) {
            if (type(expression) != Boolean.class) throw new Refused("`" + constraint + "` is not a yes-or-no question",
                    "compare it with something, or bind it: $name : " + constraint);
            return new Checked(Optional.empty(), Boolean.class, Optional.empty(), Optional.empty());
        }
        String variable = parsed.getBind().asString();
        Optional<String> key = thresholdKey(expression);
        if (key.isPresent()) {
            if (!policy) throw new Refused("number(\"" + key.get() + "\") stands outside the Policy pattern",
                    "write Policy( " + variable + " : number(\"" + key.get() + "\"), … ) on a line of its own");
            return new Checked(Optional.of(variable), BigDecimal.class, Optional.empty(), key);
        }
        Optional<String> path = path(expression);
        if (path.isEmpty() || path.get().startsWith("$")) throw new Refused(
                "`" + constraint + "` binds more than a word", "bind a word (" + variable + " : fit.headroom) and compare on the next line");
        return new Checked(Optional.of(variable), type(expression), path, Optional.empty());
    }

    private Class<?> type(Expression expression) {
        if (expression instanceof EnclosedExpr enclosed) return type(enclosed.getInner());
        if (expression instanceof BooleanLiteralExpr) return Boolean.class;
        if (expression instanceof StringLiteralExpr) return String.class;
        if (expression instanceof LiteralExpr) throw new Refused("a literal number or null stands in the condition",
                "numbers come from the policy: number(\"family.key\"); a missing input is UNKNOWN by itself");
        if (expression instanceof BinaryExpr binary) return binary(binary);
        Optional<String> key = thresholdKey(expression);
        if (key.isPresent()) throw new Refused("number(\"" + key.get() + "\") is compared without a name",
                "bind it in Policy( … ) and compare the name, so that the finding can show it: $limit : number(\"" + key.get() + "\")");
        Optional<String> path = path(expression);
        if (path.isPresent()) return word(path.get());
        throw new Refused("`" + kind(expression) + "` is not allowed in a condition",
                "use words, variables, number(\"key\"), ==, !=, <, <=, >, >=, &&, ||");
    }

    private Class<?> word(String path) {
        int dot = path.indexOf('.');
        String root = dot < 0 ? path : path.substring(0, dot);
        if (root.startsWith("$")) {
            Class<?> bound = variables.get(root);
            if (bound == null) throw new Refused(root + " is not bound before it is used", "bind it on an earlier line");
            if (dot < 0) return bound;
            return Vocabulary.word(bound, path.substring(dot + 1)).map(Vocabulary.Word::type)
                    .orElseThrow(() -> new Refused(path + " is not a word of the rules", "see `rules words`"));
        }
        Class<? extends Enum<?>> constants = Vocabulary.ENUMS.get(root);
        if (constants != null && dot > 0) {
            String name = path.substring(dot + 1);
            for (Enum<?> constant : constants.getEnumConstants()) if (constant.name().equals(name)) return constants;
            throw new Refused(path + " does not exist", "use one of " + java.util.Arrays.toString(constants.getEnumConstants()));
        }
        if (policy) throw new Refused(path + " is not a word of Policy", "read a threshold with number(\"" + path + "\")");
        return Vocabulary.word(fact, path).map(Vocabulary.Word::type).orElseThrow(() -> new Refused(
                path + " is not a word of " + fact.getSimpleName(), Nearest.suggestion(path, Vocabulary.words(fact).keySet())));
    }

    private Class<?> binary(BinaryExpr binary) {
        Class<?> left = type(binary.getLeft());
        Class<?> right = type(binary.getRight());
        BinaryExpr.Operator operator = binary.getOperator();
        if (operator == BinaryExpr.Operator.AND || operator == BinaryExpr.Operator.OR) {
            if (left != Boolean.class || right != Boolean.class)
                throw new Refused("both sides of " + operator.asString() + " must be yes-or-no questions", "compare each side with something");
            return Boolean.class;
        }
        if (!COMPARISONS.contains(operator)) throw new Refused("arithmetic (" + operator.asString() + ") stands in the condition",
                "a formula belongs in Java; compare its result");
        boolean numbers = isNumber(left) && isNumber(right);
        if (ORDERINGS.contains(operator) && !numbers) throw new Refused(
                left.getSimpleName() + " " + operator.asString() + " " + right.getSimpleName() + " orders what has no order",
                "only numbers can be smaller or larger");
        if (!numbers && left != right) throw new Refused(
                "a " + left.getSimpleName() + " can never equal a " + right.getSimpleName(), "compare like with like");
        return Boolean.class;
    }

    private static boolean isNumber(Class<?> type) {
        return type == BigDecimal.class || type == Integer.class;
    }

    private static Optional<String> thresholdKey(Expression expression) {
        if (expression instanceof MethodCallExpr call
                && call.getScope().isEmpty()
                && call.getNameAsString().equals("number")
                && call.getTypeArguments().isEmpty()
                && call.getArguments().size() == 1
                && call.getArgument(0) instanceof StringLiteralExpr key) return Optional.of(key.getValue());
        return Optional.empty();
    }

    private static Optional<String> path(Node expression) {
        if (expression instanceof NameExpr name) return Optional.of(name.getNameAsString());
        if (expression instanceof FieldAccessExpr field && field.getTypeArguments().isEmpty())
            return path(field.getScope()).map(scope -> scope + "." + field.getNameAsString());
        return Optional.empty();
    }

    private static String kind(Expression expression) {
        return expression.getClass().getSimpleName().replace("Expr", "").replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(java.util.Locale.ROOT);
    }
}
