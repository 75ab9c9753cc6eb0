package dev.morestack.agent;

import dev.morestack.StackPolicies;
import dev.morestack.StackPolicy;
import java.util.Iterator;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** Finds the policy by which stacks grow: the option's, or else the program's own. */
final class PolicyChoice {

    private static final String SERVICE = "META-INF/services/" + StackPolicy.class.getName();

    private PolicyChoice() {}

    /**
     * Returns the policy; null for the runtime's.
     *
     * @param option the option's value, or null
     * @throws OptionException when there is no such policy
     */
    static StackPolicy find(String option) throws OptionException {
        if (option == null) {
            return service();
        }
        StackPolicy known = StackPolicies.named(option);
        return known != null ? known : create(option);
    }

    /** Returns the first one that the class path or the modules provide. */
    private static StackPolicy service() {
        ClassLoader programs = ClassLoader.getSystemClassLoader();
        if (programs.getResource(SERVICE) == null) {
            return null;
        }
        try {
            Iterator<StackPolicy> found =
                    ServiceLoader.load(StackPolicy.class, programs).iterator();
            return found.hasNext() ? found.next() : null;
        } catch (ServiceConfigurationError e) {
            Messages.say("the policy in " + SERVICE + " cannot be used: " + e.getMessage());
            return null;
        }
    }

    private static StackPolicy create(String className) throws OptionException {
        try {
            return Class.forName(className, true, ClassLoader.getSystemClassLoader())
                    .asSubclass(StackPolicy.class)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException | ClassCastException | LinkageError e) {
            throw Option.POLICY.refuse(className, "and this one failed with " + e);
        }
    }
}
