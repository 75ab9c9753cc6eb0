package dev.morestack.transformer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A choice of regions to try things with, which notes what it is told. */
final class Rules implements RegionSelection {

    /** By {@code Class::method}, with binary names. */
    private final Map<String, Long> methods;

    private final Map<String, Long> calls;
    private final List<String> notes = new ArrayList<>();

    private Rules(Map<String, Long> methods, Map<String, Long> calls) {
        this.methods = methods;
        this.calls = calls;
    }

    /** No rule: annotations alone. */
    static Rules none() {
        return new Rules(Map.of(), Map.of());
    }

    static Rules ofMethods(Map<String, Long> methods) {
        return new Rules(methods, Map.of());
    }

    static Rules ofCalls(Map<String, Long> calls) {
        return new Rules(Map.of(), calls);
    }

    /** Returns what was reported, in order. */
    List<String> notes() {
        return notes;
    }

    /** Returns the class woven with these regions. */
    ClassFile weave(ClassFile file, boolean wraps) {
        byte[] woven = Weaver.weave(file.bytes(), MethodSelection.NONE, this, wraps).bytes();
        return woven == null ? file : new ClassFile(file.name(), woven);
    }

    /** Returns the class with its regions and without checks; null when it has no region. */
    ClassFile regionsOf(ClassFile file, boolean wraps) {
        byte[] woven = RegionWeaver.weave(file.bytes(), this, wraps);
        return woven == null ? null : new ClassFile(file.name(), woven);
    }

    @Override
    public long ruled(String className, String method) {
        return of(methods, className, method);
    }

    private static long of(Map<String, Long> rules, String className, String method) {
        Long every = rules.get("*");
        return every != null ? every : rules.getOrDefault(className + "::" + method, 0L);
    }

    @Override
    public boolean mayRule(String className) {
        return methods.keySet().stream()
                .anyMatch(rule -> rule.equals("*") || rule.startsWith(className + "::"));
    }

    @Override
    public long calling(String className, String method) {
        return of(calls, className, method);
    }

    @Override
    public boolean hasCalls() {
        return !calls.isEmpty();
    }

    @Override
    public long annotated(String className, String method, String size) {
        notes.add(method + " " + size);
        return size.equals("nonsense") ? 0 : size.hashCode();
    }

    @Override
    public String policy(String className, String method, String name) {
        notes.add(method + " " + name);
        return name.equals("nonsense") ? null : name;
    }

    @Override
    public void failed(String className, RuntimeException why) {
        notes.add(className + " failed");
    }

    @Override
    public void cannotWrap(String className, String method, long bytes) {
        notes.add(method + " not wrapped");
    }
}
