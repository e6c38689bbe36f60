using System.Collections.Immutable;
using CommandCenter.Domain.Identity;

namespace CommandCenter.Domain;

/// <summary>What every identifier in a command must satisfy, said in one place. Only a well-formed one is repeated in the detail.</summary>
public static class IdRule
{
    /// <summary>Refuses a missing or malformed identifier, naming the field; null when it is good.</summary>
    public static Rejection? Check(string? id, string field) =>
        string.IsNullOrEmpty(id) ? Rejections.Required.For(field)
        : IdSyntax.IsValid(id) ? null
        : Rejections.NotFound.For(field);

    /// <summary>Like <see cref="Check"/>, where the identifier may be missing.</summary>
    public static Rejection? CheckOptional<TId>(TId? id, string field)
        where TId : struct, IId<TId> =>
        id is { } given ? Check(given.Value, field) : null;

    /// <summary>Like <see cref="Check"/>, and refuses an identifier that the plan or list does not have.</summary>
    public static Rejection? Known(string? id, bool exists, string field) =>
        exists ? null : Check(id, field) ?? Rejections.NotFound.For(field, id);

    /// <summary>Like <see cref="Check"/> for each of a list, which must not be empty nor name one twice.</summary>
    public static Rejection? CheckList<TId>(ImmutableArray<TId> ids, string field)
        where TId : struct, IId<TId>
    {
        if (ids.IsDefaultOrEmpty)
        {
            return Rejections.Required.For(field);
        }

        var seen = new HashSet<TId>(ids.Length);
        foreach (var id in ids)
        {
            if ((Check(id.Value, field) ?? (seen.Add(id) ? null : Rejections.Duplicate.For(field, id.Value))) is { } fault)
            {
                return fault;
            }
        }

        return null;
    }
}
