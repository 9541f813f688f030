using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using ChatOpsBot.Sandbox.ServiceNow;
using ChatOpsBot.Tests.Manifest;

namespace ChatOpsBot.Tests.Tickets.ServiceNow;

/// <summary>Whether the fake instance is one: npm <c>servicenow-rest-api</c>, which others wrote, works on it unchanged.</summary>
public sealed class ServiceNowClientOfOthersTests
{
    [Fact]
    public async Task A_client_that_others_wrote_works_on_the_fake_instance()
    {
        _ = NpmPackages.Schema("1.0", "");
        NpmPackages.NeedNode();
        var authority = Path.GetTempFileName();
        try
        {
            using var certificate = Certificate();
            await File.WriteAllTextAsync(authority, certificate.ExportCertificatePem(), TestContext.Current.CancellationToken);
            await using var instance = await FakeServiceNow.StartAsync(certificate: certificate);
            var saw = await RunAsync(instance.Address.Authority, authority);

            Assert.Equal("INC0010001", (string?)saw["created"]!["number"]);
            Assert.Equal("New", (string?)saw["created"]!["state"]);
            Assert.Null(saw["created"]!["nonsense"]);
            Assert.Equal((string?)saw["created"]!["sys_id"], (string?)saw["id"]);
            Assert.Equal("On Hold", (string?)saw["updated"]);
            var found = Assert.Single(saw["found"]!.AsArray())!;
            Assert.Equal(["comments", "number", "state"], found.AsObject().Select(field => field.Key).Order());
            Assert.Contains("Which member?", (string?)found["comments"], StringComparison.Ordinal);
            Assert.Equal(
                (1, 0, 204, 0, 401),
                ((int)saw["sample"]!, (int)saw["none"]!, (int)saw["deleted"]!, (int)saw["missing"]!, (int)saw["stranger"]!));
        }
        finally
        {
            File.Delete(authority);
        }
    }

    private static async Task<JsonNode> RunAsync(string host, string authority)
    {
        var start = new ProcessStartInfo("node", [NpmPackages.Script("check-servicenow.js"), host, FakeServiceNow.User, FakeServiceNow.Password])
        {
            RedirectStandardOutput = true,
        };
        start.Environment["NODE_EXTRA_CA_CERTS"] = authority;
        start.Environment["NO_PROXY"] = "127.0.0.1";
        using var node = Process.Start(start)!;
        var said = await node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, node.ExitCode);
        return JsonNode.Parse(said)!;
    }

    private static X509Certificate2 Certificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=fake instance", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(now.AddHours(-1), now.AddHours(1));
    }
}
