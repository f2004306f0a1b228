package dev.secondsource.knowledge.drools;

import org.drools.model.Model;

/** Makes the model a compiled class describes. */
final class Models {
    private Models() {}

    static Model instance(String className, ClassLoader loader) {
        try {
            return (Model) Class.forName(className, true, loader).getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the compiled rules cannot be loaded: " + className, e);
        }
    }
}
