namespace CommandCenter.Plans.Samples;

/// <summary>Made-up names that sound right for the year of birth.</summary>
internal static class SampleNames
{
    private static readonly string[] Surnames =
    [
        .. Repeat(7, "王 李 张 刘 陈"), .. Repeat(3, "杨 赵 黄 周 吴 徐 孙 胡 朱 高 林 何 郭 马 罗"),
        .. Repeat(1, "梁 宋 郑 谢 韩 唐 冯 于 董 程 曹 袁 邓 许 傅 沈 曾 彭 吕 苏 卢 蒋 蔡 贾 丁 魏 薛 叶 余 潘 杜 戴 夏 钟 汪 田 任 姜 范 方"),
        .. Repeat(1, "石 姚 谭 廖 邹 熊 金 陆 郝 孔 白 崔 康 毛 邱 秦 江 史 顾 侯 邵 孟 龙 万 段 雷 钱 汤 尹 黎 易 常 武 乔 贺 赖 龚 文"),
        .. Repeat(1, "欧阳 上官 司马 诸葛"),
    ];

    private static readonly string[] ElderMen = Split(
        "建国 建军 国强 德福 永福 志刚 卫国 长生 广生 德胜 福生 学文 庆丰 玉林 树林 金山 宝山 春生 水生 根生 明德 大海 守义 传志 治平");

    private static readonly string[] ElderWomen = Split(
        "秀英 桂英 玉兰 桂兰 秀兰 玉珍 凤英 素珍 春梅 桂芳 淑珍 翠兰 金凤 美玲 玉华 秀珍 惠芬 爱华 月娥 桂花 素云 淑芬 兰英 巧云");

    private static readonly string[] Men = Split(
        "伟 勇 军 磊 涛 强 斌 超 鹏 辉 志强 建平 海波 晓东 文杰 俊峰 国栋 少华 永明 振宇 立新 家明 志远 文博 光明 海峰 立军 成林");

    private static readonly string[] Women = Split(
        "芳 娜 敏 静 丽 艳 娟 霞 燕 红梅 晓燕 丽华 海燕 雪梅 玉洁 春燕 小红 慧敏 婷婷 丹丹 莉莉 晓琳 佳慧 文静 秋菊 亚男 冬梅 彩霞");

    private static readonly string[] Boys = Split(
        "浩然 子轩 宇航 俊杰 明轩 博文 天佑 梓豪 一鸣 泽宇 嘉诚 奕辰 思远 睿 皓轩 家乐 子墨 文昊 景行 梓睿 承泽 晨曦 乐天");

    private static readonly string[] Girls = Split(
        "雨桐 梓萱 欣怡 诗涵 可馨 思琪 雨欣 佳怡 梓涵 若曦 语嫣 一诺 依诺 心怡 静雯 乐瑶 紫涵 芷晴 安琪 悦 沐宸 清妍 书瑶");

    /// <summary>A surname; common ones come more often, a few have two characters.</summary>
    public static string Surname(SampleRandom random) => random.Pick(Surnames);

    /// <summary>A given name of the fashion of a year of birth.</summary>
    public static string Given(SampleRandom random, bool male, int born) => random.Pick((born, male) switch
    {
        ( <= 1965, true) => ElderMen,
        ( <= 1965, false) => ElderWomen,
        ( <= 1997, true) => Men,
        ( <= 1997, false) => Women,
        (_, true) => Boys,
        (_, false) => Girls,
    });

    private static string[] Split(string names) => names.Split(' ');

    private static IEnumerable<string> Repeat(int times, string names) => Split(names).SelectMany(n => Enumerable.Repeat(n, times));
}
