using System.Globalization;
using System.Resources;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Server.Screens;

/// <summary>The screens' texts, from resource files: simplified Chinese unless the culture is English.</summary>
public static class Texts
{
    private static readonly ResourceManager Resources = new("CommandCenter.Server.Resources.Screens", typeof(Texts).Assembly);

    /// <summary>Whether the present culture is English.</summary>
    /// <remarks>By its name: on a machine without language data every culture calls its language "iv".</remarks>
    public static bool IsEnglish => CultureInfo.CurrentUICulture.Name.StartsWith("en", StringComparison.Ordinal);

    /// <summary>The text of a key, with arguments put in place.</summary>
    /// <exception cref="MissingManifestResourceException">There is no such key; a test reads every key that the screens use.</exception>
    public static string T(string key, params ReadOnlySpan<object?> arguments)
    {
        var text = Resources.GetString(key, CultureInfo.CurrentUICulture)
            ?? throw new MissingManifestResourceException($"No text for '{key}'.");
        return arguments.IsEmpty ? text : string.Format(CultureInfo.InvariantCulture, text, arguments);
    }

    /// <summary>The text of a key, or null where there is none.</summary>
    public static string? Find(string key) => Resources.GetString(key, CultureInfo.CurrentUICulture);

    /// <summary>The text of an enum's value: the key is <c>Type.Value</c>.</summary>
    public static string Of<TValue>(TValue value)
        where TValue : struct, Enum => T($"{typeof(TValue).Name}.{value}");

    /// <summary>The sentence of a refusal.</summary>
    public static string Sentence(Domain.Rejection rejection) => IsEnglish ? rejection.English : rejection.Chinese;

    /// <summary>A name in the present language.</summary>
    public static string Name(Label? label) => label is null ? string.Empty : IsEnglish && label.En.Length > 0 ? label.En : label.Zh;
}
