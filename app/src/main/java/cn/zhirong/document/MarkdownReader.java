package cn.zhirong.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
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
    private static final Pattern FRONT_MATTER =
            Pattern.compile("\\s*---[ \\t]*\n(.*?)\n---[ \\t]*(?:\n|$)", Pattern.DOTALL);
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
        var front = FRONT_MATTER.matcher(text);
        return front.lookingAt()
                ? html(text.substring(front.end()), frontMatter(front.group(1)), notices)
                : html(text, Map.of(), notices);
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
