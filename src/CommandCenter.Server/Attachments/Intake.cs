using CommandCenter.Domain;
using CommandCenter.Journal.Attachments;
using CommandCenter.Server.Api;

namespace CommandCenter.Server.Attachments;

/// <summary>How one kind of attachment is taken in.</summary>
/// <param name="Field">The form's field with the file.</param>
/// <param name="MostBytes">Bytes at most, as sent.</param>
/// <param name="NotOne">Said of a body that is no form with a file.</param>
/// <param name="TakeAsync">Makes of what was sent what is kept, or says what is wrong with it.</param>
internal sealed record Intake(
    string Field, int MostBytes, Problem NotOne, Func<byte[], IFormCollection, CancellationToken, Task<(Attachment? Kept, Problem? Problem)>> TakeAsync);

/// <summary>An attachment as it is kept.</summary>
/// <param name="Kind">Which kind.</param>
/// <param name="Bytes">The file.</param>
/// <param name="Command">What puts it into the incident's file, by its hash.</param>
internal sealed record Attachment(AttachmentKind Kind, byte[] Bytes, Func<string, ICommand> Command);
