using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using MimeKit;

namespace ChatOpsBot.Tests.Support;

/// <summary>
/// A mail server on a loopback port (RFC 5321, STARTTLS, AUTH PLAIN) that keeps what it takes. It can refuse, hang and break the connection
/// at each step.
/// </summary>
public sealed class FakeMailServer : IAsyncDisposable
{
    public const string User = "bot";
    public const string Password = "a pass word";

    /// <summary>The steps of a conversation, in order.</summary>
    public static readonly IReadOnlyList<string> Steps = ["GREETING", "EHLO", "STARTTLS", "AUTH", "MAIL", "RCPT", "DATA", "BODY", "QUIT"];

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentQueue<(string Step, MailFault Fault)> _faults = [];
    private readonly ConcurrentQueue<MimeMessage> _mails = [];
    private readonly ConcurrentQueue<string> _said = [];
    private readonly bool _isTls;
    private Task _running = Task.CompletedTask;

    private FakeMailServer(bool isTls) => _isTls = isTls;

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    // Its key takes long to make.
    private static X509Certificate2 Certificate { get; } = NewCertificate();

    /// <summary>Trusts the certificate of the fake alone.</summary>
    public static bool Trust(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors) =>
        certificate?.GetCertHashString() == Certificate.GetCertHashString();

    /// <summary>The mails it took, also those taken twice.</summary>
    public IReadOnlyList<MimeMessage> Mails => [.. _mails];

    /// <summary>The commands it got.</summary>
    public IReadOnlyList<string> Said => [.. _said];

    /// <param name="isTls">The connection is encrypted from the start.</param>
    public static FakeMailServer Start(bool isTls = false)
    {
        var server = new FakeMailServer(isTls);
        server._listener.Start();
        server._running = server.ListenAsync();
        return server;
    }

    /// <summary>What happens the next time that a conversation comes to a step.</summary>
    public void Next(string step, MailFault fault) => _faults.Enqueue((step, fault));

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Dispose();
        await _running;
        _end.Dispose();
    }

    private async Task ListenAsync()
    {
        List<Task> talks = [];
        try
        {
            while (true)
                talks.Add(TalkAsync(await _listener.AcceptTcpClientAsync(_end.Token)));
        }
        catch (Exception fault) when (fault is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(talks);
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using (client)
            try
            {
                Stream stream = client.GetStream();
                if (_isTls)
                    stream = await SecureAsync(stream);
                var talk = new Talk(stream);
                if (!await StepAsync(talk, "GREETING", "220 mail.example ESMTP"))
                    return;
                while (await talk.ReadAsync(_end.Token) is { } line)
                {
                    _said.Enqueue(line);
                    if (!await AnswerAsync(talk, line))
                        return;
                }
            }
            catch (Exception fault)
                when (fault is IOException or OperationCanceledException or SocketException or AuthenticationException)
            {
            }
    }

    private Task<bool> AnswerAsync(Talk talk, string line) => line.Split(' ')[0].ToUpperInvariant() switch
    {
        "EHLO" => StepAsync(
            talk,
            "EHLO",
            talk.IsSecure || _isTls ? "250-mail.example\r\n250 AUTH PLAIN" : "250-mail.example\r\n250-AUTH PLAIN\r\n250 STARTTLS"),
        "STARTTLS" => SecureAsync(talk),
        "AUTH" => StepAsync(talk, "AUTH", line == $"AUTH PLAIN {Plain}" ? "235 welcome" : "535 5.7.8 wrong"),
        "MAIL" => StepAsync(talk, "MAIL", "250 sender ok"),
        "RCPT" => StepAsync(talk, "RCPT", "250 recipient ok"),
        "DATA" => DataAsync(talk),
        "QUIT" => StepAsync(talk, "QUIT", "221 bye"),
        _ => StepAsync(talk, line, "250 ok"),
    };

    private async Task<bool> SecureAsync(Talk talk)
    {
        if (!await StepAsync(talk, "STARTTLS", "220 go on"))
            return false;
        if (talk.IsRefused)
            return true;

        talk.Secure(await SecureAsync(talk.Stream));
        return true;
    }

    private async Task<SslStream> SecureAsync(Stream stream)
    {
        var secure = new SslStream(stream);
        await secure.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = Certificate }, _end.Token);
        return secure;
    }

    private async Task<bool> DataAsync(Talk talk)
    {
        if (!await StepAsync(talk, "DATA", "354 go on"))
            return false;
        if (talk.IsRefused)
            return true;

        var text = new StringBuilder();
        while (await talk.ReadAsync(_end.Token) is { } line && line != ".")
            text.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        using var bytes = new MemoryStream(Encoding.UTF8.GetBytes(text.ToString()));
        var mail = await MimeMessage.LoadAsync(bytes, _end.Token);
        return await StepAsync(talk, "BODY", "250 queued", () => _mails.Enqueue(mail));
    }

    /// <returns>False where the conversation is over.</returns>
    private async Task<bool> StepAsync(Talk talk, string step, string answer, Action? done = null)
    {
        var fault = _faults.TryPeek(out var next) && next.Step == step && _faults.TryDequeue(out next) ? next.Fault : null;
        if (fault is null or { IsAfterwards: true })
            done?.Invoke();
        if (fault is { IsHang: true })
            await Task.Delay(Timeout.Infinite, _end.Token);
        if (fault is { Answer: null })
            return false;

        talk.IsRefused = fault is not null;
        await talk.WriteAsync(fault?.Answer ?? answer, _end.Token);
        return step != "QUIT";
    }

    private static string Plain => Convert.ToBase64String(Encoding.UTF8.GetBytes($"\0{User}\0{Password}"));

    private static X509Certificate2 NewCertificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return request.CreateSelfSigned(DateTimeOffset.UnixEpoch, new(2100, 1, 1, 0, 0, 0, TimeSpan.Zero));
    }

    // Bytes are read one by one: what follows STARTTLS belongs to the encrypted stream.
    private sealed class Talk(Stream stream)
    {
        public Stream Stream { get; private set; } = stream;

        public bool IsSecure { get; private set; }

        public bool IsRefused { get; set; }

        public void Secure(Stream secure) => (Stream, IsSecure) = (secure, true);

        public async Task<string?> ReadAsync(CancellationToken cancel)
        {
            List<byte> line = [];
            var one = new byte[1];
            while (await Stream.ReadAsync(one, cancel) == 1)
            {
                if (one[0] == '\n')
                    return Encoding.UTF8.GetString([.. line]).TrimEnd('\r');
                line.Add(one[0]);
            }

            return null;
        }

        public async Task WriteAsync(string text, CancellationToken cancel) =>
            await Stream.WriteAsync(Encoding.ASCII.GetBytes($"{text}\r\n"), cancel);
    }
}

/// <summary>Something that goes wrong at a step of a conversation.</summary>
/// <param name="Answer">What is answered instead; null where the connection is broken or nothing comes.</param>
/// <param name="IsAfterwards">The mail is taken all the same.</param>
public sealed record MailFault(string? Answer, bool IsAfterwards = false, bool IsHang = false)
{
    public static MailFault Refuse(int code) => new($"{code} as the test wishes");

    public static MailFault Drop(bool isAfterwards = false) => new(Answer: null, isAfterwards);

    public static MailFault Hang(bool isAfterwards = false) => new(Answer: null, isAfterwards, IsHang: true);
}
