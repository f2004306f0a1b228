package dev.secondsource.knowledge;

/** What a condition compares, with variables resolved, so that it reads the same whatever they are called. */
public sealed interface Term {

    /**
     * A word of a fact.
     *
     * @param fact empty for the subject of the rule, else the name of the other fact
     * @param path {@code comparison.rho}
     */
    record Word(String fact, String path) implements Term {
        @Override
        public String toString() {
            return fact.isEmpty() ? path : fact + "." + path;
        }
    }

    /** A policy value, by its key. */
    record Threshold(String key) implements Term {
        @Override
        public String toString() {
            return key;
        }
    }

    /** A fixed answer: {@code true}, {@code PricingKind.SPOT}, {@code "text"}; two that are written differently differ. */
    record Constant(String text) implements Term {
        public static final Constant TRUE = new Constant("true");
        public static final Constant FALSE = new Constant("false");

        @Override
        public String toString() {
            return text;
        }
    }

    /** The answer to a question, where it is itself compared. */
    record Answer(Clause question) implements Term {
        @Override
        public String toString() {
            return "(" + question + ")";
        }
    }
}
