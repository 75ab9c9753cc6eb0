package dev.morestack.apps.regions;

import dev.morestack.apps.Result;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** Uses native code of the JDK. */
public final class OfJdk {

    private OfJdk() {}

    public static void main(String[] args) throws DataFormatException {
        byte[] bytes = new byte[100_000];
        Arrays.fill(bytes, 500, 900, (byte) 7);
        byte[] compressed = new byte[bytes.length];
        Deflater deflater = new Deflater();
        deflater.setInput(bytes);
        deflater.finish();
        int length = deflater.deflate(compressed);
        byte[] again = new byte[bytes.length];
        Inflater inflater = new Inflater();
        inflater.setInput(compressed, 0, length);
        int read = inflater.inflate(again);
        Result.print("same", read == bytes.length && sum(bytes) == sum(again));
        long memory = 0;
        for (int i = 0; i < 3; i++) {
            memory += Runtime.getRuntime().totalMemory();
        }
        Result.print("memory", memory > 0);
    }

    private static long sum(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return crc.getValue();
    }
}
