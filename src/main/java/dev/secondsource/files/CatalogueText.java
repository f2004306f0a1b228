package dev.secondsource.files;

import dev.secondsource.problem.Problem;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Opens a published list as text, a piece at a time: UTF-8 with or without a byte-order mark, packed by gzip or not. */
final class CatalogueText {
    private static final int BUFFER = 1 << 16;

    private CatalogueText() {}

    /**
     * Opens a list, lets it be read, and closes it.
     *
     * @param reading is given the text, and whether it is JSON by its first character
     * @return what the reading found wrong, or that the file could not be read to its end
     */
    static Optional<Problem> read(Path file, BiFunction<Reader, Boolean, Optional<Problem>> reading) {
        String name = file.toString();
        if (Files.isDirectory(file)) return Optional.of(Problem.in(name, "is a directory", "name the files in it"));
        if (!Files.exists(file)) return Optional.of(Problem.in(name, "there is no such file", "check the path"));
        try (Reader text = text(Files.newInputStream(file))) {
            return reading.apply(text, isJson(text));
        } catch (UncheckedIOException e) {
            return Optional.of(unreadable(name, e.getCause()));
        } catch (IOException e) {
            return Optional.of(unreadable(name, e));
        }
    }

    private static Problem unreadable(String name, IOException e) {
        if (e instanceof CharacterCodingException) return Problem.in(name, "is not UTF-8 text", "save it as UTF-8; a Parquet or Excel file is to be exported as CSV");
        if (e instanceof ZipException || e instanceof java.io.EOFException) return Problem.in(name, "is packed by gzip and damaged: it may have been cut short", "fetch it again");
        return Problem.in(name, "cannot be read: " + TextFiles.reason(e), "check the file and your rights to it");
    }

    private static Reader text(InputStream raw) throws IOException {
        BufferedInputStream bytes = new BufferedInputStream(raw, BUFFER);
        bytes.mark(2);
        boolean packed = bytes.read() == 0x1f && bytes.read() == 0x8b;
        bytes.reset();
        InputStream plain = packed ? new GZIPInputStream(bytes, BUFFER) : new FilterInputStream(bytes) {};
        Reader text = new java.io.BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT)), BUFFER);
        text.mark(1);
        if (text.read() != '\uFEFF') text.reset();
        return text;
    }

    private static boolean isJson(Reader text) throws IOException {
        text.mark(BUFFER / 2);
        int first = text.read();
        for (int i = 0; i < BUFFER / 4 && first >= 0 && Character.isWhitespace(first); i++) first = text.read();
        text.reset();
        return first == '[' || first == '{';
    }
}
