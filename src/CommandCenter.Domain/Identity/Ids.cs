using System.Text.Json.Serialization;

namespace CommandCenter.Domain.Identity;

/// <summary>An allocation day or drill, e.g. <c>demo</c>.</summary>
/// <param name="Value">See <see cref="IdSyntax"/>.</param>
[JsonConverter(typeof(IdConverter<OperationId>))]
public readonly record struct OperationId(string Value) : IId<OperationId>
{
    /// <inheritdoc/>
    public static OperationId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? string.Empty;
}

/// <summary>A household, e.g. <c>h017</c>.</summary>
/// <param name="Value">See <see cref="IdSyntax"/>.</param>
[JsonConverter(typeof(IdConverter<HouseholdId>))]
public readonly record struct HouseholdId(string Value) : IId<HouseholdId>
{
    /// <inheritdoc/>
    public static HouseholdId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? string.Empty;
}

/// <summary>A service window, e.g. <c>w3</c>.</summary>
/// <param name="Value">See <see cref="IdSyntax"/>.</param>
[JsonConverter(typeof(IdConverter<WindowId>))]
public readonly record struct WindowId(string Value) : IId<WindowId>
{
    /// <inheritdoc/>
    public static WindowId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? string.Empty;
}

/// <summary>A step of the day, e.g. <c>selection</c>.</summary>
/// <param name="Value">See <see cref="IdSyntax"/>.</param>
[JsonConverter(typeof(IdConverter<StepId>))]
public readonly record struct StepId(string Value) : IId<StepId>
{
    /// <inheritdoc/>
    public static StepId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? string.Empty;
}

/// <summary>A ticket, unique in its operation, e.g. <c>selection-057</c>; people see the ticket number S057.</summary>
/// <param name="Value">See <see cref="IdSyntax"/>.</param>
[JsonConverter(typeof(IdConverter<TicketId>))]
public readonly record struct TicketId(string Value) : IId<TicketId>
{
    /// <inheritdoc/>
    public static TicketId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? string.Empty;
}

/// <summary>A flat, e.g. <c>2-902</c>: building and room.</summary>
/// <param name="Value">See <see cref="IdSyntax"/>.</param>
[JsonConverter(typeof(IdConverter<UnitId>))]
public readonly record struct UnitId(string Value) : IId<UnitId>
{
    /// <inheritdoc/>
    public static UnitId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? string.Empty;
}

/// <summary>A flat type, e.g. <c>t105</c>.</summary>
/// <param name="Value">See <see cref="IdSyntax"/>.</param>
[JsonConverter(typeof(IdConverter<UnitTypeId>))]
public readonly record struct UnitTypeId(string Value) : IId<UnitTypeId>
{
    /// <inheritdoc/>
    public static UnitTypeId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? string.Empty;
}

/// <summary>A building, e.g. <c>2</c>.</summary>
/// <param name="Value">See <see cref="IdSyntax"/>.</param>
[JsonConverter(typeof(IdConverter<BuildingId>))]
public readonly record struct BuildingId(string Value) : IId<BuildingId>
{
    /// <inheritdoc/>
    public static BuildingId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? string.Empty;
}

/// <summary>A task group, e.g. <c>order</c>.</summary>
/// <param name="Value">See <see cref="IdSyntax"/>.</param>
[JsonConverter(typeof(IdConverter<GroupId>))]
public readonly record struct GroupId(string Value) : IId<GroupId>
{
    /// <inheritdoc/>
    public static GroupId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? string.Empty;
}

/// <summary>A member of a task group, e.g. <c>order-03</c>.</summary>
/// <param name="Value">See <see cref="IdSyntax"/>.</param>
[JsonConverter(typeof(IdConverter<MemberId>))]
public readonly record struct MemberId(string Value) : IId<MemberId>
{
    /// <inheritdoc/>
    public static MemberId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? string.Empty;
}

