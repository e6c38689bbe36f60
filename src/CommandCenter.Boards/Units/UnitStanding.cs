namespace CommandCenter.Boards.Units;

/// <summary>How a flat stands on the sales-control board 销控表.</summary>
public enum UnitStanding
{
    /// <summary>可选.</summary>
    Free,

    /// <summary>预留中.</summary>
    Reserved,

    /// <summary>已选.</summary>
    Confirmed,

    /// <summary>已签约.</summary>
    Contracted,

    /// <summary>停售.</summary>
    Withdrawn,
}
