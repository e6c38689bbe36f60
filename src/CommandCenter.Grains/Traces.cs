using System.Diagnostics;
using CommandCenter.Journal;

namespace CommandCenter.Grains;

/// <summary>
/// What a trace shows of the grains: a span per command, and one per policy around the commands that follow from an entry.
/// A span says kinds, outcomes and sequences; never which household, post or person.
/// </summary>
public static class Traces
{
    /// <summary>The source's name.</summary>
    public const string SourceName = "CommandCenter";

    /// <summary>Span of a command, from asking to the durable answer.</summary>
    public const string CommandSpan = "command";

    /// <summary>Span of a policy on one entry.</summary>
    public const string PolicySpan = "policy";

    /// <summary>Tag: the kind of grain.</summary>
    public const string Kind = "grain.kind";

    /// <summary>Tag: the command's type, or the policy's name.</summary>
    public const string Name = "name";

    /// <summary>Tag: accepted, refused or repeated.</summary>
    public const string Outcome = "outcome";

    /// <summary>Tag: the last entry written, or the entry that a policy reacts to.</summary>
    public const string Sequence = "sequence";

    private static readonly ActivitySource Source = new(SourceName);

    internal static CommandTrace Command(in CommandEnvelope envelope) =>
        Source.HasListeners()
            ? new(Source.StartActivity(CommandSpan)?.SetTag(Kind, envelope.Grain.Kind).SetTag(Name, envelope.Command.GetType().Name))
            : default;

    internal static Activity? Policy(string name, long sequence) =>
        Source.HasListeners() ? Source.StartActivity(PolicySpan)?.SetTag(Name, name).SetTag(Sequence, sequence) : null;

    /// <summary>A command's span, where anybody listens.</summary>
    internal readonly struct CommandTrace(Activity? span) : IDisposable
    {
        public void Answered(CommandAnswer answer)
        {
            span?.SetTag(Outcome, GrainMetrics.OutcomeOf(answer));
            if (span is not null && !answer.Entries.IsEmpty)
            {
                span.SetTag(Sequence, answer.Entries[^1].Sequence);
            }
        }

        // The type alone: a message may name a grain.
        public void Failed(Exception e) => span?.SetStatus(ActivityStatusCode.Error, e.GetType().Name);

        public void Dispose() => span?.Dispose();
    }
}
