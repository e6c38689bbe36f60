using System.Collections.Immutable;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;
using CommandCenter.Plans.Yaml;

namespace CommandCenter.Plans.Documents;

/// <summary>Task groups with their rosters, and the posts that accounts act in.</summary>
internal static class StaffSection
{
    public static TaskGroupPlan ReadGroup(YamlMap map, Names names)
    {
        var members = map.List(
            "members", m => new GroupMember(names.Define<MemberId>(m), m.Text("name", 40)), atLeast: 1);
        var group = new TaskGroupPlan(
            names.Define<GroupId>(map), map.Label("name"), map.Id<MemberId>("leader"), map.OptionalId<MemberId>("deputy"),
            members, names.ReferAll<ZoneId>(map, "zones"));
        CheckMember(map, "leader", group.Leader, members);
        CheckMember(map, "deputy", group.Deputy, members);
        if (group.Deputy == group.Leader)
        {
            map.Fault("deputy", "组长与副组长不能是同一人。", "Leader and deputy must be two people.");
        }

        return group;
    }

    public static Post ReadPost(YamlMap map, Names names, ImmutableArray<TaskGroupPlan> groups)
    {
        var post = new Post(
            names.Define<PostId>(map), map.Label("name"), map.OneOf<PostRole>("role"), names.ReferOptional<GroupId>(map, "group"),
            names.ReferOptional<WindowId>(map, "window"), names.ReferOptional<MemberId>(map, "member"));
        if (post.Role is PostRole.GroupLeader or PostRole.GroupDeputy or PostRole.GroupMember && post.Group is null)
        {
            map.Fault("group", "工作组岗位须写明工作组。", "A post of a task group must name its group.");
        }

        if ((post.Role == PostRole.Clerk) != (post.Window is not null))
        {
            map.Fault("window", "窗口岗位须写明窗口，其他岗位不写。", "A clerk's post names its window, other posts name none.");
        }

        if (groups.FirstOrDefault(g => g.Id == post.Group) is { } group)
        {
            CheckMember(map, "member", post.Member, group.Members);
        }

        return post;
    }

    /// <summary>The posts without which the day's rules cannot be kept.</summary>
    public static void Check(YamlMap root, Plan plan)
    {
        RequirePost(root, plan, PostRole.Commander, "commander", "撤销选房须由其签字", "who signs reversals");
        RequirePost(root, plan, PostRole.Supervisor, "supervisor", "撤销选房须由其会签", "who countersigns reversals");
        RequirePost(root, plan, PostRole.Reception, "reception", "签到由其办理", "who checks households in");
        foreach (var group in plan.Groups.Where(g => !plan.Posts.Any(p => Leads(p.Role) && p.Group == g.Id)))
        {
            root.Fault("posts", $"工作组“{group.Id}”没有组长岗位。", $"The group '{group.Id}' has no leader's post.");
        }

        foreach (var window in plan.Windows.Where(w => !plan.Posts.Any(p => p.Window == w.Id)))
        {
            root.Fault("posts", $"窗口“{window.Id}”没有岗位。", $"The window '{window.Id}' has no clerk's post.");
        }
    }

    // The commander leads the command group, the supervisor that of supervision.
    private static bool Leads(PostRole role) => role is PostRole.GroupLeader or PostRole.Commander or PostRole.Supervisor;

    private static void RequirePost(YamlMap root, Plan plan, PostRole role, string name, string chinese, string english)
    {
        if (!plan.Posts.Any(p => p.Role == role))
        {
            root.Fault("posts", $"缺少 {name} 岗位（{chinese}）。", $"There is no post of the role {name}, {english}.");
        }
    }

    private static void CheckMember(YamlMap map, string key, MemberId? member, ImmutableArray<GroupMember> members)
    {
        if (member is { Value.Length: > 0 } id && !members.Any(m => m.Id == id))
        {
            map.Fault(key, $"“{id}”不在该组名单中。", $"'{id}' is not on the group's roster.");
        }
    }
}
