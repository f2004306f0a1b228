package dev.secondsource.benchmark;

import dev.secondsource.knowledge.KnowledgeBase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** A knowledge base and the time spent in it. For one thread. */
final class TimedKnowledge {
    private final KnowledgeBase base;
    private long nanos;

    private TimedKnowledge(KnowledgeBase timed) {
        this.base = (KnowledgeBase) Proxy.newProxyInstance(
                KnowledgeBase.class.getClassLoader(), new Class<?>[] {KnowledgeBase.class}, (proxy, method, arguments) -> {
                    long start = System.nanoTime();
                    try {
                        return method.invoke(timed, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    } finally {
                        nanos += System.nanoTime() - start;
                    }
                });
    }

    static TimedKnowledge of(KnowledgeBase base) {
        return new TimedKnowledge(base);
    }

    KnowledgeBase base() {
        return base;
    }

    long nanos() {
        return nanos;
    }

    void forget() {
        nanos = 0;
    }
}
