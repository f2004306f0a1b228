package dev.secondsource.packaged;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The built program as another process. */
final class Program {
    static final Path JAR = Path.of(System.getProperty("secondsource.jar", "target/secondsource.jar")).toAbsolutePath();
    static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final long PATIENCE_SECONDS = 120;

    /** How it ended. */
    record Ended(int exitCode, String data, String notes) {}

    private final List<String> command = new ArrayList<>();
    private Path directory = Path.of("").toAbsolutePath();
    private String input = "";

    private Program(List<String> start) {
        command.addAll(start);
    }

    static Program jar() {
        return new Program(List.of(JAVA, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-jar", JAR.toString()));
    }

    static Program launcher(Path launcher) {
        return new Program(List.of(launcher.toString()));
    }

    /** A line for {@code sh}, in which {@code $SECONDSOURCE} starts the program. */
    static Ended sh(String line, Path state) throws IOException, InterruptedException {
        String program = "'" + JAVA + "' -jar '" + JAR + "'";
        return new Program(List.of("sh", "-c", line.replace("$SECONDSOURCE", program))).runKeeping(state);
    }

    static List<String> commandLine() {
        return jar().command;
    }

    Program in(Path workingDirectory) {
        directory = workingDirectory;
        return this;
    }

    Program reading(String text) {
        input = text;
        return this;
    }

    /** @param state where it may remember things: never the home of whoever runs the tests */
    Ended runKeeping(Path state, String... words) throws IOException, InterruptedException {
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
        builder.environment().put("XDG_STATE_HOME", state.toString());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        CompletableFuture<String> data = read(process.getInputStream());
        CompletableFuture<String> notes = read(process.getErrorStream());
        try (var stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // It may end without having read everything.
        }
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError(command + " did not end; it wrote " + data.join() + notes.join());
        }
        return new Ended(process.exitValue(), data.join(), notes.join());
    }

    private static CompletableFuture<String> read(InputStream stream) {
        return CompletableFuture.supplyAsync(() -> {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (stream) {
                stream.transferTo(bytes);
            } catch (IOException e) {
                // Whatever was read before is what the test sees.
            }
            return bytes.toString(StandardCharsets.UTF_8);
        });
    }
}
