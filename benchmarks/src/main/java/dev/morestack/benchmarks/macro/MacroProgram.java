package dev.morestack.benchmarks.macro;

import java.util.concurrent.Executors;

/** The ordinary programs. */
public enum MacroProgram {
    HTTP_VIRTUAL("HTTP, virtual threads"),
    HTTP_PLATFORM("HTTP, platform threads"),
    REGEX("java.util.regex"),
    GSON("Gson"),
    JACKSON("Jackson"),
    H2("H2 queries", 2),
    LUCENE("Lucene index", 2),
    JAVAC("javac, 200 files", 7);

    private final String label;
    private final int warmUp;

    MacroProgram(String label) {
        this(label, 1);
    }

    MacroProgram(String label, int warmUp) {
        this.label = label;
        this.warmUp = warmUp;
    }

    /** Returns how many times as long as a small program it takes to be warm. */
    public int warmUp() {
        return warmUp;
    }

    public String label() {
        return label;
    }

    Workload make() throws Exception {
        return switch (this) {
            case JAVAC -> new CompiledSources();
            case GSON -> new GsonDocuments();
            case JACKSON -> new JacksonDocuments();
            case REGEX -> new RegexText();
            case H2 -> new SqlQueries();
            case LUCENE -> new LuceneIndex();
            case HTTP_PLATFORM -> new HttpLoad(Executors.newFixedThreadPool(4));
            case HTTP_VIRTUAL -> new HttpLoad(Executors.newVirtualThreadPerTaskExecutor());
        };
    }
}
