using System.Globalization;

namespace CooperationApi.Benchmarks;

/// <summary>What the command line asks for.</summary>
internal sealed record Options(string Command, int? Rows, int Seconds, int Rounds)
{
    public const string Usage = """
        dotnet run -c Release --project tests/CooperationApi.Benchmarks -- COMMAND [--rows N] [--seconds N] [--rounds N]

          http       requests per second of the service and its rivals, driven in turn by wrk
          growth     the same questions over 10,000 and over 1,000,000 records
          bulk       export and import against psql \copy
          start      time to the first answer, memory at rest
          functions  the hot functions
          all        all of these

        """;

    private static readonly string[] Commands = ["http", "growth", "bulk", "start", "functions", "all"];

    /// <summary>Null if it cannot be understood.</summary>
    public static Options? Read(string[] args)
    {
        if (args is not [var command, .. var rest] || !Commands.Contains(command) || rest.Length % 2 != 0)
        {
            return null;
        }

        var options = new Options(command, null, Seconds: 5, Rounds: 5);
        foreach (var pair in rest.Chunk(2))
        {
            if (!int.TryParse(pair[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                return null;
            }

            switch (pair[0])
            {
                case "--rows":
                    options = options with { Rows = number };
                    break;
                case "--seconds":
                    options = options with { Seconds = number };
                    break;
                case "--rounds":
                    options = options with { Rounds = number };
                    break;
                default:
                    return null;
            }
        }

        return options;
    }
}
