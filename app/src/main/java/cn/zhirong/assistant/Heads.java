package cn.zhirong.assistant;

import cn.zhirong.assistant.Finding.Piece;
import cn.zhirong.knowledge.Passage;
import cn.zhirong.knowledge.PassageHit;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Answers what stands in a document's head: its number, its date, its issuers. */
final class Heads {
    /** Titles this close to one another in what they hold of the question cannot be told apart. */
    private static final double CLOSE = 0.05;

    private static final double OF_TITLE = 0.6;

    /** What a document is called without its name, and the words around. */
    private static final Pattern NAMELESS =
            Pattern.compile("这|那|个|份|本|该|此|的|是|什么|多少|哪|谁|吗|呢|了|于|在|时候|行动|实施|文件|方案|办法|通知|措施|规定|细则|政策|意见|条例|计划|[?。,]");

    private Heads() {}

    /** Nothing where no head was found, so that the provisions may answer. */
    static Optional<Finding> answer(Evidence evidence, Terms terms) {
        Part part = evidence.part();
        List<PassageHit> heads = evidence.hits().stream()
                .filter(hit -> hit.passage().path().isEmpty())
                .sorted(Comparator.comparingDouble((PassageHit hit) -> -fit(part, terms, hit.passage())))
                .toList();
        if (heads.isEmpty()) {
            return Optional.empty();
        }
        PassageHit best = heads.getFirst();
        if (!isAboutDocument(part, terms, best.passage())) {
            return Optional.empty();
        }
        List<String> close = heads.stream()
                .filter(hit -> fit(part, terms, hit.passage()) >= fit(part, terms, best.passage()) - CLOSE)
                .map(hit -> hit.passage().title())
                .distinct()
                .limit(4)
                .toList();
        if (close.size() > 1) {
            return Optional.of(new Finding.Ambiguous(close));
        }
        return Optional.of(fact(part, best)
                .<Finding>map(piece -> new Finding.Stated(List.of(piece)))
                .orElseGet(() ->
                        new Finding.Missing(part, true, List.of(new Piece("", best, firstLine(best.passage()), "。")))));
    }

    /** "这个方案的文号" and "促进办法什么时候印发" ask of a document held; a title that is merely mentioned in one does not. */
    private static boolean isAboutDocument(Part part, Terms terms, Passage passage) {
        String subject = part.type().asked().matcher(part.text()).replaceAll("");
        subject = NAMELESS.matcher(subject).replaceAll("");
        return subject.isBlank()
                || part.isFollowUp()
                || terms.coverage(QuestionText.normal(passage.title())) >= OF_TITLE;
    }

    private static double fit(Part part, Terms terms, Passage passage) {
        double earlier = part.earlierPolicies().contains(passage.policyId()) ? 0.5 : 0;
        return earlier + terms.coverage(QuestionText.normal(passage.title()));
    }

    private static Optional<Piece> fact(Part part, PassageHit head) {
        Passage passage = head.passage();
        return switch (part.type()) {
            case DOCUMENT_NUMBER -> quoted(head, "文号：", passage.documentNumber());
            case ISSUED_ON -> {
                boolean published = part.text().matches(".*(发布|公布).*") && passage.publishedOn() != null;
                LocalDate day = published || passage.signedOn() == null ? passage.publishedOn() : passage.signedOn();
                yield day(head, published || passage.signedOn() == null ? "发布日期：" : "印发日期：", day);
            }
            case ISSUER -> passage.issuers().isEmpty() ? Optional.empty() : quoted(head, "发文机关：", issuers(passage));
            default -> Optional.empty();
        };
    }

    /** The issuers as they are printed, from the first to the last of them. */
    private static String issuers(Passage passage) {
        int from = passage.text().indexOf(passage.issuers().getFirst());
        int last = passage.text().indexOf(passage.issuers().getLast(), Math.max(from, 0));
        return from < 0 || last < 0
                ? passage.issuers().getFirst()
                : passage.text()
                        .substring(from, last + passage.issuers().getLast().length());
    }

    private static Optional<Piece> day(PassageHit head, String lead, @Nullable LocalDate day) {
        if (day == null) {
            return Optional.empty();
        }
        return quoted(head, lead, Conflict.DAY.format(day)).or(() -> quoted(head, lead, day.toString()));
    }

    private static Optional<Piece> quoted(PassageHit head, String lead, String words) {
        int at = words.isEmpty() ? -1 : head.passage().text().indexOf(words);
        return at < 0 ? Optional.empty() : Optional.of(new Piece(lead, head, new Span(at, at + words.length()), "。"));
    }

    private static Span firstLine(Passage passage) {
        int end = passage.text().indexOf('\n');
        return new Span(0, end < 0 ? passage.text().length() : end);
    }
}
