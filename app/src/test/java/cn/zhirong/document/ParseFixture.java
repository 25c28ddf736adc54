package cn.zhirong.document;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Small papers of the made-up city of 云溪, parsed. */
final class ParseFixture {
    static final DocumentParser PARSER = new ProvisionParser();

    private ParseFixture() {}

    static DocumentText text(String lines) {
        return text(lines, Map.of());
    }

    static DocumentText text(String lines, Map<String, String> hints) {
        List<Block> blocks = Arrays.stream(lines.split("\n"))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .<Block>map(line -> new Block.Line(line, 0, Block.Look.PLAIN))
                .toList();
        return new DocumentText(SourceFormat.TEXT, blocks, hints, 0, List.of());
    }

    static ParsedDocument parse(String lines) {
        return PARSER.parse(text(lines), List.of());
    }

    static List<String> paths(ParsedDocument document) {
        return document.provisions().stream().map(Provision::path).toList();
    }

    static Provision at(ParsedDocument document, String path) {
        return document.provisions().stream()
                .filter(provision -> provision.path().equals(path))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + path + " in " + paths(document)));
    }

    static List<String> codes(ParsedDocument document) {
        return document.notices().stream().map(ImportNotice::code).toList();
    }
}
