package cn.zhirong.knowledge;

/** One step by which an index follows the database. Applying the same step twice changes nothing. */
public sealed interface IndexChange {
    /** Where it stands in the outbox: positive, growing. */
    long position();

    /** Slug of the tenant whose index it changes, or {@code shared}. */
    String shelf();

    /** A version as it now is: added, or put in the place of what was held under its id. */
    record Put(long position, VersionText version) implements IndexChange {
        @Override
        public String shelf() {
            return version.shelf();
        }
    }

    /** A version that must no longer be found. */
    record Remove(long position, String shelf, long versionId) implements IndexChange {}
}
