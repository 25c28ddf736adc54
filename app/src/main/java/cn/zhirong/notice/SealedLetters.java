package cn.zhirong.notice;

import cn.zhirong.access.PersonalFields;
import jakarta.inject.Singleton;

/** Words and address of letters as they lie in the database until they are sent: whoever reads that reads no link and no address. */
@Singleton
class SealedLetters {
    private static final String ADDRESS = "outbox_letter.address";
    private static final String WORDS = "outbox_letter.words";

    private final PersonalFields fields;

    SealedLetters(PersonalFields fields) {
        this.fields = fields;
    }

    String address(long tenantId, String address) {
        return fields.seal(tenantId, ADDRESS, address);
    }

    String words(long tenantId, String words) {
        return fields.seal(tenantId, WORDS, words);
    }

    /** The letter as it was written; of one that was sent there is only what was left of it. */
    OutboxRow open(OutboxRow row) {
        return row.with(opened(row, ADDRESS, row.address()), opened(row, WORDS, row.words()));
    }

    /** Letters written by an earlier version are not sealed. */
    private String opened(OutboxRow row, String column, String stored) {
        return PersonalFields.isSealed(stored) ? fields.open(row.tenantId(), column, stored) : stored;
    }
}
