/**
 * The differential fuzz: generated programs of mutually recursive methods must leave the same trace
 * under the agent, on ordinary stacks, as without it on one huge stack.
 *
 * <p>In the JVM that is started: {@link dev.morestack.fuzz.FuzzMain} makes a program of each seed
 * ({@code ProgramGenerator}), writes its class files ({@code ProgramWriter}) and runs it on a
 * {@code Host}; the program reports all that it sees to a {@link dev.morestack.fuzz.Trace}. In the
 * JVM that starts them: a {@code Campaign} compares what a {@code Batch} of seeds printed with and
 * without the agent.
 */
package dev.morestack.fuzz;
