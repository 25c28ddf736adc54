package cn.zhirong.bundle;

import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * How much YAML may be, for texts that people send in: looked at event by event before anything is built from it, so that
 * neither depth nor aliases that repeat or contain themselves cost anything.
 *
 * @param characters of the whole text
 * @param depth of mappings and lists in each other
 */
public record YamlBounds(int characters, int depth) {
    /** Whether the text keeps within them; an error is noted when not. Text that is no YAML passes, and fails when read. */
    public boolean hold(String file, String text, Problems problems) {
        if (text.length() > characters) {
            problems.error(file, 0, "内容超过" + characters + "个字");
            return false;
        }
        try {
            return shallow(file, text, problems);
        } catch (YamlEngineException noYaml) {
            return true;
        }
    }

    private boolean shallow(String file, String text, Problems problems) {
        int open = 0;
        for (Event event : new Parse(LoadSettings.builder().setLabel(file).build()).parseString(text)) {
            switch (event.getEventId()) {
                case MappingStart, SequenceStart -> open++;
                case MappingEnd, SequenceEnd -> open--;
                case Alias -> {
                    problems.error(file, line(event), "不能使用别名（*）");
                    return false;
                }
                default -> {}
            }
            if (open > depth) {
                problems.error(file, line(event), "嵌套超过" + depth + "层");
                return false;
            }
        }
        return true;
    }

    private static int line(Event event) {
        return event.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
    }
}
