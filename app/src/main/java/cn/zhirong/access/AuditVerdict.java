package cn.zhirong.access;

/** What reading a whole chain against its hashes gave. */
public sealed interface AuditVerdict {
    /**
     * Every entry from the first that is kept to the last is as it was written.
     *
     * @param first the number of the first entry kept, or last + 1 where none is
     * @param last the number of the last entry ever written
     */
    record Whole(long first, long last, String lastHash) implements AuditVerdict {}

    /**
     * The first entry at which the chain does not hold.
     *
     * @param number of that entry
     * @param why a sentence in Chinese
     */
    record Broken(long number, String why) implements AuditVerdict {}
}
