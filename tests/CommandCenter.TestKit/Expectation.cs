namespace CommandCenter.TestKit;

/// <summary>Waiting for something that must come: with a limit, and a message that says what did not.</summary>
public static class Expectation
{
    // Generous, because a loaded machine is no failure; only a test that hangs meets it.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    /// <summary>Waits for a task.</summary>
    /// <param name="task">What is awaited.</param>
    /// <param name="what">The same in words, e.g. <c>the second caller's answer</c>.</param>
    public static async Task Expected(this Task task, string what)
    {
        try
        {
            await task.WaitAsync(Limit);
        }
        catch (TimeoutException e) when (!task.IsCompleted)
        {
            throw new TimeoutException($"Waited {Limit.TotalSeconds} s for {what}.", e);
        }
    }

    /// <inheritdoc cref="Expected(Task,string)"/>
    public static async Task<T> Expected<T>(this Task<T> task, string what)
    {
        await Expected((Task)task, what);
        return await task;
    }
}
