package cn.zhirong.drafting;

import cn.zhirong.web.Refusal;
import java.util.List;
import java.util.Map;

/**
 * The dated rates that rules use.
 *
 * @param typed into a form that was not taken
 * @param isNew whether that was the form of a new one
 */
public record RatesView(
        String here,
        String list,
        List<Series> series,
        Map<String, String> typed,
        boolean isNew,
        String today,
        List<Refusal.Field> problems) {
    /** A rate with its values, the newest first. */
    public record Series(
            String name, String label, boolean illustrative, String keptUntil, boolean stale, List<Point> points) {}

    /** A value and the day it was published. */
    public record Point(String day, String rate) {}
}
