using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;
using YamlDotNet.RepresentationModel;

namespace CommandCenter.Plans.Yaml;

public sealed partial class YamlMap
{
    private static readonly string[] MomentFormats = ["yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm:sszzz"];

    /// <summary>Reads a text that must be there, not blank, at most so many characters; empty after a fault.</summary>
    public string Text(string key, int maxLength = 200) => Required(key, k => OptionalText(k, maxLength)) ?? "";

    /// <summary>Reads a text, or null where there is none.</summary>
    public string? OptionalText(string key, int maxLength = 200)
    {
        if (!TryScalar(key, out var text))
        {
            return null;
        }

        if (string.IsNullOrWhiteSpace(text) || text.Length > maxLength || text.Any(static c => char.IsControl(c) && c is not '\n'))
        {
            Fault(key, $"应为 1 至 {maxLength} 个字的文字。", $"This must be a text of 1 to {maxLength} characters.");
            return null;
        }

        return text.Trim();
    }

    /// <summary>Reads a name in both languages: <c>{ zh: 选房, en: Selection }</c>.</summary>
    public Label Label(string key) => Map(key, ReadLabel) ?? new("", "");

    /// <summary>Reads a name in both languages, or null where there is none.</summary>
    public Label? OptionalLabel(string key) => OptionalMap(key, ReadLabel);

    /// <summary>Reads an id that must be there; its <c>Value</c> is empty after a fault.</summary>
    public T Id<T>(string key)
        where T : struct, IId<T> => Required(key, OptionalId<T>) ?? T.From("");

    /// <summary>Reads an id, or null where there is none.</summary>
    public T? OptionalId<T>(string key)
        where T : struct, IId<T>
    {
        if (!TryScalar(key, out var text))
        {
            return null;
        }

        return IsId(text, At(key)) ? T.From(text) : null;
    }

    /// <summary>Reads a list of ids, each with its place; those that are no ids are left out.</summary>
    public ImmutableArray<(T Id, Place Place)> Ids<T>(string key, int atLeast = 0)
        where T : struct, IId<T> =>
        Items<(T Id, Place Place)>(key, atLeast, (item, itemPath) =>
        {
            var place = PlaceOf(item, itemPath);
            var text = (item as YamlScalarNode)?.Value;
            return IsId(text, place) ? [(T.From(text), place)] : [];
        });

    /// <summary>Reads a whole number; required unless a fallback is given.</summary>
    public int Whole(string key, int min, int max, int? fallback = null) => OrElse(key, OptionalWhole(key, min, max), fallback);

    /// <summary>Reads a whole number, or null where there is none.</summary>
    public int? OptionalWhole(string key, int min, int max) =>
        Value<int>(
            key, text => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n) && n >= min && n <= max ? n : null,
            $"应为 {min} 至 {max} 的整数。", $"This must be a whole number from {min} to {max}.");

    /// <summary>Reads a number with at most so many decimals; required unless a fallback is given.</summary>
    public decimal Number(string key, decimal min, decimal max, int decimals = 2, decimal? fallback = null) =>
        OrElse(
            key,
            Value<decimal>(
                key, text => ExactNumber.TryParse(text, decimals, out var n) && n >= min && n <= max ? n : null,
                $"应为 {min} 至 {max} 的数，最多 {decimals} 位小数。", $"This must be a number from {min} to {max} with at most {decimals} decimals."),
            fallback);

    /// <summary>Reads <c>true</c> or <c>false</c>; required unless a fallback is given.</summary>
    public bool Flag(string key, bool? fallback = null) =>
        OrElse(
            key,
            Value<bool>(
                key, static text => text switch { "true" => true, "false" => false, _ => null },
                "应为 true 或 false。", "This must be true or false."),
            fallback);

    /// <summary>Reads a duration such as <c>90s</c>, <c>5min</c>, <c>1h30min</c>, <c>30d</c>; required unless a fallback is given.</summary>
    public TimeSpan Duration(string key, TimeSpan min, TimeSpan max, TimeSpan? fallback = null) =>
        OrElse(key, OptionalDuration(key, min, max), fallback);

    /// <summary>Reads a duration, or null where there is none.</summary>
    public TimeSpan? OptionalDuration(string key, TimeSpan min, TimeSpan max) =>
        Value<TimeSpan>(
            key, text => DurationText.TryParse(text, out var time) && time >= min && time <= max ? time : null,
            $"应为 {DurationText.Write(min)} 至 {DurationText.Write(max)} 的时长，如 90s、5min、1h30min。",
            $"This must be a duration from {DurationText.Write(min)} to {DurationText.Write(max)}, such as 90s, 5min, 1h30min.");

    /// <summary>Reads a moment with its offset, e.g. <c>2026-12-05T08:30+08:00</c>.</summary>
    public DateTimeOffset Moment(string key) =>
        OrElse(
            key,
            Value<DateTimeOffset>(
                key,
                static text => DateTimeOffset.TryParseExact(text, MomentFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) ? at : null,
                "应为带时差的时刻，如 2026-12-05T08:30+08:00。", "This must be a moment with its offset, such as 2026-12-05T08:30+08:00."),
            null);

    /// <summary>Reads one of the names of an enum, in kebab case; required unless a fallback is given.</summary>
    public T OneOf<T>(string key, T? fallback = null)
        where T : struct, Enum
    {
        var names = Enum.GetValues<T>().ToDictionary(static v => JsonNamingPolicy.KebabCaseLower.ConvertName($"{v}"));
        var all = string.Join(", ", names.Keys);
        var value = Value<T>(
            key, text => names.TryGetValue(text, out var found) ? found : null, $"应为其中之一：{all}。", $"This must be one of: {all}.");
        return OrElse(key, value, fallback);
    }

    private static Label ReadLabel(YamlMap map) => new(map.Text("zh"), map.Text("en"));

    private T? Value<T>(string key, Func<string, T?> read, string chinese, string english)
        where T : struct
    {
        if (!TryScalar(key, out var text))
        {
            return null;
        }

        var value = read(text);
        if (value is null)
        {
            Fault(key, chinese, english);
        }

        return value;
    }

    private T OrElse<T>(string key, T? value, T? fallback)
        where T : struct
    {
        if (value is null && fallback is null && !Has(key))
        {
            Missing(key);
        }

        return value ?? fallback ?? default;
    }

    private T? Required<T>(string key, Func<string, T?> read)
    {
        var value = read(key);
        if (!Has(key))
        {
            Missing(key);
        }

        return value;
    }

    private bool TryScalar(string key, [NotNullWhen(true)] out string? text)
    {
        var value = Find(key);
        text = (value as YamlScalarNode)?.Value;
        if (value is not (null or YamlScalarNode))
        {
            Fault(key, "此处应为单个值。", "This must be a single value.");
        }

        return text is not null;
    }

    private bool IsId([NotNullWhen(true)] string? text, Place place)
    {
        if (IdSyntax.IsValid(text))
        {
            return true;
        }

        faults.Add(
            place, $"编号只能用小写字母、数字和连字符，1 至 {IdSyntax.MaxLength} 个字符，不以连字符开头。",
            $"An id is 1 to {IdSyntax.MaxLength} lower-case letters, digits and hyphens, not starting with a hyphen.");
        return false;
    }
}
