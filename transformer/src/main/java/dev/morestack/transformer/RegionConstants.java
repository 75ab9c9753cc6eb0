package dev.morestack.transformer;

/** Looks for regions in the constants of a class, without a visit of its methods. */
final class RegionConstants {

    private static final int METHOD = 10;
    private static final int INTERFACE_METHOD = 11;

    private RegionConstants() {}

    /** Tells whether a look at the methods may find one with a region. */
    static boolean mayHaveRegion(RawClass file, RegionSelection selection) {
        return selection.mayRule(file.className(file.header + 2).replace('/', '.'))
                || file.namesScope();
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
