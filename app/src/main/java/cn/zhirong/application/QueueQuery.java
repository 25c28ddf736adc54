package cn.zhirong.application;

import io.micronaut.http.HttpRequest;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * What the queue was asked for, as it stands in addresses: it goes along from the queue to a case, to the next one, and back.
 *
 * @param view the name of a {@link QueueKind}; empty for what this person looks at first
 * @param words part of a firm's name or of a number
 * @param programme its code
 * @param who the user name of whoever works on it, {@link #NOBODY}, or empty for all
 * @param page from 1
 */
record QueueQuery(String view, String words, String programme, String who, int page) {
    /** Nobody works on it yet. */
    static final String NOBODY = "-";

    private static final int LONGEST = 60;

    static QueueQuery of(HttpRequest<?> request) {
        // What stands in the address, also of a form that is sent to it.
        Map<String, String> sent = new HashMap<>();
        String query = request.getUri().getRawQuery();
        for (String part : query == null ? new String[0] : query.split("&")) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                sent.putIfAbsent(part.substring(0, equals), read(part.substring(equals + 1)));
            }
        }
        return of(sent);
    }

    private static String read(String written) {
        try {
            return URLDecoder.decode(written, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException nothingThatIsWrittenSo) {
            return "";
        }
    }

    static QueueQuery of(Map<String, String> sent) {
        String page = sent.getOrDefault("page", "");
        return new QueueQuery(
                QueueKind.named(sent.getOrDefault("view", ""))
                        .map(QueueKind::name)
                        .orElse(""),
                cut(sent.getOrDefault("q", "")),
                cut(sent.getOrDefault("programme", "")),
                cut(sent.getOrDefault("who", "")),
                page.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(page) : 1);
    }

    private static String cut(String words) {
        String text = words.strip();
        return text.substring(0, Math.min(LONGEST, text.length()));
    }

    QueueQuery at(int other) {
        return new QueueQuery(view, words, programme, who, other);
    }

    /** Behind an address, with its question mark; empty where nothing was asked. */
    String text() {
        boolean nothing = view.isEmpty() && words.isEmpty() && programme.isEmpty() && who.isEmpty() && page == 1;
        return nothing ? "" : open() + page;
    }

    /** Only which page it is, behind an address; empty for the first. */
    String turned() {
        return page == 1 ? "" : "?page=" + page;
    }

    /** The same up to the number of the page. */
    String open() {
        return "?view=" + view + "&q=" + written(words) + "&programme=" + written(programme) + "&who=" + written(who)
                + "&page=";
    }

    private static String written(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }
}
