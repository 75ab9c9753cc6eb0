package dev.morestack.agent;

import dev.morestack.runtime.CallerWriter;
import dev.morestack.transformer.ContinuationRunner;
import dev.morestack.transformer.EntryCaller;
import dev.morestack.transformer.MainCaller;

/** Writes for the runtime the classes that call methods. */
final class AsmCallerWriter implements CallerWriter {

    @Override
    public byte[] ofMain(
            String name, Class<?> mainClass, boolean isStatic, boolean takesArguments) {
        return MainCaller.write(
                name, nameOf(mainClass), mainClass.isInterface(), isStatic, takesArguments);
    }

    @Override
    public byte[] ofMethod(
            String name, Class<?> owner, boolean isStatic, String method, String descriptor) {
        return EntryCaller.write(
                name, nameOf(owner), owner.isInterface(), isStatic, method, descriptor);
    }

    @Override
    public byte[] ofContinuation(String name, byte[] continuation) {
        return ContinuationRunner.write(name, continuation);
    }

    private static String nameOf(Class<?> type) {
        return type.getName().replace('.', '/');
    }
}
