using System.Collections.Frozen;

namespace CommandCenter.Server.Screens.Phone;

/// <summary>The pictures of incident types: one stroke path each on a field of 24 by 24, drawn here, so that nothing is loaded.</summary>
internal static class PhonePictures
{
    private const string Unknown = "M5 12h.01M12 12h.01M19 12h.01";

    private static readonly FrozenDictionary<string, string> ByName = new Dictionary<string, string>
    {
        ["heart-pulse"] = "M12 20C5 15 3 12 3 8.5A4.5 4.5 0 0 1 12 7a4.5 4.5 0 0 1 9 1.5C21 12 19 15 12 20zM6 12h3l1.5-3 3 5 1.5-2h3",
        ["users"] = "M8 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM16 11a3 3 0 1 0 0-6M3 20c0-4 2-6 5-6s5 2 5 6M15 14c4 0 6 2 6 6",
        ["list-ordered"] = "M10 6h11M10 12h11M10 18h11M4 4v4M3 8h2M3 12h2l-2 3h2M3 18h2v3H3",
        ["car"] = "M3 16l2-7h14l2 7v3H3zM6 19v2M18 19v2M6 15.5h2M16 15.5h2",
        ["bolt"] = "M13 2L4 14h6l-1 8 9-12h-6z",
        ["flame"] = "M12 21c-4 0-7-3-7-7 0-5 5-6 5-11 4 2 6 5 6 8 1-1 1-2 1-3 2 2 2 4 2 6 0 4-3 7-7 7zM12 21c-2 0-3-1.5-3-3.5 0-2 2-3 3-5 1 2 3 3 3 5s-1 3.5-3 3.5z",
        ["search"] = "M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM16 16l5 5M11 10a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6zM7.8 14.5c.5-2 1.7-3 3.2-3s2.7 1 3.2 3",
        ["message-circle"] = "M4 4h16v12H9l-5 4zM8 8.5h8M8 12h5",
        ["printer"] = "M7 9V3h10v6M7 17H4V9h16v8h-3M7 14h10v7H7z",
        ["cloud-lightning"] = "M7 16a4.5 4.5 0 0 1 0-9 6 6 0 0 1 11 1.5 3.8 3.8 0 0 1 0 7.5M13 11l-3 5h4l-3 5",
        ["package"] = "M12 2l9 5v10l-9 5-9-5V7zM3 7l9 5 9-5M12 12v10",
        ["lock"] = "M5 11h14v10H5zM8 11V7a4 4 0 0 1 8 0v4M12 15v2",
        ["file-question"] = "M6 2h8l5 5v15H6zM14 2v5h5M10 12a2 2 0 1 1 3 1.7c-.8.5-1 .8-1 1.8M12 18.5v.1",
        ["circle-help"] = "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM9.5 9.5a2.5 2.5 0 1 1 3.7 2.2c-.9.6-1.2 1-1.2 2M12 17v.1",
    }.ToFrozenDictionary();

    /// <summary>The path of a picture; three dots for a name that there is no picture of.</summary>
    public static string Of(string? name) => name is not null && ByName.TryGetValue(name, out var path) ? path : Unknown;
}
