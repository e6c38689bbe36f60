using CommandCenter.Boards.Tests.Histories;
using CommandCenter.Boards.Tickets;
using CommandCenter.Domain;
using CommandCenter.Domain.Cases;

namespace CommandCenter.Boards.Tests;

public sealed class BoardSetTests
{
    [Fact]
    public void New_HasTheFixedTopics_AtSequenceZero()
    {
        var boards = new BoardSet();

        Assert.Equal(["calibration", "cards", "cases", "circumstances", "communication", "drill", "flow", "hall", "households", "meetings", "notice", "plan", "report", "site", "state", "supervision", "timeline", "units", "zones"], boards.Topics.Order());
        Assert.All(boards.Topics, topic => Assert.Equal((0, default), (boards.Read(topic)!.Sequence, boards.Read(topic)!.At)));
        Assert.Empty(boards.TakeChanged());
    }

    [Fact]
    public void Founded_HasATopicForEachQueueWindowGroupBuildingAndHousehold()
    {
        var story = Story.Founded(2);

        Assert.Equal(
            [
                "calibration", "cards", "cases", "circumstances", "communication", "drill", "findings:order", "findings:service", "flow", "group:order", "group:service", "hall", "household:h001", "household:h002", "households", "meetings", "notice", "plan", "queue:consultation", "queue:selection", "queue:settlement",
                "queue:signing", "queue:verification", "report", "site", "state", "supervision", "timeline", "units", "units:1", "units:2",
                "window:w1", "window:w2", "window:w3", "window:w4", "window:w5", "window:w6", "zones",
            ],
            story.Boards.Topics.Except([TopicOf(1), TopicOf(2)]).Where(static t => !t.StartsWith("contact:", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Equal(52, story.Boards.Topics.Count);

        static string TopicOf(int household) => TopicNames.OfTicket(TicketToken.Of(Story.Key, SmallHall.Household(household).Id));
    }

    [Fact]
    public void Founded_WithoutAKey_HasNoHouseholdPages()
    {
        var boards = new BoardSet();
        foreach (var entry in Story.Founded(2).Entries)
        {
            boards.Apply(entry);
        }

        Assert.DoesNotContain(boards.Topics, static t => t.StartsWith("ticket:", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_UnknownTopic_IsNull()
    {
        var boards = Story.Founded().Boards;

        Assert.All(["", "nothing", "window:w99", "ticket:", "incident:i1"], topic => Assert.Null(boards.Read(topic)));
    }

    [Fact]
    public void Read_UnchangedTopic_IsTheSameSnapshot()
    {
        var story = Story.Founded();
        var before = story.Boards.Read("window:w2");

        story.Tell(Line.Open(1, "verification"));

        Assert.Same(before, story.Boards.Read("window:w2"));
        Assert.Equal(story.Entries.Count, story.Boards.Read("window:w1")!.Sequence);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public void Apply_EntryThatIsNotTheNext_IsRefused_AndChangesNothing(int sequence)
    {
        var entries = Story.Founded().Entries;
        var boards = new BoardSet();
        boards.Apply(entries[0]);
        boards.TakeChanged();

        Assert.Throws<ArgumentException>(() => boards.Apply(entries[1] with { Sequence = sequence }));

        Assert.Equal(1, boards.Sequence);
        Assert.Empty(boards.TakeChanged());
    }

    [Fact]
    public void Apply_EventThatNobodyKnows_Stops_AndNamesIt()
    {
        var entry = Story.Founded().Entries[0] with { Event = new Unheard() };

        var thrown = Assert.Throws<InvalidOperationException>(() => new BoardSet().Apply(entry));

        Assert.Contains(nameof(Unheard), thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TakeChanged_NamesEachTopicOnce_AndThenNothing()
    {
        var story = Story.Founded();
        story.Boards.TakeChanged();

        story.Tell(
            new CaseRegistered(new("c1"), CaseCategory.Request, CaseChannel.Window, null, "问题", CaseKind.Simple, new("commander"), SmallHall.At(17, 0)),
            new CaseNoted(new("c1"), "已联系"));

        Assert.Equal<string>(["cases", "case:c1", "circumstances", "report", "report:2026-05-18", "drill"], story.Boards.TakeChanged());
        Assert.Empty(story.Boards.TakeChanged());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(15)]
    public void TicketToken_ShortKey_IsRefused(int length) =>
        Assert.Throws<ArgumentException>(() => TicketToken.Of(new byte[length], new("h001")));

    [Fact]
    public void TicketToken_DependsOnKeyAndHousehold_AndOnNothingElse()
    {
        var token = TicketToken.Of(Story.Key, new("h001"));

        Assert.Equal(token, TicketToken.Of([.. Story.Key], new("h001")));
        Assert.Matches("^[A-Za-z0-9_-]{22}$", token);
        Assert.NotEqual(token, TicketToken.Of(Story.Key, new("h002")));
        Assert.NotEqual(token, TicketToken.Of([.. Story.Key.Reverse()], new("h001")));
    }

    private sealed record Unheard : IEvent;
}
