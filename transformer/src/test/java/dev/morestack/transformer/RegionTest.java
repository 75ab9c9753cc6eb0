package dev.morestack.transformer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.VarInsnNode;

class RegionTest {

    private static final String TAGGED = "dev.morestack.transformer.subjects.Tagged";

    @BeforeEach
    void forgetCalls() {
        CheckCounter.reset(false);
    }

    @Test
    void aRegionIsEnteredFirstAndLeftBeforeEachReturnAndByAHandler() {
        MethodNode method = new MethodNode();
        twoReturns(new RegionMethod(method, 4096, 1, Opcodes.V21));
        assertEquals(
                "LDC enterRegion ISTORE NOP ILOAD IFEQ ICONST_1 ILOAD leaveRegion IRETURN"
                        + " ICONST_0 ILOAD leaveRegion IRETURN ILOAD leaveRegion ATHROW",
                Opcode.words(method));
        assertEquals(4096L, ((LdcInsnNode) method.instructions.getFirst()).cst);
        assertEquals(1, ((VarInsnNode) method.instructions.get(2)).var);
        assertEquals(3, method.maxStack);
        assertEquals(2, method.maxLocals);
        TryCatchBlockNode handler = method.tryCatchBlocks.get(0);
        assertNull(handler.type);
        assertSame(handler.end, handler.handler);
    }

    @Test
    void aPolicyIsEnteredByItsName() {
        MethodNode method = new MethodNode();
        twoReturns(new PolicyMethod(method, "fixed", 1, Opcodes.V21));
        assertTrue(
                Opcode.words(method).startsWith("LDC enterNamedPolicy ASTORE NOP "),
                Opcode.words(method));
        assertTrue(
                Opcode.words(method).endsWith(" ALOAD leavePolicy ATHROW"), Opcode.words(method));
        assertEquals("fixed", ((LdcInsnNode) method.instructions.getFirst()).cst);
    }

    @ParameterizedTest
    @CsvSource({"49, 0", "50, 1", "65, 1"})
    void theHandlerHasAFrameWhereThereAreFrames(int version, int frames) {
        MethodNode method = new MethodNode();
        RegionMethod region = new RegionMethod(method, 1, 0, version);
        region.visitCode();
        region.visitInsn(Opcodes.RETURN);
        region.visitMaxs(0, 0);
        int found = 0;
        for (AbstractInsnNode at : method.instructions) {
            found += at.getType() == AbstractInsnNode.FRAME ? 1 : 0;
        }
        assertEquals(frames, found);
    }

    private static void twoReturns(MethodVisitor to) {
        Label other = new Label();
        to.visitCode();
        to.visitVarInsn(Opcodes.ILOAD, 0);
        to.visitJumpInsn(Opcodes.IFEQ, other);
        to.visitInsn(Opcodes.ICONST_1);
        to.visitInsn(Opcodes.IRETURN);
        to.visitLabel(other);
        to.visitFrame(Opcodes.F_NEW, 1, new Object[] {Opcodes.INTEGER}, 0, null);
        to.visitInsn(Opcodes.ICONST_0);
        to.visitInsn(Opcodes.IRETURN);
        to.visitMaxs(1, 1);
        to.visitEnd();
    }

    @Test
    void whateverOthersHaveWrittenVerifiesInsideRegions() {
        Rules everything = Rules.ofMethods(Map.of("*", 4096L));
        int regions = 0;
        for (ClassFile file : Corpus.sample()) {
            ClassFile woven = everything.weave(file, true);
            Verification.verifyWithoutLoading(woven);
            regions += woven == file ? 0 : 1;
        }
        assertEquals(List.of(), everything.notes());
        assertTrue(regions > 500, regions + " classes with regions");
    }

