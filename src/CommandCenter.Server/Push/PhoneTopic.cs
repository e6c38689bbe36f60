using CommandCenter.Boards;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;
using CommandCenter.Server.Operations;
using CommandCenter.Server.Screens.Phone;

namespace CommandCenter.Server.Push;

/// <summary>
/// What phones show: <c>phone:{post}</c>, what that post has in hand, for its own devices alone; and <c>phone-incident:{id}</c>,
/// the board of <c>incident:{id}</c> with its controls. Neither has a board of its own in the API.
/// </summary>
internal static class PhoneTopic
{
    /// <summary>The kind of a post's own topic.</summary>
    public const string Kind = "phone";

    private const string Prefix = $"{Kind}:";
    private const string FilePrefix = "phone-incident:";
    private const string IncidentPrefix = "incident:";
    private const string GroupPrefix = "group:";
    private const string ContactPrefix = "contact:";

    /// <summary>The topic of a post's phone.</summary>
    public static string Of(PostId post) => $"{Prefix}{post}";

    /// <summary>The phones' topics that follow from a topic.</summary>
    public static IEnumerable<string> From(string topic, Plan plan)
    {
        if (topic.StartsWith(IncidentPrefix, StringComparison.Ordinal))
        {
            return [$"{FilePrefix}{topic[IncidentPrefix.Length..]}"];
        }

        return topic is TopicNames.Notice or TopicNames.Site || topic.StartsWith(GroupPrefix, StringComparison.Ordinal) || topic.StartsWith(ContactPrefix, StringComparison.Ordinal)
            ? plan.Posts.Where(p => PhoneBoard.SourcesOf(p).Contains(topic)).Select(static p => Of(p.Id))
            : [];
    }

    /// <summary>The topic whose board it shows; any other topic shows its own.</summary>
    public static string SourceOf(string topic) =>
        topic.StartsWith(FilePrefix, StringComparison.Ordinal) ? $"{IncidentPrefix}{topic[FilePrefix.Length..]}" : topic;

    /// <summary>The post whose phone the topic is, or null.</summary>
    public static Post? PostOf(string topic, Plan plan) =>
        topic.StartsWith(Prefix, StringComparison.Ordinal) ? plan.FindPost(new(topic[Prefix.Length..])) : null;

    /// <summary>What a post has in hand, and the newest entry that concerns it.</summary>
    public static (object? Board, long Sequence) Read(IScene scene, Post post) =>
        (PhoneBoard.Of(scene.Boards, post), NewestOf(scene, post));

    /// <summary>The newest entry that concerns a post's phone.</summary>
    public static long NewestOf(IScene scene, Post post) =>
        PhoneBoard.SourcesOf(post).Max(topic => scene.Boards.Read(topic)?.Sequence ?? 0);
}
