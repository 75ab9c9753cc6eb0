package dev.morestack.agent;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URL;
import java.net.URLClassLoader;
import org.junit.jupiter.api.Test;

class ClassSelectionTest {

    private static final ClassLoader PROGRAM = new URLClassLoader(new URL[0], null);
    private static final ClassLoader PLATFORM = ClassLoader.getPlatformClassLoader();
    private static final Module UNNAMED = PROGRAM.getUnnamedModule();
    private static final Module COMPILER =
            ModuleLayer.boot().findModule("jdk.compiler").orElseThrow();

    private static ClassSelection selection(String includes, String excludes, String jdk)
            throws OptionException {
        return new ClassSelection(
                Patterns.parse(includes, Option.INCLUDES),
                Patterns.parse(excludes, Option.EXCLUDES),
                JdkSelection.parse(jdk));
    }

    @Test
    void theProgramIsChosenByItsPatterns() throws OptionException {
        assertTrue(selection("*", "", "none").contains(PROGRAM, UNNAMED, "a.B"));
        assertTrue(selection("a.*", "", "none").contains(PROGRAM, UNNAMED, "a.B"));
        assertFalse(selection("b.*", "", "default").contains(PROGRAM, UNNAMED, "a.B"));
        assertFalse(selection("", "", "default").contains(PROGRAM, UNNAMED, "a.B"));
    }

    @Test
    void whatIsExcludedStaysAsItIsInTheProgramAndInTheJdk() throws OptionException {
        ClassSelection selection = selection("*", "a.*:java.util.Tree*", "default");
        assertFalse(selection.contains(PROGRAM, UNNAMED, "a.B"));
        assertTrue(selection.contains(PROGRAM, UNNAMED, "b.A"));
        assertFalse(selection.contains(null, Object.class.getModule(), "java.util.TreeMap"));
        assertTrue(selection.contains(null, Object.class.getModule(), "java.util.HashMap"));
    }

    @Test
    void theJdkIsChosenByItsOwnPatternsWhateverLoaderItHas() throws OptionException {
        ClassSelection program = selection("*", "", "none");
        ClassSelection jdk = selection("", "", "default");
        assertFalse(program.contains(null, null, "java.util.HashMap"));
        assertTrue(jdk.contains(null, null, "java.util.HashMap"));
        assertFalse(program.contains(PLATFORM, null, "javax.xml.Any"));
        assertTrue(jdk.contains(PLATFORM, null, "javax.xml.Any"));
        // The loader that the compiler shares with the program is the agent's own in this test.
        assertFalse(program.contains(PROGRAM, COMPILER, "com.sun.tools.javac.comp.Attr"));
        assertTrue(jdk.contains(PROGRAM, COMPILER, "com.sun.tools.javac.comp.Attr"));
    }

    @Test
    void aLibraryOfTheProgramMayHaveAnyName() throws OptionException {
        ClassSelection selection = selection("*", "", "none");
        assertTrue(selection.contains(PROGRAM, UNNAMED, "javax.inject.Inject"));
        assertTrue(selection.contains(PROGRAM, null, "com.sun.jna.Native"));
    }

    @Test
    void theAgentItselfIsNever() throws OptionException {
        ClassSelection selection = selection("*", "", "*");
        assertFalse(selection.contains(PROGRAM, UNNAMED, "dev.morestack.agent.Agent"));
        ClassLoader own = ClassSelection.class.getClassLoader();
        assertFalse(selection.contains(own, own.getUnnamedModule(), "a.B"));
    }
}
