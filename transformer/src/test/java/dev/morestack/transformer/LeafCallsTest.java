package dev.morestack.transformer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.objectweb.asm.Type;

class LeafCallsTest {

    @Test
    void everyMethodOfTheListExistsInThisJdk() throws Exception {
        List<LeafCall> listed = listed();
        assertTrue(listed.size() > 150, listed.size() + " methods");
        for (LeafCall each : listed) {
            assertFalse(meant(each).isEmpty(), each.toString());
        }
    }

    @Test
    void noMethodOfTheListCanBeOverridden() throws Exception {
        for (LeafCall each : listed()) {
            for (Executable method : meant(each)) {
                if (method instanceof Method) {
                    int modifiers = method.getModifiers();
                    int ofClass = method.getDeclaringClass().getModifiers();
                    int ofOwner = owner(each).getModifiers();
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
        for (LeafCall each : listed()) {
            if (each.descriptor() == null) {
                for (Executable method : meant(each)) {
                    for (Class<?> parameter : method.getParameterTypes()) {
                        assertTrue(isFinalData(parameter), method.toString());
                    }
                }
            }
        }
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
        "java/lang/StringBuilder, append, ([Ljava/lang/Object;)Ljava/lang/StringBuilder;",
        "java/lang/StringBuilder, append, (ILjava/lang/Object;)Ljava/lang/StringBuilder;",
        "java/lang/StringBuilder, append, (Ljava/lang/String;Ljava/lang/Object;)V",
        "java/lang/Thread, start, ()V",
        "made/String, length, ()I",
        "java/lang/Strings, length, ()I",
        "java/lang/Strin, length, ()I",
        "java/lang/String, lengt, ()I",
        "java/util/Objects, requireNonNull, (Ljava/lang/Object;Ljava/util/function/Supplier;)V",
        "java/lang/Exception, <init>, (Ljava/lang/Throwable;)V",
        "java/lang/Exception, toString, ()V",
    })
    void whatMayCallTheProgramIsNotInTheList(String owner, String name, String descriptor) {
        assertNull(MadeCall.find(owner, name, descriptor));
    }

    @ParameterizedTest
    @CsvSource({
        "java/lang/String, length, ()I, false",
        "java/lang/String, indexOf, (Ljava/lang/String;I)I, false",
        "java/lang/StringBuilder, append, ([CII)Ljava/lang/StringBuilder;, false",
        "java/lang/System, identityHashCode, (Ljava/lang/Object;)I, false",
        "java/util/Arrays, copyOf, ([BI)[B, false",
        "java/lang/Error, <init>, (Ljava/lang/String;)V, true",
    })
    void whatIsInTheListIsFound(String owner, String name, String descriptor, boolean exception) {
        LeafCall found = MadeCall.find(owner, name, descriptor);
        assertNotNull(found);
        assertEquals(owner, found.owner());
        assertEquals(name, found.name());
        assertEquals(exception, found.makesException());
    }

    @Test
    void whatAConstructorOfAnExceptionCallsIsTheJdks() throws Exception {
        for (LeafCall each : listed()) {
            if (each.makesException()) {
                Class<?> type = owner(each);
                assertTrue(Throwable.class.isAssignableFrom(type), each.toString());
                Class<?> overrides = type.getMethod("fillInStackTrace").getDeclaringClass();
                assertEquals(Object.class.getPackage(), overrides.getPackage(), each.toString());
            }
        }
    }

    /** Returns the methods that a call of these may mean. */
    private static List<Executable> meant(LeafCall call) throws ClassNotFoundException {
        List<Executable> meant = new ArrayList<>();
        for (Executable each : members(call)) {
            String descriptor =
                    each instanceof Method method
                            ? Type.getMethodDescriptor(method)
                            : Type.getConstructorDescriptor((Constructor<?>) each);
            LeafCall found = MadeCall.find(call.owner(), call.name(), descriptor);
            if (found == call) {
                meant.add(each);
            }
        }
        return meant;
    }

    private static List<Executable> members(LeafCall call) throws ClassNotFoundException {
        if (call.name().equals("<init>")) {
            return List.of(owner(call).getDeclaredConstructors());
        }
        List<Executable> members = new ArrayList<>();
        for (Class<?> each = owner(call); each != null; each = each.getSuperclass()) {
            for (Method method : each.getDeclaredMethods()) {
                if (method.getName().equals(call.name())) {
                    members.add(method);
                }
            }
        }
        return members;
    }

    private static Class<?> owner(LeafCall call) throws ClassNotFoundException {
        return Class.forName(call.owner().replace('/', '.'));
    }

    private static List<LeafCall> listed() {
        List<LeafCall> listed = new ArrayList<>();
        for (LeafCall first : LeafCalls.all()) {
            for (LeafCall each = first; each != null; each = each.next()) {
                listed.add(each);
            }
        }
        return listed;
    }
}
