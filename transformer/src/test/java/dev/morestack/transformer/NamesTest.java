package dev.morestack.transformer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;

class NamesTest {

    @Test
    void everyMethodThatWovenCodeCallsExists() throws Exception {
        assertEquals(declared(""), called(RuntimeClass.MORESTACK));
    }

    @Test
    void everyMethodOfTheSubstituteForTheFieldExists() throws Exception {
        assertEquals(declared("SUBSTITUTE_"), called(RuntimeClass.SUBSTITUTE));
    }

    @Test
    void theClassesHaveTheNamesGivenThem() {
        assertEquals(Names.MORESTACK, RuntimeClass.MORESTACK.tree().name);
        assertEquals(Names.SUBSTITUTE, RuntimeClass.SUBSTITUTE.tree().name);
    }

    @Test
    void theFieldOfTheAccountExistsInThisJdk() {
        FieldNode account = null;
        for (FieldNode field : Corpus.jdkClass("java.base", Names.ACCOUNT_OWNER).tree().fields) {
            if (field.name.equals(Names.ACCOUNT_FIELD)) {
                account = field;
            }
        }
        assertEquals("I", account.desc);
        assertEquals(0, account.access & (Opcodes.ACC_STATIC | Opcodes.ACC_PRIVATE));
    }

    /** Returns name and descriptor of each pair of constants that begins so. */
    private static Set<String> declared(String prefix) throws IllegalAccessException {
        Set<String> methods = new TreeSet<>();
        for (Field field : Names.class.getDeclaredFields()) {
            String constant = field.getName();
            boolean isSubstitute = constant.startsWith("SUBSTITUTE_");
            if (constant.endsWith("_DESCRIPTOR") && isSubstitute == !prefix.isEmpty()) {
                methods.add(value(constant.replace("_DESCRIPTOR", "")) + value(constant));
            }
        }
        return methods;
    }

    private static String value(String constant) throws IllegalAccessException {
        try {
            return (String) Names.class.getDeclaredField(constant).get(null);
        } catch (NoSuchFieldException e) {
            throw new AssertionError("a descriptor without a name", e);
        }
    }

    /** Returns those of the declared methods that the class has and that all may call. */
    private static Set<String> called(ClassFile file) throws IllegalAccessException {
        int callable = Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC;
        assertTrue((file.tree().access & Opcodes.ACC_PUBLIC) != 0);
        Set<String> wanted = declared(file == RuntimeClass.MORESTACK ? "" : "SUBSTITUTE_");
        Set<String> found = new TreeSet<>();
        for (MethodNode method : file.tree().methods) {
            if ((method.access & callable) == callable
                    && wanted.contains(method.name + method.desc)) {
                found.add(method.name + method.desc);
            }
        }
        return found;
    }
}
