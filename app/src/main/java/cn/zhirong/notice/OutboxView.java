package cn.zhirong.notice;

import cn.zhirong.access.Masking;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What is to be sent and what was, newest first.
 *
 * @param here its address
 * @param channels each with whether it is set up
 * @param mayRetry whether the visitor may have held letters sent again
 */
public record OutboxView(String here, List<String> channels, List<Row> rows, boolean mayRetry) {

    /** A letter; {@code paragraphs} is empty where its words are not for this visitor, {@code why} where the state says all. */
    public record Row(
            String id,
            String time,
            String channel,
            String address,
            String subject,
            List<String> paragraphs,
            String state,
            String tone,
            String why,
            boolean held) {}

    /** How much of a letter somebody sees. */
    enum Shown {
        /** All of it. */
        WHOLE,
        /** Its words, but neither the address nor what makes links work. */
        MASKED,
        /** That it is there. */
        HEAD
    }

    /** What stands behind the question mark of an address of the web. */
    private static final Pattern QUERY = Pattern.compile("(https?://[^\\s?]*\\?)\\S+");

    static Row row(OutboxRow letter, boolean configured, Shown shown) {
        return new Row(
                String.valueOf(letter.id()),
                InboxView.time(letter.createdAt()),
                label(letter.channel()),
                shown == Shown.WHOLE ? letter.address() : Masking.address(letter.address()),
                letter.subject(),
                paragraphs(letter, shown),
                switch (letter.state()) {
                    case SENT -> "已发出";
                    case HELD -> "已停发";
                    case WAITING -> "等待发送";
                },
                switch (letter.state()) {
                    case SENT -> "ok";
                    case HELD -> "bad";
                    case WAITING -> "wait";
                },
                why(letter, configured),
                letter.state() == OutboxRow.State.HELD);
    }

    private static List<String> paragraphs(OutboxRow letter, Shown shown) {
        String words = switch (shown) {
            case WHOLE -> letter.words();
            case MASKED -> QUERY.matcher(letter.words()).replaceAll("$1（已隐藏）");
            case HEAD -> "";
        };
        return words.lines().filter(line -> !line.isBlank()).toList();
    }

    private static String why(OutboxRow letter, boolean configured) {
        String reason = letter.reason().isEmpty() ? "。" : "：" + letter.reason() + "。";
        return switch (letter.state()) {
            case SENT -> "";
            case HELD -> "试了 " + letter.attempts() + " 次都没有发出" + reason;
            case WAITING ->
                !configured ? "还没有配置发送方式。" : letter.attempts() == 0 ? "" : "第 " + letter.attempts() + " 次没有发出" + reason;
        };
    }

    static String label(String channel) {
        return switch (channel) {
            case "mail" -> "电子邮件";
            case "sms" -> "短信";
            default -> "企业微信";
        };
    }
}
