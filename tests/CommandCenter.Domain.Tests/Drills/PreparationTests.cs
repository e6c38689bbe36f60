using CommandCenter.Domain.Drills;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Operations;

namespace CommandCenter.Domain.Tests.Drills;

public sealed class PreparationTests : DrillTest
{
    private static readonly PrepareDrill Prepare = new("standard-day", 7, [Crowd, Rumour]);

    public static TheoryData<Inject?, string, string> Faults => new()
    {
        { null, "required", "injects[1]" },
        { Crowd, "duplicate", "injects[1].id" },
        { Rumour with { Id = default }, "required", "injects[1].id" },
        { Rumour with { Id = new("No Id") }, "not-found", "injects[1].id" },
        { Rumour with { Id = new(new string('x', 61)) }, "text-too-long", "injects[1].id" },
        { Rumour with { At = TimeSpan.FromTicks(-1) }, "out-of-range", "injects[1].at" },
        { Rumour with { At = TimeSpan.MaxValue }, "out-of-range", "injects[1].at" },
        { Rumour with { From = null! }, "required", "injects[1].from" },
        { Rumour with { To = new("police") }, "not-found", "injects[1].to" },
        { Rumour with { Text = new('x', 501) }, "text-too-long", "injects[1].text" },
        { Rumour with { Expected = " " }, "required", "injects[1].expected" },
        { Rumour with { When = " " }, "required", "injects[1].when" },
        { Rumour with { Evaluator = new('x', 501) }, "text-too-long", "injects[1].evaluator" },
        { Rumour with { Action = new(ExpectedKind.OrderGiven, TimeSpan.Zero) }, "out-of-range", "injects[1].action.within" },
        { Rumour with { Action = new(ExpectedKind.WindowOpened, TimeSpan.FromMinutes(5)) }, "required", "injects[1].action.step" },
        { Rumour with { Action = new(ExpectedKind.WindowPaused, TimeSpan.FromMinutes(5)) { Step = new("nowhere") } }, "not-found", "injects[1].action.step" },
        { Rumour with { Action = new(ExpectedKind.CaseAnswered, TimeSpan.FromMinutes(5)) }, "required", "injects[1].action.group" },
        { Rumour with { Action = new(ExpectedKind.CaseRegistered, TimeSpan.FromMinutes(5)) { Group = new("police") } }, "not-found", "injects[1].action.group" },
        { Rumour with { Incident = new(new("flood"), new("gate"), null) }, "not-found", "injects[1].incident.type" },
        { Rumour with { Incident = new(new("crowding"), new("roof"), null) }, "not-found", "injects[1].incident.zone" },
        { Rumour with { Incident = new(new("crowding"), new("gate"), 5) }, "out-of-range", "injects[1].incident.severity" },
    };

    [Fact]
    public void Prepare_Once_KeepsTheScript() => Drill().When(Prepare).ThenEvents(Prepared);

    [Fact]
    public void Prepare_WithoutInjects_IsPrepared() =>
        Drill().When(Prepare with { Injects = default }).ThenEvents(Prepared with { Injects = [] });

    [Theory]
    [InlineData(ObjectiveKind.WaitAtMost, "nowhere", 10, "not-found", "objectives[0].step")]
    [InlineData(ObjectiveKind.WaitAtMost, null, 10, "required", "objectives[0].step")]
    [InlineData(ObjectiveKind.WaitAtMost, "signing", 1441, "out-of-range", "objectives[0].target")]
    [InlineData(ObjectiveKind.IncidentsReached, null, 101, "out-of-range", "objectives[0].target")]
    public void Prepare_ObjectiveThatCannotBeMeasured_IsRefused(ObjectiveKind kind, string? step, int target, string code, string field) =>
        Drill()
            .When(Prepare with { Objectives = [new(kind, step is null ? null : new StepId(step), target)] })
            .ThenRejected(code, field);

    [Fact]
    public void Prepare_SameAgain_DoesNothing() =>
        Drill(Prepared).When(Prepare with { Injects = [Crowd with { }, Rumour] }).ThenNothing();

    [Fact]
    public void Prepare_AnotherScenario_IsRefused() =>
        Drill(Prepared).When(Prepare with { Seed = 8 }).ThenRejected(Rejections.DrillPreparedAlready);

    [Fact]
    public void Prepare_LiveOperation_IsRefused() =>
        Drill().In(OperationMode.Live).When(Prepare).ThenRejected(Rejections.NotADrill);

    [Fact]
    public void Prepare_WithoutScenario_IsRefused() =>
        Drill().When(Prepare with { Scenario = null! }).ThenRejected("required", "scenario");

    [Theory]
    [MemberData(nameof(Faults))]
    public void Prepare_InjectThatCannotBePlayed_IsRefused(Inject? inject, string code, string field) =>
        Drill().When(Prepare with { Injects = [Crowd, inject!] }).ThenRejected(code, field);
}
