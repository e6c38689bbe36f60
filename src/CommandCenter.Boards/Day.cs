using CommandCenter.Boards.Cards;
using CommandCenter.Boards.Cases;
using CommandCenter.Boards.Communication;
using CommandCenter.Boards.Findings;
using CommandCenter.Boards.Drills;
using CommandCenter.Boards.Groups;
using CommandCenter.Boards.Households;
using CommandCenter.Boards.Incidents;
using CommandCenter.Boards.Meetings;
using CommandCenter.Boards.Queues;
using CommandCenter.Boards.Reports;
using CommandCenter.Boards.Site;
using CommandCenter.Boards.State;
using CommandCenter.Boards.Units;
using CommandCenter.Boards.Windows;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;

namespace CommandCenter.Boards;

/// <summary>
/// The day as the journal has it so far, shared by all boards: mutable facts, written by the folds alone.
/// Nothing of it leaves the boards; projections copy what they show.
/// </summary>
internal sealed class Day
{
    public Day()
    {
        Households = new(static id => new HouseholdFacts(id));
        Queues = new(id => new QueueFacts(id, this));
        Windows = new(id => new WindowFacts(id, this));
        Stock = new(this);
        Zones = new(static _ => new ZoneFacts());
        Groups = new(static id => new GroupFacts(id));
        Incidents = new(static id => new IncidentFacts(id));
        Cases = new(static id => new CaseFacts(id));
        Cards = new(static id => new CardFacts(id));
        Findings = new(static id => new FindingFacts(id));
        Meetings = new(static id => new MeetingFacts(id));
        Reports = new(Operation);
    }

    public OperationFacts Operation { get; } = new();

    public Plan Plan => Operation.Plan;

    public Table<HouseholdId, HouseholdFacts> Households { get; }

    public Table<StepId, QueueFacts> Queues { get; }

    public Table<WindowId, WindowFacts> Windows { get; }

    public UnitStock Stock { get; }

    public Table<UnitId, UnitFacts> Units => Stock.Units;

    public CommunicationFacts Communication { get; } = new();

    public Table<ZoneId, ZoneFacts> Zones { get; }

    public Table<GroupId, GroupFacts> Groups { get; }

    public Table<IncidentId, IncidentFacts> Incidents { get; }

    public Table<CaseId, CaseFacts> Cases { get; }

    public Table<CardId, CardFacts> Cards { get; }

    public Table<FindingId, FindingFacts> Findings { get; }
    public DrillFacts Drill { get; } = new();

    public Table<MeetingId, MeetingFacts> Meetings { get; }

    public ReportFacts Reports { get; }

    /// <summary>The post with this id by its name; ids that the plan does not have stand for themselves, the system has no name.</summary>
    public Who Who(string actor)
    {
        var name = new Actor(actor).IsSystem ? null : Plan.FindPost(new PostId(actor))?.Name ?? new(actor, actor);
        return new(actor, name);
    }

    /// <summary>As <see cref="Who(string)"/>, where nobody at all can be meant by an empty id.</summary>
    public Who? Told(string actor) => actor.Length == 0 ? null : Who(actor);

    /// <summary>Whether an order belongs to a confidential incident: what it says is then for its group and command alone.</summary>
    public bool IsConfidential(AssignmentFacts order) => order.Incident is { } incident && Incidents.Peek(incident).Confidential;
}
