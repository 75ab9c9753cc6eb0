package dev.morestack.benchmarks.programs;

import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

/** SnakeYAML loads lists within lists. */
final class YamlLists {

    private static final int DEPTH = 20_000;

    private YamlLists() {}

    public static void main(String[] arguments) {
        LoaderOptions options = new LoaderOptions();
        options.setNestingDepthLimit(Integer.MAX_VALUE);
        Object value = new Yaml(options).load("[".repeat(DEPTH) + "]".repeat(DEPTH));
        int depth = 0;
        while (value instanceof List<?> list) {
            value = list.isEmpty() ? null : list.get(0);
            depth++;
        }
        System.out.println(depth + " lists");
    }
}
