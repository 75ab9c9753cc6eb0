package dev.morestack.fuzz;

import java.util.List;
import java.util.Map;

/**
 * What came of a batch of seeds.
 *
 * @param traces for each seed the line that tells its trace
 * @param spills the agent's own count
 * @param refusals how often programs met a limit
 */
record BatchResult(Map<Long, String> traces, List<Mishap> mishaps, long spills, long refusals) {}
