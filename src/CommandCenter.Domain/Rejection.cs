namespace CommandCenter.Domain;

/// <summary>A refusal as a value: the rule that says no, in both languages. All of them stand in <see cref="Rejections"/>.</summary>
/// <param name="Code">Stable, kebab-case, e.g. <c>window-paused</c>; clients may rely on it.</param>
/// <param name="Chinese">One sentence for the person at the screen.</param>
/// <param name="English">The same sentence in English.</param>
public sealed record Rejection(string Code, string Chinese, string English)
{
    /// <summary>The field of the command that is at fault, in camelCase, or null when it is the state that says no.</summary>
    public string? Field { get; init; }

    /// <summary>The value that decided: a limit, an id, a moment; or null. Never personal data.</summary>
    public string? Detail { get; init; }

    /// <summary>True for malformed input (HTTP 422), false for a rule of the day (HTTP 409).</summary>
    public bool IsInput { get; init; }

    /// <summary>The same refusal, naming the field at fault.</summary>
    public Rejection For(string field, string? detail = null) => this with { Field = field, Detail = detail ?? Detail };

    /// <summary>The same refusal with the value that decided.</summary>
    public Rejection With(string detail) => this with { Detail = detail };
}
