package dev.morestack.transformer;

import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Finds the methods of a class that have a scope: regions, and policies. */
final class RegionScan extends ClassVisitor {

    /** The annotation, as a class file names it. */
    static final String ANNOTATION = "Ldev/morestack/BigStack;";

    static final String FIXED = "Ldev/morestack/FixedStack;";
    static final String GROWABLE = "Ldev/morestack/GrowableStack;";

    private static final String DEFAULT_SIZE = "2m";
    private static final String DEFAULT_POLICY = "adaptive";

    private final String className;
    private final RegionSelection selection;

    /** Of each method's region, in the order of the class file; 0 for none. */
    final long[] bytes;

    /** Each method's policy; null for none. */
    final String[] policies;

    private int index;

    private RegionScan(String className, RegionSelection selection, int methods) {
        super(Opcodes.ASM9);
        this.className = className;
        this.selection = selection;
        bytes = new long[methods];
        policies = new String[methods];
    }

    /** Looks at the methods. An annotation wins over a rule. */
    static RegionScan of(ClassReader reader, RegionSelection selection, int methods) {
        String className = reader.getClassName().replace('/', '.');
        RegionScan scan = new RegionScan(className, selection, methods);
        reader.accept(scan, ClassReader.SKIP_CODE | ClassReader.SKIP_FRAMES);
        return scan;
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, String signature, String[] exceptions) {
        int method = index++;
        if (name.charAt(0) == '<') {
            return null;
        }
        boolean hasBody = (access & Opcodes.ACC_ABSTRACT) == 0;
        bytes[method] = hasBody ? selection.ruled(className, name) : 0;
        return new MethodVisitor(Opcodes.ASM9) {
            @Override
            public AnnotationVisitor visitAnnotation(String type, boolean visible) {
                if (!hasBody) {
                    return null;
                }
                if (type.equals(FIXED)) {
                    policies[method] = "fixed";
                }
                return type.equals(ANNOTATION) || type.equals(GROWABLE)
                        ? new Value(method, name, type.equals(ANNOTATION))
                        : null;
            }
        };
    }

    private final class Value extends AnnotationVisitor {

        private final int method;
        private final String name;
        private final boolean isSize;
        private String value;

        Value(int method, String name, boolean isSize) {
            super(Opcodes.ASM9);
            this.method = method;
            this.name = name;
            this.isSize = isSize;
            value = isSize ? DEFAULT_SIZE : DEFAULT_POLICY;
        }

        @Override
        public void visit(String element, Object given) {
            value = String.valueOf(given);
        }

        @Override
        public void visitEnd() {
            if (isSize) {
                bytes[method] = selection.annotated(className, name, value);
            } else {
                policies[method] = selection.policy(className, name, value);
            }
        }
    }
}
