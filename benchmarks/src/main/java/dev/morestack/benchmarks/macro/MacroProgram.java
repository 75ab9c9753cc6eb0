package dev.morestack.benchmarks.macro;

import java.util.concurrent.Executors;

/** The ordinary programs. */
public enum MacroProgram {
    HTTP_VIRTUAL("HTTP, virtual threads"),
    HTTP_PLATFORM("HTTP, platform threads"),
    REGEX("java.util.regex"),
    GSON("Gson"),
    JACKSON("Jackson"),
    H2("H2 queries"),
    LUCENE("Lucene index"),
    JAVAC("javac, 200 files");

    private final String label;

    MacroProgram(String label) {
        this.label = label;
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
