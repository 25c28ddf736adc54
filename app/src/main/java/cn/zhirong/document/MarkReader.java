package cn.zhirong.document;

import cn.zhirong.document.CorrectedBlocks.Piece;
import cn.zhirong.document.Layout.Region;
import cn.zhirong.document.Layout.Role;
import cn.zhirong.document.LineMark.Style;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Decides, line after line of one paper, whether the number a line begins with is its own. */
final class MarkReader {
    /** What follows when a sentence only names an article: 第十条规定的…, 第三条第二款. */
    private static final Pattern CITES = Pattern.compile(
            "^(?:第\\s*" + Numbering.NUMBER + "\\s*[条款项]|规定|所列|所称|所述|的|和|与|及|、|至|到|或|以及|[,，。；;]|中|之|修改|改为|作为|明确).*");

    private static final Pattern CITES_AFTER_SPACE =
            Pattern.compile("^(?:第\\s*" + Numbering.NUMBER + "\\s*[款项]|的|和|、|至|[,，；;]|修改为|改为).*");
    private static final Pattern NAMED_PART = Pattern.compile("\\p{IsHan}{2,8}编");

    private final boolean hasDecimals;
    private final boolean hasDecimalTops;
    private final boolean hasSubparts;
    private int lastArticle;
    private int lastTop;

    private MarkReader(boolean hasDecimals, boolean hasDecimalTops, boolean hasSubparts) {
        this.hasDecimals = hasDecimals;
        this.hasDecimalTops = hasDecimalTops;
        this.hasSubparts = hasSubparts;
    }

    static MarkReader of(Region region) {
        List<String> lines = region.lines(Role.BODY);
        long deep = lines.stream()
                .flatMap(line -> LineMark.decimal(line).stream())
                .filter(mark -> mark.label().contains("."))
                .count();
        boolean tops = lines.stream()
                .flatMap(line -> LineMark.decimal(line).stream())
                .anyMatch(mark -> mark.label().equals("1"));
        boolean subparts = lines.stream()
                .flatMap(line -> LineMark.of(line).stream())
                .anyMatch(mark -> mark.style() == Style.SUBPART);
        return new MarkReader(deep >= 2, tops, subparts);
    }

    /** The line's own number, or empty for a line of text. */
    Optional<LineMark> read(Piece piece) {
        if (piece.rank() != null) {
            return forced(piece, piece.rank());
        }
        if (hasSubparts && NAMED_PART.matcher(Words.compact(piece.text())).matches()) {
            return Optional.of(new LineMark(Style.PART, 0, 0, "", piece.text(), true));
        }
        return decimal(piece.text())
                .or(() -> LineMark.of(piece.text()).filter(this::isOwn))
                .map(this::remember);
    }

    private LineMark remember(LineMark mark) {
        if (mark.style() == Style.ARTICLE) {
            lastArticle = mark.number();
        }
        if (mark.style() == Style.DECIMAL && !mark.label().contains(".")) {
            lastTop = mark.number();
        }
        return mark;
    }

    private Optional<LineMark> decimal(String line) {
        if (!hasDecimals) {
            return Optional.empty();
        }
        Optional<LineMark> mark =
                LineMark.decimal(line).filter(found -> found.label().contains(".") || found.number() == lastTop + 1);
        if (mark.isPresent() || hasDecimalTops) {
            return mark;
        }
        return LineMark.of(line)
                .filter(found -> found.style() == Style.ARABIC && found.number() == lastTop + 1)
                .map(found -> new LineMark(Style.DECIMAL, found.number(), 0, "" + found.number(), found.rest(), true));
    }

    private boolean isOwn(LineMark mark) {
        String rest = Words.compact(mark.rest());
        return switch (mark.style()) {
            case PART, SUBPART, CHAPTER, SECTION ->
                rest.length() <= 40 && !rest.matches(".*[。；;，,:]$") && !rest.matches("^(?:的|规定[的了，]|和|、|至|所[列称述]).*");
            case ARTICLE -> isArticle(mark, rest);
            // 一、二、三级医院… counts in a sentence
            case HAN -> !rest.startsWith(Numbering.numeral(mark.number() + 1));
            default -> true;
        };
    }

    private boolean isArticle(LineMark mark, String rest) {
        boolean expected = mark.inserted() > 0 ? mark.number() >= lastArticle : mark.number() == lastArticle + 1;
        if (mark.spaced() || rest.isEmpty()) {
            return !CITES_AFTER_SPACE.matcher(rest).matches()
                    && (expected || !CITES.matcher(rest).matches());
        }
        // Set without a space, only a number near the last one opens an article.
        boolean near = mark.number() > lastArticle && mark.number() <= lastArticle + 5;
        return (expected || near) && !CITES.matcher(rest).matches();
    }

    private Optional<LineMark> forced(Piece piece, ProvisionKind rank) {
        Optional<Style> style = style(rank);
        if (style.isEmpty()) {
            return Optional.empty();
        }
        String rest = LineMark.of(piece.text()).map(LineMark::rest).orElse(piece.text());
        Optional<LineMark> given = LineMark.of(piece.label() + " ");
        int number = given.map(LineMark::number).orElse(0);
        int inserted = given.map(LineMark::inserted).orElse(0);
        String label = given.map(LineMark::label).orElse(piece.label());
        return Optional.of(remember(new LineMark(style.get(), number, inserted, label, rest, true)));
    }

    private static Optional<Style> style(ProvisionKind rank) {
        return switch (rank) {
            case PART -> Optional.of(Style.PART);
            case SUBPART -> Optional.of(Style.SUBPART);
            case CHAPTER -> Optional.of(Style.CHAPTER);
            case SECTION -> Optional.of(Style.SECTION);
            case ARTICLE -> Optional.of(Style.ARTICLE);
            case HEADING -> Optional.of(Style.HAN);
            case SUBHEADING, ITEM -> Optional.of(Style.HAN_BRACKETED);
            case POINT, SUBITEM -> Optional.of(Style.ARABIC);
            case SUBPOINT -> Optional.of(Style.ARABIC_BRACKETED);
            case CLAUSE, PARAGRAPH, TABLE_ROW, ANNEX -> Optional.empty();
        };
    }
}
