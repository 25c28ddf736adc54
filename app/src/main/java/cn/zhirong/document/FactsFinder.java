package cn.zhirong.document;

import cn.zhirong.document.CorrectedBlocks.Piece;
import cn.zhirong.document.Layout.Region;
import cn.zhirong.document.Layout.Role;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads from a document what it says about itself. */
final class FactsFinder {
    private static final Pattern PUBLISHED = Pattern.compile("(?:发布日期|发布时间|公布日期|发布于)\\s*:?\\s*(.{8,30})");
    private static final Pattern EVENT =
            Pattern.compile(WrittenDates.DATE + "([^0-9]{0,80}?(?:[0-9]+[^0-9年]{0,40}?){0,4}(通过|公布|发布|修订|修正|修改))");
    private static final Pattern CONGRESS =
            Pattern.compile("(?<=日|^|\\s)\\s*([\\p{IsHan}]{0,12}?)第[一二三四五六七八九十]{1,4}届(全国)?人民代表大会(常务委员会)?第");
    private static final Pattern ORDER = Pattern.compile("日\\s*(\\p{IsHan}{2,20})令第");
    private static final Pattern REPEAL = Pattern.compile("同时废止|予以废止|即行废止|自行废止|相应废止|停止执行|同时失效");
    private static final Pattern BY_TITLE = Pattern.compile("^(.{2,40}?)(?:关于|印发|转发|对)");

    private final Layout layout;
    private final Map<String, String> hints;
    private final List<String> head;

    FactsFinder(Layout layout, Map<String, String> hints) {
        this.layout = layout;
        this.hints = hints;
        this.head = layout.head().stream().map(Piece::text).toList();
    }

    /** The title hinted at by the page, without the name of the site behind it. */
    static Optional<String> hintedTitle(Map<String, String> hints) {
        String hint = hints.getOrDefault("title", "").strip().split("[_|]")[0].strip();
        return Optional.of(hint)
                .filter(title ->
                        title.codePoints().filter(Character::isIdeographic).count() >= 4);
    }

    DocumentFacts find() {
        String title = title();
        String number = documentNumber();
        LocalDate signedOn = signedOn();
        LocalDate publishedOn = publishedOn();
        List<String> timed = new ArrayList<>(epigraph());
        timed.addAll(layout.bodyLines());
        TermDates term = new TermDates(timed, signedOn, publishedOn);
        List<String> frame = new ArrayList<>(head);
        frame.addAll(epigraph());
        DocumentKind kind = KindGuess.of(title == null ? "" : title, number != null, frame, layout.bodyLines());
        return new DocumentFacts(
                title,
                number,
                issuers(title),
                signedOn,
                publishedOn,
                term.effectiveFrom().orElse(null),
                term.expiresOn().orElse(null),
                kind,
                cited(number),
                repealed(title));
    }

    private @Nullable String title() {
        if (layout.title() != null && !layout.title().words().matches(".{2,30}令")) {
            return layout.title().words();
        }
        Optional<String> enclosed = layout.regions().stream()
                .map(Region::title)
                .filter(Titles::isTitle)
                .findFirst();
        return enclosed.or(() -> hintedTitle(hints)).orElse(null);
    }

    private @Nullable String documentNumber() {
        for (int i = 0; i < head.size(); i++) {
            // An order is printed in two lines: …国务院令 / 第706号
            boolean inTwo = head.get(i).endsWith("令") && i + 1 < head.size();
            Optional<String> number = DocumentNumbers.alone(head.get(i)).or(() -> Optional.empty());
            if (number.isEmpty() && inTwo) {
                number = DocumentNumbers.alone(Words.compact(head.get(i) + head.get(i + 1)));
            }
            if (number.isPresent()) {
                return number.get();
            }
        }
        return Optional.ofNullable(hints.get("documentNumber"))
                .flatMap(DocumentNumbers::alone)
                .orElse(null);
    }

