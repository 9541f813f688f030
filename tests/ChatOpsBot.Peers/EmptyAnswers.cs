namespace ChatOpsBot.Peers;

/// <summary>The floor: what ASP.NET Core costs when nothing is read, thought or answered.</summary>
internal static class EmptyAnswers
{
    public static Task RunAsync(string[] args)
    {
        var app = WebApplication.CreateBuilder(args).Build();
        app.MapPost("/api/messages", () => Results.Ok());
        return app.RunAsync();
    }
}
