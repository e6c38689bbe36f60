using CommandCenter.Domain.Identity;

namespace CommandCenter.Domain.Drills;

/// <summary>Actions that the journal shows by itself. Where an inject raises an incident or reaches a group, that incident or group counts.</summary>
public enum ExpectedKind
{
    /// <summary>The incident is acknowledged.</summary>
    IncidentAcknowledged,

    /// <summary>Somebody is there.</summary>
    IncidentReached,

    /// <summary>The incident is resolved.</summary>
    IncidentResolved,

    /// <summary>A person gives an order.</summary>
    OrderGiven,

    /// <summary>An order is answered.</summary>
    OrderAnswered,

    /// <summary>A window opens.</summary>
    WindowOpened,

    /// <summary>A window pauses.</summary>
    WindowPaused,

    /// <summary>The day is suspended with a public sentence.</summary>
    DaySuspended,

    /// <summary>A matter is registered in the ledger.</summary>
    CaseRegistered,

    /// <summary>A matter is answered.</summary>
    CaseAnswered,
}

/// <summary>An action that is expected after an inject. Stored in the journal.</summary>
/// <param name="Kind">What.</param>
/// <param name="Within">How soon after the delivery, operation time.</param>
public sealed record ExpectedAction(ExpectedKind Kind, TimeSpan Within)
{
    /// <summary>Of windows: for which step they open or pause; null where an older script did not say.</summary>
    public StepId? Step { get; init; }

    /// <summary>Of the ledger: the group whose post registers or answers; null where an older script did not say.</summary>
    public GroupId? Group { get; init; }
}
