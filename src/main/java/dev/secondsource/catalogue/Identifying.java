package dev.secondsource.catalogue;

import dev.secondsource.market.Accelerator;
import dev.secondsource.market.Offer;
import dev.secondsource.market.Plausible;
import dev.secondsource.market.SoldAs;
import dev.secondsource.problem.Nearest;
import dev.secondsource.quantity.Decimals;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Tells what a quote is of: which part of the market, and how many whole chips. What is not clear is refused, never guessed. */
final class Identifying {
    /** A chip printed with little more than half of its memory is a half of it. */
    private static final double HALF = 0.6;
    private static final String WHOLE = "the market counts whole chips; leave it out";

    private final Known known;
    private final Map<String, Known.Machine> machines;
    private final Set<String> soldSingly;
    private final Plausible plausible;
    private final Map<String, Map<String, Integer>> readAs = new TreeMap<>();

    Identifying(Known known) {
        this.known = known;
        this.machines = known.machines();
        this.soldSingly = known.soldSingly();
        this.plausible = known.plausible();
    }

    boolean knowsMachine(String machine) {
        return !machine.isEmpty() && (machines.containsKey(machine) || known.aliases().knowsMachine(machine, known.provider()));
    }

    /** A part that the name may mean is known to have so much memory. */
    boolean mayHave(String accelerator, BigDecimal memoryGiB) {
        return known.aliases().candidates(accelerator).stream().map(known::part).anyMatch(p -> p != null && p.memoryGiB() != null && plausible.fitsMemory(memoryGiB, p.memoryGiB()));
    }

    /** Names as printed and the parts they were taken for, with the number of quotes; for those that are taken. */
    Map<String, Map<String, Integer>> readAs() {
        return readAs;
    }

    /** @return null if it was refused */
    @Nullable Entry of(Quote quote, Consumer<Refusal> refused) {
        Refusal refusal = slice(quote);
        Entry entry = refusal == null ? resolved(quote, refused) : null;
        if (refusal != null) refused.accept(refusal);
        if (entry == null) return null;
        refusal = memory(quote, entry);
        if (refusal != null) {
            refused.accept(refusal);
            return null;
        }
        readAs.computeIfAbsent(quote.accelerator() == null ? entry.machine() : quote.accelerator(), any -> new TreeMap<>()).merge(entry.accelerator(), 1, Integer::sum);
        return entry;
    }

    private static @Nullable Refusal slice(Quote quote) {
        String name = quote.accelerator() == null ? "" : quote.accelerator();
        if (Offer.isSlice(quote.machine()) || Offer.isSlice(name))
            return quote.refuse(Reason.SLICE_AS_CHIP, name.isEmpty() ? quote.machine() : name, quote.named() + " is a slice of a chip", WHOLE);
        BigDecimal count = quote.count();
        if (quote.accelerator() != null && (count == null || count.signum() <= 0))
            return quote.refuse(Reason.NO_COUNT, quote.machine(), count == null ? quote.named() + " does not say how many " + name + " it holds" : quote.named() + " is said to hold " + count.toPlainString() + " " + name,
                    "correct the count in the list, or leave the row out");
        if (count != null && Decimals.plain(count).scale() > 0)
            return quote.refuse(Reason.SLICE_AS_CHIP, name.isEmpty() ? quote.machine() : name, quote.named() + " holds " + count.toPlainString() + " of a chip", WHOLE);
        return null;
    }

