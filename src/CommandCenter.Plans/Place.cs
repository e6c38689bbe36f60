namespace CommandCenter.Plans;

/// <summary>Where something stands in a plan folder.</summary>
/// <param name="File">Name of the file, without its folder.</param>
/// <param name="Row">Row of a list or line of a YAML file, from 1; null when the file as a whole is meant.</param>
/// <param name="Column">Heading of a list's column as the file has it, or the column of a YAML line.</param>
/// <param name="Field">Path inside a YAML file, e.g. <c>windows[2].steps[0]</c>; null in lists.</param>
public sealed record Place(string File, int? Row = null, string? Column = null, string? Field = null)
{
    /// <summary>As compilers write it, e.g. <c>households.csv:12:身份证号</c> or <c>plan.yaml:34:7 windows[2].steps</c>.</summary>
    public override string ToString() =>
        File + (Row is { } row ? $":{row}" : "") + (Column is null ? "" : $":{Column}") + (Field is null ? "" : $" {Field}");
}
