using System.Reflection;
using CommandCenter.Boards;
using CommandCenter.Domain;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Operations;
using CommandCenter.Domain.Plans;
using CommandCenter.Journal;
using CommandCenter.Plans;
using CommandCenter.TestKit;

namespace CommandCenter.Server.Tests.Screens;

/// <summary>A day on the sample plan, told event by event, as its boards show it: for what takes hours.</summary>
internal sealed class ToldDay
{
    private static readonly GrainAddress Somewhere = new("test", "grain");

    public ToldDay(OperationMode mode) => At(8, 0, new OperationCreated(new("told"), mode), new PlanAdopted(Plan, "p"));

    public static Plan Plan { get; } = PlanFolder.Read(Checkout.Sample).Plan!;

    public BoardSet Boards { get; } = new();

    public List<JournalEntry> Entries { get; } = [];

    public static DateTimeOffset Moment(int hour, int minute) => new(Plan.Opens.Date + new TimeSpan(hour, minute, 0), Plan.Opens.Offset);

    /// <summary>What happens at this moment.</summary>
    public ToldDay At(int hour, int minute, params ReadOnlySpan<IEvent> events)
    {
        foreach (var e in events)
        {
            var name = e.GetType().GetCustomAttribute<StoredAttribute>()!.Name;
            var sequence = Entries.Count + 1;
            Entries.Add(new(sequence, Somewhere, sequence, name, default, e, new("order-leader"), new($"c{sequence}"), 0, null, Moment(hour, minute), Moment(hour, minute)));
            Boards.Apply(Entries[^1]);
        }

        return this;
    }

    /// <summary>What a topic shows now.</summary>
    public T Read<T>(string topic) => Assert.IsType<T>(Boards.Read(topic)?.Data);
}
