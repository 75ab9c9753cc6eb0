package dev.morestack.transformer;

/** Looks for regions in the constants of a class, without a visit of its methods. */
final class RegionConstants {

    private static final int UTF8 = 1;
    private static final int METHOD = 10;
    private static final int INTERFACE_METHOD = 11;

    private RegionConstants() {}

    /** Tells whether a look at the methods may find one with a region. */
    static boolean mayHaveRegion(RawClass file, RegionSelection selection) {
        return selection.mayRule(file.className(file.header + 2).replace('/', '.'))
                || isAnnotated(file);
    }

    private static boolean isAnnotated(RawClass file) {
        int length = RegionScan.ANNOTATION.length();
        for (int i = 1; i < file.constants(); i++) {
            int at = file.item(i);
            if (at != 0 && file.tag(i) == UTF8 && file.u2(at) == length && isAnnotation(file, at)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAnnotation(RawClass file, int at) {
        for (int i = 0; i < RegionScan.ANNOTATION.length(); i++) {
            if (file.u1(at + 2 + i) != RegionScan.ANNOTATION.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Tells whether the class calls a method of which the calls are to be changed. */
    static boolean haveCall(RawClass file, RegionSelection selection) {
        for (int i = 1; i < file.constants(); i++) {
            int at = file.item(i);
            int tag = at == 0 ? 0 : file.tag(i);
            if (tag == METHOD || tag == INTERFACE_METHOD) {
                String owner = file.className(at).replace('/', '.');
                int nameAndType = file.item(file.u2(at + 2));
                if (selection.calling(owner, file.text(nameAndType)) > 0) {
                    return true;
                }
            }
        }
        return false;
    }
}
