package dev.morestack.runtime;

import java.lang.invoke.MethodHandles;
import java.util.Arrays;
import jdk.internal.loader.NativeLibrary;
import jdk.internal.loader.RawNativeLibraries;
import jdk.internal.misc.Unsafe;

/**
 * Reads field offsets from the table that HotSpot exports for debuggers ({@code gHotSpotVMStructs},
 * declared in {@code runtime/vmStructs.hpp}): an array of entries, ended by one without a type
 * name, whose layout the library also exports.
 */
final class VmStructs {

    private static final Unsafe UNSAFE = Unsafe.getUnsafe();

    private final NativeLibrary jvm;
    private final long table;
    private final long stride;
    private final long typeName;
    private final long fieldName;
    private final long offset;
    private final long address;

    private VmStructs(NativeLibrary jvm) {
        this.jvm = jvm;
        table = value(jvm, "gHotSpotVMStructs");
        stride = value(jvm, "gHotSpotVMStructEntryArrayStride");
        typeName = value(jvm, "gHotSpotVMStructEntryTypeNameOffset");
        fieldName = value(jvm, "gHotSpotVMStructEntryFieldNameOffset");
        offset = value(jvm, "gHotSpotVMStructEntryOffsetOffset");
        address = value(jvm, "gHotSpotVMStructEntryAddressOffset");
    }

    /**
     * Opens the table of the running JVM.
     *
     * @throws IllegalStateException where this is not a HotSpot JVM with that table
     */
    static VmStructs ofThisJvm() {
        String home = System.getProperty("java.home");
        String library = System.mapLibraryName("jvm");
        String[] folders = {"/lib/server/", "/bin/server/", "/lib/client/", "/lib/minimal/"};
        RawNativeLibraries libraries = RawNativeLibraries.newInstance(MethodHandles.lookup());
        for (int i = 0; i < folders.length; i++) {
            NativeLibrary jvm = libraries.load(home.concat(folders[i]).concat(library));
            if (jvm != null && jvm.find("gHotSpotVMStructs") != 0) {
                return new VmStructs(jvm);
            }
        }
        throw new IllegalStateException("libjvm exports no gHotSpotVMStructs");
    }

    private static long value(NativeLibrary jvm, String symbol) {
        long address = jvm.find(symbol);
        if (address == 0) {
            throw new IllegalStateException("libjvm exports no ".concat(symbol));
        }
        return UNSAFE.getLong(address);
    }

    /**
     * Returns the offset of each {@code type.field} in bytes, in the order of the names; -1 for
     * those that the table lacks.
     */
    long[] offsets(String... fields) {
        long[] found = new long[fields.length];
        Arrays.fill(found, -1);
        int missing = fields.length;
        for (long entry = table; missing > 0; entry += stride) {
            long type = UNSAFE.getLong(entry + typeName);
            if (type == 0) {
                break;
            }
            for (int i = 0; i < fields.length; i++) {
                if (found[i] < 0 && matches(fields[i], type, UNSAFE.getLong(entry + fieldName))) {
                    found[i] = UNSAFE.getLong(entry + offset);
                    missing--;
                }
            }
        }
        return found;
    }

    /** Returns the address of the static {@code type.field}; 0 when the table lacks it. */
    long staticField(String name) {
        for (long entry = table; ; entry += stride) {
            long type = UNSAFE.getLong(entry + typeName);
            if (type == 0) {
                return 0;
            }
            if (matches(name, type, UNSAFE.getLong(entry + fieldName))) {
                return UNSAFE.getLong(entry + address);
            }
        }
    }

    /**
     * Returns the size of a type of the VM in bytes, from the table of types beside that of fields.
     *
     * @throws IllegalStateException where the table lacks it
     */
    long sizeOf(String name) {
        long typesStride = value(jvm, "gHotSpotVMTypeEntryArrayStride");
        long typesName = value(jvm, "gHotSpotVMTypeEntryTypeNameOffset");
        long typesSize = value(jvm, "gHotSpotVMTypeEntrySizeOffset");
        for (long entry = value(jvm, "gHotSpotVMTypes"); ; entry += typesStride) {
            long type = UNSAFE.getLong(entry + typesName);
            if (type == 0) {
                throw new IllegalStateException("gHotSpotVMTypes lacks ".concat(name));
            }
            if (isText(name, 0, name.length(), type)) {
                return UNSAFE.getLong(entry + typesSize);
            }
        }
    }

    private static boolean matches(String name, long type, long field) {
        int dot = name.indexOf('.');
        return isText(name, 0, dot, type) && isText(name, dot + 1, name.length(), field);
    }

    private static boolean isText(String name, int from, int to, long address) {
        if (address == 0) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (UNSAFE.getByte(address + i - from) != name.charAt(i)) {
                return false;
            }
        }
        return UNSAFE.getByte(address + to - from) == 0;
    }
}
