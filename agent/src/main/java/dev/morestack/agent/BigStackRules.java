package dev.morestack.agent;

import dev.morestack.StackPolicies;
import dev.morestack.runtime.Installation;
import dev.morestack.transformer.RegionSelection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The regions that the option {@code bigstack} and annotations ask for. */
final class BigStackRules implements RegionSelection {

    /** Larger regions are tried once, whether the system has the address space. */
    private static final long TRIED_FROM = 256L << 20;

    private static final long DEFAULT = 2L << 20;

    private final List<Rule> rules = new ArrayList<>();
    private final Map<String, Long> unwrapped = new ConcurrentHashMap<>();
    private final Set<String> complaints = ConcurrentHashMap.newKeySet();

    private BigStackRules() {}

    /** Reads {@code class::method(size)} patterns separated by single colons. */
    static BigStackRules parse(String text) throws OptionException {
        BigStackRules parsed = new BigStackRules();
        if (text.isEmpty()) {
            return parsed;
        }
        for (String part : text.split("(?<!:):(?!:)")) {
            if (!part.isEmpty()) {
                parsed.rules.add(rule(part));
            }
        }
        return parsed;
    }

    private static Rule rule(String part) throws OptionException {
        int open = part.indexOf('(');
        String method = open < 0 ? part : part.substring(0, open);
        long bytes = DEFAULT;
        if (open >= 0) {
            String size = part.substring(open + 1, Math.max(open + 1, part.length() - 1));
            bytes = Sizes.parse(size);
            if (!part.endsWith(")") || bytes <= 0) {
                throw Option.BIGSTACK.refuse(part);
            }
        }
        int colons = method.indexOf("::");
        if (colons < 1 || colons + 2 == method.length()) {
            throw Option.BIGSTACK.refuse(part);
        }
        return new Rule(
                part,
                Patterns.parse(method.substring(0, colons), Option.BIGSTACK),
                Patterns.parse(method.substring(colons + 2), Option.BIGSTACK),
                bytes);
    }

    /**
     * Checks that the machine can reserve what the rules ask for; the runtime must be there.
     *
     * @throws OptionException naming the first rule that asks for too much
     */
    void check() throws OptionException {
        for (Rule rule : rules) {
            if (!isPossible(rule.bytes)) {
                throw Option.BIGSTACK.refuse(rule.text);
            }
        }
    }

    private static boolean isPossible(long bytes) {
        return bytes > 0
                && Installation.allowsCarrier(bytes)
                && (bytes < TRIED_FROM || Installation.canReserve(bytes));
    }

    @Override
    public long ruled(String className, String method) {
        for (Rule rule : rules) {
            if (rule.classes.match(className) && rule.methods.match(method)) {
                rule.isUsed = true;
                return rule.bytes;
            }
        }
        return 0;
    }

    @Override
    public boolean mayRule(String className) {
        for (Rule rule : rules) {
            if (rule.classes.match(className)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean hasCalls() {
        return !unwrapped.isEmpty() || !rules.isEmpty();
    }

    @Override
    public long calling(String className, String method) {
        Long bytes = unwrapped.get(className.concat("::").concat(method));
        if (bytes != null) {
            return bytes;
        }
        // Classes that are never woven: only who calls their methods can be.
        return JdkSelection.isNever(className) ? ruled(className, method) : 0;
    }

    @Override
    public void cannotWrap(String className, String method, long bytes) {
        unwrapped.put(className.concat("::").concat(method), bytes);
    }

    @Override
    public void failed(String className, RuntimeException why) {
        if (complaints.add(className)) {
            Messages.say("class " + className + " got no regions: " + why);
        }
    }

    @Override
    public long annotated(String className, String method, String size) {
        long bytes = Sizes.parse(size);
        if (isPossible(bytes)) {
            return bytes;
        }
        complain(
                "@BigStack(\"" + size + "\")",
                className,
                method,
                bytes <= 0
                        ? "it takes a size such as 512k or 4m"
                        : "there can be no stack of that size");
        return 0;
    }

    @Override
    public String policy(String className, String method, String name) {
        if (StackPolicies.named(name) != null) {
            return name;
        }
        complain(
                "@GrowableStack(\"" + name + "\")",
                className,
                method,
                "it takes adaptive, segments, carrier or fixed");
        return null;
    }

    /** Says once for each method why an annotation of it is off. */
    private void complain(String annotation, String className, String method, String why) {
        String where = className.concat("::").concat(method);
        if (complaints.add(where)) {
            Messages.say(annotation + " of " + where + " is off: " + why);
        }
    }

    /** Says at exit which patterns have matched nothing. */
    void complainAtExit() {
        if (!rules.isEmpty()) {
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(new Unused(rules), "morestack-bigstack"));
        }
    }

    private static final class Rule {

        private final String text;
        private final Patterns classes;
        private final Patterns methods;
        private final long bytes;
        private volatile boolean isUsed;

        Rule(String text, Patterns classes, Patterns methods, long bytes) {
            this.text = text;
            this.classes = classes;
            this.methods = methods;
            this.bytes = bytes;
        }
    }

    private static final class Unused implements Runnable {

        private final List<Rule> rules;

        Unused(List<Rule> rules) {
            this.rules = rules;
        }

        @Override
        public void run() {
            for (Rule rule : rules) {
                if (!rule.isUsed) {
                    Messages.say("option bigstack: '" + rule.text + "' has matched no method");
                }
            }
        }
    }
}
