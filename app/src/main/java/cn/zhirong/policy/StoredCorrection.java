package cn.zhirong.policy;

import cn.zhirong.document.BlockKey;
import cn.zhirong.document.Correction;
import cn.zhirong.document.ProvisionKind;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** {@link Correction} as it is kept in a JSON column. */
@Serdeable
record StoredCorrection(
        Act act,
        String at,
        int offset,
        @Nullable ProvisionKind kind,
        @Nullable String label) {

    enum Act {
        SPLIT,
        JOIN,
        RENUMBER,
        DROP
    }

    static StoredCorrection of(Correction correction) {
        String at = correction.at().toString();
        return switch (correction) {
            case Correction.Split split -> new StoredCorrection(Act.SPLIT, at, split.offset(), null, null);
            case Correction.Join join -> new StoredCorrection(Act.JOIN, at, 0, null, null);
            case Correction.Renumber renumber ->
                new StoredCorrection(Act.RENUMBER, at, 0, renumber.kind(), renumber.label());
            case Correction.Drop drop -> new StoredCorrection(Act.DROP, at, 0, null, null);
        };
    }

    Correction correction() {
        BlockKey key = BlockKey.of(at);
        return switch (act) {
            case SPLIT -> new Correction.Split(key, offset);
            case JOIN -> new Correction.Join(key);
            case RENUMBER ->
                new Correction.Renumber(key, kind == null ? ProvisionKind.PARAGRAPH : kind, label == null ? "" : label);
            case DROP -> new Correction.Drop(key);
        };
    }
}
