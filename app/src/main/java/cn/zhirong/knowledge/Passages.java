package cn.zhirong.knowledge;

import cn.zhirong.document.Provision;
import cn.zhirong.document.ProvisionKind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a version into passages: its head, then one passage a provision. A short article stays whole with its clauses and
 * items; a long provision is split at sentence ends under the same path.
 */
public final class Passages {
    /** An article up to this many characters is read whole: its items mean little apart. */
    private static final int WHOLE_ARTICLE = 320;

    /** The embedding model reads about 510 characters, title and trail included. */
    private static final int LONGEST = 450;

    private static final int LONGEST_LEAD_IN = 80;

    /** How the parser names what stands around a paper, that of a notice or annex with its name before. */
    private static final Pattern FRAME = Pattern.compile("(主送|落款|附注|附件说明|题注)$");

    private final VersionText version;
    private final List<List<Integer>> children = new ArrayList<>();
    private final List<Passage> passages = new ArrayList<>();

    private Passages(VersionText version) {
        this.version = version;
        version.provisions().forEach(each -> children.add(new ArrayList<>()));
    }

    /**
     * The passages of a version in reading order, as officers corrected them; the first is its head. The same version gives the
     * same passages.
     */
    public static List<Passage> of(VersionText version) {
        return CorrectedPassages.of(asCut(version), version.corrections());
    }

    /** The passages as they are cut, before any correction. */
    static List<Passage> asCut(VersionText version) {
        return new Passages(version).cut();
    }

    private List<Passage> cut() {
        List<Provision> provisions = version.provisions();
        for (int i = 0; i < provisions.size(); i++) {
            int parent = provisions.get(i).parent();
            if (parent >= i) {
                throw new IllegalArgumentException("provision " + i + " stands before its parent " + parent);
            }
            if (parent >= 0) {
                children.get(parent).add(i);
            }
        }
        add("", "", List.of(), head(version));
        var covered = new boolean[provisions.size()];
        for (int i = 0; i < provisions.size(); i++) {
            Provision provision = provisions.get(i);
            covered[i] = provision.parent() >= 0 && covered[provision.parent()];
            if (covered[i] || isFrame(i)) {
                continue;
            }
            String whole = provision.kind() == ProvisionKind.ARTICLE && !holdsTable(i) ? wholeText(i) : "";
            if (whole.length() > provision.text().length() && whole.length() <= WHOLE_ARTICLE) {
                covered[i] = true;
                add(provision.path(), provision.anchor(), trail(i), whole);
            } else if (!provision.text().isBlank()) {
                add(provision.path(), provision.anchor(), trail(i), opening(provision) + provision.text());
            }
        }
        return List.copyOf(passages);
    }

    /** "(一)利息已经按期支付，没有逾期。不要求结清。": what looks like an item's heading says something, and is read with it. */
    private static String opening(Provision provision) {
        boolean listed = switch (provision.kind()) {
            case ITEM, SUBITEM, SUBHEADING, POINT, SUBPOINT -> true;
            default -> false;
        };
        return listed && provision.heading().contains("\uff0c") ? provision.heading() + "\u3002" : "";
    }

    /** Addressee, signature, the title once more, a table's caption: nobody asks for them, and they crowd out what is asked for. */
    private boolean isFrame(int ordinal) {
        Provision provision = version.provisions().get(ordinal);
        if (provision.kind() != ProvisionKind.PARAGRAPH) {
            return false;
        }
        String words = provision.text().strip();
        boolean isCaption = ordinal + 1 < version.provisions().size()
                && version.provisions().get(ordinal + 1).kind() == ProvisionKind.TABLE_ROW
                && version.provisions().get(ordinal + 1).text().startsWith(words);
        return FRAME.matcher(provision.path()).find()
                || isCaption
                || words.equals(version.title().strip());
    }

