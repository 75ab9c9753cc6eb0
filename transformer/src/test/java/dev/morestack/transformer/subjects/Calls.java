package dev.morestack.transformer.subjects;

/** Calls of all kinds, with handlers of their own. */
final class Calls implements Comparable<Calls> {

    static int ofStatic(String text) {
        try {
            return Integer.parseInt(text, 10);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    static int ofVirtual(String text) {
        return text.compareTo("b");
    }

    static int ofInterface(Comparable<String> text) {
        return text.compareTo("b");
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }

    @Override
    public int compareTo(Calls other) {
        return 0;
    }
}
