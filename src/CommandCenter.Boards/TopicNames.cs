using CommandCenter.Domain.Identity;

namespace CommandCenter.Boards;

/// <summary>The names of the topics.</summary>
public static class TopicNames
{
    /// <summary>The day at a glance.</summary>
    public const string State = "state";

    /// <summary>The steps as a pipeline.</summary>
    public const string Flow = "flow";

    /// <summary>Totals of the flats.</summary>
    public const string Units = "units";

    /// <summary>The public hall screen.</summary>
    public const string Hall = "hall";

    /// <summary>Zones, groups, incidents and overdue orders.</summary>
    public const string Site = "site";

    /// <summary>The places of the site with the people there.</summary>
    public const string Zones = "zones";

    /// <summary>The newest communication check.</summary>
    public const string Communication = "communication";

    /// <summary>The ledger.</summary>
    public const string Cases = "cases";

    /// <summary>The answer cards.</summary>
    public const string Cards = "cards";

    /// <summary>The special circumstances of the households.</summary>
    public const string Circumstances = "circumstances";

    /// <summary>The meetings held.</summary>
    public const string Meetings = "meetings";

    /// <summary>What departed from the usual way, and what supervision found.</summary>
    public const string Supervision = "supervision";

    /// <summary>The report of all days.</summary>
    public const string Report = "report";

    /// <summary>The newest notable events.</summary>
    public const string Timeline = "timeline";

    /// <summary>What was forecast against what came.</summary>
    public const string Calibration = "calibration";

    /// <summary>What the day rests on, for those who set it up.</summary>
    public const string Plan = "plan";

    /// <summary>The phase and the public sentence.</summary>
    public const string Notice = "notice";
    /// <summary>How a rehearsal goes, for those who direct and watch it.</summary>
    public const string Drill = "drill";

    /// <summary>The households that have come.</summary>
    public const string Households = "households";

    internal const string HouseholdPrefix = "household:";
    internal const string QueuePrefix = "queue:";
    internal const string WindowPrefix = "window:";
    internal const string BuildingPrefix = "units:";
    internal const string GroupPrefix = "group:";
    internal const string IncidentPrefix = "incident:";
    internal const string CasePrefix = "case:";
    internal const string FindingsPrefix = "findings:";
    internal const string ContactPrefix = "contact:";
    internal const string ReportPrefix = "report:";
    internal const string TicketPrefix = "ticket:";

    /// <summary>The queue of a step.</summary>
    public static string Of(StepId step) => $"{QueuePrefix}{step}";

    /// <summary>A window, for its clerk.</summary>
    public static string Of(WindowId window) => $"{WindowPrefix}{window}";

    /// <summary>A household, for the reception desk.</summary>
    public static string Of(HouseholdId household) => $"{HouseholdPrefix}{household}";

    /// <summary>The flats of a building.</summary>
    public static string Of(BuildingId building) => $"{BuildingPrefix}{building}";

    /// <summary>A task group.</summary>
    public static string Of(GroupId group) => $"{GroupPrefix}{group}";

    /// <summary>An incident.</summary>
    public static string Of(IncidentId incident) => $"{IncidentPrefix}{incident}";

    /// <summary>A matter in the ledger.</summary>
    public static string Of(CaseId matter) => $"{CasePrefix}{matter}";

    /// <summary>What supervision found about matters of a group.</summary>
    public static string OfFindings(GroupId group) => $"{FindingsPrefix}{group}";

    /// <summary>The communication check that a post has yet to answer.</summary>
    public static string OfContact(PostId post) => $"{ContactPrefix}{post}";

    /// <summary>The report of one day.</summary>
    public static string OfReport(DateOnly date) => $"{ReportPrefix}{date:yyyy-MM-dd}";

    /// <summary>A household's own page; whoever knows the token may read it.</summary>
    public static string OfTicket(string token) => $"{TicketPrefix}{token}";

    /// <summary>Whether the topic may be read without an account. Such boards hold masked names only.</summary>
    public static bool IsPublic(string topic) =>
        topic is Hall or Units
        || topic.StartsWith(BuildingPrefix, StringComparison.Ordinal)
        || topic.StartsWith(TicketPrefix, StringComparison.Ordinal);
}
