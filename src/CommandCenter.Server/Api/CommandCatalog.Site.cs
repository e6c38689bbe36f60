using CommandCenter.Boards;
using CommandCenter.Boards.Incidents;
using CommandCenter.Domain;
using CommandCenter.Domain.Cards;
using CommandCenter.Domain.Cases;
using CommandCenter.Domain.Communication;
using CommandCenter.Domain.Drills;
using CommandCenter.Domain.Findings;
using CommandCenter.Domain.Forecasts;
using CommandCenter.Domain.Groups;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Incidents;
using CommandCenter.Domain.Meetings;
using CommandCenter.Domain.Zones;
using CommandCenter.Server.Access;
using static CommandCenter.Domain.Plans.PostRole;

namespace CommandCenter.Server.Api;

/// <summary>Beside the way of the households: groups, incidents, matters, meetings, the drill.</summary>
public static partial class CommandCatalog
{
    private static IEnumerable<CatalogEntry> Groups()
    {
        var rows = new Rows("groups", static id => GrainAddress.Of(new GroupId(id)));
        var leads = May.Give(Commander).And(Reach.OwnGroup, Supervisor, GroupLeader, GroupDeputy);
        var duty = leads.And(Reach.OwnMember, GroupMember, Clerk, Reception);
        var doers = leads.And(Reach.OwnGroup, GroupMember);
        return
        [
            rows.Row<SignIn>("sign-in", duty, "A member comes on duty."),
            rows.Row<SignOut>("sign-out", duty, "A member goes off duty."),
            rows.Row<CallRoll>("roll-call", duty, "A member reports from a zone."),
            new("groups", "assign", static id => GrainAddress.Of(new GroupId(id)), null, typeof(AssignmentOrder),
                static (body, _) => Order((AssignmentOrder)body!), leads, "Gives the group an order with a deadline."),
            rows.Row<AcceptAssignment>("accept", doers, "Takes an order on."),
            rows.Row<RefuseAssignment>(
                "refuse", May.Give().And(Reach.OwnGroup, Commander, Supervisor, GroupLeader, GroupDeputy), "Refuses an order with a reason."),
            rows.Row<FinishAssignment>("done", doers, "Answers an order."),
            rows.Row<OfferLead>("offer-lead", leads, "Offers the lead to a member."),
            new("groups", "take-lead", static id => GrainAddress.Of(new GroupId(id)), null, null,
                static (_, post) => new TakeLead(post.Member ?? default),
                May.Give().And(Reach.OwnGroup, Commander, Supervisor, GroupLeader, GroupDeputy, GroupMember, Clerk, Reception),
                "The member of the acting post takes the lead that was offered."),
        ];
    }

    private static Assign Order(AssignmentOrder order) => new(order.Assignment, order.Text, order.Due, order.Incident, null);

    private static IEnumerable<CatalogEntry> Communication()
    {
        var rows = new Rows("communication", static _ => GrainAddress.Communication, "self");
        return
        [
            rows.Row<CheckCommunication>(
                "check", May.Give(Commander, Administrator).And(Reach.OwnItem, GroupLeader, GroupDeputy), "Asks every post to answer within so many seconds."),
            rows.Row<SeeCommunicationCheck>("seen", May.Give([.. May.StaffRoles]), "The check is on the screen of the acting post."),
            rows.Row<AnswerCommunicationCheck>("answer", May.Give([.. May.StaffRoles]), "The acting post answers the check."),
        ];
    }

    private static IEnumerable<CatalogEntry> Incidents()
    {
        var rows = new Rows("incidents", static id => GrainAddress.Of(new IncidentId(id)));
        var owners = May.Give(Commander).And(Reach.OwnIncident, [.. May.FieldRoles]);
        var leads = May.Give(Commander).And(Reach.OwnIncident, Supervisor, GroupLeader, GroupDeputy);
        var two = May.Give(Commander, Supervisor);
        return
        [
            rows.Row<RaiseIncident>("raise", May.Give([.. May.StaffRoles]), "Raises an incident under an id that the client chooses."),
            rows.Bare<AcknowledgeIncident>("acknowledge", owners, "Seen; silences it for a while."),
            rows.Bare<RespondToIncident>("respond", owners, "On the way."),
            rows.Bare<ReachIncident>("on-scene", owners, "There."),
            rows.Row<NoteIncident>("note", two.And(Reach.OwnIncident, GroupLeader, GroupDeputy, GroupMember).And(Reach.OwnReport, [.. May.StaffRoles]), "A line for the log."),
            rows.Row<CheckIncidentItem>("check", owners, "Checks an item of the playbook."),
            rows.Row<ReassignIncident>("reassign", leads, "Hands over to another group."),
            rows.Row<ChangeSeverity>("severity", owners, "Changes the severity."),
            rows.Row<MergeIncident>("merge", leads, "Makes it part of another.") with { Check = IntoAnother },
            rows.Row<CallFalseAlarm>("false-alarm", owners, "It was none."),
            rows.Row<ResolveIncident>("resolve", owners, "Resolves it."),
            rows.Row<CloseIncident>("close", two, "Closes it after review."),
            rows.Row<ReopenIncident>("reopen", two.And(Reach.OwnIncident, GroupLeader, GroupDeputy), "Opens it again."),
        ];
    }

