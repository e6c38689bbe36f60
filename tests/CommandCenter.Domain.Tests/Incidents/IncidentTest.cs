using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Incidents;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Domain.Tests.Incidents;

/// <summary>An incident of severity 2 at the gate, raised at 10:00: acknowledge 10:02, reach 10:10, resolve 11:00, silence 5 min.</summary>
public abstract class IncidentTest : DeciderTest
{
    protected static readonly IncidentId I1 = new("i1");
    protected static readonly GroupId Order = new("order");
    protected static readonly GroupId Service = new("service");

    protected static readonly Playbook Crowding = TestPlans.Small().FindPlaybook(new("crowding"))!;

    protected static readonly IncidentRaised Raised = new(
        I1, new("crowding"), new("gate"), 2, "大门拥挤", null, "order-member-3", Order, false, Crowding.Checklist,
        At(10, 2), At(10, 10), At(11, 0));

    protected static readonly IncidentAcknowledged Acknowledged = new(I1, "order-leader", At(10, 6));
    protected static readonly IncidentWoke Woke = new(I1);
    protected static readonly IncidentResponding Responding = new(I1, "order-leader");
    protected static readonly IncidentOnScene OnScene = new(I1, "order-leader");
    protected static readonly IncidentResolved Resolved = new(I1, Order, "order-leader", "已疏散");
    protected static readonly IncidentClosed Closed = new(I1, "commander", "处置得当");
    protected static readonly IncidentFalseAlarm FalseAlarm = new(I1, Order, "order-leader", "系排队");
    protected static readonly IncidentMerged Merged = new(I1, Order, new("i2"));

    protected static History Incident(params IEvent[] events) => Given(new IncidentDecider(), "i1", events);
}
