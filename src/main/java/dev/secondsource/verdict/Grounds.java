package dev.secondsource.verdict;

/** How the rules that decided a verdict carry it: a rule is called decisive only if without it the verdict would be another. */
public enum Grounds {
    /** No rule decided it: nothing speaks heavily either way. */
    NONE,
    /** Each is decisive, and together they are enough. */
    EACH_NEEDED,
    /** Each is enough by itself, so that none is decisive while another stands. */
    EACH_ENOUGH,
    /** Together they are enough; not each of them is decisive, nor each enough by itself. */
    SEVERAL
}
