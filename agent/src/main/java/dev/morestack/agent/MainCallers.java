package dev.morestack.agent;

import dev.morestack.runtime.MainRoot;
import dev.morestack.transformer.MainCaller;

/** Writes for the runtime the class that calls the program's {@code main}. */
final class MainCallers implements MainRoot.CallerWriter {

    @Override
    public byte[] write(String name, Class<?> mainClass, boolean isStatic, boolean takesArguments) {
        return MainCaller.write(
                name,
                mainClass.getName().replace('.', '/'),
                mainClass.isInterface(),
                isStatic,
                takesArguments);
    }
}
