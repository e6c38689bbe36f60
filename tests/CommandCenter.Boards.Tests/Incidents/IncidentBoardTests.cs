using CommandCenter.Boards.Incidents;
using CommandCenter.Boards.Tests.Histories;
using CommandCenter.Domain.Groups;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Incidents;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Boards.Tests.Incidents;

public sealed class IncidentBoardTests
{
    private static readonly IncidentId I1 = new("i1");

    [Fact]
    public void Story_IsToldFromReportToReview()
    {
        var story = Raised()
            .At(9, 1).By("service-leader").Tell(new IncidentAcknowledged(I1, "service-leader", SmallHall.At(9, 6)))
            .At(9, 2).By("system:deadline").Tell(new IncidentEscalated(I1, new("service"), IncidentClock.Reach, 1, "service-leader", SmallHall.At(9, 12), [], false))
            .At(9, 3).By("service-leader").Tell(new IncidentResponding(I1, "service-leader"))
            .At(9, 4).Tell(new IncidentOnScene(I1, "service-leader"))
            .At(9, 5).Tell(new IncidentItemChecked(I1, "service-leader", "doctor"))
            .At(9, 20).Tell(new IncidentResolved(I1, new("service"), "service-leader", "已送医"))
            .At(10, 0).Tell(new IncidentClosed(I1, "commander", "处置及时"));

        story.AssertShows("incident:i1", """
            {
              "incident": "i1",
              "type": "illness",
              "typeName": { "zh": "不适", "en": "Illness" },
              "zone": "hall",
              "zoneName": { "zh": "大厅", "en": "Hall" },
              "severity": 1,
              "stage": "closed",
              "confidential": false,
              "text": "老人头晕",
              "household": "h003",
              "householdNumber": "003",
              "reporter": { "id": "clerk-1", "name": { "zh": "1 号窗口办事员", "en": "Clerk 1" } },
              "owner": "service",
              "ownerName": { "zh": "服务", "en": "Service" },
              "raisedAt": "2026-05-18T09:00:00+08:00",
              "acknowledgeBy": "2026-05-18T09:01:00+08:00",
              "reachBy": "2026-05-18T09:02:00+08:00",
              "resolveBy": "2026-05-18T09:30:00+08:00",
              "acknowledgedAt": "2026-05-18T09:01:00+08:00",
              "acknowledgedBy": { "id": "service-leader", "name": { "zh": "服务组长", "en": "Service leader" } },
              "onSceneAt": "2026-05-18T09:04:00+08:00",
              "resolvedAt": "2026-05-18T09:20:00+08:00",
              "escalationLevel": 0,
              "escalatedTo": { "id": "service-leader", "name": { "zh": "服务组长", "en": "Service leader" } },
              "escalations": [
                { "at": "2026-05-18T09:02:00+08:00", "clock": "reach", "level": 1, "to": { "id": "service-leader", "name": { "zh": "服务组长", "en": "Service leader" } }, "skipped": [], "nobodyThere": false }
              ],
              "times": { "acknowledge": 60, "reach": 240, "resolve": 1200 },
              "mergedFrom": [],
              "outcome": "已送医",
              "review": "处置及时",
              "checklist": [
                { "id": "doctor", "text": { "zh": "呼叫医护", "en": "Call the doctor" }, "due": "2026-05-18T09:03:00+08:00",
                  "checkedAt": "2026-05-18T09:05:00+08:00", "by": { "id": "service-leader", "name": { "zh": "服务组长", "en": "Service leader" } }, "late": true }
              ],
              "photos": [], "voices": [], "log": [
                { "at": "2026-05-18T09:00:00+08:00", "kind": "raised", "by": { "id": "clerk-1", "name": { "zh": "1 号窗口办事员", "en": "Clerk 1" } }, "text": "老人头晕" },
                { "at": "2026-05-18T09:01:00+08:00", "kind": "acknowledged", "by": { "id": "service-leader", "name": { "zh": "服务组长", "en": "Service leader" } } },
                { "at": "2026-05-18T09:02:00+08:00", "kind": "escalated", "by": { "id": "system:deadline" }, "text": "service-leader" },
                { "at": "2026-05-18T09:03:00+08:00", "kind": "responding", "by": { "id": "service-leader", "name": { "zh": "服务组长", "en": "Service leader" } } },
                { "at": "2026-05-18T09:04:00+08:00", "kind": "onScene", "by": { "id": "service-leader", "name": { "zh": "服务组长", "en": "Service leader" } } },
                { "at": "2026-05-18T09:05:00+08:00", "kind": "checked", "by": { "id": "service-leader", "name": { "zh": "服务组长", "en": "Service leader" } }, "text": "doctor" },
                { "at": "2026-05-18T09:20:00+08:00", "kind": "resolved", "by": { "id": "service-leader", "name": { "zh": "服务组长", "en": "Service leader" } }, "text": "已送医" },
                { "at": "2026-05-18T10:00:00+08:00", "kind": "closed", "by": { "id": "commander", "name": { "zh": "指挥", "en": "Commander" } }, "text": "处置及时" }
              ]
            }
            """);
    }

