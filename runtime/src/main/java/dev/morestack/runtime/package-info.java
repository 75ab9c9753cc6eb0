/**
 * What runs inside the program: the slow path of the check, the probe, the roots and the spills.
 *
 * <p>These classes belong to the boot loader and use nothing but {@code java.base}. Nothing here
 * may use lambdas, string concatenation by {@code invokedynamic}, logging or {@code java.nio}: the
 * check runs in every method of the program, also while such things are being initialised.
 */
package dev.morestack.runtime;
