using CommandCenter.Domain.Cases;
using CommandCenter.Domain.Drills;
using CommandCenter.Domain.Forecasts;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;
using CommandCenter.Domain.Windows;

namespace CommandCenter.Domain.Tests.Drills;

/// <summary>What goes on all day anyway is a reaction only where the script says so: of which step, of which group.</summary>
public sealed class ReactionTests
{
    private static readonly WindowId W1 = new("w1");
    private static readonly StepId Signing = new("signing");
    private static readonly Actor Clerk = new("clerk-w1");
    private static readonly Plan Posts = Plan.Empty with
    {
        Posts = [new(new("clerk-w1"), new("1", "1"), PostRole.Clerk, new GroupId("service")), new(new("gate"), new("2", "2"), PostRole.GroupMember, new GroupId("order"))],
    };

    [Theory]
    [InlineData("signing", true)]
    [InlineData("selection", false)]
    [InlineData(null, true)]
    public void Window_OpenedOrPaused_IsAReactionOfItsOwnStep(string? step, bool answers)
    {
        StepId? named = step is null ? null : new(step);

        Assert.Equal(answers, Answers(new(ExpectedKind.WindowOpened, default) { Step = named }, new WindowOpened(W1, Signing, "clerk-w1"), Clerk));
        Assert.Equal(answers, Answers(new(ExpectedKind.WindowPaused, default) { Step = named }, new WindowPaused(W1, Signing, "停电", false), Clerk));
    }

    [Theory]
    [InlineData("clerk-w1", true)]
    [InlineData("gate", false)]
    [InlineData("nobody", false)]
    [InlineData("system:deadline", false)]
    public void Ledger_WrittenByAPost_IsAReactionOfItsOwnGroup(string actor, bool answers) => Assert.Equal(
        answers,
        Answers(new(ExpectedKind.CaseAnswered, default) { Group = new("service") }, new CaseAnswered(new("c1"), "已说明", new("c12")), new(actor)));

    [Fact]
    public void Window_BackFromABreak_IsAReturn()
    {
        var paused = new PausedWindows();

        Assert.False(paused.IsReturn(new WindowPaused(W1, Signing, "轮流用餐", false)));
        Assert.True(paused.IsReturn(new WindowOpened(W1, Signing, "clerk-w1")));
        Assert.False(paused.IsReturn(new WindowOpened(new("w2"), Signing, "clerk-w2")));
    }

    [Fact]
    public void Window_OpenedForAnotherStepOrByOrder_IsNoReturn()
    {
        var paused = new PausedWindows();
        paused.IsReturn(new WindowPaused(W1, Signing, "调整", false));
        Assert.False(paused.IsReturn(new WindowOpened(W1, new("selection"), "clerk-w1")));

        paused.IsReturn(new WindowPaused(W1, Signing, "调整", false));
        paused.IsReturn(Ordered(new(MoveKind.Open, [W1], Signing, null, null)));
        Assert.False(paused.IsReturn(new WindowOpened(W1, Signing, "clerk-w1")));
    }

    private static bool Answers(ExpectedAction action, IEvent e, Actor actor) => Reactions.Answers(
        new(new("busy"), null, "居民", null, "人多", null, null) { Action = action with { Within = TimeSpan.FromMinutes(5) } }, e, actor, Posts);

    private static MoveOrdered Ordered(Move move) => new(1, move, new(default, default, default), new(default, default, default));
}
