package cn.zhirong.bureau;

import cn.zhirong.web.Refusal;
import java.util.List;
import java.util.Map;

/**
 * Every bureau with its state and size.
 *
 * @param rows by slug
 */
public record PlatformView(List<Row> rows, boolean mayOperate) {

    /** A bureau. */
    public record Row(
            String name,
            String slug,
            String href,
            String state,
            String tone,
            String since,
            String accounts,
            String policies,
            String size) {}

    /**
     * The form of a new bureau.
     *
     * @param templates those to begin from
     */
    public record NewBureau(List<Refusal.Field> problems, Map<String, String> fields, List<Choice> templates) {}

    /** What to begin from. */
    public record Choice(String value, String text, String hint) {}

    /**
     * A bureau that was opened just now.
     *
     * @param link its director's set-up link, told this once
     */
    public record Opened(String name, String slug, String director, String link) {}

    /**
     * One bureau.
     *
     * @param deletion how far a deletion is, or empty
     * @param mayConfirm whether it waits for the platform
     */
    public record One(
            Row row,
            List<Refusal.Field> problems,
            String reason,
            String stateReason,
            boolean serves,
            boolean gone,
            boolean mayOperate,
            String deletion,
            boolean mayConfirm) {}
}
