/* Calls Java back, from a thread of its own and from the caller's. */
#include <jni.h>
#include <pthread.h>

#define PACKAGE "dev/morestack/apps/natives/"

struct call {
    JavaVM *vm;
    jclass type;
    jmethodID method;
    jint depth;
    jboolean as_daemon;
    jlong result;
};

static void *run(void *argument) {
    struct call *call = argument;
    JNIEnv *env;
    jint attached = call->as_daemon
        ? (*call->vm)->AttachCurrentThreadAsDaemon(call->vm, (void **) &env, NULL)
        : (*call->vm)->AttachCurrentThread(call->vm, (void **) &env, NULL);
    if (attached != JNI_OK) {
        return NULL;
    }
    call->result = (*env)->CallStaticLongMethod(env, call->type, call->method, call->depth);
    if ((*env)->ExceptionCheck(env)) {
        (*env)->ExceptionDescribe(env);
        call->result = -2;
    }
    (*call->vm)->DetachCurrentThread(call->vm);
    return NULL;
}

JNIEXPORT jlong JNICALL Java_dev_morestack_apps_natives_Native_callOnNewThread(
    JNIEnv *env, jclass type, jint depth, jboolean as_daemon) {
    struct call call = {.depth = depth, .as_daemon = as_daemon, .result = -1};
    pthread_t thread;
    jclass attached = (*env)->FindClass(env, PACKAGE "Attached");
    (void) type;
    if (attached == NULL || (*env)->GetJavaVM(env, &call.vm) != JNI_OK) {
        return -1;
    }
    call.method = (*env)->GetStaticMethodID(env, attached, "entry", "(I)J");
    call.type = (*env)->NewGlobalRef(env, attached);
    if (call.method == NULL || pthread_create(&thread, NULL, run, &call) != 0) {
        return -1;
    }
    pthread_join(thread, NULL);
    (*env)->DeleteGlobalRef(env, call.type);
    return call.result;
}

JNIEXPORT jlong JNICALL Java_dev_morestack_apps_natives_Native_bounce(
    JNIEnv *env, jclass type, jobject receiver, jint levels, jint depth) {
    jclass bounce = (*env)->GetObjectClass(env, receiver);
    jmethodID method = (*env)->GetMethodID(env, bounce, "entry", "(IBDI)J");
    (void) type;
    /* An exception is left pending, for the Java below. */
    return method == NULL
        ? -1
        : (*env)->CallLongMethod(env, receiver, method, levels, (jbyte) 7, 0.5, depth);
}

JNIEXPORT jlong JNICALL Java_dev_morestack_apps_natives_Native_pin(
    JNIEnv *env, jclass type, jint depth) {
    jclass pinned = (*env)->FindClass(env, PACKAGE "Pinned");
    jmethodID method = pinned == NULL
        ? NULL
        : (*env)->GetStaticMethodID(env, pinned, "descend", "(I)J");
    (void) type;
    return method == NULL ? -1 : (*env)->CallStaticLongMethod(env, pinned, method, depth);
}
