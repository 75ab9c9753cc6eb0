package dev.morestack.apps.profiled;

import dev.morestack.Region;
import dev.morestack.apps.Result;
import java.nio.file.Path;
import jdk.jfr.EventType;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Recording;

/**
 * Recurses deep, on a big carrier, into the limit and through a native frame while a flight
 * recording runs that it starts by itself. Arguments: the path of the recording, and the depth.
 */
public final class Recorded {

    private static final long BIG = 16 << 20;

    private Recorded() {}

    public static void main(String[] args) throws Exception {
        int depth = Integer.parseInt(args[1]);
        try (Recording first = new Recording()) {
            first.start();
            // The agent learns of the recorder on a thread of its own.
            while (!isKnown("dev.morestack.Summary")) {
                Thread.sleep(10);
            }
        }
        try (Recording recording = new Recording()) {
            recording.start();
            Result.print("frames", descend(depth));
            Result.print("region", Region.call(BIG, () -> descend(depth)));
            Thread thread = new Thread(Recorded::overflow, "overflow");
            thread.start();
            thread.join();
            Thread.sleep(1_200);
            recording.stop();
            recording.dump(Path.of(args[0]));
        }
        Result.print("after", descend(depth));
    }

    private static boolean isKnown(String event) {
        for (EventType type : FlightRecorder.getFlightRecorder().getEventTypes()) {
            if (type.getName().equals(event)) {
                return true;
            }
        }
        return false;
    }

    private static void overflow() {
        try {
            descend(Integer.MAX_VALUE);
        } catch (StackOverflowError e) {
            Result.print("overflow", e.getClass().getSimpleName());
        }
    }

    private static int descend(int left) {
        return left == 0 ? 0 : 1 + descend(left - 1);
    }
}