/// <summary>An order given to a task group.</summary>
/// <param name="Value">See <see cref="IdSyntax"/>.</param>
[JsonConverter(typeof(IdConverter<AssignmentId>))]
public readonly record struct AssignmentId(string Value) : IId<AssignmentId>
{
    /// <inheritdoc/>
    public static AssignmentId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? string.Empty;
}

/// <summary>An incident; chosen by whoever raises it.</summary>
/// <param name="Value">See <see cref="IdSyntax"/>.</param>
[JsonConverter(typeof(IdConverter<IncidentId>))]
public readonly record struct IncidentId(string Value) : IId<IncidentId>
{
    /// <inheritdoc/>
    public static IncidentId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? string.Empty;
}

/// <summary>A playbook, and thereby an incident type, e.g. <c>medical</c>.</summary>
/// <param name="Value">See <see cref="IdSyntax"/>.</param>
[JsonConverter(typeof(IdConverter<PlaybookId>))]
public readonly record struct PlaybookId(string Value) : IId<PlaybookId>
{
    /// <inheritdoc/>
    public static PlaybookId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? string.Empty;
}

/// <summary>A matter in the ledger.</summary>
/// <param name="Value">See <see cref="IdSyntax"/>.</param>
[JsonConverter(typeof(IdConverter<CaseId>))]
public readonly record struct CaseId(string Value) : IId<CaseId>
{
    /// <inheritdoc/>
    public static CaseId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? string.Empty;
}

/// <summary>An answer card.</summary>
/// <param name="Value">See <see cref="IdSyntax"/>.</param>
[JsonConverter(typeof(IdConverter<CardId>))]
public readonly record struct CardId(string Value) : IId<CardId>
{
    /// <inheritdoc/>
    public static CardId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? string.Empty;
}

/// <summary>A finding of supervision.</summary>
/// <param name="Value">See <see cref="IdSyntax"/>.</param>
[JsonConverter(typeof(IdConverter<FindingId>))]
public readonly record struct FindingId(string Value) : IId<FindingId>
{
    /// <inheritdoc/>
    public static FindingId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? string.Empty;
}

/// <summary>A meeting.</summary>
/// <param name="Value">See <see cref="IdSyntax"/>.</param>
[JsonConverter(typeof(IdConverter<MeetingId>))]
public readonly record struct MeetingId(string Value) : IId<MeetingId>
{
    /// <inheritdoc/>
    public static MeetingId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? string.Empty;
}

/// <summary>A scripted stimulus of a drill.</summary>
/// <param name="Value">See <see cref="IdSyntax"/>.</param>
[JsonConverter(typeof(IdConverter<InjectId>))]
public readonly record struct InjectId(string Value) : IId<InjectId>
{
    /// <inheritdoc/>
    public static InjectId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? string.Empty;
}

/// <summary>A place on the site, e.g. <c>waiting-b</c>.</summary>
/// <param name="Value">See <see cref="IdSyntax"/>.</param>
[JsonConverter(typeof(IdConverter<ZoneId>))]
public readonly record struct ZoneId(string Value) : IId<ZoneId>
{
    /// <inheritdoc/>
    public static ZoneId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? string.Empty;
}

/// <summary>A role that an account acts in, e.g. <c>commander</c>.</summary>
/// <param name="Value">See <see cref="IdSyntax"/>.</param>
[JsonConverter(typeof(IdConverter<PostId>))]
public readonly record struct PostId(string Value) : IId<PostId>
{
    /// <inheritdoc/>
    public static PostId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? string.Empty;
}

/// <summary>A clause of the published rules, e.g. <c>c12</c>.</summary>
/// <param name="Value">See <see cref="IdSyntax"/>.</param>
[JsonConverter(typeof(IdConverter<ClauseId>))]
public readonly record struct ClauseId(string Value) : IId<ClauseId>
{
    /// <inheritdoc/>
    public static ClauseId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? string.Empty;
}
