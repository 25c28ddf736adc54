package cn.zhirong.document;

import cn.zhirong.document.Block.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Takes the furniture of a web page off the text of a document: menus and accessibility toolbars above it, link lists and
 * legal lines below it, and a few phrases that occur nowhere else. Inside the body nothing is touched.
 */
final class Chrome {
    /** How far from either end furniture is looked for. */
    private static final int REACH = 200;

    private static final int MENU_WORD = 14;

    private static final Pattern TOOLBAR =
            Pattern.compile("拼音|辅助浏览|轻松阅读|读屏|读屏专用|视图|放大|缩小|配色|[白蓝黄黑]底[白蓝黄黑]字[白蓝黄黑]链接|页面原始配色|大鼠标|鼠标样式|辅助线|十字线|显示屏"
                    + "|大字幕|声音|声音开关|指读|连读|语速|减速|加速|音量|增加音量|减小音量|后退|前进|全屏|刷新|重置|退出|退出服务|帮助|换肤|固定|无障碍|长者助手"
                    + "|适老化|关怀版|无障碍浏览|无障碍阅读|进入关怀版|关怀模式|长者模式|繁體|简体|繁体版|登录|注册|搜索|高级搜索|移动版|手机版|微信|微博|客户端");

    /** Lines that are never part of a document, wherever they stand. */
    private static final Pattern NEVER_BODY = Pattern.compile("[•·*●\\s]*(?:"
            + "扫一扫在手机打开当前页.*|扫一扫.{0,4}手机.{0,10}|手机扫一扫.{0,10}|无障碍语音播报|语音播报|您访问的链接即将离开.*"
            + "|[【\\[（(]?\\s*(?:字号|字体|字体大小)\\s*[:：]?\\s*(?:[\\[【]?\\s*[大中小]\\s*[】\\]]?\\s*)*[】\\])）]?"
            + "|[【\\[]?\\s*(?:打印(?:本页|此页|文章)?|关闭(?:窗口|本页|页面)?|收藏(?:本页)?)\\s*[】\\]]?(?:\\s*[|｜]?\\s*[【\\[]?\\s*(?:打印(?:本页)?|关闭(?:窗口|本页)?|收藏)\\s*[】\\]]?)*"
            + "|[【\\[]?\\s*分享(?:到|至)?\\s*[:：]?\\s*(?:(?:微信|微博|新浪微博|QQ空间|QQ|朋友圈|[|｜、])\\s*)*[】\\]]?"
            + "|我要纠错.{0,6}|返回顶部|(?:浏览|点击|阅读|访问)(?:次数|量|数)?\\s*[:：]\\s*\\d*\\s*次?)");

    private static final Pattern BREADCRUMB =
            Pattern.compile("(?:您?(?:的)?(?:当前|现在|所在)?(?:的)?位置\\s*[:：]?.{0,80}|首页\\s*[>›»/\\\\-].{0,80})");

    private static final Pattern FOOT =
            Pattern.compile("(?:相关(?:链接|文件|文档|解读|阅读|新闻|政策|信息|稿件|附件链接)|友情链接|重点链接|网站链接|常用链接|政策解读链接|图解)\\s*[:：]?"
                    + "|(?:上一?篇|下一?篇|上一条|下一条)\\s*[:：]?.{0,80}|.{0,20}版权所有.{0,60}|.*ICP备.*|.*公网安备.*|.*网站标识码.*|.*网站支持IPv6.*"
                    + "|(?:主办|承办|协办|技术支持|维护)(?:单位)?\\s*[:：].{0,60}|(?:网站地图|联系我们|关于我们|网站声明|隐私声明|站点地图|免责声明|法律声明)"
                    + "(?:\\s*[|｜]?\\s*(?:网站地图|联系我们|关于我们|网站声明|隐私声明|站点地图|免责声明|法律声明))*"
                    + "|(?:[^，。；]{2,16}(?:政府|部门|系统|省市|区县)[^，。；]{0,6}网站|国务院部门网站|地方政府网站|政务新媒体|政府网站找错|党政机关)"
                    + "|Copyright.*|©.*|是否继续\\s*[?？]?|(?:继续访问|放弃|取消|确定)");

