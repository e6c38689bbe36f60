using System.Text.Json.Serialization;

namespace CommandCenter.Domain.Identity;

/// <summary>Who acts: a post (<c>commander</c>), or the system (<c>policy:…</c>, <c>deadline</c>, <c>setup</c>).</summary>
/// <param name="Value">The post's id, or a system name; posts never contain a colon and are not system names.</param>
[JsonConverter(typeof(IdConverter<Actor>))]
public readonly record struct Actor(string Value) : IId<Actor>
{
    /// <summary>The creation of an operation from its plan and lists.</summary>
    public static readonly Actor Setup = new("system:setup");

    /// <summary>A deadline that came due.</summary>
    public static readonly Actor Deadline = new("system:deadline");

    /// <summary>The script of a drill, where a person directs it.</summary>
    public static readonly Actor Script = new("system:script");

    /// <summary>Whether this is the system and not a person's post.</summary>
    public bool IsSystem => Value is not null && Value.Contains(':', StringComparison.Ordinal);

    /// <summary>The post that acts; meaningful only when <see cref="IsSystem"/> is false.</summary>
    public PostId Post => new(Value);

    /// <inheritdoc/>
    public static Actor From(string value) => new(value);

    /// <summary>A post acting.</summary>
    public static Actor Of(PostId post) => new(post.Value);

    /// <summary>A policy acting.</summary>
    public static Actor Policy(string name) => new($"policy:{name}");

    /// <inheritdoc/>
    public override string ToString() => Value ?? string.Empty;
}
