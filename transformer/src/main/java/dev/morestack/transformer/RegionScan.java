package dev.morestack.transformer;

import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Finds the methods of a class that need a region: an annotation wins over a rule. */
final class RegionScan extends ClassVisitor {

    /** The annotation, as a class file names it. */
    static final String ANNOTATION = "Ldev/morestack/BigStack;";

    private static final String DEFAULT_SIZE = "2m";

    private final String className;
    private final RegionSelection selection;
    private final long[] bytes;
    private int index;

    private RegionScan(String className, RegionSelection selection, int methods) {
        super(Opcodes.ASM9);
        this.className = className;
        this.selection = selection;
        bytes = new long[methods];
    }

    /** Returns the bytes of each method's region, in the order of the class file; 0 for none. */
    static long[] bytes(ClassReader reader, RegionSelection selection, int methods) {
        String className = reader.getClassName().replace('/', '.');
        RegionScan scan = new RegionScan(className, selection, methods);
        reader.accept(scan, ClassReader.SKIP_CODE | ClassReader.SKIP_FRAMES);
        return scan.bytes;
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
                return hasBody && type.equals(ANNOTATION) ? new Size(method, name) : null;
            }
        };
    }

    private final class Size extends AnnotationVisitor {

        private final int method;
        private final String name;
        private String size = DEFAULT_SIZE;

        Size(int method, String name) {
            super(Opcodes.ASM9);
            this.method = method;
            this.name = name;
        }

        @Override
        public void visit(String element, Object value) {
            size = String.valueOf(value);
        }

        @Override
        public void visitEnd() {
            bytes[method] = selection.annotated(className, name, size);
        }
    }
}
