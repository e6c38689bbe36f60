using CommandCenter.Domain.Identity;

namespace CommandCenter.Domain.Incidents;

/// <summary>An incident, from raising to review.</summary>
public sealed class IncidentDecider : Decider<IncidentState>
{
    /// <inheritdoc/>
    public override string Kind => "incident";

    /// <inheritdoc/>
    public override IncidentState Initial(string key) => new(new IncidentId(key));

    /// <inheritdoc/>
    public override Decision Decide(IncidentState state, ICommand command, in DecisionContext context) => command switch
    {
        RaiseIncident c => RaisingRules.Raise(state, c, context),
        AcknowledgeIncident => ProgressRules.Acknowledge(state, context),
        RespondToIncident => ProgressRules.Respond(state, context),
        ReachIncident => ProgressRules.Reach(state, context),
        NoteIncident c => FileRules.Note(state, c, context),
        AddIncidentPhoto c => PhotoRules.Add(state, c, context),
        AddIncidentVoice c => VoiceRules.Add(state, c, context),
        CheckIncidentItem c => FileRules.Check(state, c, context),
        ReassignIncident c => FileRules.Reassign(state, c, context),
        ChangeSeverity c => FileRules.ChangeSeverity(state, c, context),
        MergeIncident c => EndingRules.Merge(state, c),
        CallFalseAlarm c => EndingRules.CallFalseAlarm(state, c, context),
        ResolveIncident c => EndingRules.Resolve(state, c, context),
        CloseIncident c => EndingRules.Close(state, c, context),
        ReopenIncident c => EndingRules.Reopen(state, c, context),
        MeetDeadline c => ClockRules.Meet(state, c, context),
        _ => Rejections.UnknownCommand,
    };

    /// <inheritdoc/>
    public override IncidentState Evolve(IncidentState state, IEvent @event) => @event switch
    {
        IncidentRaised e => Raised(state, e),
        IncidentAcknowledged e => Acknowledged(state, e),
        IncidentWoke => state with { SilentUntil = null, Woken = true },
        IncidentResponding => state with { Status = IncidentStatus.Responding },
        IncidentOnScene => state with { Status = IncidentStatus.OnScene, SilentUntil = null, Woken = false },
        IncidentNoted => state,
        IncidentPhotoAdded e => state with { Photos = state.Photos.Add(e.Hash) },
        IncidentVoiceAdded e => state with { Voices = state.Voices.Add(e.Hash) },
        IncidentItemChecked e => state with { Checked = state.Checked.Add(e.Item) },
        IncidentReassigned e => state with { Owner = e.To },
        IncidentSeverityChanged e => SeverityChanged(state, e),
        IncidentEscalated e => ClockRules.Escalated(state, e),
        IncidentMerged e => state with { Status = IncidentStatus.Merged, Into = e.Into },
        IncidentFalseAlarm e => state with { Status = IncidentStatus.FalseAlarm, End = (e.By, e.Reason) },
        IncidentResolved e => state with { Status = IncidentStatus.Resolved, End = (e.By, e.Outcome) },
        IncidentClosed e => state with { Status = IncidentStatus.Closed, End = (e.By, e.Review) },
        IncidentReopened e => Reopened(state, e),
        _ => throw Unknown(@event),
    };

    /// <inheritdoc/>
    public override IEnumerable<Deadline> Deadlines(IncidentState state) => ClockRules.Deadlines(state);

    private static IncidentState Raised(IncidentState state, IncidentRaised e) => state with
    {
        Raised = e,
        Status = IncidentStatus.Raised,
        Owner = e.Owner,
        Severity = e.Severity,
        Acknowledge = IncidentTimer.Until(e.AcknowledgeBy),
        Reach = IncidentTimer.Until(e.ReachBy),
        Resolve = IncidentTimer.Until(e.ResolveBy),
    };

    private static IncidentState Acknowledged(IncidentState state, IncidentAcknowledged e) => state with
    {
        Status = state.Status < IncidentStatus.Acknowledged ? IncidentStatus.Acknowledged : state.Status,
        SilentUntil = e.SilentUntil,
        Woken = false,
    };

    private static IncidentState SeverityChanged(IncidentState state, IncidentSeverityChanged e) => state with
    {
        Severity = e.To,
        Acknowledge = IncidentTimer.Until(e.AcknowledgeBy),
        Reach = IncidentTimer.Until(e.ReachBy),
        Resolve = IncidentTimer.Until(e.ResolveBy),
    };

    private static IncidentState Reopened(IncidentState state, IncidentReopened e) => state with
    {
        Status = IncidentStatus.Raised,
        SilentUntil = null,
        Woken = false,
        IsReopened = true,
        Resolve = IncidentTimer.Until(e.ResolveBy),
        End = null,
    };
}
