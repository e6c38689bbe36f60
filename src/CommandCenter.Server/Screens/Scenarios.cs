namespace CommandCenter.Server.Screens;

/// <summary>Scenarios as they are called on screens.</summary>
internal static class Scenarios
{
    /// <summary>The name of a scenario in the present language; one that somebody wrote is called by its own.</summary>
    public static string Name(string? scenario) => scenario switch
    {
        null => "",
        "standard-day" or "rush-at-opening" or "power-cut" or "popular-type-sold-out" or "ten-times" => Texts.T($"scenario.{scenario}"),
        _ => scenario,
    };
}
