package dev.secondsource.knowledge.drools;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.BooleanLiteralExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import dev.secondsource.knowledge.Clause;
import dev.secondsource.knowledge.Clause.Relation;
import dev.secondsource.knowledge.Premise;
import dev.secondsource.knowledge.Rule;
import dev.secondsource.knowledge.Term;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DroolsParserException;
import org.drools.drl.parser.DrlParser;
import org.drools.mvel.parser.DrlxParser;
import org.drools.mvel.parser.ast.expr.DrlxExpression;

/** Takes the conditions of rules apart, for whoever wants to reason about them. Only rules that were checked can be. */
public final class Premises {
    private final Map<String, Term> bound = new HashMap<>();

    private Premises() {}

    /** One premise a band, in the order of rules and bands. */
    public static List<Premise> of(List<Rule> rules) {
        List<Premise> premises = new ArrayList<>();
        for (Rule rule : rules) {
            Map<String, RuleDescr> parsed = new HashMap<>();
            for (RuleDescr description : parse(rule)) parsed.put(description.getName(), description);
            for (Rule.Band band : rule.bands()) premises.add(new Premise(rule, band, new Premises().clause(parsed.get(band.name()))));
        }
        return premises;
    }

    private static List<RuleDescr> parse(Rule rule) {
        try {
            return new DrlParser().parse(false, rule.text()).getRules();
        } catch (DroolsParserException e) {
            throw new IllegalArgumentException(rule.file() + " was not checked", e);
        }
    }

    private Clause clause(RuleDescr rule) {
        List<Clause> parts = new ArrayList<>();
        int patterns = 0;
        for (BaseDescr element : rule.getLhs().getDescrs()) {
            if (element instanceof PatternDescr pattern) {
                parts.add(pattern(pattern, patterns == 0 ? "" : pattern.getObjectType() + " " + patterns));
                if (!isPolicy(pattern)) patterns++;
            } else {
                PatternDescr inner = (PatternDescr) ((ConditionalElementDescr) element).getDescrs().get(0);
                String kind = element.getClass().getSimpleName().replace("Descr", "").toLowerCase(Locale.ROOT);
                Premises within = new Premises();
                within.bound.putAll(bound);
                parts.add(new Clause.OfAnother(kind, inner.getObjectType(), within.pattern(inner, inner.getObjectType())));
            }
        }
        return new Clause.All(parts);
    }

    private static boolean isPolicy(PatternDescr pattern) {
        return "Policy".equals(pattern.getObjectType());
    }

    private Clause pattern(PatternDescr pattern, String fact) {
        if (pattern.getIdentifier() != null) bound.put(pattern.getIdentifier(), new Term.Word(fact, ""));
        List<Clause> parts = new ArrayList<>();
        for (BaseDescr constraint : pattern.getDescrs()) {
            DrlxExpression parsed = DrlxParser.parseExpression(Condition.GRAMMAR, ((ExprConstraintDescr) constraint).getExpression());
            if (parsed.getBind() == null) parts.add(question(parsed.getExpr(), fact));
            else bound.put(parsed.getBind().asString(), term(parsed.getExpr(), fact));
        }
        return new Clause.All(parts);
    }

    private Clause question(Expression expression, String fact) {
        if (expression instanceof EnclosedExpr enclosed) return question(enclosed.getInner(), fact);
        if (!(expression instanceof BinaryExpr binary)) return new Clause.Compared(term(expression, fact), Relation.EQUAL, Term.Constant.TRUE);
        return switch (binary.getOperator()) {
            case AND -> new Clause.All(List.of(question(binary.getLeft(), fact), question(binary.getRight(), fact)));
            case OR -> new Clause.Any(List.of(question(binary.getLeft(), fact), question(binary.getRight(), fact)));
            case EQUALS -> compared(binary.getLeft(), Relation.EQUAL, binary.getRight(), fact);
            case NOT_EQUALS -> compared(binary.getLeft(), Relation.NOT_EQUAL, binary.getRight(), fact);
            case LESS -> compared(binary.getLeft(), Relation.LESS, binary.getRight(), fact);
            case LESS_EQUALS -> compared(binary.getLeft(), Relation.AT_MOST, binary.getRight(), fact);
            case GREATER -> compared(binary.getRight(), Relation.LESS, binary.getLeft(), fact);
            case GREATER_EQUALS -> compared(binary.getRight(), Relation.AT_MOST, binary.getLeft(), fact);
            default -> throw new IllegalArgumentException("no condition of a checked rule: " + binary.getOperator());
        };
    }

    private Clause compared(Expression left, Relation relation, Expression right, String fact) {
        return new Clause.Compared(term(left, fact), relation, term(right, fact));
    }

    private Term term(Expression expression, String fact) {
        if (expression instanceof EnclosedExpr enclosed) return term(enclosed.getInner(), fact);
        if (expression instanceof BinaryExpr) return new Term.Answer(question(expression, fact));
        if (expression instanceof BooleanLiteralExpr yesOrNo) return yesOrNo.getValue() ? Term.Constant.TRUE : Term.Constant.FALSE;
        if (expression instanceof StringLiteralExpr text) return new Term.Constant('"' + text.getValue() + '"');
        if (expression instanceof MethodCallExpr call) return new Term.Threshold(call.getArgument(0).asStringLiteralExpr().getValue());
        String path = path(expression);
        int dot = path.indexOf('.');
        String root = dot < 0 ? path : path.substring(0, dot);
        String rest = dot < 0 ? "" : path.substring(dot + 1);
        Term variable = bound.get(root);
        if (variable instanceof Term.Word word)
            return rest.isEmpty() ? word : new Term.Word(word.fact(), word.path().isEmpty() ? rest : word.path() + "." + rest);
        if (variable != null) return variable;
        return dot > 0 && Vocabulary.ENUMS.containsKey(root) ? new Term.Constant(path) : new Term.Word(fact, path);
    }

    private static String path(Node expression) {
        return expression instanceof FieldAccessExpr field ? path(field.getScope()) + "." + field.getNameAsString() : ((NameExpr) expression).getNameAsString();
    }
}