    @Test
    void whateverOthersHaveWrittenVerifiesWithItsCallsInsideRegions() {
        Rules calls =
                Rules.ofCalls(Map.of("java.lang.Object::hashCode", 1L, "java.util.List::get", 1L));
        int changed = 0;
        for (ClassFile file : Corpus.sample()) {
            ClassFile woven = calls.regionsOf(file, true);
            if (woven != null) {
                Verification.verifyWithoutLoading(woven);
                changed++;
            }
        }
        assertTrue(changed > 20, changed + " classes");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 49, 50, 51, 65})
    void everyVersionOfTheFormatTakesARegion(int version) {
        int major = version < 45 ? Opcodes.V1_1 : version;
        ClassFile file = VersionedClass.write(major);
        ClassFile woven = Rules.ofMethods(Map.of("*", 4096L)).weave(file, true);
        Verification.verifyWithoutLoading(woven);
    }

    @ParameterizedTest
    @CsvSource({"3, text, 4", "0, 7, 7", "0, , -1"})
    void eachWayOutLeavesTheRegionOnce(int n, String object, int result) throws Exception {
        Object argument =
                object != null && object.matches("\\d") ? Integer.valueOf(object) : object;
        assertEquals(result, tagged("branches", int.class, Object.class).invoke(null, n, argument));
        assertEquals(List.of("enter 53613", "leave 53613"), CheckCounter.scopes());
    }

    @Test
    void anExceptionLeavesTheRegionAndPassesOn() throws Exception {
        Method branches = tagged("branches", int.class, Object.class);
        InvocationTargetException thrown =
                assertThrows(
                        InvocationTargetException.class, () -> branches.invoke(null, 0, "text"));
        assertEquals(ClassCastException.class, thrown.getCause().getClass());
        assertEquals(List.of("enter 53613", "leave 53613"), CheckCounter.scopes());
    }

    @Test
    void aPolicyHoldsUntilTheMethodIsLeft() throws Exception {
        Runnable failing =
                () -> {
                    throw new IllegalStateException("inside");
                };
        Method fixed = tagged("fixed", Runnable.class);
        assertThrows(InvocationTargetException.class, () -> fixed.invoke(null, failing));
        assertEquals(List.of("enter fixed", "leave fixed"), CheckCounter.scopes());
    }

    @Test
    void aRegionIsEnteredInsideItsPolicy() throws Exception {
        assertEquals(8.0, tagged("both", double.class).invoke(null, 8.0));
        int bytes = "1m".hashCode();
        assertEquals(
                List.of("enter carrier", "enter " + bytes, "leave " + bytes, "leave carrier"),
                CheckCounter.scopes());
    }

    private static Method tagged(String name, Class<?>... parameters) throws Exception {
        ClassFile woven = Rules.none().weave(Subject.file("Tagged"), true);
        Verification.verify(woven);
        Method method = new WovenLoader().define(woven).getDeclaredMethod(name, parameters);
        method.setAccessible(true);
        return method;
    }

    @Test
    void anAnnotationGivesTheSizeOrElseTheDefault() {
        Rules rules = Rules.none();
        assertNotNull(rules.regionsOf(Subject.file("Tagged"), true));
        assertEquals(
                List.of("mixed 2m", "receiver 4m", "branches 64k", "both 1m", "both carrier"),
                rules.notes());
    }

    @Test
    void aClassWithoutRegionsStaysAsItIs() {
        assertNull(Rules.none().regionsOf(Subject.file("Fibonacci"), true));
        Map<String, Long> other = Map.of("some.Other::method", 1L);
        assertNull(Rules.ofMethods(other).regionsOf(Subject.file("Fibonacci"), true));
        assertNull(Rules.ofCalls(other).regionsOf(Subject.file("Fibonacci"), true));
    }

    @Test
    void anAnnotationWinsOverARule() {
        ClassFile woven =
                Rules.ofMethods(Map.of(TAGGED + "::branches", 9L, TAGGED + "::plain", 8L))
                        .regionsOf(Subject.file("Tagged"), true);
        assertEquals((long) "64k".hashCode(), size(woven.method("branches")));
        assertEquals(8L, size(woven.method("plain")));
    }

    private static Object size(MethodNode method) {
        for (AbstractInsnNode at : method.instructions) {
            if (at instanceof LdcInsnNode constant) {
                return constant.cst;
            }
        }
        throw new AssertionError("no constant in " + method.name);
    }

    @Test
    void aNativeMethodOfALoadedClassIsReportedAndLeftAlone() {
        Rules rules = Rules.none();
        ClassFile woven = rules.regionsOf(Subject.file("Tagged"), false);
        assertTrue(rules.notes().contains("mixed not wrapped"), rules.notes().toString());
        assertTrue((woven.method("mixed").access & Opcodes.ACC_NATIVE) != 0);
        assertEquals(Subject.file("Tagged").tree().methods.size(), woven.tree().methods.size());
    }

    @Test
    void aWrapperKeepsAllButTheCodeOfTheNativeMethod() {
        ClassFile woven = Rules.none().regionsOf(Subject.file("Tagged"), true);
        MethodNode before = Subject.file("Tagged").method("mixed");
        MethodNode wrapper = woven.method("mixed");
        MethodNode wrapped = woven.method("$$morestack$mixed");
        assertEquals(before.access & ~Opcodes.ACC_NATIVE, wrapper.access);
        assertEquals(before.exceptions, wrapper.exceptions);
        assertEquals(1, wrapper.invisibleAnnotations.size());
        assertTrue((wrapped.access & Opcodes.ACC_NATIVE) != 0);
        assertFalse((wrapped.access & Opcodes.ACC_SYNCHRONIZED) != 0);
        assertEquals(before.desc, wrapped.desc);
    }

    @Test
    void callsOfAllKindsAreLinkedWithTheirRegion() throws Exception {
        ClassFile woven = ofCalls();
        Verification.verify(woven);
        Class<?> type = new WovenLoader().define(woven);
        List<Object> results = new ArrayList<>();
        for (String name : List.of("ofStatic", "ofVirtual")) {
            Method method = type.getDeclaredMethod(name, String.class);
            method.setAccessible(true);
            results.add(method.invoke(null, "7"));
            results.add(method.invoke(null, "x"));
        }
        Method ofInterface = type.getDeclaredMethod("ofInterface", Comparable.class);
        ofInterface.setAccessible(true);
        results.add(ofInterface.invoke(null, "b"));
        assertEquals(List.of(7, -1, "7".compareTo("b"), "x".compareTo("b"), 0), results);
        assertEquals(
                List.of("link parseInt 11", "link compareTo 12", "link compareTo 13"),
                CheckCounter.scopes());
    }

    static ClassFile ofCalls() {
        return Rules.ofCalls(
                        Map.of(
                                "java.lang.Integer::parseInt", 11L,
                                "java.lang.String::compareTo", 12L,
                                "java.lang.Comparable::compareTo", 13L,
                                "java.lang.Object::hashCode", 14L))
                .regionsOf(Subject.file("Calls"), true);
    }

    @Test
    void callsOfAnOldClassStayAsTheyAre() {
        ClassFile old =
                ClassFile.withMethod(
                        "()J",
                        code -> {
                            code.visitMethodInsn(
                                    Opcodes.INVOKESTATIC,
                                    "java/lang/System",
                                    "nanoTime",
                                    "()J",
                                    false);
                            code.visitInsn(Opcodes.LRETURN);
                        });
        Rules calls = Rules.ofCalls(Map.of("java.lang.System::nanoTime", 1L));
        assertNull(calls.regionsOf(old, true));
    }

    @ParameterizedTest
    @CsvSource({
        "dev.morestack.Region, enter, LLOAD enterRegion IRETURN",
        "dev.morestack.Region, leave, ILOAD leaveRegion RETURN",
        "dev.morestack.Morestack, enter, ALOAD enterPolicy ARETURN",
        "dev.morestack.Morestack, leave, ALOAD leavePolicy RETURN",
        "dev.morestack.Morestack, tryEnter, LLOAD hasRoom IRETURN"
    })
    void theApiCallsTheRuntime(String type, String method, String words) throws Exception {
        ClassFile before = ClassFile.of(Class.forName(type));
        String internalName = type.replace('.', '/');
        assertTrue(ProgramApi.contains(internalName));
        ClassFile after = new ClassFile(type, ProgramApi.apply(before.bytes()));
        Verification.verifyWithoutLoading(after);
        assertEquals(words, Opcode.words(after.method(method)));
    }

    @Test
    void nothingElseOfTheApiChanges() throws Exception {
        for (String type : List.of("dev.morestack.Region", "dev.morestack.Morestack")) {
            ClassFile before = ClassFile.of(Class.forName(type));
            List<MethodNode> after =
                    new ClassFile(type, ProgramApi.apply(before.bytes())).tree().methods;
            List<MethodNode> methods = before.tree().methods;
            assertEquals(methods.size(), after.size());
            for (int i = 0; i < methods.size(); i++) {
                String name = methods.get(i).name;
                if (!List.of("enter", "leave", "tryEnter").contains(name)) {
                    assertEquals(Opcode.words(methods.get(i)), Opcode.words(after.get(i)), name);
                }
            }
        }
        assertFalse(ProgramApi.contains("dev/morestack/BigStack"));
    }
}
