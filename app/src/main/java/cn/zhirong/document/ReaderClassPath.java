package cn.zhirong.document;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * The few jars a reader process needs, found where this process has them. With the whole class path the child would open some
 * two hundred jars before it meets its own; where a place is not known, the whole class path serves.
 */
final class ReaderClassPath {
    private static final List<String> NEEDED = List.of(
            "cn.zhirong.document.ReaderMain",
            "org.apache.pdfbox.pdmodel.PDDocument",
            "org.apache.pdfbox.io.RandomAccessRead",
            "org.apache.fontbox.ttf.TrueTypeFont",
            "org.apache.commons.logging.LogFactory",
            "org.apache.commons.compress.archivers.zip.ZipFile",
            "org.apache.commons.io.IOUtils",
            "org.apache.commons.lang3.StringUtils",
            "org.jsoup.Jsoup",
            "org.commonmark.parser.Parser",
            "org.commonmark.ext.gfm.tables.TablesExtension",
            "org.snakeyaml.engine.v2.api.Load",
            "com.ibm.icu.text.CharsetDetector",
            "org.jspecify.annotations.NullMarked");

    /** Worked out once: the places do not change while we run. */
    static final String PATH = find();

    private ReaderClassPath() {}

    private static String find() {
        var places = new LinkedHashSet<String>();
        var loader = ReaderClassPath.class.getClassLoader();
        for (var name : NEEDED) {
            try {
                CodeSource source =
                        Class.forName(name, false, loader).getProtectionDomain().getCodeSource();
                places.add(Path.of(source.getLocation().toURI()).toString());
            } catch (ClassNotFoundException | URISyntaxException | RuntimeException e) {
                return System.getProperty("java.class.path");
            }
        }
        return String.join(File.pathSeparator, places);
    }
}
