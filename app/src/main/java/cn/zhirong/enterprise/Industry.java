package cn.zhirong.enterprise;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An industry by its code of GB/T 4754—2017: two digits name a division (大类), three a group (中类), four a class (小类). The letter
 * of the section (门类) follows from the division.
 *
 * @param code two to four digits, the first two of which are a division
 */
public record Industry(String code) {
    private static final Map<Character, String> SECTIONS = new LinkedHashMap<>();
    private static final Map<String, Division> DIVISIONS = new LinkedHashMap<>();

    static {
        section('A', "农、林、牧、渔业", 1, "农业|林业|畜牧业|渔业|农、林、牧、渔专业及辅助性活动");
        section('B', "采矿业", 6, "煤炭开采和洗选业|石油和天然气开采业|黑色金属矿采选业|有色金属矿采选业|非金属矿采选业|开采专业及辅助性活动|其他采矿业");
        section(
                'C',
                "制造业",
                13,
                "农副食品加工业|食品制造业|酒、饮料和精制茶制造业|烟草制品业|纺织业|纺织服装、服饰业|皮革、毛皮、羽毛及其制品和制鞋业|"
                        + "木材加工和木、竹、藤、棕、草制品业|家具制造业|造纸和纸制品业|印刷和记录媒介复制业|文教、工美、体育和娱乐用品制造业|"
                        + "石油、煤炭及其他燃料加工业|化学原料和化学制品制造业|医药制造业|化学纤维制造业|橡胶和塑料制品业|非金属矿物制品业|"
                        + "黑色金属冶炼和压延加工业|有色金属冶炼和压延加工业|金属制品业|通用设备制造业|专用设备制造业|汽车制造业|"
                        + "铁路、船舶、航空航天和其他运输设备制造业|电气机械和器材制造业|计算机、通信和其他电子设备制造业|仪器仪表制造业|其他制造业|"
                        + "废弃资源综合利用业|金属制品、机械和设备修理业");
        section('D', "电力、热力、燃气及水生产和供应业", 44, "电力、热力生产和供应业|燃气生产和供应业|水的生产和供应业");
        section('E', "建筑业", 47, "房屋建筑业|土木工程建筑业|建筑安装业|建筑装饰、装修和其他建筑业");
        section('F', "批发和零售业", 51, "批发业|零售业");
        section('G', "交通运输、仓储和邮政业", 53, "铁路运输业|道路运输业|水上运输业|航空运输业|管道运输业|多式联运和运输代理业|装卸搬运和仓储业|邮政业");
        section('H', "住宿和餐饮业", 61, "住宿业|餐饮业");
        section('I', "信息传输、软件和信息技术服务业", 63, "电信、广播电视和卫星传输服务|互联网和相关服务|软件和信息技术服务业");
        section('J', "金融业", 66, "货币金融服务|资本市场服务|保险业|其他金融业");
        section('K', "房地产业", 70, "房地产业");
        section('L', "租赁和商务服务业", 71, "租赁业|商务服务业");
        section('M', "科学研究和技术服务业", 73, "研究和试验发展|专业技术服务业|科技推广和应用服务业");
        section('N', "水利、环境和公共设施管理业", 76, "水利管理业|生态保护和环境治理业|公共设施管理业|土地管理业");
        section('O', "居民服务、修理和其他服务业", 80, "居民服务业|机动车、电子产品和日用产品修理业|其他服务业");
        section('P', "教育", 83, "教育");
        section('Q', "卫生和社会工作", 84, "卫生|社会工作");
        section('R', "文化、体育和娱乐业", 86, "新闻和出版业|广播、电视、电影和录音制作业|文化艺术业|体育|娱乐业");
        section('S', "公共管理、社会保障和社会组织", 91, "中国共产党机关|国家机构|人民政协、民主党派|社会保障|群众团体、社会团体和其他成员组织|基层群众自治组织");
        section('T', "国际组织", 97, "国际组织");
    }

    private record Division(char section, String name) {}

    public Industry {
        if (!code.matches("[0-9]{2,4}") || !DIVISIONS.containsKey(code.substring(0, 2))) {
            throw new IllegalArgumentException("no code of GB/T 4754: " + code);
        }
    }

    /** What a person typed, such as {@code C3562} or {@code 35}; empty if it is no code. A wrong letter is no code. */
    public static Optional<Industry> typed(String words) {
        String code = words.strip().toUpperCase(Locale.ROOT);
        if (!code.matches("[A-T]?[0-9]{2,4}")) {
            return Optional.empty();
        }
        boolean lettered = !Character.isDigit(code.charAt(0));
        String digits = lettered ? code.substring(1) : code;
        if (!DIVISIONS.containsKey(digits.substring(0, 2))) {
            return Optional.empty();
        }
        Industry industry = new Industry(digits);
        return lettered && industry.section() != code.charAt(0) ? Optional.empty() : Optional.of(industry);
    }

    /** The letters of the sections in their order. */
    public static List<Character> letters() {
        return List.copyOf(SECTIONS.keySet());
    }

    /** The name of a section. */
    public static String sectionName(char letter) {
        String name = SECTIONS.get(letter);
        if (name == null) {
            throw new IllegalArgumentException("no section of GB/T 4754: " + letter);
        }
        return name;
    }

    /** The number of its division, 1 to 97. */
    int division() {
        return Integer.parseInt(code.substring(0, 2));
    }

    /** Its group by three digits, or the two of its division where no more is known. */
    String group() {
        return code.substring(0, Math.min(3, code.length()));
    }

    /** The letter of its section. */
    public char section() {
        return named().section();
    }

    /** The name of its division. */
    public String divisionName() {
        return named().name();
    }

    /** As it is shown: letter, code and name of the division. */
    @Override
    public String toString() {
        return section() + code + " " + divisionName();
    }

    private Division named() {
        Division division = DIVISIONS.get(code.substring(0, 2));
        if (division == null) {
            throw new IllegalStateException("checked when it was made: " + code);
        }
        return division;
    }

    private static void section(char letter, String name, int first, String divisions) {
        SECTIONS.put(letter, name);
        int number = first;
        for (String division : divisions.split("\\|")) {
            DIVISIONS.put(String.format(Locale.ROOT, "%02d", number++), new Division(letter, division));
        }
    }
}
