using CommandCenter.Boards.Tests.Histories;
using CommandCenter.Boards.Timeline;
using CommandCenter.Domain.Incidents;
using CommandCenter.Domain.Inventories;
using CommandCenter.Domain.Operations;
using CommandCenter.Domain.Plans;
using CommandCenter.Domain.Queues;
using CommandCenter.Domain.Windows;

namespace CommandCenter.Boards.Tests.Timeline;

public sealed class TimelineBoardTests
{
    [Fact]
    public void NotableEvents_StandNewestFirst_WithTheirArguments()
    {
        var story = Story.Founded(1)
            .At(9, 0).By("commander").In("operation", "self").Tell(new OperationOpened("先行开放", ["power", "order"]))
            .At(9, 30).By("system:policy").In("queue", "verification").Tell(SmallHall.At(9, 0).Call("verification", 7, 1, 2, CallKind.OutOfOrder, "行动不便")[0])
            .At(10, 0).By("supervisor").In("inventory", "main").Tell(new UnitReversed(new("1-101"), Line.H(1), Line.W(3), "登记有误"));

        story.AssertShows("timeline", """
            {
              "entries": [
                { "sequence": 8, "at": "2026-05-18T10:00:00+08:00", "kind": "unitReversed",
                  "arguments": [ { "zh": "1-101", "en": "1-101" }, { "zh": "登记有误", "en": "登记有误" } ],
                  "subject": "inventory/main", "by": { "id": "supervisor", "name": { "zh": "督查", "en": "Supervisor" } } },
                { "sequence": 7, "at": "2026-05-18T09:30:00+08:00", "kind": "calledOutOfOrder",
                  "arguments": [ { "zh": "V007", "en": "V007" }, { "zh": "2 号窗口", "en": "Window 2" }, { "zh": "行动不便", "en": "行动不便" } ],
                  "subject": "queue/verification", "by": { "id": "system:policy" } },
                { "sequence": 6, "at": "2026-05-18T09:00:00+08:00", "kind": "openedWithOverride",
                  "arguments": [ { "zh": "2", "en": "2" }, { "zh": "先行开放", "en": "先行开放" } ],
                  "subject": "operation/self", "by": { "id": "commander", "name": { "zh": "指挥", "en": "Commander" } } }
              ]
            }
            """);
    }

    [Fact]
    public void OrdinaryEvents_AreNotNotable()
    {
        var at = SmallHall.At(9, 0);
        var story = Story.Founded().Tell(Line.Open(1, "verification"), Line.CheckIn(1, 1), at.Issue("verification", 1, 1))
            .Tell(at.Call("verification", 1, 1, 1)).Tell(Line.Pass("verification", 1, 1, 1))
            .Tell(new WindowPaused(Line.W(1), Line.Step("verification"), "停电", BySuspension: true));

        Assert.Empty(story.Read<TimelineBoard>("timeline").Entries);
    }

    [Fact]
    public void ConfidentialIncident_IsNamedByItsZoneAlone()
    {
        var due = SmallHall.At(10, 0);
        var entries = Story.Founded().Tell(
            new IncidentRaised(new("i1"), new("petition"), new("hall"), 3, "某户反映", Line.H(1), "clerk-1", new("service"), true, [], due, due, due),
            new IncidentEscalated(new("i1"), new("service"), IncidentClock.Reach, 3, "commander", null, [], false),
            new IncidentEscalated(new("i1"), new("service"), IncidentClock.Resolve, 3, "", null, [], false)).Read<TimelineBoard>("timeline").Entries;

        Label[] place = [SmallHall.Both("保密事件", "Confidential incident"), SmallHall.Both("大厅", "Hall")];
        Assert.Equal([TimelineKind.IncidentNotResolved, TimelineKind.IncidentNotReached, TimelineKind.IncidentRaised], entries.Select(static e => e.Kind));
        Assert.Equal([.. place, new("3", "3")], entries[2].Arguments.ToArray());
        Assert.Equal([.. place, SmallHall.Both("指挥", "Commander")], entries[1].Arguments.ToArray());
        Assert.Equal([.. place, new("", "")], entries[0].Arguments.ToArray());
    }

    [Fact]
    public void OfMoreThanTwoHundred_TheNewestStay()
    {
        var story = Story.Founded();
        for (var n = 0; n < 230; n++)
        {
            story.Tell(new UnitWithdrawn(new($"1-{n}"), "漏水"));
        }

        var entries = story.Read<TimelineBoard>("timeline").Entries;

        Assert.Equal((200, "1-229", "1-30"), (entries.Length, entries[0].Arguments[0].Zh, entries[^1].Arguments[0].Zh));
    }
}
