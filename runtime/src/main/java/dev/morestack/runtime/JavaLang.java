package dev.morestack.runtime;

import jdk.internal.access.JavaLangAccess;
import jdk.internal.access.SharedSecrets;

/** What {@code java.lang} keeps from other packages. */
final class JavaLang {

    static final JavaLangAccess ACCESS = SharedSecrets.getJavaLangAccess();

    private JavaLang() {}
}
