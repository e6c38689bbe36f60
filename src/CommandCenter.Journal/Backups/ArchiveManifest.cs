using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using CommandCenter.Domain.Identity;

namespace CommandCenter.Journal.Backups;

/// <summary>What an archive holds. Stored: its shape is fixed by <see cref="Format"/>.</summary>
/// <param name="Format">1.</param>
/// <param name="CreatedAt">When it was packed, wall time.</param>
/// <param name="Operations">One each, in the order of their ids.</param>
public sealed record ArchiveManifest(int Format, DateTimeOffset CreatedAt, ImmutableArray<ArchivedOperation> Operations);

/// <summary>One operation in an archive. Stored.</summary>
/// <param name="Operation">Whose journal.</param>
/// <param name="Sequence">Its newest entry.</param>
/// <param name="Chain">The hash of that entry, hex.</param>
public sealed record ArchivedOperation(OperationId Operation, long Sequence, string Chain);

/// <summary>How the manifest reads and writes.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web, WriteIndented = true, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(ArchiveManifest))]
internal sealed partial class ArchiveJsonContext : JsonSerializerContext;
