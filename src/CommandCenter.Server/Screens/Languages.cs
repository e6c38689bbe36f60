using System.Globalization;

namespace CommandCenter.Server.Screens;

/// <summary>The languages of the screens.</summary>
public static class Languages
{
    /// <summary>简体中文, the first language.</summary>
    public static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-CN");

    /// <summary>English.</summary>
    public static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    /// <summary>Both.</summary>
    public static readonly IReadOnlyList<CultureInfo> All = [Chinese, English];

    /// <summary>The language of a request: English where it asks for it, Chinese otherwise.</summary>
    public static CultureInfo Of(string? culture) => culture?.StartsWith("en", StringComparison.Ordinal) == true ? English : Chinese;
}
