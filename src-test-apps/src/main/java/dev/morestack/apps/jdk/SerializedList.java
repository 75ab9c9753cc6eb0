package dev.morestack.apps.jdk;

import dev.morestack.apps.Result;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;

/** Writes a linked list and reads it back. Arguments: its nodes. */
public final class SerializedList {

    private SerializedList() {}

    public static void main(String[] args) throws IOException, ClassNotFoundException {
        Node first = null;
        for (int i = Integer.parseInt(args[0]); i > 0; i--) {
            first = new Node(i, first);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(first);
        }
        Result.print("bytes", bytes.size());
        try (ObjectInputStream in =
                new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            print((Node) in.readObject());
        }
    }

    private static void print(Node first) {
        int nodes = 0;
        int misplaced = 0;
        for (Node node = first; node != null; node = node.next) {
            nodes++;
            misplaced += node.value == nodes ? 0 : 1;
        }
        Result.print("nodes", nodes);
        Result.print("misplaced", misplaced);
    }

    private static final class Node implements Serializable {
        private static final long serialVersionUID = 1L;

        private final int value;
        private final Node next;

        Node(int value, Node next) {
            this.value = value;
            this.next = next;
        }
    }
}
