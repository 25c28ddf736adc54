package cn.zhirong.rule;

import java.util.List;
import java.util.Map;

/**
 * One benefit for one record, or for the firm.
 *
 * @param key the record it is for; empty for the firm
 * @param payee the institution's code; empty for the firm or when it is not known
 * @param verdict of the conditions that stand before it; {@link Verdict#NOT_MET} only where so much is to be returned
 * @param steps what became of the amount, in order
 * @param known whether all it rests on is known
 * @param fen what is granted; negative when so much is to be returned; 0 when not known
 * @param stages what of it is for which stage of a ladder, the latest first; all of it under the empty name without stages
 */
public record Line(
        Benefit benefit,
        String key,
        String payee,
        Verdict verdict,
        Reckoning reckoning,
        List<Step> steps,
        boolean known,
        long fen,
        Map<String, Long> stages) {}
