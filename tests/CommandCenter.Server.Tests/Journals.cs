using Microsoft.Data.Sqlite;

namespace CommandCenter.Server.Tests;

/// <summary>Tampering with journal files.</summary>
internal static class Journals
{
    public static void Execute(string path, string sql)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        Assert.NotEqual(0, command.ExecuteNonQuery());
    }
}
