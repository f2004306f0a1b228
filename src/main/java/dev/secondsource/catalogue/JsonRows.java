package dev.secondsource.catalogue;

import java.io.Reader;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON token by token. */
final class JsonRows {
    private JsonRows() {}

    /** @throws NotTheFormat if the text is not JSON, or is cut short */
    static void read(String file, Reader text, Consumer<JsonParser> body) {
        try (JsonParser json = JsonMapper.shared().createParser(text)) {
            if (json.nextToken() == null) throw new NotTheFormat(file, 1, "", "is empty", "fetch the list again");
            body.accept(json);
            if (json.nextToken() != null)
                throw new NotTheFormat(file, line(json), "", "goes on after its end", "name a file that holds one JSON value");
        } catch (JacksonIOException e) {
            throw new java.io.UncheckedIOException(e.getCause());
        } catch (JacksonException e) {
            throw new NotTheFormat(file, e.getLocation() == null ? null : Math.max(1, e.getLocation().getLineNr()), "",
                    "is not JSON: " + e.getOriginalMessage().split("[:\\n]")[0], "is it another format? If not, fetch it again: it may have been cut short");
        }
    }

    static void expect(JsonParser json, JsonToken token, String file, String form) {
        if (json.currentToken() != token) throw new NotTheFormat(file, line(json), "", "is JSON of another form", form + "; is it another format?");
    }

    /** 1-based line of the token at hand. */
    static int line(JsonParser json) {
        return json.currentTokenLocation().getLineNr();
    }
}