    private void add(String path, String anchor, List<String> trail, String text) {
        for (String piece : Sentences.pack(text, LONGEST)) {
            int position = passages.size();
            String id = id(version.shelf(), version.versionId(), position, path, piece);
            passages.add(new Passage(
                    id,
                    version.shelf(),
                    version.policyId(),
                    version.versionId(),
                    version.versionNumber(),
                    version.title(),
                    version.documentNumber(),
                    version.issuers(),
                    version.level(),
                    version.term(),
                    version.signedOn(),
                    version.publishedOn(),
                    path,
                    anchor,
                    trail,
                    piece.strip(),
                    position));
        }
    }

    /** A row is asked for by itself, and says with its heading cells all that it needs. */
    private boolean holdsTable(int ordinal) {
        return children.get(ordinal).stream()
                .anyMatch(child ->
                        version.provisions().get(child).kind() == ProvisionKind.TABLE_ROW || holdsTable(child));
    }

    /** The words of a provision and everything under it, a line each; stops when it is clearly no short article. */
    private String wholeText(int ordinal) {
        var text = new StringBuilder(version.provisions().get(ordinal).text());
        var open = new ArrayDeque<Integer>(children.get(ordinal));
        while (!open.isEmpty() && text.length() <= WHOLE_ARTICLE) {
            int next = open.pop();
            Provision below = version.provisions().get(next);
            String label = below.kind() == ProvisionKind.CLAUSE ? "" : below.label();
            text.append(text.isEmpty() ? "" : "\n")
                    .append(label)
                    .append(below.heading())
                    .append(below.text());
            children.get(next).reversed().forEach(open::push);
        }
        return text.toString();
    }

    private List<String> trail(int ordinal) {
        var trail = new ArrayList<String>();
        Provision own = version.provisions().get(ordinal);
        if (!own.heading().isBlank() && opening(own).isEmpty()) {
            trail.add(own.label() + own.heading());
        }
        String opening = openingSibling(ordinal);
        if (!opening.isEmpty()) {
            trail.addFirst(opening);
        }
        for (int above = own.parent(); above >= 0; ) {
            Provision provision = version.provisions().get(above);
            String words = provision.label() + provision.heading() + leadIn(provision.text());
            if (!words.isBlank()) {
                trail.addFirst(words);
            }
            above = provision.parent();
        }
        return trail;
    }

    /** "申请时提交下列材料:" as a paragraph before the items it introduces, where the tree holds both side by side. */
    private String openingSibling(int ordinal) {
        Provision own = version.provisions().get(ordinal);
        boolean listed = switch (own.kind()) {
            case ITEM, SUBITEM, POINT, SUBPOINT -> true;
            default -> false;
        };
        for (int i = ordinal - 1; listed && i > own.parent(); i--) {
            Provision before = version.provisions().get(i);
            if (before.parent() == own.parent() && before.kind() != own.kind()) {
                return leadIn(before.text());
            }
        }
        return "";
    }

    /** The last words of a text when they introduce what follows: "贷款包括下列种类:". */
    private static String leadIn(String text) {
        String words = text.strip();
        if (!words.endsWith(":") && !words.endsWith("\uff1a")) {
            return "";
        }
        String last = Sentences.of(words).getLast().strip();
        return last.substring(Math.max(0, last.length() - LONGEST_LEAD_IN));
    }

    private static String head(VersionText version) {
        var text = new StringBuilder(version.title());
        line(text, "文号", version.documentNumber());
        line(text, "发文机关", String.join("、", version.issuers()));
        line(text, "成文日期", day(version.signedOn()));
        line(text, "发布日期", day(version.publishedOn()));
        line(text, "施行日期", day(version.term().effectiveFrom()));
        line(text, "有效期至", day(version.term().expiresOn()));
        return text.toString();
    }

    private static void line(StringBuilder text, String name, String value) {
        if (!value.isBlank()) {
            text.append('\n').append(name).append('\uff1a').append(value);
        }
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "" : "%d年%d月%d日".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
    }

    /** The position is part of it: a document may say the same words twice under one path. */
    private static String id(String shelf, long versionId, int position, String path, String text) {
        return digest(String.join("\u0000", shelf, Long.toString(versionId), Integer.toString(position), path, text));
    }

    /** 32 hexadecimal digits. */
    static String digest(String content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
