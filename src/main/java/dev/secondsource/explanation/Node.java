package dev.secondsource.explanation;

import java.util.List;

/**
 * One reason, and the reasons for it.
 *
 * @param kind what sort of thing it is
 * @param name what it is called: an id, a key, a variable; possibly empty
 * @param text what it says; possibly empty
 * @param children what it rests on, weightiest first
 * @param leftOut how many reasons below it are left out; 0 unless the tree was cut here
 */
public record Node(Kind kind, String name, String text, List<Node> children, int leftOut) {
    public Node {
        children = List.copyOf(children);
    }

    Node(Kind kind, String name, String text, List<Node> children) {
        this(kind, name, text, children, 0);
    }

    /** The same with so many levels below it, and what is below those counted. */
    Node cut(int depth) {
        return depth == 0 ? new Node(kind, name, text, List.of(), size() - 1) : new Node(kind, name, text, children.stream().map(c -> c.cut(depth - 1)).toList(), leftOut);
    }

    private int size() {
        return 1 + leftOut + children.stream().mapToInt(Node::size).sum();
    }

    static Node leaf(Kind kind, String name, String text) {
        return new Node(kind, name, text, List.of());
    }

    /** The sorts of reason, from the answer down to a source. */
    public enum Kind {
        ANSWER,
        /** What to buy from whom, and what the review says of it. */
        ALLOCATION,
        /** A layer the allocation was looked through to. */
        EXPOSURE,
        /** What a candidate is worth. */
        VERDICT,
        /** A fired rule that stands. */
        FINDING,
        /** A fired rule that another one cancels. */
        DEFEATED,
        /** A rule that could not judge. */
        UNKNOWN,
        /** A rule that had nothing to say of a candidate: NOT_FIRED or NOT_APPLICABLE. */
        SILENT,
        /** A value the rule bound. */
        VALUE,
        /** A policy value it was compared with. */
        THRESHOLD,
        /** Where a value is from. */
        EVIDENCE,
        /** Something that must be known first. */
        MISSING,
        /** What would make a finding, or a candidate, acceptable. */
        CONDITION,
        COST,
        SPEED,
        SCORE,
        /** A heuristic itself, with its header. */
        RULE,
        NOTE
    }
}
