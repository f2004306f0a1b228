package dev.secondsource.knowledge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A condition taken apart. Two conditions that say the same in another order, with other variables or with their sides
 * swapped are equal.
 */
public sealed interface Clause {
    /** Holds always. */
    Clause NOTHING = new All(List.of());

    /** How two terms are compared; larger is smaller with the sides swapped. */
    enum Relation {
        EQUAL("=="),
        NOT_EQUAL("!="),
        LESS("<"),
        AT_MOST("<=");

        private final String sign;

        Relation(String sign) {
            this.sign = sign;
        }
    }

    /** Holds if all parts do. */
    record All(List<Clause> parts) implements Clause {
        public All {
            parts = flat(parts, part -> part instanceof All all ? all.parts() : List.of(part));
        }

        @Override
        public String toString() {
            return parts.stream().map(part -> part instanceof Any ? "(" + part + ")" : part.toString()).collect(Collectors.joining(", "));
        }
    }

    /** Holds if any part does. */
    record Any(List<Clause> parts) implements Clause {
        public Any {
            parts = flat(parts, part -> part instanceof Any any ? any.parts() : List.of(part));
        }

        @Override
        public String toString() {
            return parts.stream().map(part -> part instanceof All ? "(" + part + ")" : part.toString()).collect(Collectors.joining(" || "));
        }
    }

    /** Holds if the terms stand so to each other. */
    record Compared(Term left, Relation relation, Term right) implements Clause {
        public Compared {
            boolean symmetric = relation == Relation.EQUAL || relation == Relation.NOT_EQUAL;
            boolean swapped = symmetric && (left instanceof Term.Constant && !(right instanceof Term.Constant)
                    || left instanceof Term.Constant == right instanceof Term.Constant && left.toString().compareTo(right.toString()) > 0);
            Term first = swapped ? right : left;
            Term second = swapped ? left : right;
            boolean yesOrNo = second.equals(Term.Constant.TRUE) || second.equals(Term.Constant.FALSE);
            if (relation == Relation.NOT_EQUAL && yesOrNo) {
                relation = Relation.EQUAL;
                second = second.equals(Term.Constant.TRUE) ? Term.Constant.FALSE : Term.Constant.TRUE;
            }
            left = first;
            right = second;
        }

        @Override
        public String toString() {
            return left + " " + relation.sign + " " + right;
        }
    }

    /**
     * Holds if there is, or is not, another fact of which something holds.
     *
     * @param kind {@code not}, {@code exists}
     * @param fact its type
     * @param clause what holds of it
     */
    record OfAnother(String kind, String fact, Clause clause) implements Clause {
        @Override
        public String toString() {
            return kind + " " + fact + "( " + clause + " )";
        }
    }

    private static List<Clause> flat(List<Clause> parts, java.util.function.Function<Clause, List<Clause>> inner) {
        List<Clause> flat = new ArrayList<>();
        for (Clause part : parts) flat.addAll(inner.apply(part));
        return flat.stream().distinct().sorted(Comparator.comparing(Clause::toString)).toList();
    }
}
