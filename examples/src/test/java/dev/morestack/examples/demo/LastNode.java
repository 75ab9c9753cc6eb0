package dev.morestack.examples.demo;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;

/** The node at the end of a list, which counts the frames of whoever writes or reads it. */
final class LastNode extends Node {

    private static final long serialVersionUID = 1;

    LastNode() {
        super(0, null);
    }

    private void writeObject(ObjectOutputStream out) throws IOException {
        Frames.count();
        out.defaultWriteObject();
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        Frames.count();
        in.defaultReadObject();
    }
}
