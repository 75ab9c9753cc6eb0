package dev.morestack.agent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;

/** What is in the jar, and what is not. */
class JarIT {

    private static final String ENTRY = "dev/morestack/agent/Agent.class";
    private static final String LOADER = "dev/morestack/agent/AgentLoader.class";
    private static final String ASM = "dev/morestack/agent/shaded/asm/";
    private static final String JSON = "dev/morestack/agent/shaded/json/";

    /** What javac writes into records, called by nothing here. */
    private static final Set<String> OF_RECORDS = Set.of("toString", "hashCode", "equals");

    private final ProductJar jar = ProductJar.read();

    @Test
    void thereAreNoFoldersButThese() {
        Set<String> folders = new TreeSet<>();
        for (String name : jar.names()) {
            folders.add(name.substring(0, name.lastIndexOf('/') + 1));
        }
        assertEquals(
                new TreeSet<>(
                        Set.of(
                                "META-INF/",
                                "boot/java/lang/",
                                "boot/java/lang/invoke/",
                                "boot/dev/morestack/",
                                "boot/dev/morestack/runtime/",
                                "dev/morestack/agent/",
                                "dev/morestack/agent/report/",
                                JSON,
                                "dev/morestack/transformer/",
                                ASM)),
                folders);
    }

    @Test
    void besideClassesThereAreTheManifestTheLicencesAndThePageOfTheReport() {
        List<String> others = new ArrayList<>(jar.names());
        others.removeIf(name -> name.endsWith(".class"));
        assertEquals(
                Set.of(
                        "META-INF/MANIFEST.MF",
                        "META-INF/LICENSE",
                        "META-INF/LICENSE-asm.txt",
                        "META-INF/LICENSE-nanojson.txt",
                        "dev/morestack/agent/report/report.html"),
                Set.copyOf(others));
    }

    @Test
    void theManifestIsTheFirstFile() {
        assertEquals("META-INF/MANIFEST.MF", jar.names().get(0));
    }

    @Test
    void nothingIsDeflated() {
        assertEquals(List.of(), jar.deflated());
    }

    @Test
    void nothingIsThereTwiceOrLeftFromAnotherJar() {
        assertEquals(jar.names().size(), new HashSet<>(jar.names()).size());
        for (String name : jar.names()) {
            assertFalse(name.endsWith("module-info.class"), name);
            assertFalse(name.endsWith("package-info.class") && name.startsWith("boot/"), name);
        }
        // An embedded class of the runtime must not be there for another loader as well.
        for (String name : jar.classes("boot/")) {
            assertNull(jar.file(name.substring("boot/".length())), name);
        }
    }

    @Test
    void everyClassIsWhereItsNameSays() {
        for (String name : jar.classes("")) {
            String path = name.startsWith("boot/") ? name.substring("boot/".length()) : name;
            assertEquals(path, new ClassReader(jar.file(name)).getClassName() + ".class");
        }
    }

    @Test
    void theClassThatWovenCodeCallsAndOneOfMethodHandlesAreTheOnlyOnesOfTheJdk() {
        assertEquals(
                Set.of(
                        "boot/java/lang/Morestack.class",
                        "boot/java/lang/invoke/MorestackCompiled.class"),
                Set.copyOf(jar.classes("boot/java/")));
    }

    @Test
    void librariesAreThereUnderOtherNamesOnly() {
        assertTrue(jar.classes(ASM).size() > 20);
        assertTrue(jar.classes(JSON).size() > 10);
        for (String name : jar.classes("")) {
            // Not the text of the file: javac leaves constants behind that nothing refers to.
            for (String reference : jar.references(name)) {
                assertFalse(reference.startsWith("org/objectweb/"), name + " -> " + reference);
                assertFalse(reference.startsWith("com/grack/"), name + " -> " + reference);
            }
            String text = new String(jar.file(name), StandardCharsets.ISO_8859_1);
            assertFalse(text.contains("org.objectweb.asm"), name);
        }
    }

