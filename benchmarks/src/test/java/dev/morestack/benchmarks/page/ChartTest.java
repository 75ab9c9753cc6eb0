package dev.morestack.benchmarks.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.morestack.benchmarks.depth.Contender;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class ChartTest {

    @Test
    void barsAreAsLongAsTheirValues() throws Exception {
        Document svg =
                parsed(
                        new Bars(
                                "name",
                                "A <title> & more",
                                "ms",
                                2,
                                List.of(new Bars.Bar("one", 1), new Bars.Bar("three", 3))));
        assertEquals(3, width(svg, 1) / width(svg, 0), 0.01);
        assertTrue(svg.getDocumentElement().getTextContent().contains("A <title> & more"));
        assertTrue(svg.getDocumentElement().getTextContent().contains("target: 2.00 ms"));
    }

    @Test
    void axesAreLogarithmic() throws Exception {
        Map<String, NavigableMap<Double, Double>> lines = new LinkedHashMap<>();
        lines.put("line", new TreeMap<>(Map.of(10.0, 1.0, 100.0, 10.0, 1_000.0, 100.0)));
        lines.put("nothing", new TreeMap<>());
        Document svg = parsed(new Lines("name", "title", "across", "up", true, lines));
        String[] points = attribute(svg, "polyline", 0, "points").split(" ");
        double first = x(points[1]) - x(points[0]);
        double second = x(points[2]) - x(points[1]);
        assertEquals(first, second, 0.11);
        assertTrue(first > 100, () -> List.of(points).toString());
        // Three points and the mark beside the name.
        assertEquals(4, svg.getElementsByTagName("circle").getLength());
    }

    @Test
    void everyContenderHasAColourOfItsOwn() {
        assertTrue(Contender.values().length <= Svg.COLOURS);
    }

    private static double x(String point) {
        return Double.parseDouble(point.substring(0, point.indexOf(',')));
    }

    private static double width(Document svg, int bar) {
        return Double.parseDouble(attribute(svg, "rect", bar, "width"));
    }

    private static String attribute(Document svg, String element, int number, String name) {
        return ((Element) svg.getElementsByTagName(element).item(number)).getAttribute(name);
    }

    private static Document parsed(Chart chart) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(chart.svg())));
    }
}
