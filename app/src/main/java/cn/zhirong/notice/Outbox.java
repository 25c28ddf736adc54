package cn.zhirong.notice;

import cn.zhirong.access.Letters;
import cn.zhirong.access.Secrets;
import cn.zhirong.tenant.Tenant;
import io.micronaut.context.event.ApplicationEventPublisher;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;

/** Letters that are to leave the house: written down in the transaction of what causes them, sent after it. */
@Singleton
public class Outbox implements Letters {
    private final OutboxRepository repository;
    private final Writing writing;
    private final SealedLetters seal;
    private final ApplicationEventPublisher<LetterWritten> events;
    private final Clock clock;

    Outbox(
            OutboxRepository repository,
            Writing writing,
            SealedLetters seal,
            ApplicationEventPublisher<LetterWritten> events,
            Clock clock) {
        this.repository = repository;
        this.writing = writing;
        this.seal = seal;
        this.events = events;
        this.clock = clock;
    }

    /** Told after the commit. */
    record LetterWritten(long tenantId) {}

    /** {@inheritDoc} The very same letter to the same address is written once. */
    @Override
    @Transactional
    public void write(Tenant tenant, String address, String kind, Map<String, String> fields) {
        write(tenant, kind + "\n" + address + "\n" + new TreeMap<>(fields), address, kind, fields);
    }

    /**
     * Writes a letter once for a cause.
     *
     * @param cause what causes it and whom it is for, such as {@code claim 17 approved to account 4}; only its digest is stored
     * @param address an e-mail address, a telephone number, or {@code wecom:KEY} for a robot of WeChat Work
     * @throws IllegalArgumentException if the address is none of these
     */
    @Transactional
    public void write(Tenant tenant, String cause, String address, String kind, Map<String, String> fields) {
        String to = address.strip();
        String channel = channel(to);
        NoticeText text = writing.write(tenant, kind, fields);
        repository.add(
                tenant.id(),
                Secrets.digest(cause),
                kind,
                channel,
                seal.address(tenant.id(), to),
                text.subject(),
                seal.words(tenant.id(), text.words()),
                clock.instant());
        events.publishEvent(new LetterWritten(tenant.id()));
    }

    private static String channel(String address) {
        if (address.length() > 254) {
            throw new IllegalArgumentException("an address has at most 254 characters, not " + address.length());
        }
        if (address.startsWith(RobotChannel.PREFIX)) {
            return "robot";
        }
        if (address.indexOf('@') > 0) {
            return "mail";
        }
        if (address.matches("\\+?[0-9]{6,20}")) {
            return "sms";
        }
        throw new IllegalArgumentException("neither an e-mail address nor a telephone number");
    }
}
