package dev.morestack.agent.report;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** A site's stack with its recursion folded into one frame. */
final class FoldedStack {

    private FoldedStack() {}

    /** Returns the frames, the bottom first: what led there, the recursion, the method. */
    static List<String> of(JsonObject site) {
        List<String> frames = new ArrayList<>();
        JsonArray path = site.getArray("path");
        JsonArray cycle = site.getArray("cycle");
        for (int i = 0; i < path.size(); i++) {
            String frame = path.getString(i);
            if (cycle.contains(frame)) {
                break;
            }
            if (!isLaunch(frame)) {
                frames.add(frame);
            }
        }
        String method = site.getString("method");
        if (!cycle.isEmpty()) {
            frames.add(cycle(site));
            frames.add(method);
        } else if (frames.isEmpty() || !frames.get(frames.size() - 1).equals(method)) {
            frames.add(method);
        }
        return frames;
    }

    /** Returns the recursion in a line, such as {@code a -> b -> a x 14,000}. */
    static String cycle(JsonObject site) {
        JsonArray cycle = site.getArray("cycle");
        if (cycle.isEmpty()) {
            return "no recursion seen";
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < cycle.size(); i++) {
            text.append(Words.shortened(cycle.getString(i))).append(" -> ");
        }
        text.append(Words.shortened(cycle.getString(0)));
        long turns = site.getLong("deepestFrames") / cycle.size();
        if (turns > 1) {
            text.append(" x ").append(Words.grouped(turns));
        }
        return text.toString();
    }

    /** Frames that are below every thread's. */
    private static boolean isLaunch(String frame) {
        return frame.startsWith("java.lang.Thread.run")
                || frame.startsWith("java.lang.VirtualThread.run")
                || frame.startsWith("jdk.internal.vm.")
                || frame.contains("$$Morestack");
    }
}
