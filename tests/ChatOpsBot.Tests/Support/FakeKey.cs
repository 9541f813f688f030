using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;

namespace ChatOpsBot.Tests.Support;

/// <summary>An RSA key that signs tokens. Tokens are put together by hand, so that every kind of wrong one can be made.</summary>
public sealed class FakeKey(string id, string[]? endorsements, int keyNumber = 0)
{
    // Making a key is slow; tests need two different ones, not new ones.
    private static readonly RSA[] Pool = [RSA.Create(2048), RSA.Create(2048)];

    private readonly RSA _rsa = Pool[keyNumber];

    public string Id => id;

    /// <summary>The public part, as an issuer announces it.</summary>
    public JsonObject Announcement
    {
        get
        {
            RSAParameters open;
            lock (_rsa)
                open = _rsa.ExportParameters(includePrivateParameters: false);
            var json = new JsonObject
            {
                ["kty"] = "RSA",
                ["use"] = "sig",
                ["kid"] = id,
                ["n"] = WebEncoders.Base64UrlEncode(open.Modulus!),
                ["e"] = WebEncoders.Base64UrlEncode(open.Exponent!),
            };
            if (endorsements is not null)
                json["endorsements"] = new JsonArray([.. endorsements.Select(it => (JsonNode)it)]);
            return json;
        }
    }

    /// <summary>Signs whatever header and claims say, by the header's own <c>alg</c>.</summary>
    public string Sign(JsonObject header, JsonObject claims)
    {
        var signed = $"{Part(header)}.{Part(claims)}";
        lock (_rsa)
            return $"{signed}.{WebEncoders.Base64UrlEncode(Signature(header["alg"]?.ToString(), Encoding.ASCII.GetBytes(signed)))}";
    }

    private static string Part(JsonObject json) => WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(json.ToJsonString()));

    private byte[] Signature(string? algorithm, byte[] bytes) => algorithm switch
    {
        "none" => [],
        "HS256" => HMACSHA256.HashData(_rsa.ExportSubjectPublicKeyInfo(), bytes),
        "PS256" => _rsa.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pss),
        "RS384" => _rsa.SignData(bytes, HashAlgorithmName.SHA384, RSASignaturePadding.Pkcs1),
        "RS512" => _rsa.SignData(bytes, HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1),
        _ => _rsa.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
    };
}
