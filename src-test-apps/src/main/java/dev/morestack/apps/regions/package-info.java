/** Code that needs contiguous stack, most of it native. */
package dev.morestack.apps.regions;
