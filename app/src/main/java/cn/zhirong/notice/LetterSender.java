package cn.zhirong.notice;

import cn.zhirong.access.Masking;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.tenant.Tenants;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import io.micronaut.transaction.annotation.TransactionalEventListener;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what waits in the outbox, at most eight times each with twice the pause after each failure, then holds it with the
 * reason. A letter may go twice if the application dies between the sending and the note of it; it is never lost. Logs name
 * the letter's number and kind, never an address.
 */
@Singleton
class LetterSender {
    static final int ATTEMPTS = 8;
    private static final Logger LOG = LoggerFactory.getLogger(LetterSender.class);
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final long POLL_MILLIS = 30_000;

    private final OutboxRepository repository;
    private final SealedLetters seal;
    private final List<Channel> channels;
    private final Tenants tenants;
    private final Clock clock;
    private final Object bell = new Object();
    private volatile boolean closed;
    private @Nullable Thread thread;

    LetterSender(
            OutboxRepository repository, SealedLetters seal, List<Channel> channels, Tenants tenants, Clock clock) {
        this.repository = repository;
        this.seal = seal;
        this.channels = channels;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** Begins with the server; where no channel is set up there is nothing to begin. */
    @io.micronaut.runtime.event.annotation.EventListener
    synchronized void started(ServerStartupEvent event) {
        if (thread == null && channels.stream().anyMatch(Channel::isConfigured)) {
            thread = Thread.ofPlatform().daemon().name("letters").start(this::run);
        }
    }

    @TransactionalEventListener
    void written(Outbox.LetterWritten letter) {
        synchronized (bell) {
            bell.notifyAll();
        }
    }

    @PreDestroy
    void close() {
        closed = true;
        synchronized (bell) {
            bell.notifyAll();
        }
    }

    private void run() {
        while (!closed) {
            try {
                List<Tenant> all = new ArrayList<>(tenants.all());
                all.add(tenants.platform());
                all.forEach(this::sendDue);
            } catch (RuntimeException e) {
                LOG.warn("letters wait: {}", e.getClass().getName());
            }
            synchronized (bell) {
                try {
                    bell.wait(POLL_MILLIS);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        }
    }

    /** Makes one attempt at each letter of this tenant that is due. */
    void sendDue(Tenant tenant) {
        for (Channel channel : channels) {
            if (!channel.isConfigured()) {
                continue;
            }
            for (OutboxRow letter : repository.due(tenant.id(), channel.name(), clock.instant())) {
                send(tenant, channel, seal.open(letter));
            }
        }
    }

    private void send(Tenant tenant, Channel channel, OutboxRow letter) {
        Instant now = clock.instant();
        if (repository.take(tenant.id(), letter.id(), letter.attempts(), now, now.plus(LEASE)) != 1) {
            return;
        }
        int attempts = letter.attempts() + 1;
        try {
            channel.send(new Channel.Letter(letter.address(), letter.subject(), letter.words()));
            repository.sent(tenant.id(), letter.id(), clock.instant(), Masking.address(letter.address()));
            LOG.info("letter {} of {} ({}) sent", letter.id(), tenant.slug(), letter.kind());
        } catch (Channel.NotSent e) {
            boolean held = e.isForGood() || attempts >= ATTEMPTS;
            String reason = Masking.text(String.valueOf(e.getMessage()));
            repository.failed(
                    tenant.id(),
                    letter.id(),
                    held ? OutboxRow.State.HELD : OutboxRow.State.WAITING,
                    clock.instant().plus(FIRST_PAUSE.multipliedBy(1L << (attempts - 1))),
                    reason);
            LOG.warn(
                    "letter {} of {} ({}) not sent at attempt {}{}: {}",
                    letter.id(),
                    tenant.slug(),
                    letter.kind(),
                    attempts,
                    held ? ", held" : "",
                    reason);
        }
    }
}
