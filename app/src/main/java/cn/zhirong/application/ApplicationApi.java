package cn.zhirong.application;

import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What programs send and get about applications. Money in fen. */
final class ApplicationApi {
    private ApplicationApi() {}

    /**
     * An application of one's own firm.
     *
     * @param facts as {@code subsidy.FactsJson} reads them; they stand before what the register says
     * @param submit whether it is handed in at once; the call then declares that all of it is true
     */
    @Serdeable
    record Applying(
            @Nullable Map<String, Object> facts,
            @Nullable PayTo account,
            @Nullable Boolean submit) {}

    /** Where the money goes. */
    @Serdeable
    record PayTo(
            @Nullable String holder,
            @Nullable String number,
            @Nullable String bank) {}

    /**
     * An application as its firm is told of it: what the bureau does among itself stays inside.
     *
     * @param state a name of {@link State}, never one between two looks or before a public notice
     * @param amountFen what was decided; null before
     * @param url its page
     */
    @Serdeable
    record Applied(
            String number,
            String programme,
            String firm,
            String state,
            @Nullable Long amountFen,
            @Nullable LocalDate dueOn,
            String url) {}

    /**
     * A review.
     *
     * @param application its number
     * @param stage first or second
     * @param decision first: pass or refuse; second: confirm or back
     */
    @Serdeable
    record Reviewing(
            @Nullable String application,
            @Nullable String stage,
            @Nullable String decision,
            @Nullable String reason,
            @Nullable List<Said> judgements,
            @Nullable List<Overruling> overrides) {}

    /** What an officer judges. */
    @Serdeable
    record Said(String fact, boolean yes, String reason) {}

    /** A criterion that an officer overrules; {@code record} is null for one of the firm. */
    @Serdeable
    record Overruling(String place, @Nullable String record, boolean met, String reason) {}

    /**
     * What was decided.
     *
     * @param settled what earlier grants took away from the amount of the trace, in Chinese; empty for nothing
     * @param trace the bytes of the trace as text, as they are stored
     */
    @Serdeable
    record Reviewed(
            String number, String state, @Nullable Long amountFen, String settled, String traceSha256, String trace) {}

    /** A public notice of what a meeting agreed to. */
    @Serdeable
    record Publishing(@Nullable Long batch, @Nullable String title) {}

    /** What was made public. */
    @Serdeable
    record Published(long notice, LocalDate opensOn, LocalDate closesOn, int lines, String url) {}

    /** Payments of these applications, by their numbers. */
    @Serdeable
    record Paying(@Nullable List<String> applications) {}

    /** Payments that were put together. */
    @Serdeable
    record Paid(long disbursement, String number, long totalFen, int rows, String url) {}
}
