package cn.zhirong.isolation;

import cn.zhirong.access.Role;
import cn.zhirong.access.Secrets;
import cn.zhirong.kernel.CreditCode;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The register of a {@link City}: what officers enter, what the firm declares, and tables that are taken in. */
final class FirmVisit {
    /** The firm whose owner walks, and another one. */
    static final String CODE = code("91441200XXXX00001");

    private static final String OTHER = code("91441200XXXX00002");
    private static final Pattern FIRM = Pattern.compile("/console/enterprises/([0-9]+)");
    private static final Pattern TABLE = Pattern.compile("/import/([0-9]+)");

    private final City city;
    private final String console;

    FirmVisit(City city) {
        this.city = city;
        console = "/" + city.slug() + "/console/enterprises";
    }

    /** Another one of these; of firms there is one. */
    String made(Thing thing) {
        return switch (thing) {
            case FIRM -> firm();
            case FIRM_FACT -> {
                declared(city.word() + Secrets.random().substring(0, 8));
                yield City.found(Pattern.compile("/facts/([0-9]+)/answer"), page(""));
            }
            case FIRM_ITEM -> {
                city.officer(firmPath() + "/items/new", honour());
                yield City.found(Pattern.compile("/items/([0-9]+)\""), page("?part=honour"));
            }
            case DECLARED_ITEM -> {
                Walker.post(
                        "/" + city.slug() + "/enterprise/profile/items/new",
                        city.cookies(Role.ENTERPRISE_OWNER),
                        honour());
                yield City.found(Pattern.compile("/items/([0-9]+)/answer"), page(""));
            }
            case FIRM_TABLE -> table();
            default -> throw new IllegalArgumentException(thing + " is nothing of the register");
        };
    }

    /** The firm says where it is: in another place than before. */
    void declared(String zone) {
        Walker.post(
                "/" + city.slug() + "/enterprise/profile/facts",
                city.cookies(Role.ENTERPRISE_OWNER),
                Map.of("zone", zone, "asOf", "2026-01-05", "evidence", city.word() + "证明"));
    }

    /** A table of a firm that is known, with an honour that it has in another form, and of one that is not. */
    String table() {
        String number = "GR" + Secrets.random().substring(0, 12);
        Map<String, String> known = Map.of(
                "group", "honour", "kind", "honour.gazelle", "number", number, "asOf", "2026-01-05", "evidence", "证书");
        city.officer(firmPath() + "/items/new", known);
        String rows = "统一社会信用代码,企业名称,类别,证书编号,名称\r\n" + CODE + ",,瞪羚企业," + number + "," + city.word() + "\r\n" + OTHER
                + "," + city.word() + "二厂,瞪羚企业," + number + "," + city.word() + "\r\n";
        HttpResponse<String> answer = Walker.upload(
                console + "/import",
                city.cookies(Role.OFFICER),
                city.word() + ".csv",
                rows,
                Map.of("asOf", "2026-01-05", "evidence", city.word() + "名单"));
        return City.found(TABLE, City.location(answer));
    }

    /** What happens to the register beside what the walk sends. */
    void busyDay() {
        city.make(Thing.FIRM_TABLE);
        city.sql(
                "UPDATE enterprise_import SET created_at = '2026-01-05' WHERE tenant_id = ? AND created_by = ?",
                "officer");
        city.make(Thing.FIRM_TABLE);
        city.officer(console + "/import/" + city.get(Thing.FIRM_TABLE) + "/confirmation", Map.of());
        city.make(Thing.FIRM_TABLE);
        declared(city.word() + "甲区");
        declared(city.word() + "乙区");
        city.make(Thing.FIRM_FACT);
        city.officer(
                firmPath() + "/facts/" + city.get(Thing.FIRM_FACT) + "/answer",
                Map.of("decision", "accept", "words", city.word() + "属实"));
        city.make(Thing.FIRM_FACT);
        city.officer(
                firmPath() + "/items/new",
                Map.of(
                        "group", "loan",
                        "kind", "loan.ip",
                        "number", city.word() + "借1",
                        "title", city.word() + "质押物",
                        "parties", city.word() + "银行",
                        "secondParty", city.word() + "担保",
                        "amount", "300",
                        "asOf", "2026-01-05",
                        "evidence", city.word() + "合同"));
        city.officer(
                firmPath() + "/items/new",
                Map.of(
                        "group",
                        "fee",
                        "kind",
                        "fee.valuation",
                        "number",
                        city.word() + "票1",
                        "belongsTo",
                        city.word() + "借1",
                        "asOf",
                        "2026-01-05",
                        "evidence",
                        city.word() + "发票"));
        Walker.get(console, city.cookies(Role.OFFICER));
    }

    private String firm() {
        // The owner's organisation was made past the forms and has no code yet.
        city.sql(
                "UPDATE organisation SET credit_code = ? WHERE kind = 'ENTERPRISE' AND state = 'VERIFIED'"
                        + " AND credit_code IS NULL AND tenant_id = ?",
                CODE);
        city.officer(
                console + "/new",
                Map.of("creditCode", CODE, "name", city.word() + "一厂", "evidence", city.word() + "执照"));
        return City.found(
                FIRM,
                Walker.get(console + "?q=" + CODE, city.cookies(Role.OFFICER)).body());
    }

    private String firmPath() {
        return console + "/" + city.get(Thing.FIRM);
    }

    private String page(String query) {
        return Walker.get(firmPath() + query, city.cookies(Role.OFFICER)).body();
    }

    private static Map<String, String> honour() {
        return Map.of(
                "group",
                "honour",
                "kind",
                "honour.high-tech",
                "number",
                "GR" + Secrets.random().substring(0, 12),
                "asOf",
                "2026-01-05",
                "evidence",
                "证书");
    }

    private static String code(String body) {
        return Stream.of("0123456789ABCDEFGHJKLMNPQRTUWXY".split(""))
                .flatMap(last -> CreditCode.typed(body + last).stream())
                .findFirst()
                .orElseThrow()
                .value();
    }
}
