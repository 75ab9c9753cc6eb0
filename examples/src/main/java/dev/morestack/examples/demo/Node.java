package dev.morestack.examples.demo;

import java.io.Serializable;

/** A node of a singly linked list, as people write it themselves. */
class Node implements Serializable {

    private static final long serialVersionUID = 1;

    private final int value;
    private final Node next;

    Node(int value, Node next) {
        this.value = value;
        this.next = next;
    }

    /** Returns the list of the numbers from 1 to {@code length}. */
    static Node list(int length) {
        return list(null, length);
    }

    /** Returns the list of the numbers from 1 to {@code length}, with another behind it. */
    static Node list(Node end, int length) {
        Node list = end;
        for (int value = length; value >= 1; value--) {
            list = new Node(value, list);
        }
        return list;
    }

    int length() {
        int length = 0;
        for (Node node = this; node != null; node = node.next) {
            length++;
        }
        return length;
    }

    /** Returns a sum in which every value counts with its place, so that order matters. */
    long checksum() {
        long sum = 0;
        long place = 1;
        for (Node node = this; node != null; node = node.next) {
            sum += place * node.value;
            place++;
        }
        return sum;
    }
}
