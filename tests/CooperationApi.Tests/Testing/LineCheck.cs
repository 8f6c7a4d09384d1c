using System.Text;

namespace CooperationApi.Tests.Testing;

/// <summary>A stream whose first lines are checked as they are read, so that none is held back.</summary>
internal sealed class LineCheck(Stream inner, Action<string> check) : Stream
{
    private const int Most = 200;

    private readonly MemoryStream line = new();
    private int checkedLines;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>The same content with its lines checked.</summary>
    public static async Task<HttpContent> Of(HttpContent content, Action<string> check, CancellationToken stop)
    {
        var same = new StreamContent(new LineCheck(await content.ReadAsStreamAsync(stop), check));
        foreach (var (name, values) in content.Headers)
        {
            same.Headers.TryAddWithoutValidation(name, values);
        }

        return same;
    }

    public override int Read(byte[] buffer, int offset, int count) => Checked(buffer.AsSpan(offset, inner.Read(buffer, offset, count)));

    public override async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        await ReadAsync(buffer.AsMemory(offset, count), cancellationToken);

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var count = await inner.ReadAsync(buffer, cancellationToken);
        return Checked(buffer.Span[..count]);
    }

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        inner.Dispose();
        line.Dispose();
        base.Dispose(disposing);
    }

    private int Checked(ReadOnlySpan<byte> read)
    {
        var rest = read;
        for (int end; checkedLines < Most && (end = rest.IndexOf((byte)'\n')) >= 0; rest = rest[(end + 1)..])
        {
            line.Write(rest[..end]);
            CheckLine();
        }

        if (checkedLines < Most)
        {
            line.Write(rest);
        }

        // A last line that does not end.
        if (read.Length == 0 && line.Length > 0)
        {
            CheckLine();
        }

        return read.Length;
    }

    private void CheckLine()
    {
        checkedLines++;
        var text = Encoding.UTF8.GetString(line.GetBuffer(), 0, (int)line.Length);
        line.SetLength(0);
        check(text);
    }
}
