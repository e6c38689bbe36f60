namespace CommandCenter.Simulation.Forecasts;

/// <summary>What the runs of a forecast came to, in flat arrays that are used again and again.</summary>
/// <remarks>Not safe on several threads. Moments are seconds since midnight; as single precision they are exact to a hundredth.</remarks>
internal sealed class RunRecord(int households, int stations, int types, int runs)
{
    /// <summary>The width of a step of the course of the day.</summary>
    public const double Grid = 15 * 60;

    private const int Steps = 96;
    private const double Midnight = Steps * Grid;

    private readonly int[] _next = new int[stations];
    private readonly int[] _doneIn = new int[Steps + 1];
    private int _run;
    private int _inside;
    private double _begins;
    private double _closes;

    public int Runs => runs;

    public double[] Ends { get; } = new double[runs];

    public double[] Past { get; } = new double[runs];

    public double[] Waits { get; } = new double[runs];

    /// <summary>Per station and run: the wait of whoever joins its line next.</summary>
    public double[] NextWait { get; } = new double[stations * runs];

    /// <summary>Per household and run: when it is called next.</summary>
    public float[] CallAt { get; } = new float[households * runs];

    /// <summary>Per household and run: when its turn to choose comes.</summary>
    public float[] TurnAt { get; } = new float[households * runs];

    /// <summary>Per household and type: in how many runs one was left when its turn came.</summary>
    public int[] Left { get; } = new int[households * types];

    /// <summary>Per household: in how many runs any flat that it may take was left.</summary>
    public int[] AnyLeft { get; } = new int[households];

    /// <summary>Per household: in how many runs its turn came.</summary>
    public int[] Turns { get; } = new int[households];

    /// <summary>Per type and run: when it was sold out.</summary>
    public double[] SoldOut { get; } = new double[types * runs];

    /// <summary>Per grid step from midnight and run: households done by its end.</summary>
    public float[] Course { get; } = new float[Steps * runs];

    public static int GridSteps => Steps;

    /// <summary>Whether a forecast of that size finds room here.</summary>
    public bool Fits(DayOutline day, int wanted) =>
        (households, stations, types, runs) == (day.Households.Count, day.Stations.Length, day.Types.Length, wanted);

    public void Begin(DayOutline day, Situation situation)
    {
        (_begins, _closes) = (situation.Now, day.Closes);
        Array.Clear(Left);
        Array.Clear(AnyLeft);
        Array.Clear(Turns);
        Array.Fill(CallAt, float.PositiveInfinity);
        Array.Fill(TurnAt, float.PositiveInfinity);
        Array.Fill(NextWait, double.NaN);
    }

    public void BeginRun(int run, Situation situation)
    {
        _run = run;
        _inside = 0;
        Array.Fill(_next, -1);
        Array.Clear(_doneIn);
        (Ends[run], Past[run], Waits[run]) = (situation.LastDoneAt, situation.PastClosing, 0);
    }

    /// <summary>So many more are here, or will be.</summary>
    public void Enter(int count) => _inside += count;

    /// <summary>One has left for good.</summary>
    public void Leave() => _inside--;

    public void Join(int customer, int station) => _next[station] = _next[station] < 0 ? customer : _next[station];

    public void Call(int customer, int station, double now, double waited)
    {
        Waits[_run] = Math.Max(Waits[_run], waited);
        ref var call = ref CallAt[(customer * runs) + _run];
        call = float.IsPositiveInfinity(call) ? (float)now : call;
        ref var next = ref NextWait[(station * runs) + _run];
        if (_next[station] == customer && double.IsNaN(next))
        {
            next = waited;
        }
    }

    public void Turn(int customer, double now, FlatChoice flats)
    {
        TurnAt[(customer * runs) + _run] = (float)now;
        Turns[customer]++;
        var any = false;
        for (var t = 0; t < types; t++)
        {
            if (flats.May(customer, t))
            {
                Left[(customer * types) + t]++;
                any = true;
            }
        }

        AnyLeft[customer] += any ? 1 : 0;
    }

    public void Finish(double now)
    {
        _inside--;
        Ends[_run] = now;
        Past[_run] += now > _closes ? 1 : 0;
        _doneIn[Math.Clamp((int)(now / Grid), 0, Steps)]++;
    }

    public void EndRun(FlatChoice flats, int doneBefore)
    {
        for (var t = 0; t < types; t++)
        {
            SoldOut[(t * runs) + _run] = flats.SoldOutAt[t];
        }

        if (_inside > 0)
        {
            // Somebody is still in a line that nobody serves: the day does not end, and the wait lasts until midnight.
            Ends[_run] = double.PositiveInfinity;
            Past[_run] += _inside;
            Waits[_run] = Math.Max(Waits[_run], Midnight - _begins);
        }

        var done = doneBefore;
        for (var g = (int)(_begins / Grid); g < Steps; g++)
        {
            done += _doneIn[g];
            Course[(g * runs) + _run] = done;
        }
    }
}
