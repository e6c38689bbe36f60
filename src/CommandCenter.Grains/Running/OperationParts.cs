using CommandCenter.Domain;
using CommandCenter.Domain.Policies;
using CommandCenter.Grains.Time;
using CommandCenter.Journal;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace CommandCenter.Grains.Running;

/// <summary>What an operation is run with.</summary>
/// <param name="Journal">Its journal; whoever opened it disposes it, after the operation.</param>
/// <param name="Deciders">The behaviour of each kind of grain.</param>
/// <param name="Policies">What crosses from grain to grain, in the order in which it follows from one event.</param>
/// <param name="Subscribers">Who is given every entry: boards.</param>
/// <param name="Clocks">Operation and system time.</param>
public sealed record OperationParts(
    IJournal Journal, IReadOnlyDictionary<string, IDecider> Deciders, IReadOnlyList<IPolicy> Policies,
    IReadOnlyList<IFeedSubscriber> Subscribers, Clocks Clocks)
{
    /// <summary>How grains are kept.</summary>
    public GrainHostOptions Options { get; init; } = new();

    /// <summary>The right to do what follows by itself; this process's alone unless stated.</summary>
    public ILease Lease { get; init; } = SoleLease.Instance;

    /// <summary>Where commands go, given the grains of this process; to these unless stated.</summary>
    public Func<GrainHost, IGrainHost> Place { get; init; } = static local => local;

    /// <summary>Where to log; nowhere unless stated.</summary>
    public ILogger Logger { get; init; } = NullLogger.Instance;
}
