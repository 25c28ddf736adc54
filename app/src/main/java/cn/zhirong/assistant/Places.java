package cn.zhirong.assistant;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Notices that a question is about a place the bureau does not answer for. */
final class Places {
    private static final List<String> NAMES =
            Words.lines("places.txt").stream().flatMap(List::stream).toList();

    /** 某某市, 某某区: what is not in the list of names, by its ending. */
    private static final Pattern BY_ENDING =
            Pattern.compile("(?:^|[,。、?在去到和与跟问])([\\p{IsHan}]{2})(?:新区|自治州|自治县|市|县|区)(?![场值民级域间内外])");

    private static final Pattern NO_PLACE = Pattern.compile(
            ".*[上城超股都门夜入退楼房]市$|.*(园|地|片|社|辖|校|景|库|厂|街|灾|开发|高新|各|本|我|全|该|保税|试验|示范|集聚)区$|.*(各|本|我|全|该)[市县]$");

    private Places() {}

    private static final Pattern WITHIN = Pattern.compile("[\\p{IsHan}]{2,}?(?:省|自治区|特别行政区|市(?!场))(?=[\\p{IsHan}]{2})");
    private static final Pattern ENDING = Pattern.compile("(?:新区|自治州|自治县|市|县|区)$");

    /** The names people use for these places: 广东省肇庆市 as 肇庆, 天津市滨海新区 as 滨海, besides the full ones. */
    static List<String> names(List<String> places) {
        return places.stream()
                .flatMap(place -> {
                    String last = WITHIN.matcher(place).replaceAll("");
                    String bare = ENDING.matcher(last).replaceAll("");
                    return Stream.of(place, last, bare.length() < 2 ? last : bare);
                })
                .distinct()
                .toList();
    }

    /** A place named in a cleaned question that is neither one of {@code own} nor named in any evidence. */
    static Optional<String> foreign(String question, List<String> own, Collection<String> evidence) {
        for (String name : NAMES) {
            if (question.contains(name) && isUnknown(name, own, evidence)) {
                return Optional.of(name);
            }
        }
        Matcher found = BY_ENDING.matcher(question);
        while (found.find()) {
            String name = found.group(1);
            if (!NO_PLACE.matcher(found.group().replaceFirst("^[,。、?]", "")).matches()
                    && !QuestionType.WHO.asked().matcher(name).find()
                    && isUnknown(name, own, evidence)) {
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }

    private static boolean isUnknown(String name, List<String> own, Collection<String> evidence) {
        return own.stream().noneMatch(place -> place.contains(name) || !place.isEmpty() && name.contains(place))
                && evidence.stream().noneMatch(words -> words.contains(name));
    }
}
