package dev.secondsource.files;

import dev.secondsource.catalogue.Alias;
import dev.secondsource.catalogue.Format;
import dev.secondsource.catalogue.Imported;
import dev.secondsource.catalogue.Importing;
import dev.secondsource.catalogue.Known;
import dev.secondsource.market.Market;
import dev.secondsource.policy.Policy;
import dev.secondsource.problem.Checked;
import dev.secondsource.problem.Nearest;
import dev.secondsource.problem.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Imports published lists into a market folder, all of what can be believed of them or nothing. */
public final class MarketImport {
    private MarketImport() {}

    /**
     * What is to be imported.
     *
     * @param format form of all files
     * @param files lists, each read once
     * @param provider supplier id of the seller, which may be new to the market; empty for measurements
     * @param jurisdiction country that controls a new supplier, empty if not known
     * @param asOf the day the lists speak of
     * @param to the market folder that is changed
     * @param origin the market it begins as, if it is not there; empty for the one that ships with the program
     * @param currency in which prices are expected
     * @param term months of commitments whose charges do not say
     * @param aliases parts by the names lists give them, beside the table of names
     * @param refused file for every refused row, empty for none
     * @param policy thresholds
     */
    public record Order(
            Format format,
            List<Path> files,
            String provider,
            Optional<String> jurisdiction,
            LocalDate asOf,
            Path to,
            Optional<Path> origin,
            String currency,
            Optional<Integer> term,
            Map<String, String> aliases,
            Optional<Path> refused,
            Policy policy) {}

    /**
     * What was done.
     *
     * @param imported what the lists came to
     * @param market as it is now
     * @param written the folder got prices or results, or was begun
     * @param logged the folder's log of imports was changed
     * @param newSupplier the provider was not known before
     */
    public record Done(Imported imported, Market market, boolean written, boolean logged, boolean newSupplier) {}

    /** Does all of it, or nothing and says why. */
    public static Checked<Done> run(Order order) {
        return MarketFolder.of(order.to, order.origin).then(folder -> folder.read().then(market -> into(folder, market, order)));
    }

    private static Checked<Done> into(MarketFolder folder, Market market, Order order) {
        boolean newSupplier = !order.provider.isEmpty() && !market.suppliers().containsKey(order.provider);
        Optional<String> meant = newSupplier && order.jurisdiction.isEmpty() ? Nearest.to(order.provider, market.suppliers().keySet()).filter(n -> n.length() > 3) : Optional.empty();
        if (meant.isPresent())
            return Checked.wrong(Problem.in("--provider", "the market has no supplier \"" + order.provider + "\"",
                    "did you mean " + meant.get() + "? If it is another seller, say which country controls it with --jurisdiction US, or ?? if that is not known"));
        return CatalogueTables.aliases(folder.files(), market.accelerators().keySet()).then(table -> {
            List<Problem> problems = new ArrayList<>();
            List<Alias> aliases = new ArrayList<>(table);
            order.aliases.forEach((name, part) -> {
                if (!market.accelerators().containsKey(part)) problems.add(Problem.in("--alias", "no accelerator \"" + part + "\"", Nearest.suggestion(part, market.accelerators().keySet())));
                aliases.add(Alias.said(name, order.provider, part));
            });
            return problems.isEmpty() ? read(folder, market, order, aliases, newSupplier) : Checked.wrong(problems);
        });
    }

    /** Whether a file to be written is one of those that are read, or lies in the market. */
    public static boolean isInUse(Path written, List<Path> read, Path market) {
        Path file = real(written);
        return file.startsWith(real(market)) || read.stream().anyMatch(one -> real(one).equals(file));
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException notThereYet) {
            return path.toAbsolutePath().normalize();
        }
    }

    private static Checked<Done> read(MarketFolder folder, Market market, Order order, List<Alias> aliases, boolean newSupplier) {
        try (RefusedRows refused = new RefusedRows(order.refused)) {
            if (refused.problem().isPresent()) return Checked.wrong(refused.problem().get());
            Checked<MarketRows> held = MarketRows.of(folder);
            if (!(held instanceof Checked.Valid<MarketRows> sound)) return Checked.wrong(held.problems());
            MarketRows rows = sound.value();
            Known known = new Known(order.provider, order.asOf, order.currency, market.around(order.asOf), rows.regions(order.provider), CatalogueTables.places(order.provider),
                    Known.aliases(aliases, market, order.policy), order.policy);
            Importing importing = new Importing(known, rows.standing(order.provider), refused);
            for (Path file : order.files) {
                Optional<Problem> problem = CatalogueText.read(file, (text, json) -> importing.read(order.format, file.toString(), text, json, order.term.orElse(null)));
                if (problem.isPresent()) return Checked.wrong(problem.get());
            }
            Imported imported = importing.end();
            Checked<Market> changed = Checked.of(market);
            // Where nothing could be taken no market begins; one that is there remembers what was refused.
            boolean write = !imported.isEmpty() || imported.unchanged() > 0 && !folder.holdsMarket();
            boolean adds = newSupplier && !imported.isEmpty();
            Map<String, String> texts = write || folder.holdsMarket() ? rows.changed(imported, order, adds) : Map.of();
            if (write || !texts.isEmpty()) changed = folder.replace(texts);
            return changed.then(now -> refused.keep().<Checked<Done>>map(Checked::wrong).orElseGet(() -> Checked.of(new Done(imported, now, write, texts.containsKey(MarketImports.FILE), adds))));
        } catch (IOException e) {
            return Checked.wrong(Problem.in(order.to.toString(), "cannot be read: " + TextFiles.reason(e), "check the directory and your rights to it"));
        }
    }
}
