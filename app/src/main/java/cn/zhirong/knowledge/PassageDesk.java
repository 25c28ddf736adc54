package cn.zhirong.knowledge;

import cn.zhirong.knowledge.PassageCorrection.Piece;
import cn.zhirong.policy.PolicyOutbox;
import cn.zhirong.policy.PublishedText;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.Refusal;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What officers do with the passages of their bureau's own published documents. What is searched by may be changed, what is cited
 * never is. A version of another bureau, or of the shared shelf, is "not found".
 */
@Singleton
class PassageDesk {
    private static final int LONGEST_WORDS = 1_000;
    private static final int LONGEST_REASON = 500;
    private static final int MOST_PIECES = 20;

    private final PassageCorrections corrections;
    private final PolicyOutbox outbox;
    private final IndexFollower follower;

    PassageDesk(PassageCorrections corrections, PolicyOutbox outbox, IndexFollower follower) {
        this.corrections = corrections;
        this.outbox = outbox;
        this.follower = follower;
    }

    /**
     * A passage as it is cut, with what was changed about it.
     *
     * @param correction or null where nothing was
     */
    record Shown(Passage passage, @Nullable PassageCorrection correction) {
        /** The pieces in which it stands in the index. */
        List<Piece> pieces() {
            return correction == null ? List.of(new Piece(0, "")) : correction.pieces();
        }

        boolean switchedOff() {
            return correction != null && correction.switchedOff();
        }
    }

    /** The passages of a published version, in reading order. */
    List<Shown> passages(Tenant tenant, long versionId) {
        PublishedText text = outbox.text(tenant, versionId).orElseThrow(Refusal::notFound);
        List<PassageCorrection> changed = corrections.of(tenant, text.version().policyId());
        return Passages.asCut(follower.text(tenant, text)).stream()
                .map(passage -> new Shown(
                        passage,
                        changed.stream()
                                .filter(it -> it.passageKey().equals(PassageCorrection.key(passage)))
                                .findFirst()
                                .orElse(null)))
                .toList();
    }

    Shown passage(Tenant tenant, long versionId, String passageId) {
        return passages(tenant, versionId).stream()
                .filter(shown -> shown.passage().id().equals(passageId))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    /** Lets a piece be found by other words; by its own again where they are empty. */
    void reword(Tenant tenant, String actor, long versionId, String passageId, int piece, String typed) {
        String words = typed.replace("\r", "").strip();
        if (words.length() > LONGEST_WORDS) {
            throw Refusal.badField("words-" + piece, "检索用词最长 " + LONGEST_WORDS + " 个字，现在有 " + words.length() + " 个字。");
        }
        change(tenant, actor, versionId, passageId, "reworded piece " + (piece + 1), shown -> {
            var pieces = new ArrayList<>(shown.pieces());
            Piece before = at(pieces, piece);
            String own = CorrectedPassages.text(shown.passage().text(), pieces, piece);
            pieces.set(piece, new Piece(before.from(), words.equals(own) ? "" : words));
            return corrected(shown, pieces, shown.switchedOff(), reason(shown));
        });
    }

    /** Splits a piece before some of its words. */
    void split(Tenant tenant, String actor, long versionId, String passageId, int piece, String typed) {
        String words = typed.strip();
        change(tenant, actor, versionId, passageId, "split piece " + (piece + 1) + " before: " + words, shown -> {
            var pieces = new ArrayList<>(shown.pieces());
            Piece before = at(pieces, piece);
            String whole = shown.passage().text();
            int end = piece + 1 < pieces.size() ? pieces.get(piece + 1).from() : whole.length();
            int from = words.isEmpty() ? -1 : whole.indexOf(words, before.from() + 1);
            if (from < 0 || from >= end || whole.substring(before.from(), from).isBlank()) {
                throw Refusal.badField("split-" + piece, "这一段里没有“" + words + "”，或者它就在开头；请写新的一段开头的几个字。");
            }
            if (whole.indexOf(words, from + 1) >= 0 && whole.indexOf(words, from + 1) < end) {
                throw Refusal.badField("split-" + piece, "“" + words + "”在这一段里不止一处，请多写几个字。");
            }
            if (pieces.size() >= MOST_PIECES) {
                throw Refusal.badField("split-" + piece, "一个片段最多拆成 " + MOST_PIECES + " 段。");
            }
            pieces.set(piece, new Piece(before.from(), ""));
            pieces.add(piece + 1, new Piece(from, ""));
            return corrected(shown, pieces, shown.switchedOff(), reason(shown));
        });
    }

    /** Keeps a passage from being found. */
    void switchOff(Tenant tenant, String actor, long versionId, String passageId, String typed) {
        String why = typed.strip();
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            throw Refusal.badField("reason", "停用理由须为 1 至 " + LONGEST_REASON + " 个字。");
        }
        change(
                tenant,
                actor,
                versionId,
                passageId,
                "switched off: " + why,
                shown -> corrected(shown, shown.pieces(), true, why));
    }

    /** Lets a passage be found again, with its other corrections. */
    void switchOn(Tenant tenant, String actor, long versionId, String passageId) {
        change(
                tenant,
                actor,
                versionId,
                passageId,
                "switched on",
                shown -> corrected(shown, shown.pieces(), false, ""));
    }

    /** Takes all corrections of a passage back. */
    void restore(Tenant tenant, String actor, long versionId, String passageId) {
        Passage passage = passage(tenant, versionId, passageId).passage();
        corrections.remove(tenant, actor, passage.policyId(), PassageCorrection.key(passage));
        follower.catchUp(tenant);
    }

    /** A correction that leaves everything as it is cut is none. */
    private void change(
            Tenant tenant,
            String actor,
            long versionId,
            String passageId,
            String detail,
            Function<Shown, PassageCorrection> change) {
        Shown shown = passage(tenant, versionId, passageId);
        PassageCorrection correction = change.apply(shown);
        long policyId = shown.passage().policyId();
        boolean none = !correction.switchedOff() && correction.pieces().equals(List.of(new Piece(0, "")));
        if (none) {
            corrections.remove(tenant, actor, policyId, correction.passageKey());
        } else {
            corrections.put(tenant, actor, policyId, correction, detail);
        }
        follower.catchUp(tenant);
    }

    private static PassageCorrection corrected(Shown shown, List<Piece> pieces, boolean off, String reason) {
        return new PassageCorrection(PassageCorrection.key(shown.passage()), pieces, off, reason);
    }

    private static String reason(Shown shown) {
        return shown.correction() == null
                ? ""
                : Objects.requireNonNull(shown.correction()).reason();
    }

    private static Piece at(List<Piece> pieces, int index) {
        if (index < 0 || index >= pieces.size()) {
            throw Refusal.notFound();
        }
        return pieces.get(index);
    }
}
