package dev.secondsource.files;

import dev.secondsource.market.Market;
import dev.secondsource.problem.Checked;
import dev.secondsource.problem.Problem;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Changes a market folder as a whole: a reader sees the old one or the new one. The new one is made beside it, read as
 * every market is read, and only then takes its place; whatever fails before that leaves the folder as it was.
 */
final class MarketFolder {
    private static final List<String> BUNDLED = List.of(MarketFiles.MARKET_FILE, MarketAccelerators.FILE, MarketOffers.HOURLY_FILE, MarketOffers.PURCHASE_FILE,
            MarketMeasurements.FILE, MarketFiles.REGION_FILE, MarketSuppliers.FILE, MarketSuppliers.STACKS_FILE, MarketMaturity.FILE, MarketClaims.FILE, MarketRates.FILE,
            CatalogueTables.ALIASES, "SOURCES.md");

    private static final String OLD = ".old-";

    private final Path folder;
    private final Optional<Path> from;
    private final Optional<FolderState> before;

    private MarketFolder(Path folder, Optional<Path> from) {
        this.folder = folder;
        this.from = from;
        this.before = Files.exists(folder) ? FolderState.of(folder) : Optional.empty();
    }

    /**
     * @param folder to be changed; if it is absent or empty it begins as a copy
     * @param origin the market it then is a copy of, empty for the one that ships with the program
     */
    static Checked<MarketFolder> of(Path folder, Optional<Path> origin) {
        String name = folder.toString();
        if (Files.exists(folder) && !Files.isDirectory(folder)) return Checked.wrong(Problem.in(name, "is a file, not a directory", "name a directory for the market"));
        Path parent = folder.toAbsolutePath().normalize().getParent();
        if (parent == null || !Files.isDirectory(parent)) return Checked.wrong(Problem.in(name, "there is no directory " + parent, "make it first"));
        Optional<String> left = Files.exists(folder) ? Optional.empty() : leftBehind(parent, folder.toAbsolutePath().normalize().getFileName().toString());
        if (left.isPresent()) return Checked.wrong(Problem.in(name, "is not there, for an import was ended while it changed it", "the market as it was is " + left.get() + " beside it: give it its name back"));
        try {
            return Checked.of(new MarketFolder(folder, holdsSomething(folder) ? Optional.of(folder) : origin));
        } catch (IOException e) {
            return Checked.wrong(Problem.in(name, "cannot be read: " + TextFiles.reason(e), "check the directory and your rights to it"));
        }
    }

    private static Optional<String> leftBehind(Path parent, String name) {
        try (Stream<Path> files = Files.list(parent)) {
            return files.map(file -> file.getFileName().toString()).filter(file -> file.startsWith("." + name + OLD)).sorted().findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static boolean holdsSomething(Path folder) throws IOException {
        if (!Files.exists(folder)) return false;
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isPresent();
        }
    }

    /** The folder is there already and holds a market. */
    boolean holdsMarket() {
        return from.filter(folder::equals).isPresent();
    }

    /** Where its files are before the change, empty if they ship with the program. */
    Optional<Path> files() {
        return from;
    }

    /** The market before the change. */
    Checked<Market> read() {
        return from.map(MarketFiles::in).orElseGet(MarketFiles::bundled);
    }

    /** Text of a file before the change. */
    String text(String name) throws IOException {
        if (from.isPresent()) return Files.readString(from.get().resolve(name));
        String text = MarketFiles.resource(name);
        if (text == null) throw new IllegalStateException("the program was built without " + name);
        return text;
    }

    /** Text of a file that a market may do without, before the change. */
    Optional<String> optionalText(String name) throws IOException {
        if (from.isPresent()) return Files.exists(from.get().resolve(name)) ? Optional.of(Files.readString(from.get().resolve(name))) : Optional.empty();
        return Optional.ofNullable(MarketFiles.resource(name));
    }

    /** A file as the user knows it. */
    String named(String name) {
        return from.orElse(folder).resolve(name).toString();
    }

    /**
     * Puts the folder with changed files in its place, if it then reads as a market.
     *
     * @param changed text by file name
     * @return the market as it is now
     */
    Checked<Market> replace(Map<String, String> changed) {
        try {
            Path target = Files.exists(folder) ? folder.toRealPath() : folder.toAbsolutePath().normalize();
            long pid = ProcessHandle.current().pid();
            Path fresh = target.resolveSibling("." + target.getFileName() + ".new-" + pid);
            Path old = target.resolveSibling("." + target.getFileName() + OLD + pid);
            try {
                delete(fresh);
                copy(fresh);
                for (Map.Entry<String, String> file : changed.entrySet()) Files.writeString(fresh.resolve(file.getKey()), file.getValue());
                Checked<Market> read = MarketFiles.in(fresh);
                if (read instanceof Checked.Invalid<Market> invalid) return Checked.wrong(invalid.problems().stream().map(p -> named(p, fresh)).toList());
                if (Files.exists(folder) && !FolderState.of(folder).equals(before))
                    return Checked.wrong(Problem.in(folder.toString(), "was changed by somebody else in the meantime", "import again"));
                swap(fresh, target, old);
                return read;
            } finally {
                delete(fresh);
            }
        } catch (IOException e) {
            return Checked.wrong(Problem.in(folder.toString(), "cannot be written: " + TextFiles.reason(e), "check the directory and your rights to it; it is as it was"));
        }
    }

    private void copy(Path fresh) throws IOException {
        Files.createDirectory(fresh);
        if (from.isEmpty()) {
            for (String name : BUNDLED) Files.writeString(fresh.resolve(name), text(name));
            return;
        }
        Path origin = from.get().toRealPath();
        Files.walkFileTree(origin, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) throws IOException {
                if (!directory.equals(origin)) Files.createDirectory(fresh.resolve(origin.relativize(directory)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.copy(file, fresh.resolve(origin.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static void swap(Path fresh, Path target, Path old) throws IOException {
        if (!Files.exists(target)) {
            Files.move(fresh, target);
            return;
        }
        delete(old);
        Files.move(target, old);
        try {
            Files.move(fresh, target);
        } catch (IOException e) {
            Files.move(old, target);
            throw e;
        }
        delete(old);
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }

    /** Problems name files where the user has them. */
    private Problem named(Problem problem, Path fresh) {
        return new Problem(problem.file().replace(fresh.toString(), folder.toString()), problem.line(), problem.path(), "would be wrong after this import: " + problem.what(), problem.mend());
    }
}
