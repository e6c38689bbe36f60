namespace CommandCenter.Orleans.Silos;

/// <summary>
/// What to do where Orleans cannot go on, above all because the other silos declared this one dead. By itself it would abort the
/// process on the spot; told here, the server answers what is under way, gives its leases back and ends with a sentence of its own.
/// </summary>
/// <param name="silo">The silo.</param>
internal sealed class Expulsion(Silo silo) : IFatalErrorHandler
{
    /// <inheritdoc/>
    public bool IsUnexpected(Exception exception) => true;

    /// <inheritdoc/>
    public void OnFatalException(object? sender = null, string? context = null, Exception? exception = null) =>
        silo.Expel(exception is null ? $"{context}" : $"{context}: {exception.Message}");
}
