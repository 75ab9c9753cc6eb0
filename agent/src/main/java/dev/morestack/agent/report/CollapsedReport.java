package dev.morestack.agent.report;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import java.io.IOException;

/**
 * The sites as folded stacks, a line each with the spills that it stands for: what flame graph
 * programs read. A recursion is one frame.
 */
final class CollapsedReport {

    private CollapsedReport() {}

    static String of(Snapshot snapshot) throws IOException {
        StringBuilder text = new StringBuilder();
        JsonArray sites = snapshot.parsed().getArray("sites");
        for (int i = 0; i < sites.size(); i++) {
            JsonObject site = sites.getObject(i);
            for (String frame : FoldedStack.of(site)) {
                text.append(frame.replace(';', ',')).append(';');
            }
            text.setLength(text.length() - 1);
            text.append(' ').append(site.getLong("spills")).append('\n');
        }
        return text.toString();
    }
}