    [Fact]
    public void Clock_GoesFromAcknowledgeToReachToResolve_AndTheLevelIsThatOfClocksThatRun()
    {
        var story = Raised().Tell(Escalated(IncidentClock.Acknowledge, 1), Escalated(IncidentClock.Acknowledge, 3));
        Assert.Equal((IncidentClock.Acknowledge, 3), Running());

        story.Tell(new IncidentAcknowledged(I1, "service-leader", SmallHall.At(9, 6)));
        Assert.Equal((IncidentClock.Reach, 0), Running());

        story.Tell(Escalated(IncidentClock.Reach, 1), new IncidentOnScene(I1, "service-leader"));
        Assert.Equal((IncidentClock.Resolve, 0), Running());

        story.Tell(new IncidentResolved(I1, new("service"), "service-leader", "已送医"));
        Assert.Equal((null, 0), Running());

        (IncidentClock?, int) Running()
        {
            var board = story.Read<IncidentBoard>("incident:i1");
            return (board.Clock, board.EscalationLevel);
        }
    }

    [Fact]
    public void Reopened_RunsTheResolveClockOnly()
    {
        var board = Raised()
            .Tell(new IncidentFalseAlarm(I1, new("service"), "service-leader", "误报"))
            .Tell(new IncidentReopened(I1, new("service"), "service-leader", "再次发生", SmallHall.At(11, 0)))
            .Read<IncidentBoard>("incident:i1");

        Assert.Equal((IncidentStage.Raised, IncidentClock.Resolve, SmallHall.At(11, 0)), (board.Stage, board.Clock!.Value, board.ResolveBy));
    }

    [Fact]
    public void Silence_EndsWhenItWakes_AndWhenSomebodyIsThere()
    {
        var story = Raised().Tell(new IncidentAcknowledged(I1, "service-leader", SmallHall.At(9, 6)));
        Assert.Equal(SmallHall.At(9, 6), Silent());

        story.Tell(new IncidentWoke(I1));
        Assert.Null(Silent());

        story.Tell(new IncidentAcknowledged(I1, "service-leader", SmallHall.At(9, 16)), new IncidentOnScene(I1, "service-leader"));
        Assert.Null(Silent());

        DateTimeOffset? Silent() => story.Read<IncidentBoard>("incident:i1").SilentUntil;
    }

    [Fact]
    public void Merged_NamesTheOther()
    {
        var board = Raised().Tell(new IncidentMerged(I1, new("service"), new("i2"))).Read<IncidentBoard>("incident:i1");

        Assert.Equal((IncidentStage.Merged, "i2"), (board.Stage, board.MergedInto!.Value.Value));
    }

    [Fact]
    public void Merged_TheOtherNamesItToo()
    {
        var story = Raised().Tell(Report with { Incident = new("i2") }, new IncidentMerged(new("i2"), new("service"), I1));

        var board = story.Read<IncidentBoard>("incident:i1");

        Assert.Equal(["i2"], board.MergedFrom.Select(static i => i.Value));
    }

    [Fact]
    public void Escalated_SaysWhoWasPassedOver_AndThatNobodyIsThere()
    {
        SkippedPost[] skipped = [new(1, new("service-leader"), SkipReason.NotOnDuty), new(2, null, SkipReason.NotInPlan), new(3, new("commander"), SkipReason.NotOnDuty)];

        var story = Raised().Tell(new IncidentEscalated(I1, new("service"), IncidentClock.Acknowledge, 3, "commander", null, [.. skipped], true));

        var told = Assert.Single(story.Read<IncidentBoard>("incident:i1").Escalations);
        Assert.Equal((3, "commander", true), (told.Level, told.To!.Id, told.NobodyThere));
        Assert.Equal(
            [(1, "service-leader", SkipReason.NotOnDuty), (2, null, SkipReason.NotInPlan), (3, "commander", SkipReason.NotOnDuty)],
            told.Skipped.Select(static s => (s.Level, s.Post?.Id, s.Reason)));
        Assert.True(Assert.Single(story.Read<Boards.Site.SiteBoard>("site").Incidents).NobodyThere);
    }

    private static readonly IncidentRaised Report = new(
        I1, new("illness"), new("hall"), 1, "老人头晕", Line.H(3), "clerk-1", new("service"), false,
        [new ChecklistItem("doctor", SmallHall.Both("呼叫医护", "Call the doctor"), TimeSpan.FromMinutes(3))],
        SmallHall.At(9, 1), SmallHall.At(9, 2), SmallHall.At(9, 30));

    private static Story Raised() => Story.Founded().At(9, 0).By("clerk-1").Tell(Report);

    private static IncidentEscalated Escalated(IncidentClock clock, int level) => new(I1, new("service"), clock, level, "commander", null, [], false);
}
