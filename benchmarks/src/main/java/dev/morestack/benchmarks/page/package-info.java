/** The page of results: sections, tables, verdicts, and charts as SVG. */
package dev.morestack.benchmarks.page;
