/** The forms that {@code main} may have. */
package dev.morestack.apps.mains;
