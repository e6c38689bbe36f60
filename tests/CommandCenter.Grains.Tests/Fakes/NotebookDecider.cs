using System.Collections.Immutable;
using CommandCenter.Domain;
using CommandCenter.Domain.Cases;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Operations;

namespace CommandCenter.Grains.Tests.Fakes;

/// <summary>A notebook with a promise: small enough to see through, and every kind of outcome can be asked for.</summary>
internal sealed record Notebook(string Key, ImmutableList<string> Lines, DateTimeOffset? Promise)
{
    public CaseId Id => new(Key);

    public string Content => $"{Key}|{string.Join(',', Lines)}|{Promise:O}";
}

/// <summary>Writes a line for each text.</summary>
internal sealed record Write(params ImmutableArray<string> Texts) : ICommand;

/// <summary>Writes a line unless it is there; then nothing follows.</summary>
internal sealed record WriteOnce(string Text) : ICommand;

/// <summary>Writes a line unless the operation is suspended.</summary>
internal sealed record WriteWhileOpen(string Text) : ICommand;

/// <summary>Is refused once there are so many lines.</summary>
internal sealed record WriteUpTo(int Lines, string Text) : ICommand;

/// <summary>Promises something by a moment; a new promise replaces the old one.</summary>
internal sealed record PromiseBy(DateTimeOffset Due) : ICommand;

/// <summary>Keeps the promise.</summary>
internal sealed record KeepPromise : ICommand;

/// <summary>Is refused, and the detail says what the notebook holds.</summary>
internal sealed record Tell : ICommand;

/// <summary>Decides an event that no notebook knows.</summary>
internal sealed record Blunder : ICommand;

/// <summary>Notebooks under any kind of address. A broken promise is an entry, once.</summary>
internal sealed class NotebookDecider(string kind) : Decider<Notebook>
{
    public const string PromiseName = "promise";

    public override string Kind => kind;

    public static IReadOnlyDictionary<string, IDecider> Set { get; } = new IDecider[]
    {
        new NotebookDecider("case"), new NotebookDecider("group"), new PhaseDecider(),
    }.ToDictionary(static d => d.Kind);

    public override Notebook Initial(string key) => new(key, [], null);

    public override Decision Decide(Notebook state, ICommand command, in DecisionContext context) => command switch
    {
        Write c => Decision.Accept([.. c.Texts.Select(t => new CaseNoted(state.Id, t))]),
        WriteOnce c => state.Lines.Contains(c.Text) ? Decision.Nothing : Noted(state, c.Text),
        WriteWhileOpen c => context.Operation.Phase == OperationPhase.Suspended
            ? Rejections.OperationSuspendedNow
            : Noted(state, c.Text),
        WriteUpTo c => state.Lines.Count >= c.Lines ? Rejections.OutOfRange : Noted(state, c.Text),
        PromiseBy c => Decision.Accept(new CaseInterimReplied(state.Id, "promised", c.Due)),
        KeepPromise => state.Promise is null ? Decision.Nothing : Decision.Accept(new CaseAnswered(state.Id, "kept", new("c1"))),
        MeetDeadline c => state.Promise == c.Due ? Decision.Accept(new CaseOverdue(state.Id, 1, new("commander"), null)) : Decision.Nothing,
        Tell => Rejections.WrongPhase.With(state.Content),
        Blunder => Decision.Accept(new OperationClosed()),
        _ => Rejections.UnknownCommand,
    };

    public override Notebook Evolve(Notebook state, IEvent @event) => @event switch
    {
        CaseNoted e => state with { Lines = state.Lines.Add(e.Text) },
        CaseInterimReplied e => state with { Promise = e.Next },
        CaseAnswered => state with { Promise = null },
        CaseOverdue => state with { Promise = null, Lines = state.Lines.Add("broken") },
        _ => throw Unknown(@event),
    };

    public override IEnumerable<Deadline> Deadlines(Notebook state) =>
        state.Promise is { } due ? [new(PromiseName, due)] : [];

    private static Decision Noted(Notebook state, string text) => Decision.Accept(new CaseNoted(state.Id, text));
}
