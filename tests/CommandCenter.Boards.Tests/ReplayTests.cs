using System.Text;
using CommandCenter.Boards.Tests.Histories;
using CommandCenter.Journal;

namespace CommandCenter.Boards.Tests;

public sealed class ReplayTests
{
    [Theory]
    [MemberData(nameof(RandomDay.Seeds), MemberType = typeof(RandomDay))]
    public async Task Live_WithReadsInBetween_EqualsReplay_AtRandomMoments(int seed)
    {
        var day = await RandomDay.OfAsync(seed);
        var random = new Random(seed);
        var cuts = Enumerable.Range(0, 12).Select(_ => 1 + random.Next(day.Count)).Append(day.Count).ToHashSet();
        var live = NewBoards();
        foreach (var entry in day)
        {
            live.Apply(entry);
            ReadSome(live, random);
            if (cuts.Contains((int)entry.Sequence))
            {
                AssertSame(Replayed(day, (int)entry.Sequence), live, $"seed {seed}, entry {entry.Sequence} {entry.Event}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(RandomDay.Seeds), MemberType = typeof(RandomDay))]
    public async Task TakeChanged_NamesEveryTopicWhoseContentChanged(int seed)
    {
        var day = await RandomDay.OfAsync(seed);
        var boards = NewBoards();
        var last = new Dictionary<string, string>();
        foreach (var entry in day)
        {
            boards.Apply(entry);
            var changed = boards.TakeChanged();
            Assert.Equal(changed.Length, changed.Distinct().Count());
            foreach (var topic in changed)
            {
                var snapshot = boards.Read(topic)!;
                Assert.Equal((entry.Sequence, entry.At), (snapshot.Sequence, snapshot.At));
                last[topic] = Json(snapshot);
            }
        }

        // Whatever was not named since must still read as it did then: built afresh, it would show a change that was missed.
        var fresh = Replayed(day, day.Count);
        Assert.Equal(fresh.Topics.Order(), last.Keys.Order());
        Assert.All(fresh.Topics, topic => Assert.Equal(last[topic], Json(fresh.Read(topic)!)));
    }

    [Theory]
    [MemberData(nameof(RandomDay.Seeds), MemberType = typeof(RandomDay))]
    public async Task Read_AtAnyMoment_ShowsNothingOlderThanTheFacts(int seed)
    {
        const int Every = 5;
        var day = await RandomDay.OfAsync(seed);
        var boards = NewBoards();
        foreach (var entry in day)
        {
            boards.Apply(entry);
            foreach (var topic in boards.Topics.Where((_, i) => (entry.Sequence + i) % Every == 0))
            {
                var (kept, anew) = (Json(boards.Read(topic)!), Json(boards.ReadAnew(topic)));
                Assert.True(kept == anew, $"seed {seed}, entry {entry.Sequence} {entry.Event}: {topic}\nkept {kept}\nanew {anew}");
            }
        }
    }

    private static BoardSet NewBoards() => new(new() { TicketKey = Story.Key });

    private static BoardSet Replayed(List<JournalEntry> day, int count)
    {
        var boards = NewBoards();
        foreach (var entry in day.Take(count))
        {
            boards.Apply(entry);
        }

        return boards;
    }

    private static void ReadSome(BoardSet boards, Random random)
    {
        if (random.Next(3) > 0)
        {
            return;
        }

        var topics = boards.Topics.ToList();
        for (var i = 0; i < 3; i++)
        {
            boards.Read(topics[random.Next(topics.Count)]);
        }

        if (random.Next(5) == 0)
        {
            boards.TakeChanged();
        }
    }

    private static void AssertSame(BoardSet expected, BoardSet actual, string when)
    {
        Assert.Equal(expected.Topics.Order(), actual.Topics.Order());
        foreach (var topic in expected.Topics)
        {
            var (one, other) = (Json(expected.Read(topic)!), Json(actual.Read(topic)!));
            Assert.True(one == other, $"{when}: {topic}\nreplay {one}\nlive   {other}");
        }
    }

    private static string Json(BoardSnapshot snapshot) => Encoding.UTF8.GetString(BoardJson.Write(snapshot));
}