    @Test
    void theManifestIsThatOfAnAgent() {
        assertEquals("dev.morestack.agent.Agent", jar.attribute("Premain-Class"));
        assertEquals("dev.morestack.agent.Agent", jar.attribute("Agent-Class"));
        assertEquals("true", jar.attribute("Can-Retransform-Classes"));
        assertEquals("true", jar.attribute("Can-Redefine-Classes"));
        assertEquals("true", jar.attribute("Can-Set-Native-Method-Prefix"));
        assertNotNull(jar.attribute("Implementation-Version"));
        // It would switch class-data sharing off for the program.
        assertNull(jar.attribute("Boot-Class-Path"));
        assertNull(jar.attribute("Launcher-Agent-Class"));
        assertNull(jar.attribute("Multi-Release"));
    }

    @Test
    void theLicencesOfWhatIsInsideAreThere() throws IOException {
        Path own = Path.of(System.getProperty("basedir", ""), "..", "LICENSE");
        assertArrayEquals(Files.readAllBytes(own), jar.file("META-INF/LICENSE"));
        String asm = new String(jar.file("META-INF/LICENSE-asm.txt"), StandardCharsets.UTF_8);
        String json = new String(jar.file("META-INF/LICENSE-nanojson.txt"), StandardCharsets.UTF_8);
        assertTrue(json.contains("nanojson"), json);
        assertTrue(asm.contains("INRIA, France Telecom"), asm);
        assertTrue(asm.contains("THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS"), asm);
    }

    @Test
    void classesAreForJava21ExceptTheEntryAndLibraries() {
        for (String name : jar.classes("")) {
            int version = new ClassReader(jar.file(name)).readUnsignedShort(6);
            if (name.startsWith(ASM) || name.startsWith(JSON)) {
                assertTrue(version <= Opcodes.V1_8, name);
            } else {
                boolean isEntry = name.equals(ENTRY) || name.equals(LOADER);
                assertEquals(isEntry ? Opcodes.V1_8 : Opcodes.V21, version, name);
            }
        }
    }

    /** It would be linked within class loading, or cost start-up time. */
    @Test
    void nothingIsCalledDynamicallyExceptInMethodsOfRecordsThatNobodyCalls() {
        List<String> found = new ArrayList<>();
        for (String name : jar.classes("")) {
            List<String> callers = jar.dynamicCallers(name);
            if (new ClassReader(jar.file(name)).getSuperName().equals("java/lang/Record")) {
                callers.removeAll(OF_RECORDS);
            }
            callers.forEach(method -> found.add(name + " " + method));
        }
        assertEquals(List.of(), found);
    }

    @Test
    void theRuntimeRefersToItselfAndJavaBaseAlone() {
        assertEquals(List.of(), strangers("boot/", "boot/"));
    }

    @Test
    void theTransformerRefersToItselfAsmAndJavaBaseAlone() {
        assertEquals(List.of(), strangers("dev/morestack/transformer/", ""));
    }

    /** The loader of these two has nothing else of this jar, whatever its folders say. */
    @Test
    void theEntryAndItsLoaderReferToJavaAlone() {
        Set<String> references = jar.references(ENTRY);
        references.addAll(jar.references(LOADER));
        references.removeIf(name -> name.startsWith("java/"));
        assertEquals(
                Set.of("dev/morestack/agent/Agent", "dev/morestack/agent/AgentLoader"), references);
    }

    /** Returns what classes refer to that is neither in java.base nor in a folder of the jar. */
    private List<String> strangers(String classes, String folder) {
        Set<String> base = Object.class.getModule().getPackages();
        List<String> strangers = new ArrayList<>();
        for (String name : jar.classes(classes)) {
            for (String reference : jar.references(name)) {
                int slash = reference.lastIndexOf('/');
                boolean isBase =
                        base.contains(reference.substring(0, slash).replace('/', '.'))
                                && jar.file("boot/" + reference + ".class") == null;
                boolean ofAgent =
                        reference.startsWith("dev/morestack/agent/") && !reference.startsWith(ASM);
                boolean isOwn = !ofAgent && jar.file(folder + reference + ".class") != null;
                if (!isBase && !isOwn) {
                    strangers.add(name + " -> " + reference);
                }
            }
        }
        return strangers;
    }
}
