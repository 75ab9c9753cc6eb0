package dev.morestack.agent.report;

import com.grack.nanojson.JsonObject;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Prints what changed between two runs: what {@code morestack report OLD.json NEW.json} starts. */
public final class Compare {

    private Compare() {}

    public static void main(String[] args) {
        JsonObject before = read(args[0]);
        JsonObject after = read(args[1]);
        System.out.print(Difference.of(before, after));
    }

    private static JsonObject read(String path) {
        try (InputStream in = new FileInputStream(path)) {
            return Snapshot.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            System.err.println("morestack: " + path + " cannot be read: " + e.getMessage());
            System.exit(1);
            throw new IllegalStateException(e);
        }
    }
}