    // An incident sees only itself: that the other one is there is read from the boards. Into one that is gone itself nothing goes.
    private static Rejection? IntoAnother(BoardSet boards, ICommand command) =>
        boards.Read(TopicNames.Of(((MergeIncident)command).Into))?.Data is not IncidentBoard other ? Rejections.IncidentUnknown.For("into")
        : other.Stage is IncidentStage.Merged ? Rejections.IncidentMergedAway.For("into", other.Incident.Value)
        : null;

    private static IEnumerable<CatalogEntry> Zones() =>
    [
        new Rows("zones", static id => GrainAddress.Of(new ZoneId(id))).Row<SetZoneState>(
            "set-state", May.Give(Commander).And(Reach.OwnZone, Supervisor, GroupLeader, GroupDeputy),
            "States how a place of the site is: open, crowded, paused or closed."),
    ];

    private static IEnumerable<CatalogEntry> Cases()
    {
        var rows = new Rows("cases", static id => GrainAddress.Of(new CaseId(id)));
        var two = May.Give(Commander, Supervisor);
        var responsible = May.Give(Commander)
            .And(Reach.OwnCase, Supervisor, GroupLeader, GroupDeputy, GroupMember, Clerk, Reception, Administrator);
        return
        [
            rows.Row<RegisterCase>("register", May.Give([.. May.StaffRoles]), "Takes a matter in under an id that the client chooses."),
            rows.Row<AssignCase>("assign", two.And(Reach.OwnCase, GroupLeader, GroupDeputy, Reception), "Makes a post responsible."),
            rows.Row<NoteCase>("note", responsible.And(Reach.Anything, Supervisor), "Adds a line: facts of the matter."),
            rows.Row<ReplyInterim>("interim", responsible, "Replies for now; says when the next reply comes."),
            rows.Row<AnswerCase>("answer", responsible, "Answers with the clause it rests on, and closes."),
            rows.Row<ReopenCase>("reopen", May.Give(Commander, Supervisor, Reception), "Opens it again."),
        ];
    }

    private static IEnumerable<CatalogEntry> Cards()
    {
        var rows = new Rows("cards", static id => GrainAddress.Of(new CardId(id)));
        return
        [
            rows.Row<WriteCard>("write", May.Give([.. May.StaffRoles]), "Writes an answer card under an id that the client chooses."),
            rows.Row<ReviseCard>("revise", May.Give(Commander, Supervisor), "Changes the answer of a card, with a reason."),
        ];
    }

    private static IEnumerable<CatalogEntry> Findings()
    {
        var rows = new Rows("findings", static id => GrainAddress.Of(new FindingId(id)));
        return
        [
            rows.Row<RecordFinding>("record", May.Give(Supervisor), "Records a finding against a journal entry, for a group to answer."),
            rows.Row<AnswerFinding>(
                "answer", May.Give(Commander).And(Reach.OwnFinding, GroupLeader, GroupDeputy), "The group concerned answers a finding; once."),
        ];
    }

    private static IEnumerable<CatalogEntry> Meetings() =>
    [
        new Rows("meetings", static id => GrainAddress.Of(new MeetingId(id))).Row<HoldMeeting>(
            "hold", May.Give(Commander, Supervisor, GroupLeader, Administrator),
            "Records a meeting; decisions become assignments, suggestions become cases."),
    ];

    private static IEnumerable<CatalogEntry> Drill()
    {
        var rows = new Rows("drill", static _ => GrainAddress.Drill, "self");
        var director = May.Give(DrillDirector);
        return
        [
            rows.Row<StartDrill>("start", director, "Starts the drill at a speed."),
            rows.Bare<PauseDrill>("pause", director, "Stops the drill's clock."),
            rows.Bare<ResumeDrill>("resume", director, "Lets it go on."),
            rows.Row<ChangeDrillSpeed>("speed", director, "Changes the speed."),
            rows.Row<DeliverInject>("deliver", director, "Delivers an inject now."),
            rows.Row<HoldInject>("hold-inject", director, "Keeps a pending inject in hand."),
            rows.Row<CancelInject>("cancel-inject", director, "Cancels an inject."),
            rows.Row<PostponeInjects>("postpone", director, "Postpones all pending injects."),
            rows.Row<ObserveDrill>("observe", May.Give(Commander, Supervisor, DrillDirector, Observer), "Notes what was observed."),
            rows.Row<AdvanceDrill>("advance", director, "Hurries on by so many minutes and stands still there."),
            rows.Row<NoteImprovement>("improve", May.Give(Commander, Supervisor, DrillDirector, Observer), "Notes what is to be better next time: by whom, until when."),
            rows.Row<FinishImprovement>("improved", May.Give(Commander, Supervisor, DrillDirector), "Says that an improvement is done, and how."),
            rows.Row<ChooseYardstick>("yardstick", director, "Holds the day against a time measured in a drill."),
            rows.Row<DropYardstick>("drop-yardstick", director, "Holds it against that no more."),
            rows.Bare<EndDrill>("end", director, "Ends the drill."),
        ];
    }

    // The effect of a move is computed when it is ordered, and not believed of whoever orders it.
    private static IEnumerable<CatalogEntry> Forecast() =>
    [
        new(
            "forecast", "order", static _ => GrainAddress.Forecast, "self", typeof(Move), static (body, _) => new OrderMove((Move)body!, null!, null!),
            May.Give(Commander), "Orders a move of windows; its computed effect is kept with it."),
    ];
}
