package cn.zhirong.notice;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.regex.Pattern;

/**
 * A group of WeChat Work by its robot. The address is {@code wecom:KEY}: the key alone comes from people, the host only from
 * {@code zhirong.wecom.url}, so that nobody can make the server call another. Off until {@code zhirong.wecom.enabled} is true.
 */
@Singleton
class RobotChannel implements Channel {
    static final String PREFIX = "wecom:";
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9-]{8,64}");
    private static final Pattern DONE = Pattern.compile("\"errcode\"\\s*:\\s*0\\b");

    /** The robot takes 2048 bytes: characters of Chinese have three. */
    private static final int WORDS = 650;

    private final boolean enabled;
    private final String url;

    RobotChannel(@Value("${zhirong.wecom.enabled:false}") boolean enabled, @Value("${zhirong.wecom.url:}") String url) {
        this.enabled = enabled;
        this.url = url.isEmpty() ? "https://qyapi.weixin.qq.com/cgi-bin/webhook/send" : url;
    }

    @Override
    public String name() {
        return "robot";
    }

    @Override
    public boolean isConfigured() {
        return enabled;
    }

    @Override
    public void send(Letter letter) throws NotSent {
        String key = letter.address().startsWith(PREFIX) ? letter.address().substring(PREFIX.length()) : "";
        if (!KEY.matcher(key).matches()) {
            throw NotSent.forGood("机器人密钥的写法不对");
        }
        String words = letter.subject() + "\n" + letter.words();
        String text = words.length() > WORDS ? words.substring(0, WORDS) + "…" : words;
        String answer = Post.json(
                URI.create(url + "?key=" + key),
                "{\"msgtype\":\"text\",\"text\":{\"content\":\"" + Post.escaped(text) + "\"}}",
                "");
        if (!DONE.matcher(answer).find()) {
            throw NotSent.forNow("企业微信没有接受");
        }
    }
}
