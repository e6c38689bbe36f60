using CommandCenter.Domain.Communication;
using CommandCenter.Domain.Identity;

namespace CommandCenter.Boards.Communication;

/// <summary>What is known of the newest communication check.</summary>
internal sealed class CommunicationFacts
{
    public CommunicationCheckStarted? Started { get; set; }

    public DateTimeOffset StartedAt { get; set; }

    public Who? By { get; set; }

    /// <summary>Passed, or its time is up.</summary>
    public bool IsOver { get; set; }

    public Dictionary<PostId, ContactFacts> Posts { get; } = [];
}

/// <summary>What is known of a post in it.</summary>
internal sealed class ContactFacts
{
    public DateTimeOffset? SeenAt { get; set; }

    public DateTimeOffset? AnsweredAt { get; set; }

    public bool InTime { get; set; }
}
