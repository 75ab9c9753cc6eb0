package dev.morestack.transformer.subjects;

import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.function.Supplier;

/** A record with attributes of many kinds. */
@Decorated.Note(
        value = {"a", "b"},
        inner = @Decorated.Inner(type = int[].class, rank = 3L))
record Decorated<T extends Comparable<T>>(@Decorated.Note("part") T part, List<T> parts) {

    static final double HALF = 0.5;

    /** Says anything. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target({
        ElementType.TYPE,
        ElementType.TYPE_USE,
        ElementType.METHOD,
        ElementType.PARAMETER,
        ElementType.RECORD_COMPONENT
    })
    @interface Note {
        String[] value() default {};

        Inner inner() default @Inner(type = void.class);
    }

    /** Part of a note. */
    @interface Inner {
        Class<?> type();

        long rank() default 1;
    }

    @Note("calls itself")
    int count(@Note("bounded") int n, @Note List<@Note("use") ? extends T> rest)
            throws IOException {
        if (n <= 0 || rest.isEmpty()) {
            return 0;
        }
        Supplier<@Note String> later = () -> part + ": " + n;
        try {
            return later.get().length() + count(n - 1, rest.subList(1, rest.size()));
        } catch (@Note RuntimeException e) {
            throw new IOException((@Note("cast") Throwable) e);
        } finally {
            parts.remove(part);
        }
    }
}
