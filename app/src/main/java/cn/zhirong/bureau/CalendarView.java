package cn.zhirong.bureau;

import cn.zhirong.web.Refusal;
import java.util.List;

/**
 * The days on which the bureau works otherwise than its weekdays say.
 *
 * @param here address of this page
 * @param rows what was entered
 * @param days the table as typed or as it is
 * @param seen the table as it was when the person began
 * @param example what counting gives, in a sentence
 */
public record CalendarView(
        String here,
        List<BureauTabs.Tab> tabs,
        List<Refusal.Field> problems,
        boolean editable,
        List<Row> rows,
        String days,
        String seen,
        String example) {

    /** A day, in words. */
    public record Row(String day, String working, String remark) {}
}
