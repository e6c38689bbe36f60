using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Incidents;
using CommandCenter.Journal;

namespace CommandCenter.Boards.Incidents;

/// <summary>Keeps the facts of the incidents, each with its log.</summary>
internal sealed class IncidentFold(Day day) : ISubscriber
{
    public void Subscribe(Subscriptions on)
    {
        on.On<IncidentRaised>(Raise);
        on.On<IncidentAcknowledged>(Acknowledge);
        on.On<IncidentWoke>((e, entry) => Log(e.Incident, IncidentLogKind.Woke, null, entry).SilentUntil = null);
        on.On<IncidentResponding>((e, entry) => Log(e.Incident, IncidentLogKind.Responding, null, entry, e.By).Stage = IncidentStage.Responding);
        on.On<IncidentOnScene>(Reach);
        on.On<IncidentNoted>((e, entry) => Log(e.Incident, IncidentLogKind.Noted, e.Text, entry, e.By));
        on.On<IncidentPhotoAdded>((e, entry) => Log(e.Incident, IncidentLogKind.PhotoAdded, e.Hash, entry, e.By)
            .Photos.Add(new(entry.At, day.Who(e.By), e.Hash, e.Width, e.Height, e.Size)));
        on.On<IncidentVoiceAdded>((e, entry) => Log(e.Incident, IncidentLogKind.VoiceAdded, e.Hash, entry, e.By)
            .Voices.Add(new(entry.At, day.Who(e.By), e.Hash, e.Container, e.Seconds, e.Size)));
        on.On<IncidentItemChecked>((e, entry) =>
            Log(e.Incident, IncidentLogKind.Checked, e.Item, entry, e.By).Checked.TryAdd(e.Item, (entry.At, day.Who(e.By))));
        on.On<IncidentReassigned>((e, entry) => Log(e.Incident, IncidentLogKind.Reassigned, e.Reason, entry).Owner = e.To);
        on.On<IncidentSeverityChanged>(ChangeSeverity);
        on.On<IncidentEscalated>(Escalate);
        on.On<IncidentMerged>(Merge);
        on.On<IncidentFalseAlarm>((e, entry) =>
            Log(e.Incident, IncidentLogKind.FalseAlarm, e.Reason, entry, e.By).Stage = IncidentStage.FalseAlarm);
        on.On<IncidentResolved>(Resolve);
        on.On<IncidentClosed>(Close);
        on.On<IncidentReopened>(Reopen);
    }

    private void Raise(IncidentRaised e, JournalEntry entry)
    {
        var incident = Log(e.Incident, IncidentLogKind.Raised, e.Text, entry, e.Reporter);
        incident.Raised = e;
        incident.RaisedAt = entry.At;
        incident.Owner = e.Owner;
        incident.Severity = e.Severity;
        incident.AcknowledgeBy = e.AcknowledgeBy;
        incident.ReachBy = e.ReachBy;
        incident.ResolveBy = e.ResolveBy;
    }

    private void Acknowledge(IncidentAcknowledged e, JournalEntry entry)
    {
        var incident = Log(e.Incident, IncidentLogKind.Acknowledged, null, entry, e.By);
        incident.AcknowledgedAt ??= entry.At;
        incident.AcknowledgedBy = day.Who(e.By);
        incident.SilentUntil = e.SilentUntil;
        if (incident.Stage == IncidentStage.Raised)
        {
            incident.Stage = IncidentStage.Acknowledged;
        }
    }

    private void Reach(IncidentOnScene e, JournalEntry entry)
    {
        var incident = Log(e.Incident, IncidentLogKind.OnScene, null, entry, e.By);
        incident.Stage = IncidentStage.OnScene;
        incident.OnSceneAt ??= entry.At;
        incident.SilentUntil = null;
    }

    private void ChangeSeverity(IncidentSeverityChanged e, JournalEntry entry)
    {
        var incident = Log(e.Incident, IncidentLogKind.SeverityChanged, e.Reason, entry);
        incident.Severity = e.To;
        incident.ResetLevels();
        incident.AcknowledgeBy = e.AcknowledgeBy;
        incident.ReachBy = e.ReachBy;
        incident.ResolveBy = e.ResolveBy;
    }

    private void Escalate(IncidentEscalated e, JournalEntry entry)
    {
        var incident = Log(e.Incident, IncidentLogKind.Escalated, e.To, entry);
        incident.Escalate(e.Clock, e.Level);
        incident.EscalatedTo = day.Told(e.To);
        incident.Escalations.Add(new(
            entry.At, e.Clock, e.Level, incident.EscalatedTo,
            [.. e.Skipped.Select(s => new PassedOver(s.Level, s.Post is { } post ? day.Who(post.Value) : null, s.Reason))], e.NobodyThere));
    }

    private void Merge(IncidentMerged e, JournalEntry entry)
    {
        var incident = Log(e.Incident, IncidentLogKind.Merged, e.Into.Value, entry);
        incident.Stage = IncidentStage.Merged;
        incident.MergedInto = e.Into;
        day.Incidents.Find(e.Into)?.MergedFrom.Add(e.Incident);
    }

    private void Resolve(IncidentResolved e, JournalEntry entry)
    {
        var incident = Log(e.Incident, IncidentLogKind.Resolved, e.Outcome, entry, e.By);
        incident.Stage = IncidentStage.Resolved;
        incident.ResolvedAt = entry.At;
        incident.Outcome = e.Outcome;
    }

    private void Close(IncidentClosed e, JournalEntry entry)
    {
        var incident = Log(e.Incident, IncidentLogKind.Closed, e.Review, entry, e.By);
        incident.Stage = IncidentStage.Closed;
        incident.Review = e.Review;
    }

    private void Reopen(IncidentReopened e, JournalEntry entry)
    {
        var incident = Log(e.Incident, IncidentLogKind.Reopened, e.Reason, entry, e.By);
        incident.Stage = IncidentStage.Raised;
        incident.Reopened = true;
        incident.ResolveBy = e.ResolveBy;
        incident.SilentUntil = null;
        incident.ResolvedAt = null;
        incident.Outcome = null;
        incident.EscalatedTo = null;
        incident.ResetLevels();
    }

    private IncidentFacts Log(IncidentId id, IncidentLogKind kind, string? text, JournalEntry entry, string? by = null)
    {
        var incident = day.Incidents[id];
        incident.Log.Add(new(entry.At, kind, day.Who(by ?? entry.Actor.Value), text));
        return incident;
    }
}
