using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CommandCenter.Boards.Tickets;
using CommandCenter.Domain;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Operations;
using CommandCenter.Journal;

namespace CommandCenter.Boards.Tests.Histories;

/// <summary>A history written by hand, event by event, applied to boards as it is told.</summary>
internal sealed class Story
{
    public static readonly byte[] Key = [.. Enumerable.Range(1, 32).Select(static n => (byte)n)];

    private static readonly GrainAddress Somewhere = new("test", "grain");

    private DateTimeOffset _now = SmallHall.At(8, 0);
    private Actor _actor = Actor.Setup;
    private GrainAddress _grain = Somewhere;

    public BoardSet Boards { get; } = new(new() { TicketKey = Key });

    public List<JournalEntry> Entries { get; } = [];

    /// <summary>An operation founded on <see cref="SmallHall"/> with so many households, a plan and units.</summary>
    public static Story Founded(int households = 5) => new Story()
        .Tell(new OperationCreated(new("demo"), OperationMode.Drill), new PlanAdopted(SmallHall.Plan, "p"))
        .Tell(new ListsFrozen(households, households * 3, "h", SmallHall.Units.Length, "u"))
        .Tell([.. Enumerable.Range(1, households).Select(static n => new Domain.Households.HouseholdRegistered(SmallHall.Household(n)))])
        .Tell(new Domain.Inventories.UnitsListed(SmallHall.Units));

    /// <summary>From here on it is this moment.</summary>
    public Story At(int hour, int minute, int second = 0)
    {
        _now = SmallHall.At(hour, minute, second);
        return this;
    }

    /// <summary>From here on it is this moment of the next day.</summary>
    public Story NextDay(int hour, int minute)
    {
        _now = SmallHall.At(hour, minute).AddDays(1);
        return this;
    }

    /// <summary>From here on this post acts.</summary>
    public Story By(string post)
    {
        _actor = new(post);
        return this;
    }

    /// <summary>From here on the events are this grain's.</summary>
    public Story In(string kind, string key)
    {
        _grain = new(kind, key);
        return this;
    }

    /// <summary>What happens now.</summary>
    public Story Tell(params ReadOnlySpan<IEvent> events)
    {
        foreach (var e in events)
        {
            var name = e.GetType().GetCustomAttribute<StoredAttribute>()!.Name;
            var sequence = Entries.Count + 1;
            Entries.Add(new(sequence, _grain, sequence, name, default, e, _actor, new($"c{sequence}"), 0, null, _now, _now));
            Boards.Apply(Entries[^1]);
        }

        return this;
    }

    /// <summary>What a topic shows now.</summary>
    public T Read<T>(string topic) => Assert.IsType<T>(Boards.Read(topic)?.Data);

    /// <summary>A topic's data is exactly this JSON, whatever its white space.</summary>
    public void AssertShows(string topic, [StringSyntax(StringSyntaxAttribute.Json)] string expected)
    {
        var options = new JsonSerializerOptions { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        var data = JsonNode.Parse(BoardJson.Write(Boards.Read(topic)!))!["data"]!;
        Assert.Equal(JsonNode.Parse(expected)!.ToJsonString(options), data.ToJsonString(options));
    }

    /// <summary>What the household's own page shows now.</summary>
    public TicketBoard Page(int household) =>
        Read<TicketBoard>(TopicNames.OfTicket(TicketToken.Of(Key, SmallHall.Household(household).Id)));
}
