package cn.zhirong.knowledge;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * Vectors by the words they were made of, beside the index and outliving it, so that a rebuild need not embed again: at 40 to
 * 80 passages a second that is what takes time. One file, appended to; a record is key (16 bytes), numbers in half precision,
 * CRC-32. A torn or damaged record ends the file when it is opened: what is lost is embedded again.
 */
final class VectorCache implements Closeable {
    private static final int KEY = 16;

    private record Key(long high, long low) {}

    private final String model;
    private final int dimensions;
    private final FileChannel file;
    private final Map<Key, Long> offsets = new HashMap<>();

    VectorCache(Path path, String model, int dimensions) throws IOException {
        this.model = model;
        this.dimensions = dimensions;
        file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        long sound = scan();
        file.truncate(sound);
        file.position(sound);
    }

    synchronized Optional<float[]> find(String words) throws IOException {
        Long offset = offsets.get(key(words));
        if (offset == null) {
            return Optional.empty();
        }
        ByteBuffer numbers = ByteBuffer.allocate(dimensions * Short.BYTES);
        if (!fill(numbers, offset + KEY)) {
            return Optional.empty();
        }
        numbers.flip();
        var vector = new float[dimensions];
        for (int i = 0; i < dimensions; i++) {
            vector[i] = Float.float16ToFloat(numbers.getShort());
        }
        return Optional.of(unit(vector));
    }

    /** Keeps a vector and returns it as it will be found again, so that an index is the same with and without the cache. */
    synchronized float[] put(String words, float[] vector) throws IOException {
        ByteBuffer record = ByteBuffer.allocate(recordBytes());
        Key key = key(words);
        record.putLong(key.high()).putLong(key.low());
        var kept = new float[dimensions];
        for (int i = 0; i < dimensions; i++) {
            short half = Float.floatToFloat16(vector[i]);
            record.putShort(half);
            kept[i] = Float.float16ToFloat(half);
        }
        record.putInt(checksum(record.array(), KEY + dimensions * Short.BYTES));
        record.flip();
        long offset = file.position();
        while (record.hasRemaining()) {
            file.write(record);
        }
        offsets.put(key, offset);
        return unit(kept);
    }

    synchronized int size() {
        return offsets.size();
    }

    @Override
    public synchronized void close() throws IOException {
        file.close();
    }

    private long scan() throws IOException {
        long offset = 0;
        ByteBuffer record = ByteBuffer.allocate(recordBytes());
        while (fill(record.clear(), offset)) {
            record.flip();
            var key = new Key(record.getLong(), record.getLong());
            if (record.getInt(KEY + dimensions * Short.BYTES)
                    != checksum(record.array(), KEY + dimensions * Short.BYTES)) {
                return offset;
            }
            offsets.put(key, offset);
            offset += recordBytes();
        }
        return offset;
    }

    private boolean fill(ByteBuffer buffer, long offset) throws IOException {
        long at = offset;
        while (buffer.hasRemaining()) {
            int read = file.read(buffer, at);
            if (read < 0) {
                return false;
            }
            at += read;
        }
        return true;
    }

    private int recordBytes() {
        return KEY + dimensions * Short.BYTES + Integer.BYTES;
    }

    private Key key(String words) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((model + "\u0000" + words).getBytes(StandardCharsets.UTF_8));
            ByteBuffer first = ByteBuffer.wrap(Arrays.copyOf(digest, KEY));
            return new Key(first.getLong(), first.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static int checksum(byte[] bytes, int length) {
        var crc = new CRC32();
        crc.update(bytes, 0, length);
        return (int) crc.getValue();
    }

    private static float[] unit(float[] vector) {
        double square = 0;
        for (float x : vector) {
            square += x * x;
        }
        float norm = (float) Math.sqrt(square);
        for (int i = 0; i < vector.length && norm > 0; i++) {
            vector[i] /= norm;
        }
        return vector;
    }
}
