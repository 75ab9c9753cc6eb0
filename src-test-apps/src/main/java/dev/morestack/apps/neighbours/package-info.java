/** Libraries that make or change classes while the program runs. */
package dev.morestack.apps.neighbours;
