package dev.secondsource.stress;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a change is about, as a scenario file names it: {@code everything}, {@code incumbent-designer},
 * {@code largest-designer}, or one thing by its market id: {@code designer:nvidia}, {@code region:aws/us-east-1}.
 *
 * @param kind what sort of thing
 * @param name its market id; null if the kind names it by its role
 */
public record Selector(Kind kind, @Nullable String name) {

    /** Names the buyer as the one who runs own machines, provider and region alike. */
    public static final String OWN = "own";

    /** The sorts of things a change can be about. */
    public enum Kind {
        EVERYTHING(false),
        /** Designers of what the workloads are compared with: the fleet, or what stands in for it. */
        INCUMBENT_DESIGNER(false),
        /** Every designer who is not one of these. */
        CHALLENGERS(false),
        /** The designer that carries most of a portfolio; each one that does so in some portfolio is tried. */
        LARGEST_DESIGNER(false),
        /** The provider that runs most of a portfolio, likewise. */
        LARGEST_PROVIDER(false),
        /** The region that carries most of that provider's part, likewise. */
        LARGEST_PROVIDER_REGION(false),
        /** The foundry behind most of a portfolio, likewise. */
        LARGEST_FOUNDRY(false),
        /** The designer and generation of the latest accelerator in a portfolio, likewise. */
        NEWEST_PLATFORM(false),
        DESIGNER(true),
        PROVIDER(true),
        REGION(true),
        FOUNDRY(true),
        ACCELERATOR(true),
        /** {@code designer/generation}. */
        PLATFORM(true);

        private final boolean named;

        Kind(boolean named) {
            this.named = named;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public Selector {
        if (kind.named == (name == null)) throw new IllegalArgumentException("a " + kind.word() + " has " + (kind.named ? "a" : "no") + " name");
    }

    static Selector of(Kind kind) {
        return new Selector(kind, null);
    }

    /** Reads what a scenario file says; empty if it is none. */
    public static Optional<Selector> parse(String text) {
        int colon = text.indexOf(':');
        String word = colon < 0 ? text : text.substring(0, colon);
        String name = colon < 0 ? null : text.substring(colon + 1).strip();
        return Arrays.stream(Kind.values()).filter(k -> k.word().equals(word) && k.named == (name != null && !name.isEmpty()) && (colon < 0) == !k.named)
                .findFirst().map(k -> new Selector(k, name));
    }

    /** How these kinds are written, for a person who has to choose. */
    public static List<String> words(List<Kind> kinds) {
        return kinds.stream().map(k -> k.named ? k.word() + ":ID" : k.word()).collect(Collectors.toList());
    }

    /** What it stands for depends on a portfolio. */
    boolean isRole() {
        return switch (kind) {
            case LARGEST_DESIGNER, LARGEST_PROVIDER, LARGEST_PROVIDER_REGION, LARGEST_FOUNDRY, NEWEST_PLATFORM -> true;
            default -> false;
        };
    }

    /** As a file writes it. */
    @Override
    public String toString() {
        return name == null ? kind.word() : kind.word() + ":" + name;
    }
}
