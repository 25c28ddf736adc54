package cn.zhirong.drafting;

import cn.zhirong.web.Refusal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The dated rates that rules use.
 *
 * @param typed into a form that was not taken
 * @param fresh whether that was the form of a new one
 */
public record RatesView(
        String here,
        String list,
        List<Series> series,
        Map<String, String> typed,
        boolean fresh,
        String today,
        List<Refusal.Field> problems) {
    /**
     * A rate with its values, the newest first.
     *
     * @param waiting what was entered and no rule reckons with yet; null where nothing waits
     */
    public record Series(
            String name,
            String label,
            boolean illustrative,
            String keptUntil,
            boolean stale,
            List<Point> points,
            @Nullable Waiting waiting) {}

    /**
     * What waits for another person.
     *
     * @param at where it is answered
     * @param mine whether the reader entered it and so does not confirm it
     */
    public record Waiting(
            String at, String value, String keptUntil, String reason, String who, String when, boolean mine) {}

    /** A value and the day it was published. */
    public record Point(String day, String rate) {}
}
