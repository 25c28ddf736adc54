package cn.zhirong.document;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** A saved page: what its meta elements say, its main part as blocks, its furniture left out. Nothing is ever fetched. */
final class HtmlReader implements FormatReader {
    private static final Pattern CHARSET = Pattern.compile(
            "<(?:meta|\\?xml)[^>]{0,200}?(?:charset|encoding)\\s*=\\s*[\"']?([\\w-]{2,20})", Pattern.CASE_INSENSITIVE);

    /** Names of meta elements on Chinese government sites, and the hint each becomes. */
    private static final Map<String, String> META = Map.ofEntries(
            Map.entry("articletitle", "title"),
            Map.entry("pubdate", "date"),
            Map.entry("publishdate", "date"),
            Map.entry("contentsource", "source"),
            Map.entry("source", "source"),
            Map.entry("author", "author"));

    @Override
    public DocumentText read(Path file, ReaderLimits limits) throws UnreadableDocument, IOException {
        byte[] bytes = Files.readAllBytes(file);
        var notices = new Notices();
        var decoded = Charsets.decode(bytes, declared(bytes));
        PlainTextReader.doubt(decoded, notices);
        return read(decoded.text(), SourceFormat.HTML, Map.of(), notices);
    }

    /** Reads mark-up that is already text; hints given win over those found. */
    static DocumentText read(String html, SourceFormat format, Map<String, String> given, Notices notices)
            throws UnreadableDocument {
        Document document = Jsoup.parse(html);
        var facts = new PageFacts();
        meta(document, facts);
        var main = HtmlMain.of(document, notices);
        var found = HtmlBlocks.of(main, facts);
        if (found.isEmpty() && notices.list().isEmpty()) {
            throw new UnreadableDocument("empty-file", "网页里没有文字。请检查后重新上传。");
        }
        var page = Chrome.strip(found);
        var hints = new HashMap<>(page.hints());
        hints.putAll(facts.hints());
        hints.putAll(given);
        return new DocumentText(format, page.blocks(), hints, 0, notices.list());
    }

    private static void meta(Document document, PageFacts facts) {
        for (Element meta : document.select("meta[name][content]")) {
            var name = META.get(meta.attr("name").toLowerCase(Locale.ROOT));
            if (name != null) {
                facts.hint(name, meta.attr("content"));
            }
        }
    }

    private static @Nullable String declared(byte[] bytes) {
        var head = new String(bytes, 0, Math.min(bytes.length, 4096), StandardCharsets.ISO_8859_1);
        var matcher = CHARSET.matcher(head);
        return matcher.find() ? matcher.group(1) : null;
    }
}
