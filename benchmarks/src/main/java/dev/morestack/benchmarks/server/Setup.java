package dev.morestack.benchmarks.server;

import dev.morestack.benchmarks.JavaCommand;
import dev.morestack.benchmarks.depth.FrameKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A way to run the server.
 *
 * @param threads those that handle requests, {@code platform} or {@code virtual}
 * @param policy how stacks grow; empty to run without the agent
 * @param runaway the path of the request that recurses without an end
 */
record Setup(String threads, String policy, String runaway) {

    static final List<Setup> ALL =
            List.of(
                    new Setup("platform", "", "/runaway"),
                    new Setup("platform", "segments", "/runaway"),
                    new Setup("platform", "adaptive", "/runaway"),
                    new Setup("platform", "carrier", "/runaway"),
                    new Setup("virtual", "segments", "/runaway"),
                    new Setup("platform", "segments", "/greedy"),
                    new Setup("platform", "adaptive", "/greedy"));

    String name() {
        String how = policy.isEmpty() ? "without the agent" : policy;
        return threads + ", " + how + (isGreedy() ? ", allocating" : "");
    }

    boolean isGreedy() {
        return runaway.equals("/greedy");
    }

    List<String> command(Path agent, String heap) {
        List<String> flags = new ArrayList<>();
        flags.add("-Xmx" + heap);
        // Else the two ends of a kept connection wait for each other, 40 ms at a time.
        flags.add("-Dsun.net.httpserver.nodelay=true");
        flags.addAll(FrameKind.BUSY.flags());
        if (!policy.isEmpty()) {
            flags.add("-javaagent:" + agent + "=policy=" + policy);
        }
        return JavaCommand.of(flags, Server.class, threads);
    }
}
