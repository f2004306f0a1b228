package dev.secondsource.files;

import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/**
 * A YAML or JSON file as a tree that remembers where each value stands.
 *
 * @param file name as the user gave it
 * @param text what was read
 * @param root the mapping at the top
 * @param places by JSON pointer; the root's is empty
 */
record YamlDocument(String file, String text, ObjectNode root, Map<String, YamlPlace> places) {

    /** 1-based line of the value, or of the nearest value around it. */
    int line(String pointer) {
        for (String at = pointer; ; at = at.substring(0, at.lastIndexOf('/'))) {
            YamlPlace place = places.get(at);
            if (place != null) return place.line();
        }
    }

    static String child(String pointer, String key) {
        boolean plain = key.indexOf('~') < 0 && key.indexOf('/') < 0;
        return pointer + "/" + (plain ? key : key.replace("~", "~0").replace("/", "~1"));
    }
}
