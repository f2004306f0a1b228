package dev.secondsource.files;

import dev.secondsource.catalogue.Alias;
import dev.secondsource.market.SoldAs;
import dev.secondsource.problem.Checked;
import dev.secondsource.problem.Nearest;
import dev.secondsource.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The tables that published lists are read with: names of parts, which a market folder may bring of its own, and the regions of large providers. */
final class CatalogueTables {
    static final String ALIASES = "aliases.csv";
    private static final List<String> ALIAS_COLUMNS = List.of("name", "provider", "says", "memory_gib", "of", "accelerator", "chips", "sold_as", "note");
    private static final String PLACES = "/catalogue/regions.csv";
    private static final List<String> PLACE_COLUMNS = List.of("provider", "region", "country");
    private static final Pattern CHIPS = Pattern.compile("[1-9]\\d{0,4}|#(/[1-9]\\d?)?");

    private CatalogueTables() {}

    /**
     * The names of parts in the folder's own {@code aliases.csv}, else those that ship with the program.
     *
     * @param parts market ids; a line of the folder's that names another is a problem, one that ships then means a part this market does not hold
     */
    static Checked<List<Alias>> aliases(Optional<Path> folder, Set<String> parts) {
        Optional<Path> own = folder.map(f -> f.resolve(ALIASES)).filter(Files::isRegularFile);
        try {
            String text = own.isPresent() ? Files.readString(own.get()) : MarketFiles.resource(ALIASES);
            if (text == null) throw new IllegalStateException("the program was built without " + ALIASES);
            return aliases(own.map(Path::toString).orElse(ALIASES), text, parts, own.isEmpty());
        } catch (IOException e) {
            return Checked.wrong(Problem.in(own.orElseThrow().toString(), "cannot be read: " + TextFiles.reason(e), "check the file: it is UTF-8 text"));
        }
    }

    static Checked<List<Alias>> aliases(String file, String text, Set<String> parts, boolean ships) {
        List<Problem> problems = new ArrayList<>();
        List<Alias> aliases = new ArrayList<>();
        for (CsvTable.Row line : CsvTable.parse(file, text, ALIAS_COLUMNS, problems)) {
            MarketFields row = new MarketFields(new MarketFields.Source(file, any -> line.line(), LocalDate.MAX, problems), line.cells());
            String name = row.text("name");
            BigDecimal memory = row.positive("memory_gib");
            Integer of = row.whole("of", "count the accelerators of one unit, or leave it empty");
            String part = row.optional("accelerator");
            if (part != null && !parts.contains(part)) {
                if (!ships) row.wrong("accelerator", "no accelerator \"" + part + "\"", Nearest.suggestion(part, parts));
                part = null;
            }
            SoldAs soldAs = row.word("sold_as", SoldAs.class);
            String chips = row.optional("chips") == null ? Alias.ONE : row.text("chips");
            if (!CHIPS.matcher(chips).matches()) row.wrong("chips", "\"" + chips + "\" is no count of chips", "write a number, # for the number in the name, #/2 for half of it");
            if (row.isSound()) aliases.add(new Alias(name, row.optional("provider"), row.optional("says"), memory, of, part, chips, soldAs));
        }
        return problems.isEmpty() ? Checked.of(aliases) : Checked.wrong(problems);
    }

    /** Countries of the regions a provider is known to have, by region; empty for a provider of which nothing is known. */
    static Map<String, String> places(String provider) {
        Map<String, String> places = new TreeMap<>();
        try (InputStream in = CatalogueTables.class.getResourceAsStream(PLACES)) {
            if (in == null) throw new IllegalStateException("the program was built without " + PLACES);
            List<Problem> problems = new ArrayList<>();
            for (CsvTable.Row row : CsvTable.parse(PLACES, new String(in.readAllBytes(), StandardCharsets.UTF_8), PLACE_COLUMNS, problems))
                if (row.cells().path("provider").asString("").equals(provider)) places.put(row.cells().path("region").asString(""), row.cells().path("country").asString(""));
            if (!problems.isEmpty()) throw new IllegalStateException(problems.toString());
            return places;
        } catch (IOException e) {
            throw new IllegalStateException("cannot read the bundled " + PLACES, e);
        }
    }
}
