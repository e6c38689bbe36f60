using CommandCenter.Domain;
using CommandCenter.Domain.Drills;
using CommandCenter.Domain.Identity;
using CommandCenter.Simulation.Scenarios;

namespace CommandCenter.Simulation.Tests.Drills;

/// <summary>What a director keeps in hand or cancels does not come by itself, whatever it waits for.</summary>
public sealed class InjectsInHandTests
{
    private static readonly TimeSpan Before = new(8, 20, 0);
    private static readonly TimeSpan Shortly = new(9, 16, 0);
    private static readonly TimeSpan Later = new(10, 30, 0);

    public static TheoryData<string, bool> EachCondition => new()
    {
        { "crowding", false }, { "crowding", true }, { "report", false }, { "report", true }, { "nobody-came", false }, { "nobody-came", true },
    };

    [Theory]
    [MemberData(nameof(EachCondition))]
    public async Task Condition_OfAnInjectInHandOrCancelled_BringsNothing(string inject, bool cancelled)
    {
        await using var drill = await Rehearsal.UntilAsync(Scripted(), Before);
        await drill.DirectAsync(Take(inject, cancelled));

        await drill.GoOnAsync(Later);

        Assert.Null(await drill.CameAsync(inject));
    }

    [Theory]
    [InlineData("report")]
    [InlineData("nobody-came")]
    public async Task Delay_OfAnInjectTakenInHandMeanwhile_BringsNothing(string inject)
    {
        await using var drill = await Rehearsal.UntilAsync(Scripted(), Shortly);
        await drill.DirectAsync(Take(inject, cancelled: false));

        await drill.GoOnAsync(Later);

        Assert.Equal(new(9, 15, 0), await drill.CameAsync("call"));
        Assert.Null(await drill.CameAsync(inject));
    }

    [Theory]
    [InlineData("crowding")]
    [InlineData("report")]
    [InlineData("nobody-came")]
    public async Task Condition_OfAnInjectThatNobodyTouched_BringsIt(string inject)
    {
        await using var drill = await Rehearsal.UntilAsync(Scripted(), Later);

        Assert.NotNull(await drill.CameAsync(inject));
    }

    [Fact]
    public async Task InjectInHand_DeliveredByHand_ComesAndWhatFollowsItToo()
    {
        await using var drill = await Rehearsal.UntilAsync(Scripted(), Before);
        await drill.DirectAsync(new HoldInject(new("call")));
        await drill.GoOnAsync(Shortly);

        await drill.DirectAsync(new DeliverInject(new("call")));
        await drill.GoOnAsync(Later);

        Assert.Equal(Shortly, await drill.CameAsync("call"));
        Assert.Equal(Shortly + TimeSpan.FromMinutes(5), await drill.CameAsync("report"));
    }

    [Fact]
    public async Task InjectInHand_AfterARestart_IsStillInHand()
    {
        await using var drill = await Rehearsal.UntilAsync(Scripted(), Shortly);
        await drill.DirectAsync(new HoldInject(new("report")));

        await using var again = await drill.RestartAsync();
        await again.GoOnAsync(Later);

        Assert.Null(await again.CameAsync("report"));
    }

    private static ICommand Take(string inject, bool cancelled) =>
        cancelled ? new CancelInject(new(inject)) : new HoldInject(new(inject));

    // A call at a quarter past nine that nobody answers, what follows from it, and what comes when people wait.
    private static Scenario Scripted() => Sample.Scenario("standard-day") with
    {
        Injects =
        [
            new(Inject("call") with { Action = new(ExpectedKind.OrderGiven, TimeSpan.FromMinutes(3)) }, new TimeSpan(9, 15, 0), null),
            new(Inject("report"), null, new(ConditionKind.MinutesAfter, "call", 5)),
            new(Inject("nobody-came"), null, new(ConditionKind.Unanswered, "call", 4)),
            new(Inject("crowding"), null, new(ConditionKind.WaitingAbove, "verification", 3)),
        ],
    };

    private static Inject Inject(string id) => new(new(id), null, "现场群众", new GroupId("order"), "要求派人", null, null);
}
