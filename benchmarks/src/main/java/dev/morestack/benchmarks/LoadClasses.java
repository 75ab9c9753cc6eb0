package dev.morestack.benchmarks;

/**
 * The program whose loading of classes is measured: loads and initialises as many as it is told.
 */
public final class LoadClasses {

    static final String OUTER = "Generated";
    static final String INNER = "Class";

    private LoadClasses() {}

    public static void main(String[] arguments) throws ClassNotFoundException {
        int count = Integer.parseInt(arguments[0]);
        for (int i = 0; i < count; i++) {
            Class.forName(OUTER + i / 100 + "$" + INNER + i % 100);
        }
        System.out.println(count);
    }
}
