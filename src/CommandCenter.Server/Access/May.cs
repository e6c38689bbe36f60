using System.Collections.Immutable;
using CommandCenter.Domain.Plans;
using static CommandCenter.Domain.Plans.PostRole;

namespace CommandCenter.Server.Access;

/// <summary>The circles that permissions are given to, so that the tables read as sentences.</summary>
internal static class May
{
    /// <summary>Those who bear responsibility on the site, down to the member of a group.</summary>
    public static readonly ImmutableArray<PostRole> FieldRoles = [Supervisor, GroupLeader, GroupDeputy, PostRole.GroupMember];

    /// <summary>Everyone who works with residents or for them.</summary>
    public static readonly ImmutableArray<PostRole> StaffRoles = [Commander, .. FieldRoles, Clerk, PostRole.Reception, Administrator];

    /// <summary>These roles, without limit.</summary>
    public static ImmutableArray<Grant> Give(params ReadOnlySpan<PostRole> roles) => ImmutableArray<Grant>.Empty.And(Reach.Anything, roles);

    /// <summary>The clerk of the window, and nobody else.</summary>
    public static ImmutableArray<Grant> ClerkOfWindow() => ImmutableArray<Grant>.Empty.And(Reach.OwnWindow, Clerk);

    /// <summary>And these roles, so far.</summary>
    public static ImmutableArray<Grant> And(this ImmutableArray<Grant> grants, Reach reach, params ReadOnlySpan<PostRole> roles)
    {
        var builder = grants.ToBuilder();
        foreach (var role in roles)
        {
            builder.Add(new(role, reach));
        }

        return builder.ToImmutable();
    }
}
