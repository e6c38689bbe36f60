using System.Text;
using CommandCenter.Boards.Tests.Histories;
using CommandCenter.Boards.Windows;
using CommandCenter.Domain.Households;

namespace CommandCenter.Boards.Tests;

public sealed class PrivacyTests
{
    [Theory]
    [MemberData(nameof(RandomDay.Seeds), MemberType = typeof(RandomDay))]
    public async Task PublicTopics_NeverHoldAFullName(int seed)
    {
        var day = await RandomDay.OfAsync(seed);
        var names = day.Select(static e => e.Event).OfType<HouseholdRegistered>()
            .SelectMany(static e => e.Entry.Members.Select(static m => m.Name).Append(e.Entry.Proxy?.Name).OfType<string>())
            .ToList();
        var boards = new BoardSet(new() { TicketKey = Story.Key });
        var scanned = 0;
        foreach (var entry in day)
        {
            boards.Apply(entry);
            foreach (var topic in boards.TakeChanged().Where(TopicNames.IsPublic))
            {
                var json = Encoding.UTF8.GetString(BoardJson.Write(boards.Read(topic)!));
                Assert.DoesNotContain(names, json.Contains);
                Assert.DoesNotContain("idTail", json, StringComparison.OrdinalIgnoreCase);
                scanned++;
            }
        }

        Assert.True(scanned > 1000, $"seed {seed}: only {scanned} boards scanned");
    }

    [Fact]
    public void IsPublic_IsTrueForHallUnitsAndTicketsOnly()
    {
        var story = Story.Founded().Tell(Line.Open(1, "verification"));

        Assert.Equal(
            ["hall", "units", "units:1", "units:2"],
            story.Boards.Topics.Where(TopicNames.IsPublic).Where(static t => !t.StartsWith("ticket:", StringComparison.Ordinal)).Order());
        Assert.Equal(5, story.Boards.Topics.Count(static t => t.StartsWith("ticket:", StringComparison.Ordinal)));
    }

    [Fact]
    public void IdTail_IsShownAtTheVerificationWindowOnly()
    {
        var at = SmallHall.At(9, 0);
        var story = Story.Founded()
            .Tell(Line.Open(1, "verification"), Line.Open(5, "signing"), Line.CheckIn(1, 1), Line.CheckIn(2, 1))
            .Tell(at.Issue("verification", 1, 1), at.Issue("signing", 1, 2))
            .Tell(at.Call("verification", 1, 1, 1))
            .Tell(at.Call("signing", 1, 2, 5));

        Assert.Equal("001x", story.Read<WindowBoard>("window:w1").Household!.Members[0].IdTail);
        Assert.All(story.Read<WindowBoard>("window:w5").Household!.Members, static m => Assert.Null(m.IdTail));
    }
}
