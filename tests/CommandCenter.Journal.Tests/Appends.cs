using System.Collections.Immutable;
using CommandCenter.Domain;
using CommandCenter.Domain.Cases;
using CommandCenter.Domain.Identity;

namespace CommandCenter.Journal.Tests;

/// <summary>Appends that say only what a test is about.</summary>
internal static class Appends
{
    public static readonly DateTimeOffset At = new(2026, 10, 5, 9, 30, 15, 123, TimeSpan.FromHours(8));
    public static readonly DateTimeOffset RecordedAt = new(2026, 10, 5, 1, 31, 0, TimeSpan.Zero);
    public static readonly Rejection Refusal = Rejections.TextTooLong.For("text", "500");

    /// <summary>A line in the file of a case.</summary>
    public static Append Note(string key, long version, string command, string text = "已核对") =>
        Of(key, version, command, new CaseNoted(new(key), text));

    /// <summary>Several lines at once.</summary>
    public static Append Notes(string key, long version, string command, int count) =>
        Of(key, version, command, [.. Enumerable.Range(1, count).Select(i => (IEvent)new CaseNoted(new(key), $"{command} {i}"))]);

    /// <summary>A refusal.</summary>
    public static Append Refused(string key, long version, string command) => Of(key, version, command) with { Rejection = Refusal };

    /// <summary>A command from which nothing follows.</summary>
    public static Append Nothing(string key, long version, string command) => Of(key, version, command);

    private static Append Of(string key, long version, string command, params ImmutableArray<IEvent> events) =>
        new(new GrainAddress("case", key), version, new(command), new("clerk-1"), null, At, RecordedAt, events);
}
