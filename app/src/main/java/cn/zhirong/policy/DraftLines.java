package cn.zhirong.policy;

import cn.zhirong.database.Json;
import cn.zhirong.document.BlockKey;
import cn.zhirong.document.CorrectableLines;
import cn.zhirong.document.Correction;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.Refusal;
import jakarta.inject.Singleton;

/** Turns what a person wrote in a correction form into a {@link Correction} of a line. */
@Singleton
class DraftLines {
    private final TextRepository texts;
    private final Json json;

    DraftLines(TextRepository texts, Json json) {
        this.texts = texts;
        this.json = json;
    }

    /**
     * A cut before the words with which the new provision is to begin.
     *
     * @param words as the person copied them from the line; they must stand in it exactly once and not at its beginning
     */
    Correction.Split split(Tenant tenant, Draft draft, BlockKey at, String words) {
        String line = texts.find(tenant.id(), draft.version().id())
                .map(row -> json.read(row.content(), StoredText.class).text())
                .flatMap(text -> CorrectableLines.of(text, draft.corrections()).words(at))
                .orElseThrow(() -> Refusal.badField("tree", "这一段是表格或者已被改动，不能拆分。请刷新后再看。"));
        String start = words.strip();
        if (start.isEmpty()) {
            throw Refusal.badField("tree", "请填写新的一段从哪几个字开始。");
        }
        int offset = line.indexOf(start);
        if (offset < 0) {
            throw Refusal.badField("tree", "这一段里没有“" + shortened(start) + "”，请照原文填写新的一段开头的几个字。");
        }
        if (line.indexOf(start, offset + 1) >= 0) {
            throw Refusal.badField("tree", "“" + shortened(start) + "”在这一段里出现不止一次，请多填几个字。");
        }
        if (line.substring(0, offset).isBlank()) {
            throw Refusal.badField("tree", "“" + shortened(start) + "”就是这一段的开头，拆分的位置要在后面。");
        }
        return new Correction.Split(at, offset);
    }

    private static String shortened(String words) {
        return words.length() <= 20 ? words : words.substring(0, 20) + "…";
    }
}
