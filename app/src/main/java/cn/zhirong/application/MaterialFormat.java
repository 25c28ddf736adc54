package cn.zhirong.application;

import cn.zhirong.document.SafeFileName;
import cn.zhirong.web.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What may be handed in, told by its bytes; a name that says otherwise is refused. */
enum MaterialFormat {
    PDF("application/pdf", "255044462D", Set.of("pdf")),
    JPEG("image/jpeg", "FFD8FF", Set.of("jpg", "jpeg")),
    PNG("image/png", "89504E470D0A1A0A", Set.of("png")),
    /** Word and Excel: ZIP archives with their own folder inside. */
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "504B0304", Set.of("docx")),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "504B0304", Set.of("xlsx")),
    OFD("application/ofd", "504B0304", Set.of("ofd"));

    /** The largest material: 10 MB. */
    static final int MOST_BYTES = 10 << 20;

    static final String WORDS = "PDF、JPG、PNG、DOCX、XLSX、OFD";

    private final String mediaType;
    private final byte[] head;
    private final Set<String> endings;

    MaterialFormat(String mediaType, String head, Set<String> endings) {
        this.mediaType = mediaType;
        this.head = HexFormat.of().parseHex(head);
        this.endings = endings;
    }

    String mediaType() {
        return mediaType;
    }

    /**
     * What the bytes are.
     *
     * @throws Refusal naming the file where it is none of these, or not what its name says
     */
    static MaterialFormat of(String name, byte[] content) {
        String shown = SafeFileName.of(name);
        int dot = shown.lastIndexOf('.');
        String ending = dot < 0 ? "" : shown.substring(dot + 1).toLowerCase(Locale.ROOT);
        Optional<MaterialFormat> told = Arrays.stream(values())
                .filter(format -> format.endings.contains(ending))
                .findFirst();
        if (told.isEmpty()) {
            throw Refusal.badField("file", "“" + shown + "”不能上传：可以上传 " + WORDS + " 文件。");
        }
        if (!told.get().isIn(content)) {
            throw Refusal.badField("file", "“" + shown + "”的内容不是 " + told.get().name() + "，请用正确的格式重新导出后上传。");
        }
        return told.get();
    }

    private boolean isIn(byte[] content) {
        boolean begins = content.length > head.length && Arrays.equals(head, 0, head.length, content, 0, head.length);
        return begins
                && switch (this) {
                    case DOCX -> names(content, "word/");
                    case XLSX -> names(content, "xl/");
                    case OFD -> names(content, "OFD.xml");
                    case PDF, JPEG, PNG -> true;
                };
    }

    /** The names of what is in an archive stand in it as they are. */
    private static boolean names(byte[] content, String name) {
        return new String(content, StandardCharsets.ISO_8859_1).contains(name);
    }
}
