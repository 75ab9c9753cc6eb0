package dev.morestack.fuzz;

import java.util.Arrays;
import java.util.List;

/** The objects that generated programs make out of longs, and the longs that they make of them. */
public final class Values {
    private static final Object[] NOTHING = {};

    private Values() {}

    /** An object of one of several classes; never null. */
    public static Object object(long value) {
        return switch ((int) (value & 7)) {
            case 0 -> value;
            case 1 -> new Box(value);
            case 2 -> new long[] {value, ~value};
            case 3 -> Long.toHexString(value);
            case 4 -> List.of((int) value, (int) (value >>> 32));
            case 5 -> new Object[] {new Box(value), new double[] {value}};
            case 6 -> new byte[(int) (value >>> 8 & 1023)];
            default -> NOTHING;
        };
    }

    public static String text(long value) {
        return Long.toString(value, Character.MAX_RADIX);
    }

    public static long[] array(long value) {
        long[] array = new long[1 + (int) (value & 15)];
        Arrays.fill(array, value);
        return array;
    }

    /** The same number for equal contents, and for no other contents that are likely. */
    public static long digest(Object object) {
        if (object == null) {
            return -1;
        }
        if (object instanceof long[] longs) {
            return Arrays.hashCode(longs);
        }
        if (object instanceof byte[] bytes) {
            return bytes.length;
        }
        if (object instanceof double[] doubles) {
            return Arrays.hashCode(doubles);
        }
        if (object instanceof Object[] objects) {
            long digest = objects.length;
            for (Object inner : objects) {
                digest = digest * 31 + digest(inner);
            }
            return digest;
        }
        return object.hashCode();
    }

    public static long bits(double value) {
        return Double.doubleToRawLongBits(value);
    }

    public static long bits(float value) {
        return Float.floatToRawIntBits(value);
    }
}