    private Optional<SignatureBlock> signature() {
        return layout.regions().stream()
                .limit(1)
                .map(Region::signature)
                .filter(Objects::nonNull)
                .findFirst();
    }

    private List<String> epigraph() {
        return layout.regions().stream()
                .filter(region -> region.kind() != Layout.RegionKind.ANNEX)
                .flatMap(region -> region.lines(Role.EPIGRAPH).stream())
                .toList();
    }

    private @Nullable LocalDate signedOn() {
        return signature()
                .map(SignatureBlock::signedOn)
                .or(() -> lastEvent(false))
                .orElse(null);
    }

    private @Nullable LocalDate publishedOn() {
        for (String line : head) {
            Matcher published = PUBLISHED.matcher(Words.fold(line));
            if (published.find()) {
                Optional<LocalDate> date = WrittenDates.first(published.group(1));
                if (date.isPresent()) {
                    return date.get();
                }
            }
        }
        return Optional.ofNullable(hints.get("date"))
                .flatMap(WrittenDates::first)
                .or(() -> lastEvent(true))
                .orElse(null);
    }

    /** A statute bears no signature: its day is that of the last meeting or order named above it. */
    private Optional<LocalDate> lastEvent(boolean publishedOnly) {
        Matcher event = EVENT.matcher(Words.fold(String.join(" ", epigraph())));
        Optional<LocalDate> last = Optional.empty();
        while (event.find()) {
            boolean published = event.group(5).matches("公布|发布");
            last = publishedOnly && !published ? Optional.empty() : WrittenDates.date(event);
        }
        return last;
    }

    private List<String> issuers(@Nullable String title) {
        Optional<SignatureBlock> signature = signature();
        if (signature.isPresent() && !signature.get().isPerson()) {
            return signature.get().names();
        }
        for (String line : head) {
            Matcher order = Pattern.compile("^(\\p{IsHan}{2,30})令(?:第.*)?$").matcher(Words.compact(line));
            if (order.matches()) {
                return List.of(order.group(1));
            }
        }
        Matcher byTitle = BY_TITLE.matcher(title == null ? "" : Words.fold(title));
        if (byTitle.find() && SignatureBlock.isOrgans(byTitle.group(1))) {
            return SignatureBlock.split(byTitle.group(1));
        }
        return maker().map(List::of).orElse(List.of());
    }

    /** Who made a statute: the congress that last passed it, not the one that approved it, or whoever gave the order. */
    private Optional<String> maker() {
        String maker = null;
        for (String line : epigraph()) {
            String folded = Words.fold(line).strip();
            Matcher congress = CONGRESS.matcher(folded);
            Matcher order = ORDER.matcher(folded);
            if (congress.find() && !folded.endsWith("批准")) {
                maker = congress.group(1) + Objects.toString(congress.group(2), "") + "人民代表大会"
                        + Objects.toString(congress.group(3), "");
            } else if (order.find()) {
                maker = order.group(1);
            }
        }
        return Optional.ofNullable(maker);
    }

    private List<String> cited(@Nullable String own) {
        Set<String> numbers = new LinkedHashSet<>();
        layout.regions()
                .forEach(region -> region.parts().stream()
                        .filter(part -> part.role() != Role.SIGNATURE && part.role() != Role.EPIGRAPH)
                        .forEach(part ->
                                numbers.addAll(DocumentNumbers.all(part.piece().text()))));
        numbers.remove(own);
        return List.copyOf(numbers);
    }

    private List<String> repealed(@Nullable String title) {
        Set<String> repealed = new LinkedHashSet<>();
        for (String line : layout.bodyLines()) {
            for (String sentence : Words.fold(line).split("(?<=[。；;])")) {
                Matcher repeal = REPEAL.matcher(sentence);
                if (repeal.find()) {
                    repealed.addAll(Repealed.in(sentence.substring(0, repeal.start())));
                }
            }
        }
        // A statute made anew repeals the one of the same title: that is its own earlier version.
        repealed.remove("《" + title + "》");
        return List.copyOf(repealed);
    }
}
