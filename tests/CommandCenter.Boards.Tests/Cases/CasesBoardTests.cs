using CommandCenter.Boards.Cases;
using CommandCenter.Boards.Tests.Histories;
using CommandCenter.Domain.Cases;

namespace CommandCenter.Boards.Tests.Cases;

public sealed class CasesBoardTests
{
    [Fact]
    public void Matter_ShowsItsFactsAndItsFile()
    {
        var story = Story.Founded()
            .At(9, 0).By("reception").Tell(Registered("c1", 12, CaseKind.Complex))
            .At(9, 5).Tell(new CaseAssigned(new("c1"), new("service-leader")), new CaseInterimReplied(new("c1"), "正在核实", SmallHall.At(14, 0)))
            .At(14, 0).By("system:deadline").Tell(new CaseOverdue(new("c1"), 1, new("service-leader"), null))
            .At(14, 30).By("service-leader").Tell(new CaseAnswered(new("c1"), "按条款办理", new("c12")));

        story.AssertShows("cases", """
            {
              "open": 0, "overdue": 0, "answered": 1,
              "categories": [
                { "category": "request", "open": 0, "overdue": 0, "answered": 0 },
                { "category": "suggestion", "open": 0, "overdue": 0, "answered": 0 },
                { "category": "complaint", "open": 0, "overdue": 0, "answered": 1 },
                { "category": "secondChild", "open": 0, "overdue": 0, "answered": 0 },
                { "category": "addedMember", "open": 0, "overdue": 0, "answered": 0 },
                { "category": "priceDifference", "open": 0, "overdue": 0, "answered": 0 }
              ],
              "matters": [
                {
                  "case": "c1", "category": "complaint", "channel": "window", "kind": "complex", "household": "002", "text": "对面积有异议",
                  "responsible": { "id": "service-leader", "name": { "zh": "服务组长", "en": "Service leader" } },
                  "registeredAt": "2026-05-18T09:00:00+08:00",
                  "registeredBy": { "id": "reception", "name": { "zh": "签到台", "en": "Reception" } }, "registeredIn": 10, "due": "2026-05-18T14:00:00+08:00", "overdueLevel": 1, "reopened": 0,
                  "answeredAt": "2026-05-18T14:30:00+08:00", "answer": "按条款办理", "clause": "c12", "citation": "第 12 条",
                  "file": [
                    { "sequence": 11, "at": "2026-05-18T09:05:00+08:00", "kind": "assigned", "by": { "id": "reception", "name": { "zh": "签到台", "en": "Reception" } }, "text": "service-leader" },
                    { "sequence": 12, "at": "2026-05-18T09:05:00+08:00", "kind": "interimReply", "by": { "id": "reception", "name": { "zh": "签到台", "en": "Reception" } }, "text": "正在核实" },
                    { "sequence": 13, "at": "2026-05-18T14:00:00+08:00", "kind": "overdue", "by": { "id": "system:deadline" }, "text": "service-leader" },
                    { "sequence": 14, "at": "2026-05-18T14:30:00+08:00", "kind": "answered", "by": { "id": "service-leader", "name": { "zh": "服务组长", "en": "Service leader" } }, "text": "按条款办理" }
                  ]
                }
              ]
            }
            """);
    }

    [Fact]
    public void Open_StandByDueTime_BeforeAnswered_NewestFirst()
    {
        var story = Story.Founded().Tell(Registered("c1", 15), Registered("c2", 12), Registered("c3", 10), Registered("c4", 11))
            .At(9, 10).Tell(new CaseAnswered(new("c3"), "答复", new("c12")))
            .At(9, 20).Tell(new CaseAnswered(new("c4"), "答复", new("c12")));

        Assert.Equal(["c2", "c1", "c4", "c3"], story.Read<CasesBoard>("cases").Matters.Select(static m => m.Case.Value));
    }

    [Fact]
    public void Reopened_IsOpenAgain_WithoutAnswer_InTime()
    {
        var story = Story.Founded().Tell(Registered("c1", 12), new CaseOverdue(new("c1"), 2, new("commander"), null));
        Assert.Equal((1, 1), Counts());

        story.Tell(new CaseAnswered(new("c1"), "答复", new("c12")));
        Assert.Equal((0, 0), Counts());

        story.Tell(new CaseReopened(new("c1"), "有异议", 1, SmallHall.At(17, 0)));
        Assert.Equal((1, 0), Counts());
        var matter = Assert.Single(story.Read<CasesBoard>("cases").Matters);
        Assert.Equal((1, null, null, SmallHall.At(17, 0)), (matter.Reopened, matter.Answer, matter.AnsweredAt, matter.Due));

        (int, int) Counts() => (story.Read<CasesBoard>("cases").Open, story.Read<CasesBoard>("cases").Overdue);
    }

    private static CaseRegistered Registered(string id, int dueHour, CaseKind kind = CaseKind.Simple) => new(
        new(id), CaseCategory.Complaint, CaseChannel.Window, Line.H(2), "对面积有异议", kind, new("reception"), SmallHall.At(dueHour, 0));
}