    private @Nullable Entry resolved(Quote quote, Consumer<Refusal> refused) {
        Known.Machine machine = machines.get(quote.machine());
        String named = quote.accelerator() == null ? quote.machine() : quote.accelerator();
        Aliases.Meaning meaning = known.aliases().meaning(named, known.provider(), quote.says(), quote.memoryGiB(), quote.count());
        if (quote.accelerator() == null) {
            if (machine != null) return entry(quote, machine.accelerator(), machine.count(), machine.soldAs());
            boolean counted = meaning != null && (quote.count() != null || meaning.chips().compareTo(BigDecimal.ONE) > 0 || meaning.soldAs() != null);
            if (meaning != null && meaning.parts().size() == 1 && counted) return named(quote, meaning, quote.count() == null ? meaning.chips() : quote.count(), refused);
            refused.accept(quote.refuse(Reason.UNKNOWN_MACHINE, quote.machine(), "the list does not say which accelerators " + quote.machine() + " holds, and the market knows no such machine of " + known.provider(),
                    "add a line for it to aliases.csv, with its chips, if its part is in accelerators.csv"));
            return null;
        }
        if (meaning == null) meaning = mayMean(quote, named);
        if (meaning.parts().isEmpty()) {
            refused.accept(quote.memoryGiB() == null ? unknown(quote, named) : otherMemory(quote, named));
            return null;
        }
        if (machine != null) return likeTheMachine(quote, meaning, machine, refused);
        if (meaning.parts().size() > 1) meaning = asTheMachineSays(quote, meaning);
        if (meaning.parts().size() > 1) {
            refused.accept(ambiguous(quote, named, meaning.parts()));
            return null;
        }
        return named(quote, meaning, quote.count().multiply(meaning.chips()), refused);
    }

    /** A name that fits several parts, in a machine of which the table of names tells the part. */
    private Aliases.Meaning asTheMachineSays(Quote quote, Aliases.Meaning several) {
        Aliases.Meaning machine = quote.machine().isEmpty() ? null : known.aliases().meaning(quote.machine(), known.provider(), quote.says(), null, null);
        return machine != null && machine.parts().size() == 1 && several.parts().containsAll(machine.parts()) ? new Aliases.Meaning(machine.parts(), several.chips(), machine.soldAs()) : several;
    }

    private @Nullable Entry named(Quote quote, Aliases.Meaning meaning, BigDecimal chips, Consumer<Refusal> refused) {
        String part = meaning.parts().iterator().next();
        BigDecimal whole = Decimals.plain(chips);
        if (whole.scale() > 0) {
            refused.accept(quote.refuse(Reason.SLICE_AS_CHIP, part, quote.named() + " is " + whole.toPlainString() + " chips", WHOLE));
            return null;
        }
        if (quote.machine().isEmpty() && !part.startsWith("TPU")) {
            refused.accept(quote.refuse(Reason.HOST_APART, quote.accelerator(), "the row names " + quote.accelerator() + " and no machine: its price is without the host it needs",
                    "take the price from a list that prices the whole machine"));
            return null;
        }
        return entry(quote, part, whole.intValueExact(), soldSingly.contains(part) ? SoldAs.ACCELERATOR : meaning.soldAs());
    }

    private @Nullable Entry likeTheMachine(Quote quote, Aliases.Meaning meaning, Known.Machine machine, Consumer<Refusal> refused) {
        if (!meaning.parts().contains(machine.accelerator())) {
            refused.accept(quote.refuse(Reason.MACHINE_CONTRADICTS, quote.machine(), quote.machine() + " is said to hold " + quote.accelerator() + ", and holds " + machine.accelerator(),
                    "correct the list; if the provider changed the machine, correct offers.csv first"));
            return null;
        }
        BigDecimal chips = quote.count().multiply(meaning.chips());
        if (chips.compareTo(BigDecimal.valueOf(machine.count())) != 0) {
            refused.accept(quote.refuse(chips.intValue() < machine.count() ? Reason.SLICE_AS_CHIP : Reason.MACHINE_CONTRADICTS, quote.machine(),
                    quote.machine() + " is said to hold " + Decimals.plain(chips).toPlainString() + " " + machine.accelerator() + ", and holds " + machine.count(), "correct the count in the list"));
            return null;
        }
        return entry(quote, machine.accelerator(), machine.count(), machine.soldAs());
    }

    private static Entry entry(Quote quote, String part, int chips, @Nullable SoldAs soldAs) {
        String machine = quote.machine().isEmpty() || quote.machine().equals("TPU-VM") ? quote.accelerator() : quote.machine();
        return new Entry(quote, machine, part, chips, soldAs);
    }

