using CommandCenter.Domain.Cases;
using CommandCenter.Domain.Identity;

namespace CommandCenter.Domain.Tests.Cases;

public sealed class RegistrationTests : CaseTest
{
    private static readonly RegisterCase Register =
        new(CaseCategory.Complaint, CaseChannel.Reception, new("h017"), "等候太久", CaseKind.Simple, null);

    [Fact]
    public void Register_Simple_IsDueWhenTheHallCloses() =>
        Case().When(Register, Now, "reception").ThenEvents(Simple);

    [Fact]
    public void Register_Complex_IsDueWithinTheIntervalOfInterimReplies() =>
        Case().When(Register with { Kind = CaseKind.Complex }, Now, "reception").ThenEvents(Complex);

    [Fact]
    public void Register_SimpleWithTimeBeforeClosing_IsDueSoMuchEarlier()
    {
        var plan = TestPlans.Small() with { Limits = new() { SimpleCaseBeforeClose = TimeSpan.FromHours(1) } };

        Assert.Equal(At(16, 0), Case().With(plan).When(Register).ThenOne<CaseRegistered>().Due);
    }

    [Theory]
    [InlineData(17, 0)]
    [InlineData(23, 59)]
    public void Register_SimpleAfterClosing_IsDueByTheEndOfTheDay(int hour, int minute) =>
        Assert.Equal(At(0, 0).AddDays(1), Case().When(Register, At(hour, minute)).ThenOne<CaseRegistered>().Due);

    [Fact]
    public void Register_SimpleOnTheSecondDay_IsDueThatDay() =>
        Assert.Equal(At(17, 0).AddDays(1), Case().When(Register, At(9, 0).AddDays(1)).ThenOne<CaseRegistered>().Due);

    [Fact]
    public void Register_MomentInAnotherOffset_IsDueOnTheDayOfTheHall()
    {
        var lateEveningInUtc = At(7, 0).ToOffset(TimeSpan.Zero);

        Assert.Equal(At(17, 0), Case().When(Register, lateEveningInUtc).ThenOne<CaseRegistered>().Due);
    }

    [Fact]
    public void Register_ResponsibleStated_IsThatPost() =>
        Assert.Equal(
            new PostId("service-leader"),
            Case().When(Register with { Responsible = new("service-leader") }).ThenOne<CaseRegistered>().Responsible);

    [Theory]
    [InlineData("policy:x")]
    [InlineData("resident")]
    public void Register_ByNoPostOfThePlan_IsTheCommanders(string actor) =>
        Assert.Equal(new PostId("commander"), Case().When(Register, Now, actor).ThenOne<CaseRegistered>().Responsible);

    [Fact]
    public void Register_NobodyToAnswerForIt_IsRefused() =>
        Case()
            .With(TestPlans.Small() with { Posts = [] })
            .When(Register, Now, "policy:x")
            .ThenRejected("required", "responsible");

    [Fact]
    public void Register_ResponsibleNotInThePlan_IsRefused() =>
        Case().When(Register with { Responsible = new("mayor") }).ThenRejected("not-found", "responsible");

    [Fact]
    public void Register_SameAgain_DoesNothing() => Case(Simple).When(Register).ThenNothing();

    [Fact]
    public void Register_OtherUnderTheSameId_IsRefused() =>
        Case(Simple).When(Register with { Text = "空调太冷" }).ThenRejected(Rejections.CaseExists);

    [Fact]
    public void AnyCommand_NeverRegistered_IsRefused()
    {
        ICommand[] commands =
        [
            new AssignCase(Reception), new NoteCase("x"), new ReplyInterim("x", At(12, 0)), new AnswerCase("x", new("c12"), null), new ReopenCase("x"),
        ];
        Assert.All(commands, static c => Case().When(c).ThenRejected(Rejections.CaseUnknown));
    }
}
