package dev.morestack.agent;

import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Remembers in which classes native methods were wrapped as they were loaded: when such a class is
 * retransformed it must have the same methods again, and others must not get any.
 */
final class WrappedNatives {

    private final Map<ClassLoader, Set<String>> classes = new WeakHashMap<>();
    private final Set<String> ofBootLoader = ConcurrentHashMap.newKeySet();

    synchronized void add(ClassLoader loader, String className) {
        of(loader).add(className);
    }

    synchronized boolean contains(ClassLoader loader, String className) {
        return of(loader).contains(className);
    }

    private Set<String> of(ClassLoader loader) {
        if (loader == null) {
            return ofBootLoader;
        }
        Set<String> found = classes.get(loader);
        if (found == null) {
            found = ConcurrentHashMap.newKeySet();
            classes.put(loader, found);
        }
        return found;
    }
}
