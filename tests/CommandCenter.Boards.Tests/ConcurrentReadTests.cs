using System.Collections.Concurrent;
using System.Text;
using CommandCenter.Boards.Tests.Histories;

namespace CommandCenter.Boards.Tests;

public sealed class ConcurrentReadTests
{
    private const int Readers = 4;

    [Theory]
    [MemberData(nameof(RandomDay.Seeds), MemberType = typeof(RandomDay))]
    public async Task Readers_WhileTheFeedApplies_SeeOnlyWholeSnapshots_NeverOlderOnes(int seed)
    {
        var day = await RandomDay.OfAsync(seed);
        var boards = new BoardSet();
        boards.Apply(day[0]);
        boards.Apply(day[1]);
        var seen = new ConcurrentDictionary<(string Topic, long Sequence), string>();
        var feeding = true;
        using var start = new Barrier(Readers + 1);
        var readers = Enumerable.Range(0, Readers).Select(n => Task.Factory.StartNew(
            () => Read(boards, new Random(seed + n), start, seen, () => Volatile.Read(ref feeding)),
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)).ToList();

        start.SignalAndWait();
        foreach (var entry in day.Skip(2))
        {
            boards.Apply(entry);
        }

        Volatile.Write(ref feeding, false);
        var reads = await Task.WhenAll(readers);
        Assert.All(reads, static count => Assert.True(count > 0));

        // What they saw is what one reader alone sees at that sequence.
        var alone = new BoardSet();
        foreach (var entry in day)
        {
            alone.Apply(entry);
            foreach (var topic in alone.TakeChanged())
            {
                if (seen.Remove((topic, entry.Sequence), out var json))
                {
                    Assert.Equal(Json(alone.Read(topic)!), json);
                }
            }
        }

        Assert.All(seen.Keys, static left => Assert.Equal(0, left.Sequence));
    }

    private static int Read(
        BoardSet boards, Random random, Barrier start, ConcurrentDictionary<(string, long), string> seen, Func<bool> goOn)
    {
        var last = new Dictionary<string, long>();
        var topics = boards.Topics.ToList();
        var reads = 0;
        start.SignalAndWait();
        do
        {
            var snapshot = boards.Read(topics[random.Next(topics.Count)])!;
            Assert.True(snapshot.Sequence >= last.GetValueOrDefault(snapshot.Topic), snapshot.Topic);
            last[snapshot.Topic] = snapshot.Sequence;
            var json = Json(snapshot);
            Assert.Equal(json, seen.GetOrAdd((snapshot.Topic, snapshot.Sequence), json));
            reads++;
        }
        while (goOn());

        return reads;
    }

    private static string Json(BoardSnapshot snapshot) => Encoding.UTF8.GetString(BoardJson.Write(snapshot));
}
