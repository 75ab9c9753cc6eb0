package dev.morestack.agent;

import com.sun.jdi.Bootstrap;
import com.sun.jdi.Location;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.StackFrame;
import com.sun.jdi.ThreadReference;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.AttachingConnector;
import com.sun.jdi.connect.Connector;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.event.ClassPrepareEvent;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.EventSet;
import com.sun.jdi.event.StepEvent;
import com.sun.jdi.event.VMDeathEvent;
import com.sun.jdi.event.VMDisconnectEvent;
import com.sun.jdi.request.BreakpointRequest;
import com.sun.jdi.request.ClassPrepareRequest;
import com.sun.jdi.request.EventRequest;
import com.sun.jdi.request.StepRequest;
import java.util.Map;
import java.util.function.Consumer;

/** A debugger for one class of a program, which its JVM is suspended for at start. */
final class Debugger implements AutoCloseable {

    /** Lets the JVM wait for the debugger, and print where. */
    static final String FLAG =
            "-agentlib:jdwp=transport=dt_socket,server=y,suspend=y,address=127.0.0.1:0";

    private static final long EVENT_MILLIS = 60_000;
    private static final String LISTENING = "Listening for transport dt_socket at address: ";

    private final VirtualMachine jvm;
    private final String className;
    private boolean ended;

    Debugger(RunningApp app, String className) throws Exception {
        this.className = className;
        String address = app.await(LISTENING).substring(LISTENING.length()).strip();
        AttachingConnector connector =
                Bootstrap.virtualMachineManager().attachingConnectors().stream()
                        .filter(c -> c.name().equals("com.sun.jdi.SocketAttach"))
                        .findFirst()
                        .orElseThrow();
        Map<String, Connector.Argument> arguments = connector.defaultArguments();
        arguments.get("hostname").setValue("127.0.0.1");
        arguments.get("port").setValue(address.substring(address.lastIndexOf(':') + 1));
        jvm = connector.attach(arguments);
    }

    /** Sets a breakpoint at the beginning of a method of the class, when it is loaded. */
    BreakpointRequest breakAt(String method) throws InterruptedException {
        ClassPrepareRequest prepare = jvm.eventRequestManager().createClassPrepareRequest();
        prepare.addClassFilter(className);
        prepare.enable();
        ClassPrepareEvent event = next(ClassPrepareEvent.class);
        ReferenceType type = event.referenceType();
        Location start = type.methodsByName(method).get(0).location();
        BreakpointRequest request = jvm.eventRequestManager().createBreakpointRequest(start);
        request.enable();
        prepare.disable();
        return request;
    }

    /** Lets the program go on and returns the thread that stops at a breakpoint. */
    ThreadReference untilBreakpoint() throws InterruptedException {
        return next(BreakpointEvent.class).thread();
    }

    /**
     * Lets the program make steps of a kind inside the class, each of which is looked at, and
     * returns how many there were before it ended.
     */
    int step(ThreadReference thread, int depth, int times, Consumer<StackFrame> look)
            throws Exception {
        StepRequest step =
                jvm.eventRequestManager().createStepRequest(thread, StepRequest.STEP_LINE, depth);
        step.addClassFilter(className);
        step.setSuspendPolicy(EventRequest.SUSPEND_ALL);
        step.enable();
        for (int i = 0; i < times; i++) {
            StepEvent event = nextOrEnd(StepEvent.class);
            if (event == null) {
                return i;
            }
            look.accept(event.thread().frame(0));
        }
        jvm.eventRequestManager().deleteEventRequest(step);
        return times;
    }

    private <E extends Event> E next(Class<E> kind) throws InterruptedException {
        E event = nextOrEnd(kind);
        if (event == null) {
            throw new AssertionError("the program ended before a " + kind.getSimpleName());
        }
        return event;
    }

    /** Returns null when the program ends before. */
    private <E extends Event> E nextOrEnd(Class<E> kind) throws InterruptedException {
        jvm.resume();
        while (true) {
            EventSet events = jvm.eventQueue().remove(EVENT_MILLIS);
            if (events == null) {
                throw new AssertionError("no " + kind.getSimpleName() + " came");
            }
            for (Event event : events) {
                if (kind.isInstance(event)) {
                    return kind.cast(event);
                }
                if (event instanceof VMDeathEvent || event instanceof VMDisconnectEvent) {
                    ended = true;
                    return null;
                }
            }
            events.resume();
        }
    }

    /** Lets the program go on alone. */
    @Override
    public void close() {
        if (!ended) {
            jvm.dispose();
        }
    }
}
