using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Incidents;

namespace CommandCenter.Boards.Incidents;

/// <summary>Shows each incident whole.</summary>
internal sealed class IncidentProjection(Day day, TopicTable table) : ISubscriber
{
    private readonly TopicFamily<IncidentId> _topics = new(table, TopicNames.Of, id => Build(day, day.Incidents.Peek(id)));

    public void Subscribe(Subscriptions on)
    {
        on.On<IncidentRaised>((e, entry) => _topics.Touch(e.Incident, entry));
        on.On<IncidentAcknowledged>((e, entry) => _topics.Touch(e.Incident, entry));
        on.On<IncidentWoke>((e, entry) => _topics.Touch(e.Incident, entry));
        on.On<IncidentResponding>((e, entry) => _topics.Touch(e.Incident, entry));
        on.On<IncidentOnScene>((e, entry) => _topics.Touch(e.Incident, entry));
        on.On<IncidentNoted>((e, entry) => _topics.Touch(e.Incident, entry));
        on.On<IncidentPhotoAdded>((e, entry) => _topics.Touch(e.Incident, entry));
        on.On<IncidentVoiceAdded>((e, entry) => _topics.Touch(e.Incident, entry));
        on.On<IncidentItemChecked>((e, entry) => _topics.Touch(e.Incident, entry));
        on.On<IncidentReassigned>((e, entry) => _topics.Touch(e.Incident, entry));
        on.On<IncidentSeverityChanged>((e, entry) => _topics.Touch(e.Incident, entry));
        on.On<IncidentEscalated>((e, entry) => _topics.Touch(e.Incident, entry));
        on.On<IncidentMerged>((e, entry) =>
        {
            _topics.Touch(e.Incident, entry);
            if (day.Incidents.Find(e.Into) is not null)
            {
                _topics.Touch(e.Into, entry);
            }
        });
        on.On<IncidentFalseAlarm>((e, entry) => _topics.Touch(e.Incident, entry));
        on.On<IncidentResolved>((e, entry) => _topics.Touch(e.Incident, entry));
        on.On<IncidentClosed>((e, entry) => _topics.Touch(e.Incident, entry));
        on.On<IncidentReopened>((e, entry) => _topics.Touch(e.Incident, entry));
    }

    private static IncidentBoard Build(Day day, IncidentFacts facts)
    {
        var raised = facts.Raised;
        return new()
        {
            Incident = facts.Id,
            Type = raised?.Type,
            TypeName = raised is null ? null : IncidentLine.TypeOf(day.Plan, raised.Type),
            Zone = raised?.Zone,
            ZoneName = raised is null ? null : IncidentLine.ZoneOf(day.Plan, raised.Zone),
            Severity = facts.Severity,
            Stage = facts.Stage,
            Confidential = facts.Confidential,
            Text = raised?.Text,
            Household = raised?.Household,
            HouseholdNumber = raised?.Household is { } household ? day.Households.Peek(household).Number : null,
            Reporter = raised is null ? null : day.Who(raised.Reporter),
            Owner = facts.Owner,
            OwnerName = facts.Owner is { } owner ? day.Groups.Peek(owner).Name : null,
            RaisedAt = facts.RaisedAt,
            AcknowledgeBy = facts.AcknowledgeBy,
            ReachBy = facts.ReachBy,
            ResolveBy = facts.ResolveBy,
            Clock = facts.Running?.Clock,
            AcknowledgedAt = facts.AcknowledgedAt,
            AcknowledgedBy = facts.AcknowledgedBy,
            OnSceneAt = facts.OnSceneAt,
            ResolvedAt = facts.ResolvedAt,
            SilentUntil = facts.SilentUntil,
            EscalationLevel = facts.EscalationLevel,
            EscalatedTo = facts.EscalatedTo,
            Escalations = [.. facts.Escalations],
            Times = new(facts.After(facts.AcknowledgedAt), facts.After(facts.OnSceneAt), facts.After(facts.ResolvedAt)),
            MergedInto = facts.MergedInto,
            MergedFrom = [.. facts.MergedFrom],
            Outcome = facts.Outcome,
            Review = facts.Review,
            Checklist = [.. facts.Checklist.Select(item => Show(item, facts))],
            Photos = [.. facts.Photos],
            Voices = [.. facts.Voices],
            Log = [.. facts.Log],
        };
    }

    private static CheckItem Show(Domain.Plans.ChecklistItem item, IncidentFacts facts)
    {
        var due = item.Within is { } within ? facts.RaisedAt + within : (DateTimeOffset?)null;
        return facts.Checked.TryGetValue(item.Id, out var check)
            ? new(item.Id, item.Text, due, check.At, check.By, check.At > due)
            : new(item.Id, item.Text, due, null, null, Late: false);
    }
}