    private Chrome() {}

    /** What is left of a page, and what its furniture said about it. */
    record Page(List<Block> blocks, Map<String, String> hints) {}

    static Page strip(List<Block> all) {
        var facts = new PageFacts();
        var blocks = new ArrayList<>(all);
        cutFoot(blocks);
        cutHead(blocks, facts);
        blocks.removeIf(block ->
                block instanceof Line line && NEVER_BODY.matcher(line.text()).matches());
        return new Page(blocks, facts.hints());
    }

    /** Goes up from the end as long as lines are furniture, or short lines of a list that furniture heads. */
    private static void cutFoot(List<Block> blocks) {
        int end = blocks.size();
        for (int i = end - 1; i >= Math.max(0, end - REACH) && blocks.get(i) instanceof Line line; i--) {
            String text = line.text();
            if (isFoot(text)) {
                blocks.subList(i, blocks.size()).clear();
            } else if (!looksLikeLink(text)) {
                return;
            }
        }
    }

    private static boolean isFoot(String text) {
        return FOOT.matcher(text).matches()
                || NEVER_BODY.matcher(text).matches()
                || (TOOLBAR.matcher(text).matches() && !text.equals("帮助"));
    }

    private static boolean looksLikeLink(String text) {
        return text.length() <= 40
                && text.chars().noneMatch(c -> "。；：:，、〔".indexOf(c) >= 0)
                && !text.matches(".*[年日)）]$");
    }

    /**
     * The head ends with the line of date and source. Before it stand the menus and the title; the title goes only when it is
     * said again right below.
     */
    private static void cutHead(List<Block> blocks, PageFacts facts) {
        int reach = Math.min(blocks.size(), REACH);
        int last = -1;
        boolean furniture = false;
        for (int i = 0; i < reach && blocks.get(i) instanceof Line line; i++) {
            String text = line.text();
            boolean chrome = isHeadChrome(text);
            furniture |= chrome;
            if (chrome || PageFacts.isFactLine(text)) {
                last = i;
            } else if (isBody(text)) {
                break;
            }
        }
        if (last < 0) {
            return;
        }
        var head = new ArrayList<>(blocks.subList(0, last + 1));
        blocks.subList(0, last + 1).clear();
        var kept = new ArrayList<Block>();
        boolean afterFacts = false;
        for (var block : head) {
            var line = (Line) block;
            if (facts.take(line.text())) {
                afterFacts = true;
            } else if (!isHeadChrome(line.text())) {
                if (!afterFacts && line.text().length() >= 6) {
                    facts.title(line.text());
                }
                kept.add(line);
            }
        }
        boolean page = furniture;
        String title = facts.titleAbove();
        kept.removeIf(block -> isDispensable(((Line) block).text(), title, page, blocks));
        blocks.addAll(0, kept);
    }

    private static boolean isHeadChrome(String text) {
        return TOOLBAR.matcher(text).matches()
                || NEVER_BODY.matcher(text).matches()
                || BREADCRUMB.matcher(text).matches();
    }

    private static boolean isBody(String text) {
        return text.length() > 120 || text.endsWith("。") || text.matches("第[一二三四五六七八九十0-9]+[章条].*|[一二三四五六七八九十]+、.*");
    }

    private static boolean isDispensable(String text, String title, boolean page, List<Block> body) {
        if (text.equals(title)) {
            return body.stream().limit(20).anyMatch(b -> b instanceof Line line && same(line.text(), title));
        }
        return page
                && text.length() <= MENU_WORD
                && text.chars().noneMatch(c -> "〔[（(《》。；，、：:".indexOf(c) >= 0 || Character.isDigit(c))
                && !text.matches(".*(?:文件|令|办法|细则|规定|通知|意见|方案|条例|公告|决定|通告|函)");
    }

    private static boolean same(String a, String b) {
        return a.replace(" ", "").equals(b.replace(" ", ""));
    }
}
