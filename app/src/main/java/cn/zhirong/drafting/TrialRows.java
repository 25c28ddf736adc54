package cn.zhirong.drafting;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** The outcomes of a trial as they are kept: 26 bytes a firm before they are packed, and no names. */
final class TrialRows {
    private static final int NONE = '-';

    private TrialRows() {}

    static byte[] write(List<TrialOutcome> outcomes) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(bytes, 8_192))) {
            out.writeInt(outcomes.size());
            for (TrialOutcome outcome : outcomes) {
                out.writeLong(outcome.id());
                out.writeByte(outcome.now().code());
                out.writeLong(outcome.fen());
                TrialClass before = outcome.before();
                out.writeByte(before == null ? NONE : before.code());
                out.writeLong(outcome.beforeFen());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** @throws UncheckedIOException when it is not what {@link #write} wrote */
    static List<TrialOutcome> read(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new GZIPInputStream(new ByteArrayInputStream(bytes), 8_192))) {
            int size = in.readInt();
            List<TrialOutcome> outcomes = new ArrayList<>(size);
            for (int at = 0; at < size; at++) {
                long id = in.readLong();
                TrialClass now = of(in.readByte());
                long fen = in.readLong();
                TrialClass before = of(in.readByte());
                if (now == null) {
                    throw new IOException("no class at " + at);
                }
                outcomes.add(new TrialOutcome(id, now, fen, before, in.readLong()));
            }
            return outcomes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable TrialClass of(int code) throws IOException {
        for (TrialClass one : TrialClass.values()) {
            if (one.code() == code) {
                return one;
            }
        }
        if (code != NONE) {
            throw new IOException("no class " + code);
        }
        return null;
    }
}
