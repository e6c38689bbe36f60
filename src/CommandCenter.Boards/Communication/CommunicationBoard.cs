using System.Collections.Immutable;
using CommandCenter.Domain.Identity;

namespace CommandCenter.Boards.Communication;

/// <summary>How far a post is with the communication check.</summary>
public enum ContactStanding
{
    /// <summary>Time is up and it has not answered.</summary>
    Silent,

    /// <summary>Sent; not on its screen yet.</summary>
    Sent,

    /// <summary>On its screen.</summary>
    Seen,

    /// <summary>Answered after the time was up.</summary>
    Late,

    /// <summary>Answered in time.</summary>
    Answered,
}

/// <summary>Topic <c>communication</c>: the newest check of whether every post can be reached.</summary>
public sealed record CommunicationBoard
{
    /// <summary>Its number; 0 before the first.</summary>
    public required int Check { get; init; }

    /// <summary>When it was started.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>Who started it.</summary>
    public Who? By { get; init; }

    /// <summary>Within how many seconds it had to be answered.</summary>
    public required int Seconds { get; init; }

    /// <summary>When its time is up.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>It runs: posts may still answer in time.</summary>
    public required bool IsRunning { get; init; }

    /// <summary>The posts, those that are silent first.</summary>
    public required ImmutableArray<PostContact> Posts { get; init; }
}

/// <summary>A post in the check.</summary>
/// <param name="Post">The post.</param>
/// <param name="Standing">How far it is.</param>
/// <param name="SeenAt">When it was on its screen.</param>
/// <param name="AnsweredAt">When it answered.</param>
/// <param name="After">Seconds from the start to the answer.</param>
public sealed record PostContact(Who Post, ContactStanding Standing, DateTimeOffset? SeenAt, DateTimeOffset? AnsweredAt, int? After);

/// <summary>Topic <c>contact:{post}</c>: the check that a post has yet to answer. For its own screens.</summary>
/// <param name="Post">The post.</param>
/// <param name="Check">The number of the check; absent where none is to be answered.</param>
/// <param name="Until">When its time is up.</param>
/// <param name="IsSeen">It was on a screen of the post before.</param>
public sealed record ContactBoard(PostId Post, int? Check, DateTimeOffset? Until, bool IsSeen);
