using System.Collections.Concurrent;
using CommandCenter.Domain;
using CommandCenter.Domain.Identity;
using CommandCenter.Grains.Deadlines;
using CommandCenter.Grains.Time;
using CommandCenter.Journal;
using Microsoft.Extensions.Logging;

namespace CommandCenter.Grains;

/// <summary>
/// The grains of one operation in this process. A grain's commands run one after another, different grains' in parallel;
/// no thread is blocked, and with a journal that completes at once everything completes at once, on the caller's thread.
/// </summary>
/// <remarks>
/// The journal is the fence: what it refuses (a version taken, a command answered before) is decided again or answered from it.
/// State moves only after the journal has taken the events.
/// </remarks>
public sealed partial class GrainHost : IGrainHost
{
    // As long as a call to a store may take.
    private static readonly TimeSpan FramePatience = TimeSpan.FromSeconds(2);

    private readonly IJournal _journal;
    private readonly IReadOnlyDictionary<string, IDecider> _deciders;
    private readonly Clocks _clocks;
    private readonly GrainHostOptions _options;
    private readonly ILogger _logger;
    private readonly Answers _answers;
    private readonly ConcurrentDictionary<GrainAddress, Grain> _grains = new();
    private readonly FrameFold _frame = new();
    private volatile OperationStoppedException? _stopped;

    internal GrainHost(
        IJournal journal, IReadOnlyDictionary<string, IDecider> deciders, Clocks clocks, GrainHostOptions options, ILogger logger)
    {
        _journal = journal;
        _deciders = deciders;
        _clocks = clocks;
        _options = options;
        _logger = logger;
        _answers = new(options.RememberedAnswers);
    }

    /// <summary>Whose grains these are.</summary>
    public OperationId Operation => _journal.Operation;

    /// <summary>What every grain may know now.</summary>
    public OperationFrame Frame => _frame.Now.Frame;

    /// <summary>Why the operation takes no commands, or null.</summary>
    public OperationStoppedException? Stopped => _stopped;

    /// <summary>The earliest deadline that any grain states, in operation time, or null.</summary>
    public DateTimeOffset? NextDue => Schedule.NextDue;

    /// <summary>Grains that have their state in memory now.</summary>
    public int ActiveGrains => _grains.Count(static g => g.Value.State is not null);

    /// <summary>Grains that are remembered, with or without their state.</summary>
    public int KnownGrains => _grains.Count;

    internal DeadlineSchedule Schedule { get; } = new();

    /// <inheritdoc/>
    public async ValueTask<CommandAnswer> ExecuteAsync(CommandEnvelope envelope, CancellationToken cancellationToken)
    {
        var started = GrainMetrics.Now();
        using var trace = Traces.Command(envelope);
        try
        {
            var answer = await QueueAsync(envelope, cancellationToken)
                ?? new(envelope.Grain, [], Rejections.NotFound.For("grain", envelope.Grain.ToString()), Repeated: false);
            GrainMetrics.Answered(envelope.Grain.Kind, answer, started);
            trace.Answered(answer);
            return answer;
        }
        catch (Exception e)
        {
            GrainMetrics.Failed(envelope.Grain.Kind, e);
            trace.Failed(e);
            throw;
        }
    }

    private async ValueTask<CommandAnswer?> QueueAsync(CommandEnvelope envelope, CancellationToken cancellationToken)
    {
        if (await EnterAsync(envelope.Grain, cancellationToken) is not { } grain)
        {
            return null;
        }

        try
        {
            ThrowIfStopped();
            grain.LastUsed = _clocks.System.GetTimestamp();
            return Recall(envelope) ?? await DecideAsync(grain, envelope);
        }
        finally
        {
            grain.Mailbox.Exit();
        }
    }

    /// <summary>Decides and appends; again, where another writer was faster or the outcome is unknown.</summary>
    private async ValueTask<CommandAnswer> DecideAsync(Grain grain, CommandEnvelope envelope)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (grain.State is null)
            {
                await CatchUpAsync(grain);
            }

