using System.Net;
using System.Net.Sockets;

namespace CommandCenter.Server.Tests.Phone;

/// <summary>
/// A phone's line that is cut at the socket: after so many reads and writes it is dead, whatever was under way, until it
/// comes back. What was being written is sent by half; what was being read has been done by the server all the same.
/// </summary>
internal sealed class CutLine(Random random)
{
    private int _left;
    private bool _isUp;

    /// <summary>Answers that the server may have given and the phone never got.</summary>
    public int Lost { get; private set; }

    /// <summary>Requests that were cut while they went out.</summary>
    public int Unsent { get; private set; }

    /// <summary>The line is there, for so many reads and writes.</summary>
    public void Restore(int operations) => (_left, _isUp) = (operations, true);

    /// <summary>The handler whose connections run over this line.</summary>
    public SocketsHttpHandler Handler(CookieContainer cookies) => new() { CookieContainer = cookies, ConnectCallback = ConnectAsync };

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        if (!_isUp)
        {
            throw new IOException("There is no line.");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(context.DnsEndPoint, cancellationToken);
        return new Wire(this, new NetworkStream(socket, ownsSocket: true));
    }

    private bool Passes()
    {
        _isUp &= _left-- > 0;
        return _isUp;
    }

    private sealed class Wire(CutLine line, NetworkStream inner) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            // The answer is awaited, then lost: the server has done what it was asked.
            var read = await inner.ReadAsync(buffer, cancellationToken);
            if (line.Passes())
            {
                return read;
            }

            line.Lost++;
            throw Cut();
        }

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (line.Passes())
            {
                await inner.WriteAsync(buffer, cancellationToken);
                return;
            }

            line.Unsent++;
            await inner.WriteAsync(buffer[..line.Part(buffer.Length)], cancellationToken);
            throw Cut();
        }

        public override void Flush() => inner.Flush();

        public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            inner.Dispose();
            base.Dispose(disposing);
        }

        private IOException Cut()
        {
            inner.Dispose();
            return new("The line is cut.");
        }
    }

    private int Part(int length) => random.Next(length);
}
