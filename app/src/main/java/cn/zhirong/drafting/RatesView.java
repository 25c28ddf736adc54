package cn.zhirong.drafting;

import cn.zhirong.web.Refusal;
import java.util.List;
import java.util.Map;

/** The dated rates that rules use. */
public record RatesView(
        String here,
        String list,
        List<Series> series,
        Map<String, String> typed,
        String today,
        List<Refusal.Field> problems) {
    /** A rate with its values, the newest first. */
    public record Series(
            String name, String label, boolean illustrative, String keptUntil, boolean stale, List<Point> points) {}

    /** A value and the day it was published. */
    public record Point(String day, String rate) {}
}
