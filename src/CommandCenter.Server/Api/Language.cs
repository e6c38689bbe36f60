using Microsoft.Net.Http.Headers;

namespace CommandCenter.Server.Api;

/// <summary>The language of a request: Chinese unless it asks for English.</summary>
internal static class Language
{
    /// <summary>The name of the query parameter, and of the cookie that remembers it.</summary>
    public const string Name = "culture";

    /// <summary>Whether to answer in English: by <c>?culture=</c>, then by cookie, then by what the browser prefers.</summary>
    public static bool IsEnglish(HttpRequest request) =>
        Known(request.Query[Name]) ?? Known(request.Cookies[Name]) ?? Preferred(request) ?? false;

    private static bool? Preferred(HttpRequest request) =>
        StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptLanguage, out var languages)
            ? languages.OrderByDescending(static l => l.Quality ?? 1).Select(static l => Known(l.Value.Value)).FirstOrDefault(static k => k is not null)
            : null;

    private static bool? Known(string? language) => language?.Split('-')[0].ToLowerInvariant() switch
    {
        "en" => true,
        "zh" => false,
        _ => null,
    };
}
