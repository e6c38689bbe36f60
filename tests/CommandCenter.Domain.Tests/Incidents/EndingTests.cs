using CommandCenter.Domain.Incidents;

namespace CommandCenter.Domain.Tests.Incidents;

public sealed class EndingTests : IncidentTest
{
    public static TheoryData<IEvent[]> Open => new([], [Acknowledged], [Responding], [OnScene]);

    public static TheoryData<IEvent[]> Reopenable => new([Resolved], [Resolved, Closed], [FalseAlarm]);

    public static TheoryData<string, IEvent[]> Ended => new()
    {
        { "incident-resolved", [Resolved] },
        { "incident-closed", [Resolved, Closed] },
        { "incident-false-alarm", [FalseAlarm] },
        { "incident-merged", [Merged] },
    };

    [Theory]
    [MemberData(nameof(Open))]
    public void Resolve_Open_StopsAllClocks(IEvent[] before)
    {
        var after = Incident([Raised, .. before])
            .When(new ResolveIncident("已疏散"), Now, "order-leader")
            .ThenEvents(Resolved);

        Assert.Empty(after.History.Deadlines);
    }

    [Theory]
    [MemberData(nameof(Ended))]
    public void AnyStep_NotOpen_IsRefusedWithTheState(string code, IEvent[] before)
    {
        ICommand[] commands =
        [
            new AcknowledgeIncident(), new RespondToIncident(), new ReachIncident(), new ReassignIncident(Service, "x"),
            new ChangeSeverity(1, "x"), new MergeIncident(new("i3")), new CallFalseAlarm("x"), new ResolveIncident("x"),
        ];
        Assert.All(commands, c => Incident([Raised, .. before]).When(c).ThenRejected(code));
    }

    [Fact]
    public void Ending_TwiceInTheSameWords_DoesNothing()
    {
        Incident(Raised, Resolved).When(new ResolveIncident("已疏散"), Now, "order-leader").ThenNothing();
        Incident(Raised, FalseAlarm).When(new CallFalseAlarm("系排队"), Now, "order-leader").ThenNothing();
        Incident(Raised, Merged).When(new MergeIncident(new("i2"))).ThenNothing();
        Incident(Raised, Resolved, Closed).When(new CloseIncident("处置得当")).ThenNothing();
    }

    [Fact]
    public void CallFalseAlarm_Open_EndsIt() =>
        Incident(Raised).When(new CallFalseAlarm("系排队"), Now, "order-leader").ThenEvents(FalseAlarm);

    [Fact]
    public void Merge_IntoAnother_EndsIt() =>
        Incident(Raised, OnScene).When(new MergeIncident(new("i2"))).ThenEvents(Merged);

    [Fact]
    public void Merge_IntoItself_IsRefused() =>
        Incident(Raised).When(new MergeIncident(I1)).ThenRejected(Rejections.IncidentIntoItself, "into");

    [Fact]
    public void Close_Resolved_Closes() =>
        Incident(Raised, Resolved).When(new CloseIncident("处置得当")).ThenEvents(Closed);

    [Fact]
    public void Close_Open_IsRefused() =>
        Incident(Raised, OnScene).When(new CloseIncident("处置得当")).ThenRejected(Rejections.IncidentNotResolved);

    [Fact]
    public void Close_WithoutReview_IsRefused() =>
        Incident(Raised, Resolved).When(new CloseIncident("")).ThenRejected("required", "review");

    [Theory]
    [MemberData(nameof(Open))]
    public void Reopen_Open_IsRefused(IEvent[] before) =>
        Incident([Raised, .. before]).When(new ReopenIncident("又起")).ThenRejected(Rejections.IncidentOpenYet);

    [Fact]
    public void Reopen_Merged_IsRefused() =>
        Incident(Raised, Merged).When(new ReopenIncident("又起")).ThenRejected(Rejections.IncidentMergedAway);

    [Theory]
    [MemberData(nameof(Reopenable))]
    public void Reopen_Ended_RingsAgainWithTheTimeToResolveAnew(IEvent[] before)
    {
        var after = Incident([Raised, .. before])
            .When(new ReopenIncident("又起"), At(12, 0))
            .ThenEvents(new IncidentReopened(I1, Order, "commander", "又起", At(13, 0)));

        Assert.Equal(IncidentStatus.Raised, ((IncidentState)after.History.State).Status);
        Assert.Equal([new Deadline("resolve", At(13, 0))], after.History.Deadlines);
    }
}
