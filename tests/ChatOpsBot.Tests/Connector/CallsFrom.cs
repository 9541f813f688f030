using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace ChatOpsBot.Tests.Connector;

/// <summary>Makes every request look as if it came from another address; null: from none that is known.</summary>
internal sealed class CallsFrom(string? address) : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((http, following) =>
        {
            http.Connection.RemoteIpAddress = address is null ? null : IPAddress.Parse(address);
            return following(http);
        });
        next(app);
    };
}
