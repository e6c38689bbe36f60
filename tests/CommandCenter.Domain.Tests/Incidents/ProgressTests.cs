using CommandCenter.Domain.Incidents;

namespace CommandCenter.Domain.Tests.Incidents;

public sealed class ProgressTests : IncidentTest
{
    [Fact]
    public void Acknowledge_Raised_SilencesAndStopsTheFirstClock()
    {
        var after = Incident(Raised).When(new AcknowledgeIncident(), At(10, 1), "order-leader").ThenEvents(Acknowledged);

        Assert.Equal(
            [new("reach", At(10, 10)), new("resolve", At(11, 0)), new Deadline("silence", At(10, 6))],
            after.History.Deadlines);
    }

    [Fact]
    public void Acknowledge_WhileSilent_DoesNotExtendTheSilence() =>
        Incident(Raised, Acknowledged).When(new AcknowledgeIncident(), At(10, 5)).ThenNothing();

    [Fact]
    public void Silence_Over_WakesIt()
    {
        var after = Incident(Raised, Acknowledged).WhenDue("silence").ThenEvents(Woke);

        Assert.DoesNotContain(after.History.Deadlines, static d => d.Name == "silence");
    }

    [Fact]
    public void Silence_OverWhileUnderWay_WakesIt() =>
        Incident(Raised, Acknowledged, Responding).WhenDue("silence").ThenEvents(Woke);

    [Fact]
    public void Silence_OverOnScene_DoesNothing() =>
        Incident(Raised, Acknowledged, OnScene).When(new MeetDeadline("silence", At(10, 6)), At(10, 6)).ThenNothing();

    [Fact]
    public void Acknowledge_Woken_SilencesAgain() =>
        Incident(Raised, Acknowledged, Woke)
            .When(new AcknowledgeIncident(), At(10, 7), "order-deputy")
            .ThenEvents(new IncidentAcknowledged(I1, "order-deputy", At(10, 12)));

    [Fact]
    public void Acknowledge_WokenWhileResponding_StaysResponding()
    {
        var after = Incident(Raised, Acknowledged, Responding, Woke).When(new AcknowledgeIncident(), At(10, 7));

        after.ThenOne<IncidentAcknowledged>();
        Assert.Equal(IncidentStatus.Responding, ((IncidentState)after.History.State).Status);
    }

    [Fact]
    public void Acknowledge_OnScene_IsRefused() =>
        Incident(Raised, OnScene).When(new AcknowledgeIncident()).ThenRejected(Rejections.IncidentFurtherOn);

    [Fact]
    public void Respond_Raised_ImpliesAcknowledged()
    {
        var after = Incident(Raised).When(new RespondToIncident(), Now, "order-leader").ThenEvents(Responding);

        Assert.DoesNotContain(after.History.Deadlines, static d => d.Name == "acknowledge");
    }

    [Fact]
    public void Respond_Responding_DoesNothing() =>
        Incident(Raised, Responding).When(new RespondToIncident()).ThenNothing();

    [Fact]
    public void Respond_OnScene_IsRefused() =>
        Incident(Raised, OnScene).When(new RespondToIncident()).ThenRejected(Rejections.IncidentFurtherOn);

    [Fact]
    public void Reach_Raised_ImpliesRespondingAndLeavesTheLastClock()
    {
        var after = Incident(Raised).When(new ReachIncident(), Now, "order-leader").ThenEvents(OnScene);

        Assert.Equal([new Deadline("resolve", At(11, 0))], after.History.Deadlines);
    }

    [Fact]
    public void Reach_OnScene_DoesNothing() => Incident(Raised, OnScene).When(new ReachIncident()).ThenNothing();
}
