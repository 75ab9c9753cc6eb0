/** What the agent cannot do, which docs/limitations.md says. */
package dev.morestack.apps.limits;
