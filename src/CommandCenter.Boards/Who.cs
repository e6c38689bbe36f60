using CommandCenter.Domain.Plans;

namespace CommandCenter.Boards;

/// <summary>Who acted or is told.</summary>
/// <param name="Id">The post or member, or a system name such as <c>system:deadline</c>.</param>
/// <param name="Name">The post's or member's name; absent for the system, which the screens word.</param>
public sealed record Who(string Id, Label? Name);
