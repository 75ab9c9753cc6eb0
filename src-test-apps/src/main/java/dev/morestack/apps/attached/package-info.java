/** Programs that are running when the agent is attached. */
package dev.morestack.apps.attached;
