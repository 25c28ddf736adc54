package cn.zhirong.knowledge;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/**
 * Where a recorded process spent its time, by samples of running Java threads: by the method that was running, by the product's
 * line that had called it, and by every method of the product on the way.
 */
final class CpuProfile {
    private static final int SHOWN = 25;

    private CpuProfile() {}

    /** A stretch of time that counts. */
    record Stretch(Instant from, Instant to) {
        boolean holds(Instant moment) {
            return !moment.isBefore(from) && !moment.isAfter(to);
        }
    }

    /** Of a recording only what happened in these stretches. */
    static void of(Path recording, List<Stretch> stretches, Report report) throws IOException {
        var running = new HashMap<String, Integer>();
        var nearest = new HashMap<String, Integer>();
        var anywhere = new HashMap<String, Integer>();
        int samples = 0;
        try (var file = new RecordingFile(recording)) {
            while (file.hasMoreEvents()) {
                RecordedEvent event = file.readEvent();
                boolean counts = event.getEventType().getName().equals("jdk.ExecutionSample")
                        && event.getStackTrace() != null
                        && stretches.stream().anyMatch(stretch -> stretch.holds(event.getStartTime()));
                if (!counts) {
                    continue;
                }
                List<RecordedFrame> frames = event.getStackTrace().getFrames();
                samples++;
                count(running, name(frames.getFirst()));
                List<RecordedFrame> own = frames.stream()
                        .filter(frame -> name(frame).startsWith("cn.zhirong."))
                        .toList();
                count(nearest, own.isEmpty() ? "(none of the product)" : place(own.getFirst()));
                own.stream().map(CpuProfile::name).distinct().forEach(name -> count(anywhere, name));
            }
        }
        tell("running", running, samples, report);
        tell("nearest line of the product", nearest, samples, report);
        tell("any method of the product on the stack", anywhere, samples, report);
    }

    private static void tell(String title, Map<String, Integer> counts, int samples, Report report) {
        Report.say("%n%s, of %,d samples", title, samples);
        var shares = new java.util.LinkedHashMap<String, Double>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
                .limit(SHOWN)
                .forEach(entry -> {
                    double share = 100.0 * entry.getValue() / Math.max(1, samples);
                    Report.say("%6.1f %%  %s", share, entry.getKey());
                    shares.put(entry.getKey(), Math.round(share * 10) / 10.0);
                });
        report.line("profile: " + title, shares);
    }

    private static void count(Map<String, Integer> counts, String name) {
        counts.merge(name, 1, Integer::sum);
    }

    private static String place(RecordedFrame frame) {
        return name(frame) + ":" + frame.getLineNumber();
    }

    private static String name(RecordedFrame frame) {
        return frame.getMethod().getType().getName() + "." + frame.getMethod().getName();
    }
}
