package dev.morestack.apps.regions;

import dev.morestack.apps.Result;
import dev.morestack.apps.recursion.Starter;
import java.lang.reflect.Method;
import java.util.Arrays;

/** Calls an instance's synchronized native method, which returns or throws. Argument: a starter. */
public final class Mixed {

    private Mixed() {}

    public static void main(String[] args) throws Exception {
        Starter.valueOf(args[0]).run(Mixed::call);
        Method method = null;
        for (Method each : Stacks.Receiver.class.getDeclaredMethods()) {
            method = each.getName().equals("mix") ? each : method;
        }
        Result.print("parameters", Arrays.toString(method.getParameterTypes()));
    }

    private static void call() {
        Stacks.Receiver receiver = new Stacks.Receiver();
        Result.print("sum", receiver.mix((byte) 1, 1L << 40, 0.5f, 0.25, "four", null));
        try {
            receiver.mix((byte) 1, 2, 3, 4, "", new IllegalStateException("from C"));
        } catch (IllegalStateException e) {
            Result.print("thrown", e.getMessage());
        }
        Result.print("held", Thread.holdsLock(receiver));
    }
}