    private @Nullable Refusal memory(Quote quote, Entry entry) {
        String id = entry.accelerator();
        Accelerator part = known.part(id);
        if (quote.memoryGiB() == null || part == null || part.memoryGiB() == null) return null;
        if (fits(id, quote.memoryGiB()) || fits(id, ofOneChip(quote, entry))) return null;
        double share = quote.memoryGiB().doubleValue() / part.memoryGiB().doubleValue();
        return quote.refuse(share <= HALF ? Reason.SLICE_AS_CHIP : Reason.MEMORY_CONTRADICTS, id, quote.named() + " prints " + gib(quote.memoryGiB()) + " of each " + id + ", which has " + gib(part.memoryGiB()),
                share <= HALF ? WHOLE : "another part is meant, or another unit; if the list is wrong only in this, correct it there");
    }

    /** Of a name that stands for several chips, as tpu-v5litepod-8 does, lists print what they have together. */
    private static BigDecimal ofOneChip(Quote quote, Entry entry) {
        BigDecimal units = quote.count() == null ? BigDecimal.ONE : quote.count();
        return Decimals.divide(quote.memoryGiB().multiply(units), BigDecimal.valueOf(entry.chips()));
    }

    /** Where no line of the table holds as a whole: every part of that name, as far as printed memory leaves them. */
    private Aliases.Meaning mayMean(Quote quote, String named) {
        Set<String> candidates = known.aliases().candidates(named);
        BigDecimal memory = quote.memoryGiB() == null ? Aliases.gigabytes(named) : quote.memoryGiB();
        if (memory != null) candidates.removeIf(part -> !fits(part, memory));
        return new Aliases.Meaning(candidates, BigDecimal.ONE, null);
    }

    private boolean fits(String part, BigDecimal memory) {
        Accelerator p = known.part(part);
        return p == null || plausible.fitsMemory(memory, p.memoryGiB());
    }

    private Refusal otherMemory(Quote quote, String named) {
        Set<String> candidates = known.aliases().candidates(named);
        if (candidates.isEmpty()) return unknown(quote, named);
        double least = candidates.stream().map(known::part).filter(p -> p != null && p.memoryGiB() != null).mapToDouble(p -> p.memoryGiB().doubleValue()).min().orElse(0);
        boolean slice = quote.memoryGiB().doubleValue() <= least * HALF;
        return quote.refuse(slice ? Reason.SLICE_AS_CHIP : Reason.MEMORY_CONTRADICTS, named,
                quote.named() + " prints " + gib(quote.memoryGiB()) + " of each " + named + ", and no " + String.join(" and no ", candidates) + " has so much", slice ? WHOLE : "another part is meant, or another unit");
    }

    private Refusal ambiguous(Quote quote, String named, Set<String> parts) {
        return quote.refuse(Reason.AMBIGUOUS_ACCELERATOR, named, named + " in " + (quote.machine().isEmpty() ? "the list" : quote.machine()) + " may be " + String.join(" or ", parts), say(named, parts));
    }

    private static String say(String named, Collection<String> parts) {
        return "say which with --alias \"" + named + "=" + parts.iterator().next() + "\", or add a line to aliases.csv";
    }

    private Refusal unknown(Quote quote, String named) {
        String mend = Nearest.to(named, known.aliases().names()).filter(n -> !Aliases.key(n).equals(Aliases.key(named)) && digits(n).equals(digits(named)))
                .map(n -> "did you mean " + n + "? Then correct the list, or say --alias \"" + named + "=…\"; ").orElse("");
        return quote.refuse(Reason.UNKNOWN_ACCELERATOR, named, "the market has no " + named, mend + "a new part needs a row in accelerators.csv");
    }

    /** A40 is no misspelt A100: what the figures of a name say is the name. A letter that looks like a figure counts as one. */
    private static String digits(String name) {
        return name.replaceAll("(?<=[0-9])[oO]|[oO](?=[0-9])", "0").replaceAll("[^0-9]", "");
    }

    private static String gib(BigDecimal memory) {
        return Decimals.plain(memory.setScale(1, java.math.RoundingMode.HALF_EVEN)).toPlainString() + " GiB";
    }
}
