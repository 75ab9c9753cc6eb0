package dev.morestack.examples.demo;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.OutputStream;

/**
 * Case 5: Java serialisation writes a linked list, and reads it back.
 *
 * <p>{@code ObjectOutputStream} follows a node's reference to the next one by calling itself, four
 * frames a node, and {@code ObjectInputStream} does the same and creates the nodes by reflection.
 */
final class SerializedList {

    static final int DEPTH = 100_000;

    private SerializedList() {}

    public static void main(String[] arguments) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        write(Node.list(Depth.of(arguments, DEPTH)), bytes);
        Node copy = read(new ByteArrayInputStream(bytes.toByteArray()));
        System.out.println(copy.length() + " nodes, checksum " + copy.checksum());
    }

    static void write(Node list, OutputStream to) throws IOException {
        try (ObjectOutputStream out = new ObjectOutputStream(to)) {
            out.writeObject(list);
        }
    }

    static Node read(InputStream from) throws IOException, ClassNotFoundException {
        try (ObjectInputStream in = new ObjectInputStream(from)) {
            return (Node) in.readObject();
        }
    }
}
