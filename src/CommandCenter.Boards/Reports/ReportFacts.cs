using CommandCenter.Boards.State;
using CommandCenter.Journal;

namespace CommandCenter.Boards.Reports;

/// <summary>The promises and figures of all days of the operation.</summary>
internal sealed class ReportFacts(OperationFacts operation)
{
    private readonly Dictionary<string, Promise> _newest = new(StringComparer.Ordinal);
    private readonly Dictionary<(DateOnly Date, FigureKind Kind), List<long>> _figures = [];

    /// <summary>In the order in which they were made.</summary>
    public List<Promise> Promises { get; } = [];

    /// <summary>An entry with its day in the hall: a plan tells the hall's offset, before it the entry's own counts.</summary>
    public Moment MomentOf(JournalEntry entry) => new(entry.Sequence, entry.At, DateOf(entry.At));

    public DateOnly DateOf(DateTimeOffset at) =>
        DateOnly.FromDateTime((operation.PlanHash.Length == 0 ? at : at.ToOffset(operation.Plan.Opens.Offset)).DateTime);

    /// <summary>A promise; a subject's earlier ones have been kept.</summary>
    public void Add(Promise promise)
    {
        Promises.Add(promise);
        _newest[Key(promise.Kind, promise.Subject)] = promise;
    }

    /// <summary>The newest promise about a subject.</summary>
    public Promise? Find(PromiseKind kind, string subject) => _newest.GetValueOrDefault(Key(kind, subject));

    public void Count(FigureKind kind, Moment moment)
    {
        if (!_figures.TryGetValue((moment.Date, kind), out var entries))
        {
            _figures.Add((moment.Date, kind), entries = []);
        }

        entries.Add(moment.Sequence);
    }

    public IReadOnlyList<long> Figure(DateOnly date, FigureKind kind) => _figures.GetValueOrDefault((date, kind)) ?? [];

    // A decision is an order, too: the two share their subjects.
    private static string Key(PromiseKind kind, string subject) => $"{(kind == PromiseKind.Decision ? PromiseKind.Order : kind)} {subject}";
}
