package cn.zhirong.drafting;

import cn.zhirong.web.Refusal;
import java.util.List;
import java.util.Map;

/**
 * What officers judge.
 *
 * @param typed by whoever sent a form that was not taken
 */
public record JudgedView(
        String here, String list, List<Line> facts, Map<String, String> typed, List<Refusal.Field> problems) {
    /**
     * One of them.
     *
     * @param sentence how a condition that asks it reads
     * @param used the rules that ask it, in words; empty where none does
     */
    public record Line(String name, String label, boolean retired, String sentence, String used) {}
}
