package cn.zhirong.document;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** The program of a reader process: format, file, most pages, milliseconds; answers on standard output. */
final class ReaderMain {
    private ReaderMain() {}

    public static void main(String[] args) throws IOException {
        var answer = new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16));
        // Whatever a library prints must not end up in the answer.
        System.setOut(System.err);
        Thread.ofPlatform().daemon().name("parent-watch").start(ReaderMain::endWithParent);
        var usual = ReaderLimits.usual();
        var limits = new ReaderLimits(
                Long.MAX_VALUE,
                Integer.parseInt(args[2]),
                Duration.ofMillis(Long.parseLong(args[3])),
                usual.heapMegabytes(),
                1,
                usual.patience(),
                Integer.MAX_VALUE);
        answer(SourceFormat.valueOf(args[0]), Path.of(args[1]), limits, answer);
        answer.flush();
        Runtime.getRuntime().halt(0);
    }

    private static void answer(SourceFormat format, Path file, ReaderLimits limits, DataOutputStream answer)
            throws IOException {
        DocumentText text;
        try {
            text = FormatReader.of(format).read(file, limits);
        } catch (UnreadableDocument e) {
            ReaderWire.refuse(e, answer);
            return;
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // The libraries answer damage with whatever they trip over.
            ReaderWire.refuse(FormatReader.broken(), answer);
            return;
        }
        ReaderWire.write(text, answer);
    }

    /** Nothing is ever sent to us: a read that returns means that the parent is gone. */
    private static void endWithParent() {
        try {
            while (System.in.read() >= 0) {
                continue;
            }
        } catch (IOException e) {
            // Gone as well.
        }
        Runtime.getRuntime().halt(3);
    }
}
