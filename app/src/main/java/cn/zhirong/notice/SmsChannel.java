package cn.zhirong.notice;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.net.URI;

/**
 * Text messages through the gateway of whoever runs this: a POST of {@code zhirong.sms.body} to {@code zhirong.sms.url}, with
 * {@code {{phone}}} and {@code {{content}}} filled in, and {@code zhirong.sms.authorization} as its header of that name.
 */
@Singleton
class SmsChannel implements Channel {
    private final String url;
    private final String body;
    private final String authorization;

    SmsChannel(
            @Value("${zhirong.sms.url:}") String url,
            @Value("${zhirong.sms.body:}") String body,
            @Value("${zhirong.sms.authorization:}") String authorization) {
        this.url = url;
        this.body = body.isEmpty() ? "{\"phone\":\"{{phone}}\",\"content\":\"{{content}}\"}" : body;
        this.authorization = authorization;
    }

    @Override
    public String name() {
        return "sms";
    }

    @Override
    public boolean isConfigured() {
        return !url.isEmpty();
    }

    @Override
    public void send(Letter letter) throws NotSent {
        if (!letter.address().matches("\\+?[0-9]{6,20}")) {
            throw NotSent.forGood("号码的写法不对");
        }
        Post.json(
                URI.create(url),
                body.replace("{{phone}}", letter.address()).replace("{{content}}", Post.escaped(letter.words())),
                authorization);
    }
}