            var (now, known, unknown) = (_clocks.Now, _frame.Now, 0L);
            var decision = grain.Decider.Decide(grain.State!, envelope.Command, new(now, envelope.Actor, known.Frame));

            // Before the append: an event that its own grain cannot apply is a mistake in the code and must not be stored.
            var next = Evolve(grain, decision);
            CommandAnswer? answer = null;
            try
            {
                answer = await AppendAsync(grain, envelope, decision, now, known);
            }
            catch (JournalConflictException e)
            {
                Overtaken(grain, attempt, e);
                unknown = e.Frame;
            }
            catch (JournalCorruptException e)
            {
                throw Stop(e);
            }
            catch (Exception e) when (attempt < _options.MaxAttempts && IsOutcomeUnknown(e))
            {
                LogOutcomeUnknown(grain.Address.Kind, e);
            }

            if (answer is not null)
            {
                return Settle(grain, envelope.Id, answer, next);
            }

            await (unknown > 0 ? CatchUpFrameAsync(unknown) : CatchUpAsync(grain));
        }
    }

    private static object Evolve(Grain grain, in Decision decision)
    {
        var state = grain.State!;
        foreach (var e in decision.Events)
        {
            state = grain.Decider.Evolve(state, e);
        }

        return state;
    }

    // Not cancellable: a caller who leaves must not leave the outcome unknown.
    private async ValueTask<CommandAnswer> AppendAsync(Grain grain, CommandEnvelope envelope, Decision decision, DateTimeOffset now, KnownFrame known)
    {
        var frame = decision.Events.Aggregate(known.Frame, static (f, e) => f.Apply(e));
        var started = GrainMetrics.Now();
        var answer = await _journal.AppendAsync(
            new(grain.Address, grain.Version, envelope.Id, envelope.Actor, envelope.Causation,
                now, _clocks.System.GetLocalNow(), decision.Events, decision.Rejection)
            {
                FrameKnown = known.Sequence, MovesFrame = !frame.BindsLike(known.Frame),
            },
            CancellationToken.None);
        GrainMetrics.Committed(grain.Address.Kind, started);
        return answer;
    }

    private static bool IsOutcomeUnknown(Exception e) =>
        e is not (JournalUnavailableException or ArgumentException or ObjectDisposedException);

    /// <summary>Moves the grain to where the journal has taken it.</summary>
    private CommandAnswer Settle(Grain grain, CommandId id, CommandAnswer answer, object next)
    {
        if (answer.Grain != grain.Address)
        {
            return Reused(grain.Address);
        }

        _answers.Settle(id, answer);
        if (!answer.Repeated && !answer.Entries.IsEmpty)
        {
            grain.Become(next, grain.Version + answer.Entries.Length);
            foreach (var entry in answer.Entries)
            {
                _frame.Learn(entry);
            }

            StateDeadlines(grain);
        }

        return answer;
    }

    /// <summary>
    /// Whether a command was accepted before, as far as that is remembered: answered here, or met in the journal. What its answer is
    /// says the journal.
    /// </summary>
    public bool Knows(CommandId id) => _answers.Knows(id);

    // The answer that a command got here before, as far as it is remembered; null for a new one.
    private CommandAnswer? Recall(in CommandEnvelope envelope) =>
        _answers.Find(envelope.Id) is not { } answer ? null
        : answer.Grain == envelope.Grain ? answer
        : Reused(envelope.Grain);

    private void Overtaken(Grain grain, int attempt, JournalConflictException e)
    {
        GrainMetrics.Conflict(grain.Address.Kind);
        LogConflict(grain.Address.Kind, grain.Version, attempt);
        if (attempt >= _options.MaxAttempts)
        {
            throw new GrainBusyException(grain.Address, attempt, e);
        }
    }

    private static CommandAnswer Reused(GrainAddress grain) =>
        new(grain, [], Rejections.CommandIdReused.For("commandId"), Repeated: false);
}
