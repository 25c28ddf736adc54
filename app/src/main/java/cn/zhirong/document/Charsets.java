package cn.zhirong.document;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Finds the encoding of Chinese text by trying those in use and asking which result reads like Chinese. Where the answer is
 * not clear it says so instead of choosing silently.
 */
final class Charsets {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Charset BIG5 = Charset.forName("Big5");

    /** The commonest characters of official Chinese, simplified and traditional, with its punctuation. */
    private static final String COMMON = "的一是在不了有和人这中大为上个国我以要时来用们生到作地于出就分对成会可主发年动同工也能下过产种面而方后多定行学法所民得经十三之进等部度家力如"
            + "化高自二理起实加量两体制机当使点从业本应开合因由其前外政四日社事平形全表间与关各重新内数正明原利或质第向条结解意建月公无系者最立代通并提"
            + "展五员入文总次品式设及管特件长求基资级统知将组计期根论运指区强任取据处给保治规领金增受联认权收证改采转单安具万目至达示报名确科信节整元况"
            + "集需律持委技备办省约支市除构府称准号率维划选标效院查按格置层始专适属调县局照参该款项章附则施企融产知识专利奖补贴申请审核"
            + "個們來時為國會這對發經過動產種學進與關點從業還應開體機當實現義條問題無員變總萬東長門區證資報務單財獎補貼項審請調機構規處"
            + "，。、；：（）《》“”";

    private Charsets() {}

    /**
     * Text and how sure we are.
     *
     * @param doubt what to tell a person, or null where there is none
     */
    record Decoded(String text, @Nullable String doubt) {}

    static Decoded decode(byte[] bytes) {
        if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
            return lenient(bytes, 3, StandardCharsets.UTF_8);
        }
        if (starts(bytes, 0xFF, 0xFE)) {
            return lenient(bytes, 2, StandardCharsets.UTF_16LE);
        }
        if (starts(bytes, 0xFE, 0xFF)) {
            return lenient(bytes, 2, StandardCharsets.UTF_16BE);
        }
        var wide = wideByZeros(bytes);
        if (wide != null) {
            return lenient(bytes, 0, wide);
        }
        var utf8 = strict(withoutCutTail(bytes), StandardCharsets.UTF_8);
        if (utf8 != null) {
            return new Decoded(utf8, null);
        }
        var mixed = mixed(bytes);
        return mixed != null ? mixed : likeliest(bytes);
    }

    /** A page says its encoding itself; it is believed where it holds. */
    static Decoded decode(byte[] bytes, @Nullable String declared) {
        if (declared != null && Charset.isSupported(declared) && !starts(bytes, 0xEF, 0xBB, 0xBF)) {
            // GB2312 and GBK are what people write when they mean the standard that contains both.
            var charset = declared.toLowerCase(Locale.ROOT).startsWith("gb") ? GB18030 : Charset.forName(declared);
            var text = strict(bytes, charset);
            if (text != null) {
                return new Decoded(text, null);
            }
        }
        return decode(bytes);
    }

    private static Decoded likeliest(byte[] bytes) {
        String best = null;
        double bestScore = -1;
        double nextScore = -1;
        for (var charset : List.of(GB18030, BIG5, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            var text = strict(withoutOddByte(bytes, charset), charset);
            double score = text == null ? -1 : likeness(text);
            if (score > bestScore) {
                nextScore = bestScore;
                bestScore = score;
                best = text;
            } else {
                nextScore = Math.max(nextScore, score);
            }
        }
        if (best == null) {
            return new Decoded(new String(bytes, GB18030), "无法确定文件的文字编码，部分文字可能已损坏。请核对正文，或另存为 UTF-8 编码后重新上传。");
        }
        boolean sure = bestScore >= 0.15 && bestScore - nextScore >= 0.05;
        return new Decoded(best, sure ? null : "文件的文字编码不能完全确定，请核对正文是否有乱码；如有，请另存为 UTF-8 编码后重新上传。");
    }

    /** Share of characters beyond ASCII that are common ones. */
    private static double likeness(String text) {
        int all = 0;
        int common = 0;
        for (int i = 0; i < Math.min(text.length(), 20_000); i++) {
            char c = text.charAt(i);
            if (c >= 128) {
                all++;
                common += COMMON.indexOf(c) >= 0 ? 1 : 0;
            } else if (c == 0) {
                all += 4;
            }
        }
        return all == 0 ? 0 : (double) common / all;
    }

    /** Lines pasted together from files of two encodings: each line is read by itself. */
    private static @Nullable Decoded mixed(byte[] bytes) {
        int utf8 = 0;
        int other = 0;
        var text = new StringBuilder();
        for (int from = 0; from < bytes.length; ) {
            int to = from;
            while (to < bytes.length && bytes[to] != '\n') {
                to++;
            }
            byte[] line = Arrays.copyOfRange(bytes, from, Math.min(to + 1, bytes.length));
            var read = strict(line, StandardCharsets.UTF_8);
            if (read == null) {
                other++;
                read = new String(line, GB18030);
            } else if (read.length() < line.length) {
                utf8++;
            }
            text.append(read);
            from = to + 1;
        }
        return utf8 > 0 && other > 0 && utf8 * 5 >= other
                ? new Decoded(text.toString(), "文件里混有两种文字编码（UTF-8 与 GB18030），已逐行辨认。请核对正文是否有乱码。")
                : null;
    }

    private static Decoded lenient(byte[] bytes, int from, Charset charset) {
        var text = new String(bytes, from, bytes.length - from, charset);
        int lost = text.stripTrailing().indexOf('\uFFFD');
        boolean cutTail = lost >= text.stripTrailing().length() - 1;
        return new Decoded(text, lost < 0 || cutTail ? null : "文件里有不能辨认的文字（显示为 \uFFFD），请核对正文。");
    }

    private static @Nullable String strict(byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    /** Digits and line ends of UTF-16 have a zero byte, always on the same side. */
    private static @Nullable Charset wideByZeros(byte[] bytes) {
        int even = 0;
        int odd = 0;
        int length = Math.min(bytes.length, 20_000);
        for (int i = 0; i < length; i++) {
            if (bytes[i] == 0) {
                even += 1 - i % 2;
                odd += i % 2;
            }
        }
        // A stray zero byte makes no UTF-16, and text that is good UTF-8 needs many to be doubted.
        int needed = strict(withoutCutTail(bytes), StandardCharsets.UTF_8) == null ? length / 100 : length / 5;
        if (even + odd <= needed || Math.min(even, odd) * 10 > Math.max(even, odd)) {
            return null;
        }
        var wide = odd > even ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
        var text = strict(withoutOddByte(bytes, wide), wide);
        return text == null || text.indexOf('\0') >= 0 ? null : wide;
    }

    private static byte[] withoutOddByte(byte[] bytes, Charset charset) {
        return charset.name().startsWith("UTF-16") && bytes.length % 2 == 1
                ? Arrays.copyOf(bytes, bytes.length - 1)
                : bytes;
    }

    /** A download that broke off inside the last character is still UTF-8. */
    private static byte[] withoutCutTail(byte[] bytes) {
        for (int back = 1; back <= Math.min(3, bytes.length); back++) {
            int lead = bytes[bytes.length - back] & 0xFF;
            if (lead >= 0xC0) {
                int needed = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
                return needed > back ? Arrays.copyOf(bytes, bytes.length - back) : bytes;
            }
        }
        return bytes;
    }

    private static boolean starts(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
