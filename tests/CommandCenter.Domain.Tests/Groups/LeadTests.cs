using CommandCenter.Domain.Groups;
using CommandCenter.Domain.Identity;

namespace CommandCenter.Domain.Tests.Groups;

public sealed class LeadTests : DeciderTest
{
    private static readonly GroupId Order = new("order");
    private static readonly MemberId Third = new("order-03");
    private static readonly MemberId Fourth = new("order-04");

    private static readonly MemberSignedIn ThirdIn = new(Order, Third, At(23, 0));
    private static readonly LeadOffered Offered = new(Order, Third, "order-leader");
    private static readonly LeadTaken Taken = new(Order, Third, "order-member-3");

    private static History Group(params IEvent[] events) => Given(new GroupDecider(), "order", events);

    [Theory]
    [InlineData("order-leader")]
    [InlineData("order-deputy")]
    [InlineData("commander")]
    public void OfferLead_ByLeaderDeputyOrCommander_IsOffered(string actor) =>
        Group().When(new OfferLead(Third), Now, actor).ThenEvents(new LeadOffered(Order, Third, actor));

    [Theory]
    [InlineData("order-member-3")]
    [InlineData("service-leader")]
    [InlineData("supervisor")]
    [InlineData("nobody")]
    [InlineData("policy:x")]
    public void OfferLead_ByAnyoneElse_IsRefused(string actor) =>
        Group().When(new OfferLead(Third), Now, actor).ThenRejected(Rejections.NotYourPost);

    [Fact]
    public void OfferLead_ByTheFormerLeader_IsRefused() =>
        Group(Taken).When(new OfferLead(Fourth), Now, "order-leader").ThenRejected(Rejections.NotYourPost);

    [Fact]
    public void OfferLead_ByTheMemberWhoTookIt_IsOffered() =>
        Group(Taken)
            .When(new OfferLead(Fourth), Now, "order-member-3")
            .ThenEvents(new LeadOffered(Order, Fourth, "order-member-3"));

    [Fact]
    public void OfferLead_LeaderWithoutAPostOfTheirOwn_ActsInTheLeadersPost() =>
        Group(Taken with { Lead = Fourth })
            .When(new OfferLead(Third), Now, "order-leader")
            .ThenEvents(new LeadOffered(Order, Third, "order-leader"));

    [Fact]
    public void OfferLead_ToWhoLeads_IsRefused() =>
        Group().When(new OfferLead(new("order-01"))).ThenRejected(Rejections.LeadHeldAlready);

    [Fact]
    public void OfferLead_Twice_DoesNothing() =>
        Group(Offered).When(new OfferLead(Third), Now, "order-leader").ThenNothing();

    [Fact]
    public void OfferLead_ToAStranger_IsRefused() =>
        Group().When(new OfferLead(new("service-01"))).ThenRejected("not-found", "to");

    [Fact]
    public void TakeLead_ByTheOneItWasOfferedTo_IsTaken() =>
        Group(ThirdIn, Offered).When(new TakeLead(Third), Now, "order-member-3").ThenEvents(Taken);

    [Fact]
    public void TakeLead_ByAnother_IsRefused() =>
        Group(ThirdIn, Offered).When(new TakeLead(Fourth), Now, "order-deputy").ThenRejected(Rejections.LeadNotOffered);

    [Fact]
    public void TakeLead_InTheNameOfAnother_IsRefused() =>
        Group(ThirdIn, Offered).When(new TakeLead(Third), Now, "order-deputy").ThenRejected(Rejections.NotYourPost);

    [Fact]
    public void TakeLead_OffDuty_IsRefused() =>
        Group(Offered).When(new TakeLead(Third), Now, "order-member-3").ThenRejected(Rejections.MemberOffDuty);

    [Fact]
    public void TakeLead_OfferedToAnotherMeanwhile_IsRefused() =>
        Group(ThirdIn, Offered, Offered with { To = Fourth })
            .When(new TakeLead(Third), Now, "order-member-3")
            .ThenRejected(Rejections.LeadNotOffered);

    [Fact]
    public void TakeLead_Twice_DoesNothing() =>
        Group(ThirdIn, Offered, Taken).When(new TakeLead(Third), Now, "order-member-3").ThenNothing();
}
