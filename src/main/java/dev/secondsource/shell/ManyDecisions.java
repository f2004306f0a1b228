package dev.secondsource.shell;

import dev.secondsource.batch.Batch;
import dev.secondsource.files.ProfileFiles;
import dev.secondsource.files.ReadProfile;
import dev.secondsource.problem.Checked;
import dev.secondsource.problem.Problem;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decides for many profiles at once, to see what rules do to them. */
final class ManyDecisions {
    private ManyDecisions() {}

    /**
     * The decision for each profile, in the order of the files.
     *
     * @param named profile files, or directories of them
     * @param asOf each profile's own date if empty
     * @param problems receives what is wrong with the others
     * @throws IllegalStateException if the program fails on one of them
     */
    static List<Decided> of(List<Path> named, Loaded loaded, Optional<LocalDate> asOf, Output output, List<Problem> problems) {
        List<Path> files = Profiles.files(named, problems);
        List<ReadProfile> profiles = new ArrayList<>();
        for (Path file : files) {
            Checked<ReadProfile> read = ProfileFiles.read(file);
            problems.addAll(read.problems());
            if (read instanceof Checked.Valid<ReadProfile> valid) profiles.add(valid.value());
        }
        return decided(profiles, loaded, asOf, output, problems);
    }

    private static List<Decided> decided(List<ReadProfile> profiles, Loaded loaded, Optional<LocalDate> asOf, Output output, List<Problem> problems) {
        List<Decided> all = new ArrayList<>();
        for (Batch.Entry<Decided> entry : run(profiles, loaded, asOf, output)) {
            if (entry instanceof Batch.Entry.Failed<Decided> failed) throw new IllegalStateException("deciding " + failed.file(), failed.cause());
            Checked<Decided> result = ((Batch.Entry.Read<Decided>) entry).result();
            problems.addAll(result.problems());
            if (result instanceof Checked.Valid<Decided> valid) all.add(valid.value());
        }
        return all;
    }

    private static List<Batch.Entry<Decided>> run(List<ReadProfile> profiles, Loaded loaded, Optional<LocalDate> asOf, Output output) {
        List<Path> files = profiles.stream().map(p -> Path.of(p.file())).toList();
        try {
            return Batch.run(files, file -> Decided.of(profiles.get(files.indexOf(file)), loaded, asOf), output.progress("deciding", files.size()));
        } catch (InterruptedException e) {
            throw new Interruption();
        }
    }
}
