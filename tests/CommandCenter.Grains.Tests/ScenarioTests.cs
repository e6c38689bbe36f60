using CommandCenter.Domain;
using CommandCenter.Domain.Cases;
using CommandCenter.Domain.Operations;
using CommandCenter.Grains.Tests.Fakes;
using CommandCenter.TestKit;

namespace CommandCenter.Grains.Tests;

/// <summary>Given/when/then itself: a story that goes otherwise must fail, and say how.</summary>
public sealed class ScenarioTests
{
    private static readonly Scenario Story = Scenario.Of(new NotebookDecider("case"), "a").Given(new CaseNoted(new("a"), "x"));

    [Fact]
    public void Then_AsTold_GoesOnAfterTheEvents() => Story
        .When(new Write("y")).Then(new CaseNoted(new("a"), "y"))
        .When(new WriteOnce("y")).ThenNothing()
        .When(new WriteUpTo(2, "z")).Then(Rejections.OutOfRange)
        .In(OperationPhase.Suspended).When(new WriteWhileOpen("z")).Then(Rejections.OperationSuspendedNow);

    [Fact]
    public void WhenDue_DeadlineStated_MovesTheClockAndMeetsIt() => Story
        .When(new PromiseBy(Scenario.Morning.AddHours(1))).ThenAccepted()
        .ThenDeadlines(new Deadline(NotebookDecider.PromiseName, Scenario.Morning.AddHours(1)))
        .WhenDue(NotebookDecider.PromiseName).Then(new CaseOverdue(new("a"), 1, new("commander"), null))
        .ThenDeadlines();

    public static TheoryData<string, Action> WrongStories => new()
    {
        { "other event", static () => Story.When(new Write("y")).Then(new CaseNoted(new("a"), "z")) },
        { "missing event", static () => Story.When(new Write("y", "z")).Then(new CaseNoted(new("a"), "y")) },
        { "events instead of nothing", static () => Story.When(new Write("y")).ThenNothing() },
        { "refusal instead of events", static () => Story.When(new WriteUpTo(0, "y")).Then(new CaseNoted(new("a"), "y")) },
        { "refusal instead of acceptance", static () => Story.When(new WriteUpTo(0, "y")).ThenAccepted() },
        { "other refusal", static () => Story.When(new WriteUpTo(0, "y")).Then(Rejections.WrongPhase) },
        { "other detail", static () => Story.When(new Tell()).Then(Rejections.WrongPhase.With("nothing")) },
        { "acceptance instead of refusal", static () => Story.When(new Write("y")).Then(Rejections.WrongPhase) },
        { "no such deadline", static () => Story.WhenDue("promise") },
        { "other deadlines", static () => Story.ThenDeadlines(new Deadline("promise", Scenario.Morning)) },
    };

    [Theory]
    [MemberData(nameof(WrongStories))]
    public void Then_OtherwiseThanTold_Fails(string how, Action story)
    {
        var failure = Assert.Throws<ScenarioFailedException>(story);

        Assert.True(failure.Message.Length > 0, how);
    }
}
