package dev.secondsource.shell;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jline.terminal.spi.SystemStream;
import org.jline.terminal.spi.TerminalProvider;
import org.jspecify.annotations.Nullable;

/** Asks the operating system which of the process's streams are terminals. */
final class StandardStreams {
    /** In the order of their speed; the last starts a process, the others need native code. */
    private static final List<String> PROVIDERS = List.of("jni", "ffm", "exec");

    private @Nullable TerminalProvider provider;

    boolean isTerminal(SystemStream stream) {
        TerminalProvider system = provider();
        return system != null && system.isSystemStream(stream);
    }

    Display display(Map<String, String> environment) {
        TerminalProvider system = provider();
        return system != null && system.isSystemStream(SystemStream.Output)
                ? Display.terminal(system.systemStreamWidth(SystemStream.Output), environment)
                : Display.FILE;
    }

    /** Columns of the terminal that standard error is, 0 if it is none. */
    int errorWidth() {
        if (!isTerminal(SystemStream.Error)) return 0;
        int width = provider().systemStreamWidth(SystemStream.Error);
        return width <= 0 ? Display.DEFAULT_WIDTH : width;
    }

    private @Nullable TerminalProvider provider() {
        for (String name : PROVIDERS) {
            if (provider != null) break;
            try {
                provider = TerminalProvider.load(name);
            } catch (IOException | LinkageError e) {
                // The next one is asked; without any, the streams are taken for files.
            }
        }
        return provider;
    }
}
