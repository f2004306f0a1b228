package dev.secondsource.exposure;

/** Where dependence sits: the same share of work looked through to another kind of supplier. */
public enum Layer {
    DESIGNER,
    PROVIDER,
    FOUNDRY,
    MEMORY,
    PACKAGING,
    STACK,
    /** Country whose law reaches the operator. */
    JURISDICTION;

    /** As people write it: {@code software stack}. */
    public String words() {
        return switch (this) {
            case MEMORY -> "memory maker";
            case STACK -> "software stack";
            case PACKAGING -> "packager";
            default -> name().toLowerCase(java.util.Locale.ROOT);
        };
    }

    /** A supplier of the chip's own maker, of whom the buyer hears only what is disclosed. */
    boolean isInsideTheChip() {
        return this == FOUNDRY || this == MEMORY || this == PACKAGING;
    }
}
