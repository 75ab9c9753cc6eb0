/* Uses as much stack as it is told. */
#include <alloca.h>
#include <jni.h>
#include <time.h>

#define NAME(method) Java_dev_morestack_apps_regions_Stacks_##method
#define PAGE 1024

/* Reached by function pointer, too. */
JNIEXPORT jlong take_stack(jlong bytes) {
    volatile char *taken = alloca(bytes);
    jlong sum = 0;
    for (jlong i = 0; i < bytes; i += PAGE) {
        taken[bytes - 1 - i] = 1;
    }
    for (jlong i = 0; i < bytes; i += PAGE) {
        sum += taken[bytes - 1 - i] * (bytes - i < PAGE ? bytes - i : PAGE);
    }
    return sum;
}

/* Calls a function that the caller knows by its address only. */
JNIEXPORT jlong call_with_stack(jlong bytes, jlong (*function)(jlong), jlong argument) {
    volatile char *taken = alloca(bytes);
    for (jlong i = 0; i < bytes; i += PAGE) {
        taken[bytes - 1 - i] = 1;
    }
    return function(argument) + taken[bytes - 1] - 1;
}

static jlong sum(jint depth) {
    volatile jlong pad[8];
    pad[depth & 7] = depth;
    return depth == 0 ? 0 : pad[depth & 7] + sum(depth - 1);
}

JNIEXPORT jlong JNICALL NAME(takePlain)(JNIEnv *env, jclass type, jlong bytes) {
    (void) env;
    (void) type;
    return take_stack(bytes);
}

JNIEXPORT jlong JNICALL NAME(take)(JNIEnv *env, jclass type, jlong bytes) {
    (void) env;
    (void) type;
    return take_stack(bytes);
}

JNIEXPORT jlong JNICALL NAME(recurse)(JNIEnv *env, jclass type, jint depth) {
    (void) env;
    (void) type;
    return sum(depth);
}

JNIEXPORT jlong JNICALL NAME(callBack)(JNIEnv *env, jclass type, jlong bytes, jint depth) {
    volatile char *taken = alloca(bytes);
    jclass receiver;
    jmethodID method;
    jlong result;
    (void) type;
    for (jlong i = 0; i < bytes; i += PAGE) {
        taken[bytes - 1 - i] = 1;
    }
    receiver = (*env)->FindClass(env, "dev/morestack/apps/regions/DeepNative");
    method = receiver == NULL
        ? NULL
        : (*env)->GetStaticMethodID(env, receiver, "fromNative", "(J)J");
    if (method == NULL) {
        return -1;
    }
    /* An exception is left pending, for the Java below. */
    result = (*env)->CallStaticLongMethod(env, receiver, method, (jlong) depth);
    return result + taken[bytes - 1] - 1;
}

JNIEXPORT jdouble JNICALL Java_dev_morestack_apps_regions_Stacks_00024Receiver_mix(
    JNIEnv *env, jobject self, jbyte b, jlong l, jfloat f, jdouble d, jstring text, jthrowable e) {
    (void) self;
    if (e != NULL) {
        (*env)->Throw(env, e);
        return 0;
    }
    return b + l + (jdouble) f + d + (*env)->GetStringLength(env, text) + take_stack(1500000) - 1500000;
}

JNIEXPORT jlong JNICALL NAME(work)(JNIEnv *env, jclass type, jlong bytes, jint micros) {
    struct timespec start;
    struct timespec now;
    jlong sum = 0;
    (void) env;
    (void) type;
    clock_gettime(CLOCK_MONOTONIC, &start);
    do {
        sum = take_stack(bytes);
        clock_gettime(CLOCK_MONOTONIC, &now);
    } while ((now.tv_sec - start.tv_sec) * 1000000L + (now.tv_nsec - start.tv_nsec) / 1000 < micros);
    return sum;
}

JNIEXPORT jint JNICALL NAME(add)(JNIEnv *env, jclass type, jint a, jint b) {
    (void) env;
    (void) type;
    return a + b;
}

JNIEXPORT jint JNICALL NAME(addPlain)(JNIEnv *env, jclass type, jint a, jint b) {
    (void) env;
    (void) type;
    return a + b;
}
