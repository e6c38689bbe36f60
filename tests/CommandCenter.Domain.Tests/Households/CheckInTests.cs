using CommandCenter.Domain.Households;
using CommandCenter.Domain.Operations;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Domain.Tests.Households;

public sealed class CheckInTests : HouseholdTest
{
    private static readonly Proxy Proxy = new("王代理", "4321");

    [Fact]
    public void Register_Unknown_IsOnTheList() =>
        Given(new HouseholdDecider(), "h1").When(new RegisterHousehold(Entry)).ThenEvents(new HouseholdRegistered(Entry));

    [Fact]
    public void Register_Twice_IsRefused() =>
        Household().When(new RegisterHousehold(Entry)).ThenRejected(Rejections.HouseholdRegisteredAlready);

    [Fact]
    public void Register_MemberNumberTwice_IsRefused() =>
        Given(new HouseholdDecider(), "h1")
            .When(new RegisterHousehold(Entry with { Members = [Entry.Members[0], Entry.Members[0]] }))
            .ThenRejected("duplicate", "entry.members.no");

    [Fact]
    public void CheckIn_Unknown_IsRefused() =>
        Given(new HouseholdDecider(), "h1").When(new CheckIn([1], null, null)).ThenRejected(Rejections.HouseholdUnknown);

    [Fact]
    public void CheckIn_MembersPresent_GoesToTheFirstStepWithAQueue() =>
        Household().When(new CheckIn([1, 2], null, null)).ThenEvents(CheckedIn);

    [Fact]
    public void CheckIn_WithProxyAndPriority_RecordsThem() =>
        Household().When(new CheckIn([], Proxy, PriorityReason.DoctorsWord))
            .ThenEvents(new HouseholdCheckedIn(H1, [], Proxy, PriorityReason.DoctorsWord, Verification));

    [Fact]
    public void CheckIn_ProxyAndPriorityOfTheList_Count()
    {
        var known = Given(
            new HouseholdDecider(), "h1", new HouseholdRegistered(Entry with { Proxy = Proxy, Priority = PriorityReason.Aged70 }));

        known.When(new CheckIn(default, null, null))
            .ThenEvents(new HouseholdCheckedIn(H1, [], Proxy, PriorityReason.Aged70, Verification));
    }

    [Fact]
    public void CheckIn_NobodyAndNoProxy_IsRefused()
    {
        Household().When(new CheckIn([], null, null)).ThenRejected("required", "present");
        Household().When(new CheckIn(default, null, null)).ThenRejected("required", "present");
    }

    [Fact]
    public void CheckIn_NoSuchMember_IsRefused() => Household().When(new CheckIn([4], null, null)).ThenRejected("not-found", "present");

    [Fact]
    public void CheckIn_MemberTwice_IsRefused() => Household().When(new CheckIn([1, 1], null, null)).ThenRejected("duplicate", "present");

    [Fact]
    public void CheckIn_ProxyWithoutName_IsRefused() =>
        Household().When(new CheckIn([1], new("", "4321"), null)).ThenRejected("required", "proxy.name");

    [Fact]
    public void CheckIn_Twice_IsRefused()
    {
        Household(CheckedIn).When(new CheckIn([1], null, null)).ThenRejected(Rejections.CheckedInAlready);
        Household(CheckedIn with { Present = [], Proxy = Proxy }).When(new CheckIn([1], null, null)).ThenRejected(Rejections.CheckedInAlready);
        Done().When(new CheckIn([1], null, null)).ThenRejected(Rejections.CheckedInAlready);
    }

    [Theory]
    [InlineData(OperationPhase.Preparing, "operation-not-open")]
    [InlineData(OperationPhase.Ready, "operation-not-open")]
    [InlineData(OperationPhase.Suspended, "operation-suspended")]
    [InlineData(OperationPhase.Closing, "operation-not-open")]
    [InlineData(OperationPhase.Closed, "operation-not-open")]
    public void CheckIn_WhileTheDayTakesNobody_IsRefused(OperationPhase phase, string code) =>
        Household().In(phase).When(new CheckIn([1], null, null)).ThenRejected(code);

    [Fact]
    public void Anything_BeforeCheckIn_IsRefused() => Assert.All(
        new ICommand[] { new Visit(Consultation), new ReportBack(), new StepBack(Verification, "x"), new GiveUp("x"), new Decline("x") },
        c => Household().When(c).ThenRejected(Rejections.NotCheckedIn));
}
