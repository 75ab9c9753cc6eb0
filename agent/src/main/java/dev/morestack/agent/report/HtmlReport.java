package dev.morestack.agent.report;

import com.grack.nanojson.JsonWriter;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The report as one page that needs nothing else: a frame that draws what the snapshot says. */
final class HtmlReport {

    private static final String FRAME = "report.html";

    /** Where the frame has an empty snapshot. */
    private static final String SNAPSHOT = "/*snapshot*/null";

    private static final String ADVICE = "/*advice*/[]";

    private HtmlReport() {}

    static String of(Snapshot snapshot) throws IOException {
        String frame;
        try (InputStream in = HtmlReport.class.getResourceAsStream(FRAME)) {
            if (in == null) {
                throw new FileNotFoundException("the agent's jar lacks " + FRAME);
            }
            frame = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        String advice = JsonWriter.string(Advice.on(snapshot.parsed()));
        return frame.replace(ADVICE, inScript(advice)).replace(SNAPSHOT, inScript(snapshot.json()));
    }

    /** Neither the end of the script nor a comment may be read in a name of the program. */
    private static String inScript(String json) {
        return json.replace("<", "\\u003c");
    }
}
