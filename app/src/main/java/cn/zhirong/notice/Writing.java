package cn.zhirong.notice;

import cn.zhirong.tenant.Tenant;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Makes the words of a notice: the text of its kind, filled. */
@Singleton
class Writing {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm").withZone(ZoneId.of("Asia/Shanghai"));
    private static final int SUBJECT = 200;
    private static final int WORDS = 10_000;

    private final Texts texts;
    private final Clock clock;
    private final String baseUrl;

    Writing(Texts texts, Clock clock, @Value("${zhirong.base-url:}") String baseUrl) {
        this.texts = texts;
        this.clock = clock;
        this.baseUrl = baseUrl.endsWith("/") ? baseUrl.substring(0, baseUrl.length() - 1) : baseUrl;
    }

    /** A path among the fields becomes an address under the configured one: what a request called this host is never believed. */
    NoticeText write(Tenant tenant, String kind, Map<String, String> fields) {
        Map<String, String> all = new HashMap<>();
        all.put("单位", tenant.profile().name());
        all.put("时间", TIME.format(clock.instant()));
        fields.forEach((name, value) ->
                all.put(name, value.startsWith("/") && !value.startsWith("//") ? baseUrl + value : value));
        NoticeText filled =
                texts.find(tenant, kind).orElseGet(() -> plain(fields)).fill(all);
        return new NoticeText(cut(filled.subject(), SUBJECT), cut(filled.words(), WORDS));
    }

    /** A kind without a text: what is to be told is told all the same. */
    private static NoticeText plain(Map<String, String> fields) {
        return new NoticeText(
                "来自{{单位}}的通知",
                fields.keySet().stream()
                        .sorted()
                        .map(name -> name + "：{{" + name + "}}")
                        .collect(Collectors.joining("\n")));
    }

    private static String cut(String text, int limit) {
        return text.length() <= limit ? text : text.substring(0, limit - 1) + "…";
    }
}
