package dev.morestack.transformer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Follows the calls of methods that pass from class to class, to every method that they may reach:
 * over all classes at once, where weaving has looked at one at a time.
 */
class PassingPathsTest {

    /** Frames without a check in a row: some in each class on the way to a subclass. */
    private static final int MOST_BYTES = 1024;

    private final Map<String, Owner> owners = new HashMap<>();
    private final Map<String, List<String>> subclasses = new HashMap<>();
    private final Map<String, Integer> depths = new HashMap<>();
    private final TreeSet<String> problems = new TreeSet<>();

    @Test
    void noRecursionLeadsThroughPassingMethodsAlone() {
        int passing = 0;
        for (ClassFile file : Corpus.sample()) {
            add(file);
        }
        int deepest = 0;
        for (Owner owner : owners.values()) {
            for (String method : owner.methods.keySet()) {
                if (owner.passes(method)) {
                    passing++;
                    deepest = Math.max(deepest, depth(owner, method));
                }
            }
        }
        assertEquals(new TreeSet<String>(), problems);
        assertTrue(deepest <= MOST_BYTES, deepest + " bytes in a row");
        // Else the walk has not met what it is for.
        assertTrue(passing > 1000, passing + " methods that pass");
        assertTrue(deepest > 256, deepest + " bytes in a row, so none of two classes");
    }

    private void add(ClassFile file) {
        ClassNode tree = file.tree();
        owners.put(tree.name, new Owner(tree, file.scan()));
        if (tree.superName != null) {
            subclasses.computeIfAbsent(tree.superName, name -> new ArrayList<>()).add(tree.name);
        }
    }

    /** Returns the bytes of frames from this method on until one has a check. */
    private int depth(Owner owner, String method) {
        String place = owner.tree.name + "." + method;
        Integer known = depths.get(place);
        if (known != null) {
            if (known < 0) {
                problems.add(place + " leads back to itself");
            }
            return Math.max(0, known);
        }
        depths.put(place, -1);
        int deepest = 0;
        for (AbstractInsnNode at : owner.methods.get(method).instructions) {
            if (at instanceof MethodInsnNode call
                    && MadeCall.find(call.owner, call.name, call.desc) == null) {
                deepest = Math.max(deepest, depth(owner, place, call));
            } else if (PathWalk.isCall(at) && !(at instanceof MethodInsnNode)) {
                problems.add(place + " makes a dynamic call");
            }
        }
        int depth = owner.charge(method) + deepest;
        depths.put(place, depth);
        return depth;
    }

    private int depth(Owner caller, String place, MethodInsnNode call) {
        String method = call.name + call.desc;
        if (call.getOpcode() == Opcodes.INVOKEVIRTUAL) {
            if (!call.owner.equals(caller.tree.name) || !caller.methods.containsKey(method)) {
                problems.add(place + " calls " + call.owner + "." + method);
                return 0;
            }
            return depthOfOverriding(caller, method);
        }
        if (call.getOpcode() == Opcodes.INVOKEINTERFACE
                && (caller.methods.get(method).access & Opcodes.ACC_PRIVATE) == 0) {
            problems.add(place + " calls what a lambda may be");
        }
        Owner called = owners.get(call.owner);
        while (called != null && !called.methods.containsKey(method)) {
            called = owners.get(called.tree.superName);
        }
        return called != null && called.passes(method) ? depth(called, method) : 0;
    }

    /** The same for a method that any subclass may override. */
    private int depthOfOverriding(Owner owner, String method) {
        int deepest = owner.passes(method) ? depth(owner, method) : 0;
        for (String name : subclasses.getOrDefault(owner.tree.name, List.of())) {
            deepest = Math.max(deepest, depthOfOverriding(owners.get(name), method));
        }
        return deepest;
    }

    private static final class Owner {

        private final ClassNode tree;
        private final Map<String, MethodNode> methods = new HashMap<>();
        private final Map<String, ScannedMethod> scanned = new HashMap<>();

        Owner(ClassNode tree, ScannedMethod[] scan) {
            this.tree = tree;
            for (int i = 0; i < scan.length; i++) {
                MethodNode method = tree.methods.get(i);
                methods.put(method.name + method.desc, method);
                scanned.put(method.name + method.desc, scan[i]);
            }
        }

        boolean passes(String method) {
            ScannedMethod found = scanned.get(method);
            return found != null && found.elision() == Elision.CHECKED_CALLS;
        }

        int charge(String method) {
            return scanned.get(method).charge();
        }
    }
}
