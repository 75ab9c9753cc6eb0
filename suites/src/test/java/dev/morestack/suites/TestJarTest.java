package dev.morestack.suites;

import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Test jars are told apart by their names, which hold the version too. */
final class TestJarTest {

    private static final List<String> CLASS_PATH =
            List.of(
                    "/r/lib-core-2.0-tests.jar",
                    "/r/lib-1.5.Final.jar",
                    "/r/lib-1.5.Final-tests.jar",
                    "/r/junit-4.13.2.jar");

    @Test
    void theJarAndItsVersionAreFound() {
        TestJar jar = TestJar.of("lib", CLASS_PATH);
        Assertions.assertEquals("1.5.Final", jar.version());
        Assertions.assertTrue(jar.path().endsWith("lib-1.5.Final-tests.jar"));
    }

    @Test
    void anArtifactWithoutATestJarIsRefused() {
        Assertions.assertThrows(
                IllegalArgumentException.class, () -> TestJar.of("junit", CLASS_PATH));
    }

    @Test
    void everySuiteOfTheCatalogueIsOnTheClassPath() {
        List<String> jars = TestJar.classPath();
        for (Suite suite : Catalogue.ALL) {
            Assertions.assertTrue(TestJar.is(TestJar.of(suite.artifact(), jars).path().toString()));
        }
        Catalogue.QUICK.forEach(suite -> TestJar.of(suite.artifact(), jars));
    }
}
