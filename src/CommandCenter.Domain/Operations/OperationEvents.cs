using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Domain.Operations;

/// <summary>Whether the day counts.</summary>
public enum OperationMode
{
    /// <summary>An allocation day.</summary>
    Live,

    /// <summary>A rehearsal; marked on every screen, slip and export.</summary>
    Drill,
}

/// <summary>The phases of a day.</summary>
public enum OperationPhase
{
    /// <summary>Readiness is being confirmed.</summary>
    Preparing,

    /// <summary>Everything is confirmed.</summary>
    Ready,

    /// <summary>The day runs.</summary>
    Open,

    /// <summary>Stopped with a public sentence; nobody is called.</summary>
    Suspended,

    /// <summary>No new tickets; who is in line is served.</summary>
    Closing,

    /// <summary>Over.</summary>
    Closed,
}

/// <summary>An operation was founded.</summary>
[Stored("operation.created.v1")]
public sealed record OperationCreated(OperationId Operation, OperationMode Mode) : IEvent;

/// <summary>A plan came into force. Hash: SHA-256 of its canonical JSON, hex.</summary>
[Stored("plan.adopted.v1")]
public sealed record PlanAdopted(Plan Plan, string Hash) : IEvent;

/// <summary>The lists were frozen.</summary>
[Stored("lists.frozen.v1")]
public sealed record ListsFrozen(int Households, int People, string HouseholdsHash, int Units, string UnitsHash) : IEvent;

/// <summary>A readiness item was confirmed.</summary>
[Stored("readiness.confirmed.v1")]
public sealed record ReadinessConfirmed(string Item) : IEvent;

/// <summary>A readiness item is open again.</summary>
[Stored("readiness.withdrawn.v1")]
public sealed record ReadinessWithdrawn(string Item) : IEvent;

/// <summary>The last readiness item was confirmed.</summary>
[Stored("operation.ready.v1")]
public sealed record OperationReady : IEvent;

/// <summary>The day opened. Override: the commander's reason for opening with open items, which are listed.</summary>
[Stored("operation.opened.v1")]
public sealed record OperationOpened(string? Override, System.Collections.Immutable.ImmutableArray<string> OpenItems) : IEvent;

/// <summary>All calling stopped, with a sentence for the public. By: who may not be the one to resume.</summary>
[Stored("operation.suspended.v1")]
public sealed record OperationSuspended(string Sentence, Actor By) : IEvent;

/// <summary>The day goes on; confirmed by a second person.</summary>
[Stored("operation.resumed.v1")]
public sealed record OperationResumed : IEvent;

/// <summary>No new tickets from here.</summary>
[Stored("operation.closing.v1")]
public sealed record OperationClosing : IEvent;

/// <summary>The day is over.</summary>
[Stored("operation.closed.v1")]
public sealed record OperationClosed : IEvent;
