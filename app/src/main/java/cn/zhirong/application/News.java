package cn.zhirong.application;

import cn.zhirong.subsidy.Programme;
import cn.zhirong.subsidy.ProgrammeContent.Window;
import cn.zhirong.subsidy.RuleVersion;
import cn.zhirong.tenant.WorkCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Something that whoever follows a programme is told once.
 *
 * @param cause ASCII, at most 100 characters; the same news has the same cause
 * @param words what there is, in Chinese, such as 开始受理
 * @param when the days it is about
 * @param note what else is said of it
 * @param reminder whether it is of no use to whoever has applied
 */
record News(String cause, String words, String when, String note, boolean reminder) {
    /** Working days before the end at which people are reminded. */
    static final List<Integer> STAGES = List.of(10, 3);

    /** All there is to tell of a programme today. */
    static List<News> of(Programme programme, List<RuleVersion> versions, WorkCalendar calendar, LocalDate today) {
        List<News> news = new ArrayList<>();
        String key = String.valueOf(programme.id());
        news.add(new News(
                "programme/" + key, "是新的项目", "现在可以查看", programme.content().summary(), false));
        for (RuleVersion version : versions) {
            news.add(new News(
                    "rule/" + version.id(),
                    "有第 " + version.number() + " 版规则",
                    "自 " + version.effective().from() + " 起施行",
                    "",
                    false));
        }
        for (Window window : programme.content().windows()) {
            if (!today.isAfter(window.until())) {
                String days = window.from() + " 至 " + window.until();
                String at = key + "/" + window.from() + "/" + window.until();
                boolean open = !today.isBefore(window.from());
                news.add(
                        open
                                ? new News("open/" + at, "开始受理", days, window.note(), false)
                                : new News("window/" + at, "公布了受理时间", days, window.note(), false));
                int stage = open ? stage(calendar, window.from(), window.until(), today) : 0;
                if (stage > 0) {
                    news.add(new News("closing/" + at + "/" + stage, "即将截止", days, window.note(), true));
                }
            }
        }
        return news;
    }

    /**
     * Which reminder is due: the last one that was reached, so that after a stop of the server nobody is reminded twice; 0 where
     * none is, or where the clock is shorter than that, or over.
     */
    static int stage(WorkCalendar calendar, LocalDate from, LocalDate until, LocalDate today) {
        if (today.isAfter(until)) {
            return 0;
        }
        int left = calendar.workingDaysBetween(today, until);
        int whole = calendar.workingDaysBetween(from, until);
        int stage = 0;
        for (int each : STAGES) {
            if (left <= each && whole > each) {
                stage = each;
            }
        }
        return stage;
    }
}
