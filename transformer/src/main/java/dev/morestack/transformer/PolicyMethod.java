package dev.morestack.transformer;

import org.objectweb.asm.MethodVisitor;

/** Lets one of Morestack's policies hold during a method. */
final class PolicyMethod extends ScopedMethod {

    private final String policy;

    PolicyMethod(MethodVisitor next, String policy, int maxLocals, int version) {
        super(next, maxLocals, "java/lang/Object", version);
        this.policy = policy;
    }

    @Override
    void enter(MethodVisitor method) {
        method.visitLdcInsn(policy);
        HookVisitor.invoke(method, Names.ENTER_NAMED_POLICY, Names.ENTER_NAMED_POLICY_DESCRIPTOR);
    }

    @Override
    void leave(MethodVisitor method) {
        HookVisitor.invoke(method, Names.LEAVE_POLICY, Names.LEAVE_POLICY_DESCRIPTOR);
    }
}
