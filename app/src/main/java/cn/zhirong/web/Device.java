package cn.zhirong.web;

/** What a browser says of itself, in two words that its owner knows. */
final class Device {
    private static final String[][] BROWSERS = {
        {"MicroMessenger", "微信"},
        {"Edg", "Edge"},
        {"Firefox", "Firefox"},
        {"QQBrowser", "QQ 浏览器"},
        {"Chrome", "Chrome"},
        {"Safari", "Safari"}
    };
    private static final String[][] SYSTEMS = {
        {"HarmonyOS", "鸿蒙"},
        {"Android", "安卓"},
        {"iPhone", "iPhone"},
        {"iPad", "iPad"},
        {"Windows", "Windows"},
        {"Mac OS", "Mac"},
        {"Linux", "Linux"}
    };

    private Device() {}

    static String of(String agent) {
        String browser = first(BROWSERS, agent);
        String system = first(SYSTEMS, agent);
        if (browser.isEmpty() && system.isEmpty()) {
            return agent.isEmpty() ? "未知设备" : "程序";
        }
        return (browser.isEmpty() ? "浏览器" : browser) + (system.isEmpty() ? "" : "，" + system);
    }

    private static String first(String[][] known, String agent) {
        for (String[] one : known) {
            if (agent.contains(one[0])) {
                return one[1];
            }
        }
        return "";
    }
}
