package dev.secondsource.files;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.secondsource.catalogue.Refusal;
import dev.secondsource.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes refusals to a CSV file as they come, so that none need be kept; the file is there when all are in it, or not at all. */
final class RefusedRows implements Consumer<Refusal>, AutoCloseable {
    private final @Nullable Path file;
    private final @Nullable Path beside;
    private @Nullable CsvWriter csv;
    private @Nullable IOException failure;

    /** @param file empty to write nowhere */
    RefusedRows(Optional<Path> file) {
        this.file = file.orElse(null);
        this.beside = file.map(f -> f.toAbsolutePath().resolveSibling("." + f.getFileName() + "." + ProcessHandle.current().pid() + ".tmp")).orElse(null);
        if (beside == null) return;
        try {
            csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(beside);
            csv.writeRecord("file", "line", "reason", "subject", "what", "mend");
        } catch (IOException e) {
            failure = e;
        }
    }

    @Override
    public void accept(Refusal r) {
        if (csv != null) csv.writeRecord(r.file(), String.valueOf(r.line()), r.reason().title(), r.subject(), r.what(), r.mend());
    }

    /** Why the file cannot be written, as far as that is known beforehand. */
    Optional<Problem> problem() {
        if (file == null) return Optional.empty();
        if (Files.isDirectory(file)) return Optional.of(Problem.in(file.toString(), "is a directory", "name a file"));
        return Optional.ofNullable(failure).map(this::unwritable);
    }

    private Problem unwritable(IOException e) {
        return Problem.in(String.valueOf(file), "cannot be written: " + TextFiles.reason(e), "check the directory and your rights to it");
    }

    /** Puts the file in its place. */
    Optional<Problem> keep() {
        if (file == null) return Optional.empty();
        try {
            csv.close();
            csv = null;
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(unwritable(e));
        }
    }

    @Override
    public void close() {
        try {
            if (csv != null) csv.close();
            if (beside != null) Files.deleteIfExists(beside);
        } catch (IOException e) {
            // What is left behind is a hidden file with the rows that were refused.
            csv = null;
        }
    }
}
