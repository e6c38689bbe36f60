using CommandCenter.Boards;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Operations;
using CommandCenter.Domain.Plans;
using CommandCenter.Grains;
using CommandCenter.Grains.Running;
using CommandCenter.Journal;
using Microsoft.Extensions.Logging.Abstractions;

namespace CommandCenter.Server.Operations;

/// <summary>How an operation is opened: what must be known before its journal is replayed.</summary>
/// <param name="Mode">Live or drill.</param>
/// <param name="Start">What a drill's clock shows before its first entry.</param>
/// <param name="Zone">The time zone of the hall.</param>
internal sealed record Opening(OperationMode Mode, DateTimeOffset Start, TimeZoneInfo Zone)
{
    /// <summary>The machine's time.</summary>
    public TimeProvider System { get; init; } = TimeProvider.System;

    /// <summary>What the boards need.</summary>
    public BoardOptions Boards { get; init; } = BoardOptions.Default;

    /// <summary>Whether a person holds a post, so that the simulation leaves it alone.</summary>
    public Func<PostId, bool> IsTaken { get; init; } = static _ => false;

    /// <summary>The right to do what the operation does by itself.</summary>
    public ILease Lease { get; init; } = SoleLease.Instance;

    /// <summary>Where commands go, given the grains of this process.</summary>
    public Func<GrainHost, IGrainHost> Place { get; init; } = static local => local;

    /// <summary>Whether the store answers, so that screens may say when it does not.</summary>
    public Func<bool> IsConnected { get; init; } = static () => true;

    /// <summary>Who is given every entry besides, after the boards.</summary>
    public IReadOnlyList<IFeedSubscriber> Followers { get; init; } = [];

    /// <summary>Where to log.</summary>
    public ILogger Logger { get; init; } = NullLogger.Instance;

    /// <summary>How an operation is opened that will be founded on a plan.</summary>
    public static Opening For(OperationMode mode, Plan plan, DateTimeOffset start) => new(mode, start, HallZone.Of(plan));

    /// <summary>How a founded operation is opened again, from the beginning of its journal; null where it was not founded.</summary>
    /// <exception cref="JournalCorruptException">The beginning cannot be read.</exception>
    public static async ValueTask<Opening?> OfAsync(IJournal journal, CancellationToken cancellationToken)
    {
        OperationCreated? created = null;
        await foreach (var entry in journal.ReadGrainAsync(GrainAddress.Operation, 0, cancellationToken))
        {
            switch (entry.Event)
            {
                case OperationCreated e: created = e; break;
                case PlanAdopted e when created is not null: return For(created.Mode, e.Plan, entry.At);
                default: return null;
            }
        }

        return null;
    }
}
