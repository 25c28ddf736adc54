package cn.zhirong.application;

import cn.zhirong.access.Person;
import cn.zhirong.access.Secrets;
import cn.zhirong.database.Json;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.Refusal;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Calls that are done once: the same key and body again is answered the same, the same key and another body is refused. They are
 * remembered for 30 days.
 */
@Singleton
class Calls {
    /** How long a call is remembered: whoever tries again does so within hours. */
    static final Duration KEPT = Duration.ofDays(30);

    private final CallRepository repository;
    private final Applications applications;
    private final Json json;

    Calls(CallRepository repository, Applications applications, Json json) {
        this.repository = repository;
        this.applications = applications;
        this.json = json;
    }

    /**
     * Does something once, in one transaction with the memory of it: what is refused is not remembered and can be tried again.
     *
     * @param key of the caller, 1 to 200 characters
     * @param path where it was sent to: the same body sent elsewhere is another call
     * @param body what was sent
     * @throws Refusal 400 without a key, 409 {@code idempotency-conflict}
     */
    @Whole
    public <T> T once(
            Tenant tenant,
            Person person,
            @Nullable String key,
            String path,
            Object body,
            Class<T> type,
            Supplier<T> act) {
        if (key == null || key.isBlank() || key.length() > 200) {
            throw Refusal.badField("Idempotency-Key", "请在请求头 Idempotency-Key 里给出 1 至 200 个字符的键；重试时用同一个键。");
        }
        String digest = Secrets.digest(key);
        String sent = Secrets.digest(path + "\n" + json.write(body));
        forgetOld(tenant, person);
        if (repository.begin(tenant.id(), person.accountId(), digest, sent, applications.now()) == 0) {
            CallRow before = repository
                    .find(tenant.id(), person.accountId(), digest)
                    .orElseThrow(() -> new IllegalStateException("a call that is there cannot be found"));
            String answer = before.answer();
            if (!before.bodySha256().equals(sent) || answer == null) {
                throw Refusal.conflict("idempotency-conflict", "这个 Idempotency-Key 已经用于另一个请求。");
            }
            return json.read(answer, type);
        }
        T answer = act.get();
        repository.end(tenant.id(), person.accountId(), digest, json.write(answer));
        return answer;
    }

    private void forgetOld(Tenant tenant, Person person) {
        List<String> old = repository.old(
                tenant.id(), person.accountId(), applications.now().minus(KEPT));
        if (!old.isEmpty()) {
            repository.forget(tenant.id(), person.accountId(), old);
        }
    }
}
