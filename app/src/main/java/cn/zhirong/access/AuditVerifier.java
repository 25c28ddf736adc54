package cn.zhirong.access;

import cn.zhirong.tenant.Tenant;
import io.micronaut.transaction.TransactionDefinition.Isolation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Reads a tenant's audit from its first entry to its head and recomputes every hash. */
@Singleton
public class AuditVerifier {
    private static final int PAGE = 1000;

    private final AuditRepository repository;

    AuditVerifier(AuditRepository repository) {
        this.repository = repository;
    }

    /** One moment is looked at as a whole, so that entries written meanwhile do not matter. */
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public AuditVerdict verify(Tenant tenant) {
        Optional<AuditHead> head = repository.head(tenant.id());
        long last = head.map(AuditHead::removedNumber).orElse(0L);
        String hash = head.map(AuditHead::removedHash).orElse(AuditHash.NONE);
        List<AuditEntry> page = repository.after(tenant.id(), Long.MIN_VALUE, PAGE);
        while (!page.isEmpty()) {
            for (AuditEntry entry : page) {
                if (entry.number() != last + 1) {
                    return entry.number() > last
                            ? new AuditVerdict.Broken(last + 1, "这一条不见了，其后是第 " + entry.number() + " 条。")
                            : new AuditVerdict.Broken(entry.number(), "这一条不在链上：链从第 " + (last + 1) + " 条开始。");
                }
                if (!entry.previousHash().equals(hash)) {
                    return new AuditVerdict.Broken(entry.number(), "这一条接不上前一条。");
                }
                hash = AuditHash.of(entry);
                if (!entry.hash().equals(hash)) {
                    return new AuditVerdict.Broken(entry.number(), "这一条的内容被改动过。");
                }
                last = entry.number();
                if (head.isEmpty() || last > head.get().lastNumber()) {
                    return new AuditVerdict.Broken(last, "这一条不是系统写入的：链首没有记到它。");
                }
            }
            page = repository.after(tenant.id(), last, PAGE);
        }
        long end = last;
        String endHash = hash;
        return head.map(it -> atHead(it, end, endHash)).orElseGet(() -> new AuditVerdict.Whole(1, 0, AuditHash.NONE));
    }

    private static AuditVerdict atHead(AuditHead head, long last, String hash) {
        if (last < head.lastNumber()) {
            return new AuditVerdict.Broken(last + 1, "这一条不见了：链首记到第 " + head.lastNumber() + " 条。");
        }
        if (!head.lastHash().equals(hash)) {
            return new AuditVerdict.Broken(last, "链首与这一条对不上。");
        }
        return new AuditVerdict.Whole(head.removedNumber() + 1, last, hash);
    }
}
