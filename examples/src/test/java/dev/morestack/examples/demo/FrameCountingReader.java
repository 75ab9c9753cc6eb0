package dev.morestack.examples.demo;

import java.io.FilterReader;
import java.io.IOException;
import java.io.StringReader;

/** A reader of a text that counts the frames of whoever reads past its middle. */
final class FrameCountingReader extends FilterReader {

    private final int middle;
    private int position;
    private boolean counted;

    FrameCountingReader(String text) {
        super(new StringReader(text));
        middle = text.length() / 2;
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        if (position >= middle && !counted) {
            counted = true;
            Frames.count();
        }
        int read = super.read(buffer, offset, length);
        position += Math.max(0, read);
        return read;
    }
}
