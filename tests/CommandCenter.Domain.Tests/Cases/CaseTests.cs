using CommandCenter.Domain.Cases;
using CommandCenter.Domain.Identity;

namespace CommandCenter.Domain.Tests.Cases;

public sealed class CaseTests : CaseTest
{
    private static readonly DateTimeOffset Tomorrow = At(9, 0).AddDays(1);

    [Fact]
    public void Assign_AnotherPost_MakesItResponsible() =>
        Case(Simple).When(new AssignCase(new("service-leader"))).ThenEvents(new CaseAssigned(C1, new("service-leader")));

    [Fact]
    public void Assign_ThePostThatIsResponsible_DoesNothing() =>
        Case(Simple).When(new AssignCase(Reception)).ThenNothing();

    [Fact]
    public void Assign_UnknownPost_IsRefused() =>
        Case(Simple).When(new AssignCase(new("mayor"))).ThenRejected("not-found", "post");

    [Fact]
    public void Note_Open_IsWrittenDown() =>
        Case(Simple).When(new NoteCase("已核对叫号记录")).ThenEvents(new CaseNoted(C1, "已核对叫号记录"));

    [Fact]
    public void ReplyInterim_Complex_MovesTheDueTime()
    {
        var after = Case(Complex)
            .When(new ReplyInterim("正在核实", Tomorrow))
            .ThenEvents(new CaseInterimReplied(C1, "正在核实", Tomorrow));

        Assert.Equal([new Deadline("reply", Tomorrow)], after.History.Deadlines);
    }

    [Fact]
    public void ReplyInterim_NextNotInTheFuture_IsRefused() =>
        Case(Complex).When(new ReplyInterim("正在核实", Now), Now).ThenRejected("in-the-past", "next");

    [Fact]
    public void ReplyInterim_Simple_IsRefused() =>
        Case(Simple).When(new ReplyInterim("正在核实", Tomorrow)).ThenRejected(Rejections.CaseIsSimple);

    [Fact]
    public void Answer_WithTextAndClause_Closes()
    {
        var after = Case(Simple).When(new AnswerCase("已加开窗口", new("c12"), null)).ThenEvents(Answered);

        Assert.Empty(after.History.Deadlines);
    }

    [Fact]
    public void Answer_FromACard_NamesTheCard() =>
        Case(Simple).When(new AnswerCase("已加开窗口", new("c12"), new("q1"))).ThenEvents(Answered, new CaseCardCited(C1, new("q1")));

    [Fact]
    public void Answer_CardThatIsNoId_IsRefused() =>
        Case(Simple).When(new AnswerCase("已加开窗口", new("c12"), new("No Card"))).ThenRejected("not-found", "card");

    [Fact]
    public void Answer_WithoutText_IsRefused() =>
        Case(Simple).When(new AnswerCase("", new("c12"), null)).ThenRejected("required", "text");

    [Fact]
    public void Answer_ClauseThatWasNotPublished_IsRefused() =>
        Case(Simple).When(new AnswerCase("已加开窗口", new("c99"), null)).ThenRejected("not-found", "clause");

    [Fact]
    public void Answer_TwiceInTheSameWords_DoesNothing() =>
        Case(Simple, Answered).When(new AnswerCase("已加开窗口", new("c12"), null)).ThenNothing();

    [Fact]
    public void AnyCommand_Answered_IsRefused()
    {
        ICommand[] commands =
        [
            new AssignCase(new("commander")), new NoteCase("x"), new ReplyInterim("x", Tomorrow), new AnswerCase("x", new("c12"), null),
        ];
        Assert.All(commands, static c => Case(Complex, Answered).When(c).ThenRejected(Rejections.CaseAnsweredAlready));
    }

    [Fact]
    public void Reopen_Answered_CountsAndSetsANewDueTime()
    {
        var first = Case(Simple, Answered)
            .When(new ReopenCase("未解决"), At(12, 0))
            .ThenEvents(new CaseReopened(C1, "未解决", 1, At(17, 0)));
        var answered = first.History.When(new AnswerCase("已加开窗口", new("c12"), null), At(13, 0)).ThenEvents(Answered);
        answered.History
            .When(new ReopenCase("仍未解决"), At(18, 0))
            .ThenEvents(new CaseReopened(C1, "仍未解决", 2, At(0, 0).AddDays(1)));
    }

    [Fact]
    public void Reopen_Open_IsRefused() =>
        Case(Simple).When(new ReopenCase("未解决")).ThenRejected(Rejections.CaseOpenYet);

    [Fact]
    public void Overdue_Unanswered_TellsTheResponsibleThenTheCommander()
    {
        var first = Case(Simple).WhenDue("reply").ThenEvents(new CaseOverdue(C1, 1, Reception, At(17, 10)));
        var second = first.History.WhenDue("reply").ThenEvents(new CaseOverdue(C1, 2, new("commander"), null));

        Assert.Empty(second.History.Deadlines);
    }

    [Fact]
    public void Overdue_TheCommandersOwn_IsToldOnce() =>
        Case(Simple, new CaseAssigned(C1, new("commander")))
            .WhenDue("reply")
            .ThenEvents(new CaseOverdue(C1, 1, new("commander"), null));

    [Fact]
    public void Overdue_ThenInterimReply_StartsFromTheFirstLevel() =>
        Case(Complex, new CaseOverdue(C1, 1, Reception, At(10, 10).AddDays(1)), new CaseInterimReplied(C1, "正在核实", At(12, 0).AddDays(1)))
            .WhenDue("reply")
            .ThenEvents(new CaseOverdue(C1, 1, Reception, At(12, 10).AddDays(1)));

    [Fact]
    public void Overdue_AnsweredMeanwhile_DoesNothing() =>
        Case(Simple, Answered).When(new MeetDeadline("reply", At(17, 0)), At(17, 0), Actor.Deadline.Value).ThenNothing();
}
