package dev.morestack.benchmarks;

import dev.morestack.benchmarks.page.Section;
import java.io.IOException;

/** One part of the suite, which measures and tells what came of it. */
interface Part {

    Section measure(Bench bench) throws IOException, InterruptedException;
}
