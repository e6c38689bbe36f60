using CommandCenter.Domain.Plans;

namespace CommandCenter.Server.Access;

/// <summary>How far a permission of a role reaches.</summary>
public enum Reach
{
    /// <summary>Everything of the operation.</summary>
    Anything,

    /// <summary>The post's own window: in the path, or named in the command.</summary>
    OwnWindow,

    /// <summary>Windows that are served from the post's group.</summary>
    WindowOfOwnGroup,

    /// <summary>The household that stands at the post's own window.</summary>
    HouseholdAtOwnWindow,

    /// <summary>The flat that is kept for the household at the post's own window.</summary>
    ReservationAtOwnWindow,

    /// <summary>Any household, for posts of a group that serves windows.</summary>
    GroupServesWindows,

    /// <summary>The post's own task group.</summary>
    OwnGroup,

    /// <summary>Places of the site that the post's group keeps.</summary>
    OwnZone,

    /// <summary>The member of the task group who usually holds the post.</summary>
    OwnMember,

    /// <summary>Readiness items that the post's window or group answers for.</summary>
    OwnItem,

    /// <summary>Incidents that the post's group owns.</summary>
    OwnIncident,

    /// <summary>Incidents that are not confidential, and those of the post's group.</summary>
    OpenIncident,

    /// <summary>Incidents that the post itself raised.</summary>
    OwnReport,

    /// <summary>What is the post's own and nobody else's.</summary>
    OwnPost,

    /// <summary>Matters that the post is responsible for.</summary>
    OwnCase,

    /// <summary>Findings that the post's group must answer.</summary>
    OwnFinding,
}

/// <summary>One permission: what posts of a role may do, and how far.</summary>
/// <param name="Role">The role.</param>
/// <param name="Reach">How far.</param>
public readonly record struct Grant(PostRole Role, Reach Reach);
