using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ChatOpsBot.Sandbox.IbmCloud;

/// <summary>The calls that <see cref="FakeIbmCloud"/> answers.</summary>
internal sealed class FakeIbmRoutes(FakeIbmTokens tokens, FakeCases cases)
{
    private const string Root = "/case-management/v1/cases";

    public void Map(IEndpointRouteBuilder app)
    {
        app.MapPost(FakeIbmCloud.TokenPath, (HttpRequest request) => tokens.GiveAsync(request));
        app.MapGet(Root, (HttpRequest request) => cases.Alone(() => cases.List(request)));
        app.MapPost(Root, (JsonObject body) => cases.Alone(() => cases.Create(body)));
        app.MapGet(Root + "/{n}", (string n, string? fields) => On(n, one => Results.Json(one.Json(FakeCases.Split(fields)))));
        app.MapPut(Root + "/{n}/status", (string n, JsonObject body) => On(n, one => cases.Act(one, body)));
        app.MapPut(Root + "/{n}/comments", (string n, JsonObject body) => On(n, one => cases.Say(one, body)));
        app.MapPut(Root + "/{n}/attachments", async (string n, HttpRequest request) =>
        {
            var form = await request.ReadFormAsync();
            return On(n, one => form.Files["file"] is { } file ? cases.Attach(one, file) : FakeCases.Error(400, "No file."));
        });
        app.MapGet(Root + "/{n}/attachments/{id}", (string n, string id) => On(n, one =>
            one.Attachments.Exists(file => (string?)file["id"] == id)
                ? Results.Bytes("of the file"u8.ToArray(), "application/octet-stream")
                : FakeCases.Error(404, "No such file.")));
        app.MapDelete(Root + "/{n}/attachments/{id}", (string n, string id) => On(n, one =>
        {
            cases.Change(one, () => one.Attachments.RemoveAll(file => (string?)file["id"] == id));
            return Results.Json(new JsonObject { ["attachments"] = one.Json()["attachments"]!.DeepClone() });
        }));
        MapRest(app);
    }

    private void MapRest(IEndpointRouteBuilder app)
    {
        app.MapPut(Root + "/{n}/watchlist", (string n, JsonObject body) => On(n, one =>
        {
            var (added, failed) = (new JsonArray(), new JsonArray());
            foreach (var user in body["watchlist"]!.AsArray().OfType<JsonObject>())
                (FakeIbmCloud.IsOfAccount(user) ? added : failed).Add(user.DeepClone());
            cases.Change(one, () => one.Watchlist.AddRange(added.Select(user => (JsonObject)user!.DeepClone())));
            return Results.Json(new JsonObject { ["added"] = added, ["failed"] = failed });
        }));
        app.MapMethods(Root + "/{n}/watchlist", ["DELETE"], async (string n, HttpRequest request) =>
        {
            var body = (await JsonNode.ParseAsync(request.Body))!;
            return On(n, one =>
            {
                var away = body["watchlist"]!.AsArray().Select(user => (string?)user!["user_id"]).ToList();
                cases.Change(one, () => one.Watchlist.RemoveAll(user => away.Contains((string?)user["user_id"])));
                return Results.Json(new JsonObject { ["watchlist"] = one.Json()["watchlist"]!.DeepClone() });
            });
        });
        app.MapPut(Root + "/{n}/resources", (string n, JsonObject body) => On(n, one =>
        {
            JsonObject resource = new() { ["crn"] = (string?)body["crn"], ["name"] = "LPAR1", ["type"] = "", ["url"] = "", ["note"] = (string?)body["note"] };
            cases.Change(one, () => one.Resources.Add(resource));
            return Results.Json(resource.DeepClone());
        }));
    }

    private IResult On(string number, Func<FakeCase, IResult> act) =>
        cases.Alone(() => cases.Find(number) is { } one ? act(one) : FakeCases.Error(404, $"Case {number} was not found."));
}
