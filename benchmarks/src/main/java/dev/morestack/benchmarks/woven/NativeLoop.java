package dev.morestack.benchmarks.woven;

import dev.morestack.BigStack;
import dev.morestack.benchmarks.Work;
import java.util.zip.Adler32;

/** Calls a native method of the JDK again and again, inside one region. */
public final class NativeLoop implements Work {

    @Override
    @BigStack("4m")
    public long run(int size) {
        Adler32 sum = new Adler32();
        for (int call = 0; call < size; call++) {
            // Of its methods the one that no compiler turns into code of its own.
            sum.update(call);
        }
        return sum.getValue();
    }
}
