using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ChatOpsBot.Tests.Auditing;

/// <summary>A timestamp authority on this machine that signs as RFC 3161 says, with a certificate of a root of its own.</summary>
internal sealed class FakeTimestampAuthority : IAsyncDisposable
{
    private const string ForTimestamps = "1.3.6.1.5.5.7.3.8";
    private const string TimestampInfo = "1.2.840.113549.1.9.16.1.4";
    private const string SigningCertificateV2 = "1.2.840.113549.1.9.16.2.47";
    private const string Sha256 = "2.16.840.1.101.3.4.2.1";

    private static readonly DateTimeOffset Begin = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly RSA _rootKey = RSA.Create(2048);
    private readonly RSA _key = RSA.Create(2048);
    private readonly X509Certificate2 _signer;
    private WebApplication _app = null!;
    private int _serial;

    private FakeTimestampAuthority()
    {
        var root = new CertificateRequest("CN=Root of the fake authority", _rootKey, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        root.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        Root = root.CreateSelfSigned(Begin, Begin.AddYears(50));
        var signer = new CertificateRequest("CN=Fake authority", _key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        signer.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        signer.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        signer.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(ForTimestamps)], true));
        using var bare = signer.Create(Root, Begin, Begin.AddYears(40), [1, 2, 3]);
        _signer = bare.CopyWithPrivateKey(_key);
    }

    public X509Certificate2 Root { get; }

    public X509Certificate2 Signer => _signer;

    public Uri Address => new(_app.Urls.First());

    /// <summary>How often it was asked.</summary>
    public int Asked => _serial;

    /// <summary>Its clock.</summary>
    public DateTimeOffset Now { get; set; } = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    /// <summary>What it sends in place of its answer; null for the answer.</summary>
    public Func<byte[], byte[]>? Instead { get; set; }

    /// <summary>Signs a hash that it was not asked for.</summary>
    public bool SignsAnother { get; set; }

    public int Status { get; set; } = StatusCodes.Status200OK;

    public static async Task<FakeTimestampAuthority> StartAsync()
    {
        var authority = new FakeTimestampAuthority();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        authority._app = builder.Build();
        authority._app.MapPost("/", authority.AnswerAsync);
        await authority._app.StartAsync(TestContext.Current.CancellationToken);
        return authority;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _signer.Dispose();
        Root.Dispose();
        _key.Dispose();
        _rootKey.Dispose();
    }

    private async Task<IResult> AnswerAsync(HttpRequest http)
    {
        using var body = new MemoryStream();
        await http.Body.CopyToAsync(body, http.HttpContext.RequestAborted);
        _serial++;
        if (http.ContentType != "application/timestamp-query" || !Rfc3161TimestampRequest.TryDecode(body.ToArray(), out var request, out _))
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        if (Status != StatusCodes.Status200OK)
            return Results.StatusCode(Status);

        var answer = Answer(request);
        return Results.Bytes(Instead is { } other ? other(answer) : answer, "application/timestamp-reply");
    }

    private byte[] Answer(Rfc3161TimestampRequest request)
    {
        var cms = new SignedCms(new ContentInfo(new Oid(TimestampInfo), Info(request)));
        var signer = new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, _signer)
        {
            IncludeOption = X509IncludeOption.EndCertOnly,
            DigestAlgorithm = new Oid(Sha256),
        };
        signer.SignedAttributes.Add(new AsnEncodedData(new Oid(SigningCertificateV2), CertificateHash()));
        cms.ComputeSignature(signer);
        var answer = new AsnWriter(AsnEncodingRules.DER);
        using (answer.PushSequence())
        {
            using (answer.PushSequence())
                answer.WriteInteger(0);
            answer.WriteEncodedValue(cms.Encode());
        }

        return answer.Encode();
    }

    // TSTInfo (RFC 3161, 2.4.2).
    private byte[] Info(Rfc3161TimestampRequest request)
    {
        var info = new AsnWriter(AsnEncodingRules.DER);
        using (info.PushSequence())
        {
            info.WriteInteger(1);
            info.WriteObjectIdentifier("1.2.3.4.5");
            using (info.PushSequence())
            {
                using (info.PushSequence())
                    info.WriteObjectIdentifier(request.HashAlgorithmId.Value!);
                info.WriteOctetString(SignsAnother ? new byte[32] : request.GetMessageHash().Span);
            }

            info.WriteInteger(_serial);
            info.WriteGeneralizedTime(Now, omitFractionalSeconds: true);
            if (request.GetNonce() is { } nonce)
                info.WriteInteger(nonce.Span);
        }

        return info.Encode();
    }

    // SigningCertificateV2 (RFC 5035), with SHA-256, which is its default.
    private byte[] CertificateHash()
    {
        var certificates = new AsnWriter(AsnEncodingRules.DER);
        using (certificates.PushSequence())
        using (certificates.PushSequence())
        using (certificates.PushSequence())
            certificates.WriteOctetString(SHA256.HashData(_signer.RawData));
        return certificates.Encode();
    }
}
