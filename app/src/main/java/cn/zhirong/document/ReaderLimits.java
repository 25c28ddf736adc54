package cn.zhirong.document;

import java.time.Duration;

/**
 * How much a single file may cost.
 *
 * @param fileBytes largest file that is opened
 * @param pages most pages of a PDF or OFD
 * @param time how long a reader process may run before it is killed
 * @param heapMegabytes heap of a reader process, at most 384
 * @param processes reader processes at one time
 * @param patience how long a caller waits for its turn
 * @param resultBytes most that a reader process may answer
 */
public record ReaderLimits(
        long fileBytes,
        int pages,
        Duration time,
        int heapMegabytes,
        int processes,
        Duration patience,
        int resultBytes) {
    public ReaderLimits {
        if (fileBytes < 1 || pages < 1 || processes < 1 || resultBytes < 1) {
            throw new IllegalArgumentException("a limit is below 1");
        }
        if (heapMegabytes < 32 || heapMegabytes > 384) {
            throw new IllegalArgumentException("heapMegabytes not in 32..384: " + heapMegabytes);
        }
    }

    /** 50 MB, 500 pages, one minute, two processes of 256 MB heap, two minutes of patience, 32 MB of result. */
    public static ReaderLimits usual() {
        return new ReaderLimits(50L << 20, 500, Duration.ofSeconds(60), 256, 2, Duration.ofMinutes(2), 32 << 20);
    }
}
