namespace CommandCenter.Load.Devices;

/// <summary>The post that a device acts in, as <c>/api/me</c> says.</summary>
/// <param name="Operation">Its operation.</param>
/// <param name="Post">The post.</param>
/// <param name="Role">Its role.</param>
/// <param name="Group">Its task group; null where it has none.</param>
/// <param name="Member">The member who usually holds it; null where there is none.</param>
public sealed record DevicePost(string Operation, string Post, string? Role, string? Group, string? Member);
