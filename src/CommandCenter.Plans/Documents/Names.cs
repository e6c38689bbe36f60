using System.Collections.Immutable;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Plans;
using CommandCenter.Plans.Yaml;

namespace CommandCenter.Plans.Documents;

/// <summary>
/// The ids that a plan defines and those that it refers to. A second definition is a fault at once, a reference to nothing
/// when everything has been read, so that the order of the sections does not matter.
/// </summary>
internal sealed class Names(Faults faults)
{
    private static readonly Dictionary<Type, Label> Kinds = new()
    {
        [typeof(StepId)] = new("环节", "step"),
        [typeof(WindowId)] = new("窗口", "window"),
        [typeof(ZoneId)] = new("区域", "zone"),
        [typeof(GroupId)] = new("工作组", "group"),
        [typeof(MemberId)] = new("组员", "member"),
        [typeof(PostId)] = new("岗位", "post"),
        [typeof(ClauseId)] = new("条款", "clause"),
        [typeof(UnitTypeId)] = new("户型", "flat type"),
        [typeof(PlaybookId)] = new("预案", "playbook"),
    };

    private readonly Dictionary<(Type Kind, string Id), Place> defined = [];
    private readonly List<(Type Kind, string Id, Place Place)> referred = [];

    /// <summary>Reads the <c>id</c> of a mapping as a definition.</summary>
    public T Define<T>(YamlMap map)
        where T : struct, IId<T>
    {
        var id = map.Id<T>("id");
        if (id.Value.Length > 0 && !defined.TryAdd((typeof(T), id.Value), map.At("id")))
        {
            var first = defined[(typeof(T), id.Value)];
            map.Fault(
                "id", $"{Kinds[typeof(T)].Zh}编号“{id}”重复，已在第 {first.Row} 行出现。",
                $"The {Kinds[typeof(T)].En} id '{id}' is in line {first.Row} already.");
        }

        return id;
    }

    /// <summary>Reads an id that must be there and be defined somewhere.</summary>
    public T Refer<T>(YamlMap map, string key)
        where T : struct, IId<T> => Note(map.Id<T>(key), map.At(key));

    /// <summary>Reads an id that may be missing; if it is there, it must be defined somewhere.</summary>
    public T? ReferOptional<T>(YamlMap map, string key)
        where T : struct, IId<T> => map.OptionalId<T>(key) is { } id ? Note(id, map.At(key)) : null;

    /// <summary>Reads a list of different ids, each defined somewhere.</summary>
    public ImmutableArray<T> ReferAll<T>(YamlMap map, string key, int atLeast = 0)
        where T : struct, IId<T>
    {
        var ids = map.Ids<T>(key, atLeast);
        foreach (var (id, place) in ids)
        {
            Note(id, place);
        }

        foreach (var (id, place) in ids.GroupBy(static i => i.Id).SelectMany(static g => g.Skip(1)))
        {
            faults.Add(place, $"“{id}”在此列表中重复。", $"'{id}' is in this list twice.");
        }

        return [.. ids.Select(static i => i.Id)];
    }

    /// <summary>Notes a reference that was read otherwise.</summary>
    public T Note<T>(T id, Place place)
        where T : struct, IId<T>
    {
        if (id.Value.Length > 0)
        {
            referred.Add((typeof(T), id.Value, place));
        }

        return id;
    }

    /// <summary>Notes every reference to something that was not defined.</summary>
    public void Check()
    {
        foreach (var (kind, id, place) in referred.Where(r => !defined.ContainsKey((r.Kind, r.Id))))
        {
            faults.Add(place, $"没有编号为“{id}”的{Kinds[kind].Zh}。", $"There is no {Kinds[kind].En} '{id}'.");
        }
    }
}
