package dev.morestack.transformer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.objectweb.asm.Type;

class LeafCallsTest {

    @Test
    void everyMethodOfTheListExistsInThisJdk() throws Exception {
        Set<String> found = new TreeSet<>();
        for (String entry : listed()) {
            for (Executable method : members(entry)) {
                if (contains(entry, method)) {
                    found.add(entry);
                }
            }
        }
        assertEquals(new TreeSet<>(listed()), found);
    }

    @Test
    void noMethodOfTheListCanBeOverridden() throws Exception {
        for (String entry : listed()) {
            for (Executable method : members(entry)) {
                if (contains(entry, method) && method instanceof Method) {
                    int modifiers = method.getModifiers();
                    int ofClass = method.getDeclaringClass().getModifiers();
                    int ofOwner = Class.forName(owner(entry)).getModifiers();
                    assertTrue(
                            Modifier.isStatic(modifiers)
                                    || Modifier.isFinal(modifiers | ofClass | ofOwner),
                            method.toString());
                }
            }
        }
    }

    @Test
    void noArgumentCanBeAnObjectOfTheProgram() throws Exception {
        for (String entry : listed()) {
            for (Executable method : members(entry)) {
                if (contains(entry, method) && !isUntouched(entry, method)) {
                    for (Class<?> parameter : method.getParameterTypes()) {
                        assertTrue(isFinalData(parameter), method.toString());
                    }
                }
            }
        }
    }

    private static boolean isUntouched(String entry, Executable method) {
        return method instanceof Method named
                && LeafCalls.UNTOUCHED.contains(entry + Type.getMethodDescriptor(named));
    }

    private static boolean isFinalData(Class<?> type) {
        return type.isArray()
                ? isFinalData(type.getComponentType())
                : type.isPrimitive() || type == String.class;
    }

    @ParameterizedTest
    @CsvSource({
        "java/lang/Object, hashCode, ()I",
        "java/lang/Object, toString, ()Ljava/lang/String;",
        "java/lang/String, valueOf, (Ljava/lang/Object;)Ljava/lang/String;",
        "java/lang/String, compareTo, (Ljava/lang/Object;)I",
        "java/lang/StringBuilder, append, (Ljava/lang/Object;)Ljava/lang/StringBuilder;",
        "java/lang/StringBuilder, append, (Ljava/lang/CharSequence;)Ljava/lang/StringBuilder;",
        "java/lang/StringBuilder, <init>, (Ljava/lang/CharSequence;)V",
        "java/lang/Thread, start, ()V",
        "made/String, length, ()I",
        "java/lang/Strings, length, ()I",
    })
    void whatMayCallTheProgramIsNotInTheList(String owner, String name, String descriptor) {
        assertFalse(LeafCalls.contains(owner, name, descriptor));
    }

    @Test
    void everyMethodThatLeavesItsArgumentsAloneExistsAndCannotBeOverridden() throws Exception {
        for (String entry : LeafCalls.UNTOUCHED) {
            String name = entry.substring(0, entry.indexOf('('));
            Method found = null;
            for (Executable method : members(name)) {
                if (method instanceof Method each
                        && entry.equals(name + Type.getMethodDescriptor(each))) {
                    found = each;
                }
            }
            assertTrue(found != null, entry);
            assertTrue(
                    Modifier.isStatic(found.getModifiers())
                            || Modifier.isFinal(found.getDeclaringClass().getModifiers()),
                    entry);
        }
    }

    @Test
    void whatAConstructorOfAnExceptionCallsIsTheJdks() throws Exception {
        for (String name : LeafCalls.EXCEPTIONS) {
            Class<?> type = Class.forName(name.replace('/', '.'));
            assertTrue(Throwable.class.isAssignableFrom(type), name);
            assertTrue(LeafCalls.makesException(name, "<init>", "()V"), name);
            Class<?> overrides = type.getMethod("fillInStackTrace").getDeclaringClass();
            assertEquals(Object.class.getPackage(), overrides.getPackage(), name);
        }
        assertFalse(
                LeafCalls.makesException(
                        "java/lang/Exception", "<init>", "(Ljava/lang/Throwable;)V"));
        assertFalse(LeafCalls.makesException("java/lang/Exception", "toString", "()V"));
    }

    private static boolean contains(String entry, Executable method) {
        return LeafCalls.contains(
                owner(entry).replace('.', '/'),
                entry.substring(entry.indexOf('.') + 1),
                method instanceof Method named
                        ? Type.getMethodDescriptor(named)
                        : Type.getConstructorDescriptor((Constructor<?>) method));
    }

    /** Returns what a call with the owner and the name of the entry may mean. */
    private static List<Executable> members(String entry) throws ClassNotFoundException {
        Class<?> owner = Class.forName(owner(entry));
        String name = entry.substring(entry.indexOf('.') + 1);
        if (name.equals("<init>")) {
            return List.of(owner.getDeclaredConstructors());
        }
        List<Executable> members = new ArrayList<>();
        for (Class<?> each = owner; each != null; each = each.getSuperclass()) {
            for (Method method : each.getDeclaredMethods()) {
                if (method.getName().equals(name)) {
                    members.add(method);
                }
            }
        }
        return members;
    }

    private static String owner(String entry) {
        return entry.substring(0, entry.indexOf('.')).replace('/', '.');
    }

    private static Set<String> listed() {
        return LeafCalls.METHODS;
    }
}
