using System.Text;
using Microsoft.AspNetCore.Http;

namespace ChatOpsBot.Sandbox.IbmCloud;

/// <summary>What else can go wrong at <see cref="FakeIbmCloud"/>.</summary>
public static class FakeIbmFaults
{
    /// <summary>The call is carried out first: only its answer is another.</summary>
    public static FakeFault Afterwards(this FakeFault fault) => fault with { IsAfterwards = true };

    public static FakeFault Json(int status, string body) => Says(status, "application/json", body);

    /// <summary>A page of a gateway.</summary>
    public static FakeFault Html(int status) => Says(status, "text/html", "<html><body>Service unavailable</body></html>");

    public static FakeFault Empty(int status) => new(http =>
    {
        http.Response.StatusCode = status;
        return Task.CompletedTask;
    });

    public static FakeFault Error(int status, string message, string code = "bad_request") => Json(
        status, $$"""{"trace":"t-1","errors":[{"code":"{{code}}","message":"{{message}}","more_info":"https://cloud.ibm.com/docs"}]}""");

    /// <summary>Half an answer, and then nothing more.</summary>
    public static FakeFault Cut() => new(async http =>
    {
        http.Response.ContentType = "application/json";
        http.Response.ContentLength = 1000;
        await http.Response.WriteAsync("{\"number\":\"CS40");
        await http.Response.Body.FlushAsync();
        http.Abort();
    });

    private static FakeFault Says(int status, string type, string body) => new(async http =>
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = type;
        await http.Response.WriteAsync(body, Encoding.UTF8);
    });
}
