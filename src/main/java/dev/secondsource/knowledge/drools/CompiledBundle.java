package dev.secondsource.knowledge.drools;

import dev.secondsource.knowledge.Rule;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.drools.model.Model;
import tools.jackson.databind.json.JsonMapper;

/**
 * The bundled rules as compiled when the program was built: their catalogue, and the model class that lies beside the
 * program's own. It serves every rules folder whose rule files are the bundled ones to the letter; thresholds may
 * differ.
 *
 * @param sha256 of the rule files it was made from
 * @param words fingerprint of the words it was compiled against; only a build asks, since a program carries its own bundle
 * @param modelClass class that implements the model
 * @param rules the catalogue
 */
record CompiledBundle(String sha256, String words, String modelClass, List<Rule> rules) {
    static final String RESOURCE = "secondsource-rules.json";

    /** The bundle on the class path, if the build made one and it is of these rule files. */
    static Optional<CompiledBundle> of(String sha256) {
        try (InputStream in = CompiledBundle.class.getClassLoader().getResourceAsStream(RESOURCE)) {
            if (in == null) return Optional.empty();
            CompiledBundle bundle = JsonMapper.shared().readValue(in, CompiledBundle.class);
            return bundle.sha256.equals(sha256) ? Optional.of(bundle) : Optional.empty();
        } catch (IOException e) {
            throw new IllegalStateException("cannot read the bundled rules", e);
        }
    }

    Model model() {
        return Models.instance(modelClass, CompiledBundle.class.getClassLoader());
    }
}
