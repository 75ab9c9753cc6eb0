package dev.morestack.suites;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The XML files in which the console launcher writes down each test.
 *
 * <p>A test goes by its unique id, which the launcher writes into the test's {@code system-out}:
 * names are shared by overloads and by the invocations of parameterized tests.
 */
final class TestReport {

    private static final String ID = "unique-id: ";

    private final Map<String, TestOutcome> outcomes = new TreeMap<>();
    private final StringBuilder text = new StringBuilder();
    private Verdict verdict = Verdict.PASSED;
    private String message = "";
    private String id = "";

    private TestReport() {}

    /** Returns the outcomes of all reports in a folder, by unique id. */
    static Map<String, TestOutcome> read(Path folder) throws IOException {
        TestReport report = new TestReport();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "TEST-*.xml")) {
                for (Path file : files) {
                    report.add(file);
                }
            }
        }
        return report.outcomes;
    }

    private void add(Path file) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newInstance();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        // JDK limits count the whole document: a suite has more text in messages than they allow.
        factory.setProperty("jdk.xml.totalEntitySizeLimit", 0);
        try (InputStream in = Files.newInputStream(file)) {
            XMLStreamReader xml = factory.createXMLStreamReader(in);
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> start(xml);
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                            text.append(xml.getText());
                    case XMLStreamConstants.END_ELEMENT -> end(xml.getLocalName());
                    default -> {}
                }
            }
        } catch (XMLStreamException e) {
            throw new IOException("cannot read " + file, e);
        }
    }

    private void start(XMLStreamReader xml) {
        text.setLength(0);
        if (xml.getLocalName().equals("testcase")) {
            verdict = Verdict.PASSED;
            message = "";
            id =
                    xml.getAttributeValue(null, "classname")
                            + "."
                            + xml.getAttributeValue(null, "name");
        }
    }

    private void end(String element) {
        switch (element) {
            case "failure", "error" -> {
                verdict = Verdict.FAILED;
                message = text.toString();
            }
            case "skipped" -> verdict = Verdict.SKIPPED;
            case "system-out" -> text.toString().lines().forEach(this::noticeId);
            case "testcase" -> outcomes.put(id, new TestOutcome(verdict, message));
            default -> {}
        }
        text.setLength(0);
    }

    private void noticeId(String line) {
        if (line.startsWith(ID)) {
            id = line.substring(ID.length());
        }
    }
}
