using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Operations;

namespace CommandCenter.Domain.Tests.Operations;

/// <summary>Histories of <c>operation/self</c>.</summary>
public abstract class OperationTest : DeciderTest
{
    protected static readonly IEvent[] Founding =
    [
        new OperationCreated(new("demo"), OperationMode.Live), new PlanAdopted(TestPlans.Small(), "plan-hash"),
        new ListsFrozen(199, 638, "households-hash", 236, "units-hash"),
    ];

    protected static readonly OperationOpened Opened = new(null, []);
    protected static readonly OperationSuspended Suspended = new("请稍候", new Actor("commander"));

    /// <summary>Every item but the lists, which founding confirms.</summary>
    protected static string[] OpenItems => [.. Readiness.Items(TestPlans.Small()).Skip(1)];

    protected static IEvent[] Confirmed(params IEnumerable<string> items) => [.. items.Select(static i => new ReadinessConfirmed(i))];

    protected static History Operation(params IEvent[] events) => Given(new OperationDecider(), "self", [.. Founding, .. events]);
}
