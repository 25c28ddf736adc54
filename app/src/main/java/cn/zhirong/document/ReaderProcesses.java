package cn.zhirong.document;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs {@link ReaderMain} in processes of their own. A process gets no environment, no temporary folder and a bounded heap; it
 * writes its answer to its standard output and nothing to disk, so that nothing can be left behind however it ends.
 */
final class ReaderProcesses {
    private final ReaderLimits limits;
    private final Semaphore turns;

    ReaderProcesses(ReaderLimits limits) {
        this(limits, new Semaphore(limits.processes(), true));
    }

    /** With turns that others may hold. */
    ReaderProcesses(ReaderLimits limits, Semaphore turns) {
        this.limits = limits;
        this.turns = turns;
    }

    DocumentText read(SourceFormat format, Path file) throws UnreadableDocument {
        try {
            if (!turns.tryAcquire(limits.patience().toMillis(), TimeUnit.MILLISECONDS)) {
                throw new UnreadableDocument("reader-busy", "正在读取的文件较多，请稍后重新上传。");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed("读取被中断");
        }
        try {
            return run(format, file);
        } finally {
            turns.release();
        }
    }

    private DocumentText run(SourceFormat format, Path file) throws UnreadableDocument {
        Process process = start(format, file);
        try {
            return ReaderWire.read(new DataInputStream(new ByteArrayInputStream(answer(process))));
        } catch (IOException e) {
            throw failed("读取程序异常退出");
        } finally {
            // Waiting for its end keeps the count of processes honest: a killed one still holds its memory for a
            // moment.
            process.destroyForcibly().onExit().join();
        }
    }

    private Process start(SourceFormat format, Path file) throws UnreadableDocument {
        var builder = new ProcessBuilder(command(format, file.toAbsolutePath()));
        builder.environment().clear();
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        try {
            return builder.start();
        } catch (IOException e) {
            throw failed("读取程序无法启动");
        }
    }

    /** The pipe to the child's standard input stays open while we live: the child ends itself when it breaks. */
    private byte[] answer(Process process) throws IOException, UnreadableDocument {
        var reading = new FutureTask<byte[]>(() -> {
            try (var in = new BufferedInputStream(process.getInputStream())) {
                return in.readNBytes(limits.resultBytes() + 1);
            }
        });
        Thread.ofVirtual().name("reader-answer").start(reading);
        try {
            byte[] answer = reading.get(limits.time().toMillis(), TimeUnit.MILLISECONDS);
            if (answer.length > limits.resultBytes()) {
                throw new UnreadableDocument(
                        "too-large", "文件中的文字超过 " + (limits.resultBytes() >> 20) + " MB 的上限，请拆分后上传。");
            }
            return answer;
        } catch (TimeoutException e) {
            throw failed("读取超过 " + limits.time().toSeconds() + " 秒仍未完成");
        } catch (ExecutionException e) {
            throw new IOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed("读取被中断");
        }
    }

    private List<String> command(SourceFormat format, Path file) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-Xmx" + limits.heapMegabytes() + "m",
                "-Xss2m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:MaxMetaspaceSize=96m",
                "-XX:ReservedCodeCacheSize=32m",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-UsePerfData",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=/dev/null",
                "-Xshare:auto",
                "-Djava.awt.headless=true",
                // Nothing it runs has a reason to write a file: a library that tries is given no place for it.
                "-Djava.io.tmpdir=/nonexistent",
                "-Duser.home=/nonexistent",
                "-Djavax.xml.accessExternalDTD=",
                "-Djavax.xml.accessExternalSchema=",
                "-Djavax.xml.accessExternalStylesheet=",
                "-Dorg.apache.commons.logging.Log=org.apache.commons.logging.impl.NoOpLog",
                "-Dfile.encoding=UTF-8",
                "-cp",
                ReaderClassPath.PATH,
                ReaderMain.class.getName(),
                format.name(),
                file.toString(),
                Integer.toString(limits.pages()),
                Long.toString(limits.time().toMillis())));
        return command;
    }

    private static UnreadableDocument failed(String why) {
        return new UnreadableDocument("reader-failed", "文件无法读取：" + why + "。文件可能已损坏或过于复杂，请另存为新的 DOCX 或 PDF 后上传。");
    }
}
