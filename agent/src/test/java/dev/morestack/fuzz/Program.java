package dev.morestack.fuzz;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.function.LongUnaryOperator;

/**
 * A generated program that is loaded: its classes, defined one by one as they are first used, and
 * the objects and handles that its methods are reached by.
 */
final class Program {
    /** A subclass loaded only now makes the JVM take back what it compiled for one class. */
    private static final int CALLS_BEFORE_SUBCLASS = 500;

    private static final int MOST_INITIALISERS = 3;

    private final ProgramModel model;
    private final ClassLoader loader;
    private final byte[] initialiser;
    private final Object[][] receivers;
    private final int[] calls;
    private final MethodHandle[] handles;
    private final Method[] methods;
    private final LongUnaryOperator[] operators;
    private int initialisersLeft = MOST_INITIALISERS;

    Program(ProgramModel model, Map<String, byte[]> classes) {
        this.model = model;
        loader = new Loader(Program.class.getClassLoader(), classes);
        initialiser = classes.get(model.initialiser());
        int count = model.methods().size();
        receivers = new Object[count][2];
        calls = new int[count];
        handles = new MethodHandle[count];
        methods = new Method[count];
        operators = new LongUnaryOperator[count];
    }

    ProgramModel model() {
        return model;
    }

    /** Gives the program the trace that it reports to. */
    void reportTo(Trace trace) throws ReflectiveOperationException {
        named(model.hub()).getField("trace").set(null, trace);
    }

    Object receiver(int id, long argument) {
        MethodModel method = model.method(id);
        boolean first =
                !method.kind().hasDerivedClass()
                        || !method.kind().inInterface() && early(id, argument);
        int index = first ? 0 : 1;
        Object[] known = receivers[id];
        if (known[index] == null) {
            known[index] = create(first ? method.owner() : method.derived());
        }
        return known[index];
    }

    private boolean early(int id, long argument) {
        return calls[id]++ < CALLS_BEFORE_SUBCLASS || (argument & 1) == 0;
    }

    MethodHandle handle(int id) {
        if (handles[id] == null) {
            MethodType type = MethodType.methodType(long.class, long.class);
            try {
                Class<?> gate = named(model.method(id).gate());
                handles[id] = MethodHandles.publicLookup().findStatic(gate, "gate", type);
            } catch (ReflectiveOperationException e) {
                throw new LinkageError("gate of " + id, e);
            }
        }
        return handles[id];
    }

    Method method(int id) {
        if (methods[id] == null) {
            try {
                methods[id] = named(model.method(id).gate()).getMethod("gate", long.class);
            } catch (ReflectiveOperationException e) {
                throw new LinkageError("gate of " + id, e);
            }
        }
        return methods[id];
    }

    LongUnaryOperator operator(int id) {
        if (operators[id] == null) {
            MethodHandle handle = handle(id);
            operators[id] = argument -> apply(handle, argument);
        }
        return operators[id];
    }

    private static long apply(MethodHandle handle, long argument) {
        try {
            return (long) handle.invokeExact(argument);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new LinkageError("gates throw nothing checked", e);
        }
    }

    /** Calls the operator in a static initialiser, of which a program has only a few. */
    long initialise(LongUnaryOperator operator, long argument) {
        if (initialisersLeft == 0) {
            return operator.applyAsLong(argument);
        }
        initialisersLeft--;
        long[] result = new long[1];
        Pending.CALL.set(() -> result[0] = operator.applyAsLong(argument));
        String name = model.initialiser().replace('/', '.');
        try {
            Class.forName(name, true, new Loader(loader, Map.of(model.initialiser(), initialiser)));
        } catch (ExceptionInInitializerError e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        } catch (ClassNotFoundException e) {
            throw new LinkageError(name, e);
        }
        return result[0];
    }

    private Object create(String internalName) {
        try {
            return named(internalName).getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(internalName, e);
        }
    }

    private Class<?> named(String internalName) throws ClassNotFoundException {
        return Class.forName(internalName.replace('/', '.'), true, loader);
    }

    /** Defines the classes it was given before it asks its parent. */
    private static final class Loader extends ClassLoader {
        private final Map<String, byte[]> classes;

        Loader(ClassLoader parent, Map<String, byte[]> classes) {
            super(parent);
            this.classes = classes;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            byte[] bytes = classes.get(name.replace('.', '/'));
            if (bytes == null) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> known = findLoadedClass(name);
                return known != null ? known : defineClass(name, bytes, 0, bytes.length);
            }
        }
    }
}
