package cn.zhirong.document;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what must not be published before a person has looked: marks of secrecy, lists of persons. */
final class SafetyCheck {
    private static final Pattern SECRET = Pattern.compile(
            "^(?:绝密|机密|秘密)(?:[★☆*].*|(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})?年?)?$|(?:绝密|机密|秘密)[★☆]|密级[:：]?(?:绝密|机密|秘密)");
    private static final Pattern INTERNAL =
            Pattern.compile("内部(?:资料|文件|材料|使用)[，,、；;]?(?:注意保存|注意保密|请勿外传|不得外传|严禁外传)|^[(]?内部(?:资料|文件)[)]?$"
                    + "|[(](?:此件|本文)不(?:予)?公开[)]");
    private static final Pattern LONG_NUMBER = Pattern.compile("(?<![0-9A-Za-z])[0-9]{15,19}[Xx]?(?![0-9A-Za-z])");
    private static final int[] ID_WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String ID_CHECKS = "10X98765432";
    /** One number may be an example; two are a list. */
    private static final int LIST = 2;

    private SafetyCheck() {}

    /** Notices that hold the document; they never repeat the number or name they found. */
    static List<ImportNotice> of(List<Block> blocks) {
        List<ImportNotice> notices = new ArrayList<>();
        Set<String> idCards = new HashSet<>();
        Set<String> bankCards = new HashSet<>();
        boolean classified = false;
        for (Block block : blocks) {
            for (String text : texts(block)) {
                String compact = Words.compact(text);
                classified |= SECRET.matcher(compact).find()
                        || INTERNAL.matcher(compact).find();
                collect(text, idCards, bankCards);
            }
        }
        if (classified) {
            notices.add(hold("classified", "文中带有密级或内部资料标记，未经核实不得公开，已暂停发布，请专人审核。"));
        }
        if (idCards.size() >= LIST) {
            notices.add(hold("personal-data", "文中含有" + idCards.size() + "个居民身份证号码，疑为个人名单，已暂停发布，请遮盖或删除后再公开。"));
        }
        if (bankCards.size() >= LIST) {
            notices.add(hold("personal-data", "文中含有" + bankCards.size() + "个银行卡号，疑为个人名单，已暂停发布，请遮盖或删除后再公开。"));
        }
        return List.copyOf(notices);
    }

    private static List<String> texts(Block block) {
        return switch (block) {
            case Block.Line line -> List.of(line.text());
            case Block.Table table -> {
                List<String> cells = new ArrayList<>(table.header());
                cells.add(table.caption());
                table.rows().forEach(cells::addAll);
                yield cells;
            }
        };
    }

    private static void collect(String text, Set<String> idCards, Set<String> bankCards) {
        if (text.chars().filter(Character::isDigit).limit(15).count() < 15) {
            return;
        }
        // Digits are often grouped: 6222 0212 …, but separate figures of a table must not run together
        String grouped = Words.fold(text).replaceAll("(?<=[0-9]{4})[ -](?=[0-9]{3,4})", "");
        Matcher matcher = LONG_NUMBER.matcher(grouped);
        while (matcher.find()) {
            String number = matcher.group().toUpperCase(java.util.Locale.ROOT);
            if (isIdCard(number)) {
                idCards.add(number);
            } else if (isBankCard(number)) {
                bankCards.add(number);
            }
        }
    }

    // GB 11643: region, date of birth, sequence, check digit by ISO 7064 MOD 11-2
    static boolean isIdCard(String number) {
        if (!number.matches("[1-9][0-9]{16}[0-9X]") || !isDate(number.substring(6, 14))) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < ID_WEIGHTS.length; i++) {
            sum += ID_WEIGHTS[i] * (number.charAt(i) - '0');
        }
        return ID_CHECKS.charAt(sum % 11) == number.charAt(17);
    }

    private static boolean isDate(String digits) {
        try {
            int year = Integer.parseInt(digits.substring(0, 4));
            LocalDate.of(year, Integer.parseInt(digits.substring(4, 6)), Integer.parseInt(digits.substring(6)));
            return year >= 1900 && year < 2100;
        } catch (DateTimeException e) {
            return false;
        }
    }

    // UnionPay cards begin with 62 and end with a Luhn digit
    static boolean isBankCard(String number) {
        if (!number.matches("62[0-9]{14,17}")) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < number.length(); i++) {
            int digit = number.charAt(number.length() - 1 - i) - '0';
            int weighed = i % 2 == 0 ? digit : digit * 2;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return sum % 10 == 0;
    }

    private static ImportNotice hold(String code, String message) {
        return new ImportNotice(ImportNotice.Severity.HOLD, code, message);
    }
}
