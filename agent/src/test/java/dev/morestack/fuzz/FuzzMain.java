package dev.morestack.fuzz;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The main class of the JVMs that the fuzz starts: it runs the programs of some seeds and prints,
 * for each, {@code start SEED} and {@code done SEED TRACE}.
 */
public final class FuzzMain {
    private final FuzzOptions options;
    private final PrintStream out;
    private final AtomicLong next;

    private FuzzMain(FuzzOptions options, PrintStream out) {
        this.options = options;
        this.out = out;
        next = new AtomicLong(options.from());
    }

    public static void main(String[] arguments) throws Exception {
        FuzzMain fuzz = new FuzzMain(FuzzOptions.parse(arguments), System.out);
        fuzz.runAll();
    }

    private void runAll() throws Exception {
        Thread[] others = new Thread[options.threads() - 1];
        for (int i = 0; i < others.length; i++) {
            others[i] = new Thread(this::runSome, "fuzz-" + i);
            others[i].start();
        }
        runSome();
        for (Thread other : others) {
            other.join();
        }
    }

    /** Takes seeds until none is left. */
    private void runSome() {
        long end = options.from() + options.count();
        for (long seed = next.getAndIncrement(); seed < end; seed = next.getAndIncrement()) {
            print("start " + seed);
            String trace;
            try {
                trace = runOne(seed);
            } catch (Exception | LinkageError e) {
                trace = "FAILED " + e;
            }
            // The message of a VerifyError has many lines.
            print("done " + seed + " " + trace.replace('\n', '|'));
        }
    }

    private synchronized void print(String line) {
        out.println(line);
        out.flush();
    }

    private String runOne(long seed) throws Exception {
        ProgramModel model = ProgramGenerator.generate(seed, options.size(), options.features());
        Map<String, byte[]> classes = ProgramWriter.write(model);
        int[] sizes = FrameSizes.of(model, classes);
        if (options.dump() != null) {
            dump(classes, options.dump());
        }
        Map<String, byte[]> loaded = options.sabotage().apply(classes);
        try (EventLog log = options.log() == null ? null : new EventLog(options.log())) {
            boolean limited = options.size() == Size.LIMITED;
            WalkPlan plan = limited ? model.plan().within(Size.SHALLOW) : model.plan();
            Trace trace = trace(model, loaded, new Walk(plan, sizes), log, false);
            Trace deep =
                    limited
                            ? trace(model, loaded, new Walk(model.plan(), sizes), null, true)
                            : null;
            String[] line = new String[1];
            Host host = options.host() != null ? options.host() : Host.ordinary(seed);
            host.run(() -> line[0] = deep == null ? trace.run() : inTurn(deep, trace));
            return line[0];
        }
    }

    private static Trace trace(
            ProgramModel model,
            Map<String, byte[]> classes,
            Walk walk,
            EventLog log,
            boolean limited)
            throws ReflectiveOperationException {
        Program program = new Program(model, classes);
        Trace trace = new Trace(walk, program, log, limited);
        program.reportTo(trace);
        return trace;
    }

    /**
     * Runs a program that may meet a limit, and then on the same thread one that may not. Where the
     * first turns round is the limit's business, so only what was wrong with it is told.
     */
    private String inTurn(Trace deep, Trace shallow) {
        String first = deep.run();
        print("refused " + deep.refusals());
        String second = shallow.run();
        return first.matches("(FATAL|BROKEN) (?s:.*)") ? first + ", then " + second : second;
    }

    private static void dump(Map<String, byte[]> classes, Path folder) throws IOException {
        for (Map.Entry<String, byte[]> entry : classes.entrySet()) {
            Path file = folder.resolve(entry.getKey() + ".class");
            Files.createDirectories(file.getParent());
            Files.write(file, entry.getValue());
        }
    }
}
