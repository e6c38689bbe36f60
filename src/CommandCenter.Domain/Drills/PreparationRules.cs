using System.Collections.Immutable;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Operations;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Domain.Drills;

/// <summary>Setting a drill up: only in a rehearsal, once, with injects that the plan can play.</summary>
internal static class PreparationRules
{
    private static readonly TimeSpan LongestResponse = TimeSpan.FromHours(24);
    private static readonly TimeSpan LatestInject = TimeSpan.FromDays(30);

    public static Decision Prepare(DrillState state, PrepareDrill c, in DecisionContext context)
    {
        var injects = c.Injects.IsDefault ? [] : c.Injects;
        var objectives = c.Objectives.IsDefault ? [] : c.Objectives;
        if (state.Prepared is { } prepared)
        {
            var same = (prepared.Scenario, prepared.Seed) == (c.Scenario, c.Seed) && prepared.Injects.SequenceEqual(injects)
                && prepared.Objectives.SequenceEqual(objectives);
            return same ? Decision.Nothing : Rejections.DrillPreparedAlready;
        }

        if (context.Operation.Mode != OperationMode.Drill)
        {
            return Rejections.NotADrill;
        }

        var fault = TextRule.Check(c.Scenario, "scenario", context.Plan.Limits.MaxText) ?? CheckInjects(injects, context.Plan)
            ?? CheckObjectives(objectives, context.Plan);
        return fault is not null ? fault : Decision.Accept(new DrillPrepared(c.Scenario, c.Seed, injects) { Objectives = objectives });
    }

    private static Rejection? CheckInjects(ImmutableArray<Inject> injects, Plan plan)
    {
        var seen = new HashSet<InjectId>();
        for (var i = 0; i < injects.Length; i++)
        {
            var field = $"injects[{i}]";
            var fault = injects[i] is not { } inject ? Rejections.Required.For(field)
                : CheckInject(inject, field, plan)
                ?? (seen.Add(inject.Id) ? null : Rejections.Duplicate.For($"{field}.id", inject.Id.Value));
            if (fault is not null)
            {
                return fault;
            }
        }

        return null;
    }

    private static Rejection? CheckObjectives(ImmutableArray<Objective> objectives, Plan plan)
    {
        for (var i = 0; i < objectives.Length; i++)
        {
            var (kind, step, target) = objectives[i];
            var field = $"objectives[{i}]";
            var most = kind == ObjectiveKind.WaitAtMost ? 1440 : 100;
            var fault = ValueRule.Defined<ObjectiveKind>(kind, $"{field}.kind")
                ?? (kind != ObjectiveKind.WaitAtMost ? null : IdRule.Known(step?.Value, step is { } id && plan.FindStep(id) is not null, $"{field}.step"))
                ?? ValueRule.Between(target, 0, most, $"{field}.target");
            if (fault is not null)
            {
                return fault;
            }
        }

        return null;
    }

    private static Rejection? CheckInject(Inject inject, string field, Plan plan)
    {
        var limit = plan.Limits.MaxText;
        return IdRule.Check(inject.Id.Value, $"{field}.id")
            ?? (inject.Id.Value.Length > Inject.LongestId ? Rejections.TextTooLong.For($"{field}.id", $"{Inject.LongestId}") : null)
            ?? (inject.At < TimeSpan.Zero || inject.At > LatestInject ? Rejections.OutOfRange.For($"{field}.at", "0–30 d") : null)
            ?? TextRule.Check(inject.From, $"{field}.from", limit)
            ?? (inject.To is { } to ? IdRule.Known(to.Value, plan.FindGroup(to) is not null, $"{field}.to") : null)
            ?? TextRule.Check(inject.Text, $"{field}.text", limit)
            ?? TextRule.CheckOptional(inject.Expected, $"{field}.expected", limit)
            ?? TextRule.CheckOptional(inject.When, $"{field}.when", limit)
            ?? TextRule.CheckOptional(inject.Evaluator, $"{field}.evaluator", limit)
            ?? (inject.Action is { } action ? CheckAction(action, $"{field}.action", plan) : null)
            ?? (inject.Incident is { } incident ? CheckIncident(incident, $"{field}.incident", plan) : null);
    }

    private static Rejection? CheckAction(ExpectedAction action, string field, Plan plan) =>
        ValueRule.Defined<ExpectedKind>(action.Kind, $"{field}.kind")
        ?? (action.Within <= TimeSpan.Zero || action.Within > LongestResponse ? Rejections.OutOfRange.For($"{field}.within", "0–24 h") : null)
        ?? (Reactions.IsOfStep(action.Kind) || action.Step is not null
            ? IdRule.Known(action.Step?.Value, action.Step is { } step && plan.FindStep(step) is not null, $"{field}.step") : null)
        ?? (Reactions.IsOfGroup(action.Kind) || action.Group is not null
            ? IdRule.Known(action.Group?.Value, action.Group is { } group && plan.FindGroup(group) is not null, $"{field}.group") : null);

    private static Rejection? CheckIncident(InjectedIncident incident, string field, Plan plan) =>
        IdRule.Known(incident.Type.Value, plan.FindPlaybook(incident.Type) is not null, $"{field}.type")
        ?? IdRule.Known(incident.Zone.Value, plan.FindZone(incident.Zone) is not null, $"{field}.zone")
        ?? (incident.Severity is < 1 or > 4 ? Rejections.OutOfRange.For($"{field}.severity", "1–4") : null);
}
