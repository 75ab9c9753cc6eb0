package dev.morestack.benchmarks.programs;

import java.io.StringWriter;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The JDK's XML library copies a document of elements within elements, and writes it. */
final class XmlElements {

    private static final int DEPTH = 20_000;

    private XmlElements() {}

    public static void main(String[] arguments)
            throws ParserConfigurationException, TransformerException {
        Document document = DocumentBuilderFactory.newInstance().newDocumentBuilder().newDocument();
        Element element = document.createElement("e");
        for (int level = 1; level < DEPTH; level++) {
            Element outer = document.createElement("e");
            outer.appendChild(element);
            element = outer;
        }
        Node copy = document.importNode(element, true);
        copy.normalize();
        StringWriter text = new StringWriter();
        TransformerFactory.newInstance()
                .newTransformer()
                .transform(new DOMSource(copy), new StreamResult(text));
        System.out.println(text.toString().length() + " characters");
    }
}
