package cn.zhirong.application;

import cn.zhirong.web.FilledForm;
import java.util.List;
import java.util.Map;

/** What the pages about lists, notices, objections, payments, offers and budgets show. */
public final class BatchViews {
    private BatchViews() {}

    /** A line that leads somewhere. */
    public record Line(String href, String title, String state, String tone, String when, String note) {}

    /** All lists for meetings, and what can be put on one. */
    public record BatchesView(
            String here,
            String list,
            List<Line> batches,
            Paging paging,
            List<CaseViews.Row> ready,
            boolean makes,
            String today,
            FilledForm typed) {}

    /** One list. */
    public record BatchView(
            String here,
            String back,
            String list,
            String title,
            String meetingOn,
            String state,
            String minutes,
            List<CaseViews.Row> rows,
            String total,
            boolean decides,
            String second,
            boolean publishes,
            String notice,
            String until,
            FilledForm typed) {}

    /** All public notices. */
    public record NoticesView(List<Line> open, List<Line> closed, String older, String newest) {}

    /** A line of a public notice. */
    public record Published(
            String id,
            String number,
            String firm,
            String creditCode,
            String programme,
            String policy,
            String clauses,
            List<String> figures,
            String amount) {}

    /** One public notice. */
    public record NoticeView(
            String here,
            String back,
            String title,
            String state,
            boolean open,
            String opensOn,
            String closesOn,
            String workingDays,
            String bureau,
            String contact,
            List<Published> lines,
            String total,
            List<Map<String, String>> firms,
            String console,
            boolean closes,
            FilledForm typed) {}

    /** An objection or an appeal. */
    public record Complaint(
            long id,
            String kind,
            String href,
            String number,
            String firm,
            String name,
            String contact,
            String words,
            String at,
            String left,
            String leftTone,
            String state,
            String tone,
            String answer,
            boolean open,
            boolean mine) {}

    /** All of them. */
    public record ComplaintsView(
            String here, String list, List<Complaint> rows, Paging paging, boolean decides, FilledForm typed) {}

    /** All payments, and what can be paid. */
    public record DisbursementsView(
            String here,
            List<Line> batches,
            Paging paging,
            List<CaseViews.Row> ready,
            boolean makes,
            FilledForm typed) {}

    /** One payment. */
    public record Payment(
            int ordinal,
            String href,
            String number,
            String payee,
            String account,
            boolean known,
            boolean another,
            boolean editable,
            String amount,
            String state,
            String tone,
            String remark) {}

    /** Payments that go together. */
    public record DisbursementView(
            String here,
            String back,
            String number,
            String state,
            String tone,
            String total,
            List<OwnViews.Money> facts,
            List<Payment> rows,
            boolean confirms,
            boolean edits,
            boolean downloads,
            boolean reconciles,
            String seen,
            List<String> again,
            List<String> receiptHead,
            FilledForm typed) {}

    /** A firm that is eligible, with the criteria that say so. */
    public record Found(
            String id,
            String href,
            String firm,
            String number,
            String amount,
            List<String> reasons,
            String state,
            String tone,
            String left,
            String leftTone,
            boolean picks) {}

    /** A programme for which nobody has to apply. */
    public record Offer(
            String id,
            String title,
            long found,
            long offered,
            String total,
            String budget,
            List<Found> rows,
            Paging paging,
            boolean releases,
            String second) {}

    /** All of them. */
    public record OffersView(String here, String list, List<Offer> programmes, boolean finds, FilledForm typed) {}

    /** What may be spent in a year. */
    public record Budget(
            String programme, String year, String amount, String reserved, String paid, String left, String share) {}

    /** All of them. */
    public record BudgetsView(
            String here,
            String list,
            List<Budget> rows,
            boolean sets,
            List<Map<String, String>> programmes,
            String year,
            FilledForm typed) {}
}
