package cn.zhirong.document;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * OFD (GB/T 33190), the layout format of Chinese official documents: an archive of XML pages whose text objects are put in
 * reading order by where they stand. Seals, signatures, annotations and pictures are not opened.
 */
final class OfdReader implements FormatReader {
    @Override
    public DocumentText read(Path file, ReaderLimits limits) throws UnreadableDocument, IOException {
        try (var zip = new GuardedZip(file)) {
            if (zip.has("Encryptions.xml") || zip.has("encryptions.xml")) {
                throw new UnreadableDocument("encrypted", "文件已加密，无法读取。请解密后重新上传。");
            }
            var notices = new Notices();
            var lines = new ArrayList<PageLine>();
            int pages = 0;
            for (String root : roots(zip)) {
                var outline = outline(zip, root);
                pages += outline.pages.size();
                if (pages > limits.pages()) {
                    throw PdfReader.tooManyPages(pages, limits);
                }
                int number = pages - outline.pages.size();
                for (String page : outline.pages) {
                    lines.addAll(page(zip, page, outline, ++number, notices));
                }
            }
            if (pages == 0) {
                throw FormatReader.broken();
            }
            if (lines.isEmpty() && notices.list().isEmpty()) {
                notices.scan(pages);
            }
            return new DocumentText(
                    SourceFormat.OFD, Paragraphs.of(RunningHeads.drop(lines, pages)), Map.of(), pages, notices.list());
        }
    }

    /** Pages in order and templates by id, as paths in the archive, and the size of a page that states none. */
    private record Outline(List<String> pages, Map<String, String> templates, double[] box) {}

    private static List<String> roots(GuardedZip zip) throws IOException, UnreadableDocument {
        var roots = new ArrayList<String>();
        var xml = SafeXml.of(zip.open("OFD.xml"));
        while (xml.within(0)) {
            if (xml.isText() && xml.name().equals("DocRoot") && !xml.text().isBlank()) {
                roots.add(resolve("OFD.xml", xml.text()));
            }
        }
        return roots;
    }

    private static Outline outline(GuardedZip zip, String root) throws IOException, UnreadableDocument {
        var pages = new ArrayList<String>();
        var templates = new LinkedHashMap<String, String>();
        double[] box = {0, 0, 210, 297};
        var xml = SafeXml.of(zip.open(root));
        while (xml.within(0)) {
            if (xml.started() && xml.name().equals("Page")) {
                pages.add(resolve(root, xml.attribute("BaseLoc", "")));
            } else if (xml.started() && xml.name().equals("TemplatePage")) {
                templates.put(xml.attribute("ID", ""), resolve(root, xml.attribute("BaseLoc", "")));
            } else if (xml.isText() && xml.name().equals("PhysicalBox")) {
                box = OfdPage.numbers(xml.text(), 4, box);
            }
        }
        return new Outline(pages, templates, box);
    }

    private static List<PageLine> page(GuardedZip zip, String path, Outline outline, int number, Notices notices)
            throws IOException, UnreadableDocument {
        var page = new OfdPage(number, outline.box, notices);
        page.read(zip.open(path));
        for (String template : page.templates()) {
            var part = outline.templates.get(template);
            if (part != null) {
                page.read(zip.open(part));
            }
        }
        return page.lines();
    }

    /** A location is relative to the part that names it, or begins at the root. */
    static String resolve(String part, String location) {
        String clean = location.strip();
        if (clean.startsWith("/")) {
            return clean.substring(1);
        }
        int slash = part.lastIndexOf('/');
        String path = slash < 0 ? clean : part.substring(0, slash + 1) + clean;
        return Path.of(path.replace("\0", "")).normalize().toString();
    }
}
