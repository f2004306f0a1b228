package dev.secondsource.packaged;

import com.pty4j.PtyProcess;
import com.pty4j.PtyProcessBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A person at a terminal: types keys, and waits to see something before typing on. */
final class Conversation implements AutoCloseable {
    static final String TAB = "\t";
    static final String ENTER = "\r";
    static final String UP = "\u001bOA";
    static final String CTRL_C = "\u0003";
    static final String CTRL_D = "\u0004";

    private static final long PATIENCE_MILLIS = 60_000;
    private static final long PAUSE_MILLIS = 20;

    private final PtyProcess process;
    private final StringBuffer screen = new StringBuffer();
    private int seen;

    private Conversation(PtyProcess process) {
        this.process = process;
        Thread reader = new Thread(this::read, "terminal");
        reader.setDaemon(true);
        reader.start();
    }

    static Conversation with(Path state, String... words) throws IOException {
        String[] command = Program.commandLine().toArray(String[]::new);
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("TERM", "xterm");
        environment.put("XDG_STATE_HOME", state.toString());
        String[] all = new String[command.length + words.length];
        System.arraycopy(command, 0, all, 0, command.length);
        System.arraycopy(words, 0, all, command.length, words.length);
        return new Conversation(new PtyProcessBuilder(all)
                .setEnvironment(environment)
                .setInitialColumns(80)
                .setInitialRows(24)
                .start());
    }

    Conversation type(String keys) throws IOException {
        process.getOutputStream().write(keys.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
        return this;
    }

    /** Waits until the text is on the screen, after whatever was waited for before. */
    Conversation waitFor(String text) throws InterruptedException {
        long end = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (System.currentTimeMillis() < end) {
            String shown = shown();
            int at = shown.indexOf(text, seen);
            if (at >= 0) {
                seen = at + text.length();
                return this;
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        throw new AssertionError("\"" + text + "\" did not appear; the screen shows:\n" + shown());
    }

    int exitCode() throws InterruptedException {
        if (!process.waitFor(PATIENCE_MILLIS, TimeUnit.MILLISECONDS))
            throw new AssertionError("it did not end; the screen shows:\n" + shown());
        return process.exitValue();
    }

    /** Everything shown so far, without the sequences that move the cursor and set colours. */
    String shown() {
        return screen.toString().replaceAll("\u001b\\[[0-9;?]*[A-Za-z]|\u001b[=>]", "").replace("\r", "");
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private void read() {
        byte[] buffer = new byte[4096];
        try (InputStream stream = process.getInputStream()) {
            for (int n = stream.read(buffer); n >= 0; n = stream.read(buffer))
                screen.append(new String(buffer, 0, n, StandardCharsets.UTF_8));
        } catch (IOException e) {
            // The terminal is gone, and with it the conversation.
        }
    }
}
