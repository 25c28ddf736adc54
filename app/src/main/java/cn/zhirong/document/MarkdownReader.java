package cn.zhirong.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/**
 * Markdown, read as the HTML it stands for. Lists are left as they were typed, because Markdown would number them anew and the
 * number of a provision is part of the law; a single line end ends a paragraph, as Chinese writers mean it.
 */
final class MarkdownReader implements FormatReader {
    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(TablesExtension.create()))
            .enabledBlockTypes(Set.of(
                    Heading.class, HtmlBlock.class, ThematicBreak.class, FencedCodeBlock.class, BlockQuote.class))
            .build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .extensions(List.of(TablesExtension.create()))
            .softbreak("<br>")
            .build();

    @Override
    public DocumentText read(Path file, ReaderLimits limits) throws UnreadableDocument, IOException {
        var notices = new Notices();
        var decoded = Charsets.decode(Files.readAllBytes(file));
        PlainTextReader.doubt(decoded, notices);
        String text = decoded.text().replace("\r\n", "\n");
        int end = text.startsWith("---\n") ? text.indexOf("\n---", 3) : -1;
        if (end < 0) {
            return html(text, Map.of(), notices);
        }
        int body = text.indexOf('\n', end + 1);
        return html(body < 0 ? "" : text.substring(body), frontMatter(text.substring(4, end + 1)), notices);
    }

    private static DocumentText html(String markdown, Map<String, String> hints, Notices notices)
            throws UnreadableDocument {
        String plain = markdown.replaceAll("(?m)^[ \\t\\u3000]+(?=\\S)", "").replaceAll("(?m)^[-*+] +", "");
        return HtmlReader.read(RENDERER.render(PARSER.parse(plain)), SourceFormat.MARKDOWN, hints, notices);
    }

    /** Every value stays the text it was: a date must not become a number, nor 2.10 become 2.1. */
    private static Map<String, String> frontMatter(String yaml) {
        var hints = new HashMap<String, String>();
        var settings = LoadSettings.builder()
                .setSchema(new FailsafeSchema())
                .setMaxAliasesForCollections(10)
                .setCodePointLimit(100_000)
                .build();
        try {
            if (new Load(settings).loadFromString(yaml) instanceof Map<?, ?> map) {
                for (var name : List.of("title", "date", "author", "source", "number", "issuer", "index")) {
                    if (map.get(name) instanceof String value
                            && !Words.clean(value).isEmpty()) {
                        hints.put(name, Words.clean(value));
                    }
                }
            }
        } catch (YamlEngineException e) {
            // Hints only: the text below it is read all the same.
        }
        // A saved news page names the paper as its author.
        if (hints.containsKey("author")) {
            hints.putIfAbsent("source", hints.get("author"));
        }
        return hints;
    }
}
