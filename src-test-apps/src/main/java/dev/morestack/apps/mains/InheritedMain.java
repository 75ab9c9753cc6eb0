package dev.morestack.apps.mains;

/** A main class that has its main from a class above it. */
public final class InheritedMain extends BaseWithMain {}
