package dev.morestack.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JdkSelectionTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.util.HashMap",
                "java.util.HashMap$Node",
                "java.util.regex.Pattern$Loop",
                "java.util.stream.ReferencePipeline",
                "java.util.concurrent.CompletableFuture$UniApply",
                "java.io.ObjectInputStream",
                "java.text.MessageFormat",
                "java.math.BigInteger",
                "javax.xml.parsers.SAXParser",
                "com.sun.org.apache.xerces.internal.impl.XMLScanner",
                "com.sun.tools.javac.comp.Attr"
            })
    void choosesByDefaultWhatRecursesInPractice(String className) throws OptionException {
        assertTrue(JdkSelection.parse("default").contains(className));
        assertFalse(JdkSelection.parse("none").contains(className));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.util.concurrent.ConcurrentLinkedQueue",
                "java.util.zip.ZipFile",
                "java.io.FileInputStream",
                "java.net.URL",
                "java.util.Locale",
                "java.util.BitSet",
                "javax.swing.JPanel"
            })
    void leavesTheRestUnlessAPatternNamesIt(String className) throws OptionException {
        assertFalse(JdkSelection.parse("default").contains(className));
        assertTrue(JdkSelection.parse("java*").contains(className));
        assertTrue(JdkSelection.parse("default:java*").contains(className));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.lang.Object",
                "java.lang.invoke.MethodHandle",
                "jdk.internal.vm.Continuation",
                "sun.nio.ch.FileChannelImpl",
                "java.util.concurrent.ForkJoinPool",
                "java.util.concurrent.ScheduledThreadPoolExecutor",
                "java.util.concurrent.ThreadLocalRandom",
                "java.util.concurrent.LinkedTransferQueue",
                "java.util.concurrent.ConcurrentHashMap$Node",
                "java.util.concurrent.locks.ReentrantLock",
                "java.util.concurrent.atomic.AtomicLong"
            })
    void neverChoosesWhatSwitchesThreads(String className) throws OptionException {
        assertFalse(JdkSelection.parse("*").contains(className));
        assertFalse(JdkSelection.parse("default:" + className).contains(className));
    }

    @ParameterizedTest
    @CsvSource({
        "'', java.util.List, false",
        "':', java.util.List, false",
        "none, java.util.List, false",
        "none:java.util.*, java.util.List, true",
        "java.util.*:none, java.util.List, true",
        "java.util.regex.*, java.util.List, false",
        "java.util.regex.*:default, java.util.List, true"
    })
    void readsWordsAndPatternsInAnyOrder(String text, String className, boolean chosen)
            throws OptionException {
        assertEquals(chosen, JdkSelection.parse(text).contains(className));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Default ", "java.[u]", "java util"})
    void refusesWhatIsNoPattern(String text) {
        assertThrows(OptionException.class, () -> JdkSelection.parse(text));
    }
}
