using System.Globalization;

namespace CommandCenter.Server.Screens;

/// <summary>How moments and amounts are written.</summary>
public static class Moments
{
    /// <summary>A moment for the browser's clocks.</summary>
    public static string Iso(DateTimeOffset at) => at.ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture);

    /// <summary>Time of day to the minute.</summary>
    public static string Clock(DateTimeOffset at) => at.ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>Time of day to the second.</summary>
    public static string Seconds(DateTimeOffset at) => at.ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>When something begins: the time of day, and the day where it is not this one.</summary>
    public static string Opening(DateTimeOffset at, DateTimeOffset now) =>
        at.Date == now.Date ? Clock(at) : $"{at.ToString(Texts.IsEnglish ? "d MMMM" : "M月d日", CultureInfo.InvariantCulture)} {Clock(at)}";

    /// <summary>Seconds as minutes and seconds.</summary>
    public static string Length(int seconds) => $"{seconds / 60}:{seconds % 60:00}";

    /// <summary>Yuan with thin spaces between thousands, e.g. 126 000.00.</summary>
    public static string Money(decimal amount) =>
        (amount < 0 ? "−" : "") + Math.Abs(amount).ToString("#,0.00", CultureInfo.InvariantCulture).Replace(",", "\u2009", StringComparison.Ordinal);

    /// <summary>A whole number with thin spaces between thousands.</summary>
    public static string Count(long number) => number.ToString("#,0", CultureInfo.InvariantCulture).Replace(",", "\u2009", StringComparison.Ordinal);

    /// <summary>Square metres without superfluous zeros.</summary>
    public static string Area(decimal area) => area.ToString("0.##", CultureInfo.InvariantCulture) + (Texts.IsEnglish ? " m²" : "㎡");
}
