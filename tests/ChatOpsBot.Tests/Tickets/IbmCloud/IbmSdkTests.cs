using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ChatOpsBot.Application.Desks.IbmCloud;
using ChatOpsBot.Sandbox.IbmCloud;
using ChatOpsBot.Tests.Manifest;

namespace ChatOpsBot.Tests.Tickets.IbmCloud;

/// <summary>
/// <see cref="FakeIbmCloud"/> before IBM's own SDK (npm, @ibm-cloud/platform-services), and what the bot reads and writes beside the
/// SDK's types: so neither is a picture of the other.
/// </summary>
public sealed partial class IbmSdkTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task IBMs_own_SDK_works_with_the_fake()
    {
        await using var ibm = await FakeIbmCloud.StartAsync();
        var seen = await RunAsync(ibm);

        var made = ibm.Cases[0];
        Assert.Equal("[RST-SDKSD2] Restore", (string?)seen["created"]!["short_description"]);
        Assert.Equal(["bob@client.example"], Ids(seen["created"]!["watchlist"]));
        Assert.Equal("""[{"number":"CS4000001","short_description":"[RST-SDKSD2] Restore","status":"New"}]""", seen["list"]!["cases"]!.ToJsonString());
        Assert.Equal(ibm.Cases.Select(one => one.Number), seen["paged"]!.AsArray().Select(number => (string)number!));
        Assert.Equal(5, (int)seen["fresh"]!);
        Assert.Equal("Which library?", (string?)seen["comment"]!["value"]);
        Assert.Equal(["bob@client.example"], Ids(seen["added"]!["added"]));
        Assert.Equal(["eve@elsewhere.example"], Ids(seen["added"]!["failed"]));
        Assert.Empty(Ids(seen["removed"]!["watchlist"]));
        Assert.Equal("the LPAR", (string?)seen["resource"]!["note"]);
        Assert.Equal(("joblog.txt", "of the file"), ((string?)seen["file"]!["filename"], (string?)seen["bytes"]));
        Assert.Empty(seen["files"]!["attachments"]!.AsArray());
        Assert.Equal(("Resolved", "In Progress"), ((string?)seen["resolved"], (string?)seen["unresolved"]));
        Assert.Equal((400, "The action accept is not possible for a case in status In Progress."), Fault(seen["unacceptable"]!));
        Assert.Equal(["Which library?", "No longer needed.", "It is."], seen["read"]!["comments"]!.AsArray().Select(it => (string)it!["value"]!));
        Assert.Equal("""{"number":"CS4000001","severity":3}""", seen["few"]!.ToJsonString());
        Assert.Equal((404, "Case CS9 was not found."), Fault(seen["unknown"]!));
        Assert.Contains("Provided API key could not be found.", (string?)seen["stray"]!["message"], StringComparison.Ordinal);
        Assert.Equal("In Progress", made.Status);
    }

    [Fact]
    public async Task A_case_is_to_the_bot_what_it_is_to_the_SDK()
    {
        await using var bench = await IbmBench.StartAsync();
        var seen = await RunAsync(bench.Ibm);
        var read = JsonSerializer.Deserialize(seen["read"]!.ToJsonString(), IbmCloudJson.Default.Case)!;
        var again = JsonSerializer.SerializeToNode(read, IbmCloudJson.Default.Case)!.AsObject();
        // Every field that the bot reads, as the SDK has it.
        Assert.Equal(PropertiesOf(typeof(Case)).Order(), again.Select(field => field.Key).Order());
        foreach (var (name, value) in again.Where(field => field.Key is not ("created_by" or "comments" or "offering")))
            Assert.Equal(seen["read"]![name]!.ToJsonString(), value!.ToJsonString());
        Assert.Equal(seen["read"]!["created_by"]!.ToJsonString(), again["created_by"]!.ToJsonString());
        Assert.Equal(seen["read"]!["comments"]!.ToJsonString(), again["comments"]!.ToJsonString());
        Assert.Equal(seen["read"]!["offering"]!.ToJsonString(), again["offering"]!.ToJsonString());
    }

    [Theory]
    [InlineData(typeof(Case), "interface Case")]
    [InlineData(typeof(CaseComment), "interface Comment")]
    [InlineData(typeof(CaseUser), "interface User")]
    [InlineData(typeof(CaseOffering), "interface Offering")]
    [InlineData(typeof(CaseOfferingType), "interface OfferingType")]
    [InlineData(typeof(CaseFile), "interface Attachment")]
    [InlineData(typeof(CaseList), "interface CaseList")]
    [InlineData(typeof(CaseListLink), "interface PaginationLink")]
    [InlineData(typeof(NewCase), "interface CreateCaseParams")]
    [InlineData(typeof(NewComment), "interface AddCommentParams")]
    public void Every_field_has_the_name_that_the_SDK_has(Type type, string declaration)
    {
        var known = Block(declaration);
        Assert.All(PropertiesOf(type), name => Assert.Matches($@"\b{Regex.Escape(name)}\??:", known));
    }

    [Fact]
    public void Fields_states_and_actions_are_the_SDKs()
    {
        Assert.All([.. Case.Fields.Split(','), Case.FilesField], field => Assert.Contains($"\"{field}\"", Block("enum Fields"), StringComparison.Ordinal));
        Assert.All(
            Quoted().Matches(Block("enum Status")).Select(match => match.Groups[1].Value),
            word => Assert.NotEqual(CaseStatus.Other, CaseStates.Read(word)));
        var resolve = Block("interface ResolvePayload");
        Assert.Equal(6, CaseAction.Drop("x").ResolutionCode);
        Assert.Contains("6: Solution no longer required", resolve, StringComparison.Ordinal);
        Assert.Equal(8, CaseAction.Solve("x").ResolutionCode);
        Assert.Contains("8: Solution provided by IBM support engineer", resolve, StringComparison.Ordinal);
        Assert.Contains("resolution_code", PropertiesOf(typeof(CaseAction)));
        Assert.Equal(["accept", "unresolve"], [CaseAction.Accept("x").Action, CaseAction.Unresolve("x").Action]);
    }

    private static IEnumerable<string> PropertiesOf(Type type) =>
        IbmCloudJson.Default.GetTypeInfo(type)!.Properties.Where(property => property.Get is not null).Select(property => property.Name);

    // What is declared between the words and the brace that ends it.
    private static string Block(string declaration)
    {
        var types = File.ReadAllText(NpmPackages.File("@ibm-cloud/platform-services", "case-management/v1.d.ts"));
        var start = Regex.Match(types, $@"\b{Regex.Escape(declaration)}\b[^\n]*\{{");
        Assert.True(start.Success, declaration);
        var rest = types[start.Index..];
        return rest[..Regex.Match(rest, @"^ {4,8}\}", RegexOptions.Multiline).Index];
    }

    private static IEnumerable<string> Ids(JsonNode? users) => users!.AsArray().Select(user => (string)user!["user_id"]!);

    private static (int Status, string? Message) Fault(JsonNode fault) => ((int)fault["status"]!, (string?)fault["message"]);

    private static async Task<JsonNode> RunAsync(FakeIbmCloud ibm)
    {
        _ = NpmPackages.File("@ibm-cloud/platform-services", "package.json");
        NpmPackages.NeedNode();
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, "of the file", Cancel);
            using var node = Process.Start(
                new ProcessStartInfo("node", [NpmPackages.Script("check-cases.js"), ibm.BaseUrl, ibm.TokenUrl, FakeIbmCloud.Key, file])
                {
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                })!;
            var errors = node.StandardError.ReadToEndAsync(Cancel);
            var said = await node.StandardOutput.ReadToEndAsync(Cancel);
            await node.WaitForExitAsync(Cancel);
            Assert.True(node.ExitCode == 0, await errors);
            return JsonNode.Parse(said)!;
        }
        finally
        {
            File.Delete(file);
        }
    }

    [GeneratedRegex("\"([a-z_]+)\"")]
    private static partial Regex Quoted();
}
