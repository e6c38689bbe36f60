using CommandCenter.Domain.Cases;
using CommandCenter.Domain.Operations;

namespace CommandCenter.Domain.Tests.Cases;

public sealed class CasePropertyTests
{
    private static readonly ICommand[] Commands =
    [
        new RegisterCase(CaseCategory.Request, CaseChannel.Window, null, "换户型", CaseKind.Complex, null),
        new RegisterCase(CaseCategory.Complaint, CaseChannel.Hotline, new("h1"), "等候太久", CaseKind.Simple, new("reception")),
        new AssignCase(new("reception")), new AssignCase(new("commander")), new NoteCase("已核对"),
        new ReplyInterim("正在核实", TestPlans.At(11, 0)), new ReplyInterim("正在核实", TestPlans.At(15, 0)),
        new AnswerCase("已答复", new("c12"), null), new AnswerCase("已答复", new("c99"), null), new ReopenCase("未解决"),
    ];

    [Fact]
    public void AnyHistory_ClosesOnlyWithAnAnswer_AndCountsReopening() =>
        new RandomHistory(new CaseDecider(), "c1", OperationMode.Live, Commands).Check<CaseState>((before, e, after) =>
        {
            Assert.Equal(e is CaseAnswered, before.IsOpen && !after.IsOpen);
            Assert.Equal(before.Reopened + (e is CaseReopened ? 1 : 0), after.Reopened);
            Assert.True(e is not CaseOverdue overdue || overdue.Level > before.Level);
        });
}
