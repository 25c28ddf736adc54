package cn.zhirong.policy;

import java.util.List;
import java.util.regex.Pattern;

/** Guesses from the issuers who laid a document down; a person confirms it. */
final class LevelGuess {
    private static final Pattern NATIONAL =
            Pattern.compile("^(全国|国务院|国家|中央|中共中央|中国人民银行|最高人民|财政部|工业和信息化部|科学?技?术?部|商务部|司法部|教育部|海关总署"
                    + "|(?:中国)?(?:银行|证券|保险).{0,4}(?:监督)?管理委员会)");
    private static final Pattern DISTRICT = Pattern.compile("(?<!自治)(区|县|旗|街道|镇)(?!.*(?:国家级|自治区))");
    private static final Pattern PROVINCIAL = Pattern.compile("省|自治区|^(北京|上海|天津|重庆)市?");

    private LevelGuess() {}

    /** By the first issuer; a bureau's own level is the city's where nothing is known. */
    static Level of(List<String> issuers) {
        String first = issuers.isEmpty() ? "" : issuers.getFirst();
        if (NATIONAL.matcher(first).find()) {
            return Level.NATIONAL;
        }
        // 天津市滨海新区…局 is a district of a municipality; 广东省肇庆市…局 a city of a province.
        if (DISTRICT.matcher(first.replace("自治区", "")).find()) {
            return Level.DISTRICT;
        }
        boolean city = first.matches(".*(省|自治区).+市.*");
        return PROVINCIAL.matcher(first).find() && !city ? Level.PROVINCIAL : Level.CITY;
    }
}
