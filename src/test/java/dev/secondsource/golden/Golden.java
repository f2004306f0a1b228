package dev.secondsource.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/**
 * A text on file that must not change unseen. What has changed on purpose is rewritten by
 *
 * <pre>mvn -q test -Dgolden.rewrite=true</pre>
 *
 * and read in the diff before it is committed; on a build server ({@code CI=true}) nothing is ever rewritten.
 */
public final class Golden {
    static final String REWRITE = "golden.rewrite";

    private final Path folder;
    private final boolean rewrite;

    private Golden(Path folder, boolean rewrite) {
        this.folder = folder;
        this.rewrite = rewrite;
    }

    /** As this run was told. */
    public static Golden in(Path folder) {
        return in(folder, System.getProperties(), System.getenv());
    }

    /** @throws IllegalStateException if a build server is asked to rewrite */
    static Golden in(Path folder, Properties properties, Map<String, String> environment) {
        boolean rewrite = Boolean.parseBoolean(properties.getProperty(REWRITE));
        if (rewrite && Boolean.parseBoolean(environment.get("CI")))
            throw new IllegalStateException("CI=true: golden files are rewritten by a person who reads the difference");
        return new Golden(folder, rewrite);
    }

    /** Compares with the file, or writes it. */
    public void holds(String name, String actual) throws IOException {
        Path file = folder.resolve(name);
        if (rewrite) {
            Files.createDirectories(folder);
            Files.writeString(file, actual);
            return;
        }
        assertThat(file).as("no golden file yet: run with -D%s=true", REWRITE).exists();
        assertThat(actual).as("%s; if the change is meant, run with -D%s=true and read the difference", file, REWRITE).isEqualTo(Files.readString(file));
    }
}
