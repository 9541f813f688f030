using ChatOpsBot.Domain.Systems;
using ChatOpsBot.Host;
using ChatOpsBot.Tests.Host;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Tests.Systems;

/// <summary>Where the list of systems comes from, and how its faults are told.</summary>
public sealed class SystemsSettingsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("chatopsbot-");

    private string FilePath => Path.Combine(_folder.FullName, "systems.json");

    [Fact]
    public async Task The_list_can_stand_in_the_settings()
    {
        var inventory = await ReadAsync(
            ("Systems:Lpars:0:Name", "LPAR1"), ("Systems:Lpars:0:Production", "true"), ("Systems:Lpars:0:Rto", "04:00:00"),
            ("Systems:Lpars:1:name", "LPAR2"), ("Systems:Lpars:1:production", "False"), ("Systems:Lpars:1:hasDr", "true"));

        Assert.Equal(["LPAR1", "LPAR2"], inventory.All.Select(lpar => lpar.Name));
        Assert.Equal((true, TimeSpan.FromHours(4), false), (inventory.All[0].IsProduction, inventory.All[0].Rto, inventory.All[0].HasDr));
        Assert.Equal((false, true), (inventory.All[1].IsProduction, inventory.All[1].HasDr));
    }

    [Fact]
    public async Task The_list_can_stand_in_a_file()
    {
        await WriteAsync("""
            {
              // Everything that runs.
              "lpars": [
                {"name": "LPAR1", "production": true, "drPartner": "LPAR1DR", "rto": "04:00:00", "rpo": "00:15:00", "timeZone": "Europe/Berlin"},
                {"name": "LPAR2", "production": false, "drPartner": null},
              ]
            }
            """);
        var inventory = await ReadAsync(("Systems:File", FilePath));

        Assert.Equal(("LPAR1DR", true, "Europe/Berlin"), (inventory.All[0].DrPartner, inventory.All[0].HasDr, inventory.All[0].Zone!.Id));
        Assert.Equal((TimeSpan.FromHours(4), TimeSpan.FromMinutes(15)), (inventory.All[0].Rto, inventory.All[0].Rpo));
        Assert.Equal((false, null), (inventory.All[1].IsProduction, inventory.All[1].DrPartner));
    }

    [Theory]
    [InlineData("24:00:00", 24)]
    [InlineData("4:00", 4)]
    [InlineData("1.12:00:00", 36)]
    public async Task A_length_is_in_hours(string text, int hours) =>
        Assert.Equal(TimeSpan.FromHours(hours), (await ReadAsync(Lpar(("Rto", text)))).All[0].Rto);

    [Fact]
    public async Task Nothing_said_is_no_inventory() => Assert.True((await ReadAsync()).IsEmpty);

    [Fact]
    public async Task All_faults_of_the_settings_are_told_with_their_keys() =>
        Assert.Equal(
            [
                "Systems:Lpars:0:Prodution: unknown field; an LPAR has name, production, hasDr, drPartner, rto, rpo, timeZone.",
                "Systems:Lpars:0:Rto: '4h' is not a duration; use hours, minutes and seconds such as 04:00:00.",
                "Systems:Lpars:1:HasDr: 'perhaps' must be true or false.",
                "Systems:Lpars:0: LPAR1 does not say whether it is production, true or false.",
                "Systems:Lpars:1:TimeZone: 'Berlin' is no time zone; it takes a name such as Europe/Berlin.",
                "Systems:Lpars:1:Name: lpar1 is listed more than once.",
            ],
            await FaultsAsync(
                ("Systems:Lpars:0:Name", "LPAR1"), ("Systems:Lpars:0:Prodution", "true"), ("Systems:Lpars:0:Rto", "4h"),
                ("Systems:Lpars:1:Name", "lpar1"), ("Systems:Lpars:1:Production", "false"), ("Systems:Lpars:1:HasDr", "perhaps"),
                ("Systems:Lpars:1:TimeZone", "Berlin")));

    [Fact]
    public async Task A_settings_list_and_a_file_together_are_a_fault() =>
        Assert.StartsWith("Systems:Lpars and Systems:File are both set", Assert.Single(await FaultsAsync(
            [("Systems:File", FilePath), .. Lpar()])), StringComparison.Ordinal);

    [Theory]
    [InlineData("Systems", "LPAR1", "Systems must be a group")]
    [InlineData("Systems:Lpars", "LPAR1", "Systems:Lpars must be a list")]
    [InlineData("Systems:Lpars:0", "LPAR1", "Systems:Lpars:0 must be a group")]
    [InlineData("Systems:File:0", "systems.json", "Systems:File must be one value")]
    [InlineData("Systems:File", "/no/such/systems.json", "Systems:File names /no/such/systems.json, which cannot be read")]
    [InlineData("Systems:Lpars:0:Rto", "999999999:00:00", "is not a duration")]
    public async Task Settings_of_another_form_are_named(string key, string value, string told) =>
        Assert.Contains(await FaultsAsync((key, value)), fault => fault.Contains(told, StringComparison.Ordinal));

    [Theory]
    [InlineData("", 1, "JSON")]
    [InlineData("{\n\"lpars\": [\n{\"name\": \"LPAR1\",\n\"production\": yes}]}", 4, "'y' is an invalid start of a value")]
    [InlineData("{\"lpars\": []}\n}", 2, "invalid")]
    [InlineData("[]", 1, "must contain {\"lpars\": [ ... ]}")]
    [InlineData("{\n\"systems\": []\n}", 2, "unknown field 'systems'")]
    [InlineData("{\n\"lpars\": {}\n}", 2, "must be a list")]
    [InlineData("{\"lpars\": [\n\"LPAR1\"]}", 2, "an LPAR is written as")]
    [InlineData("{\"lpars\": [\n{\"name\": \"LPAR1\",\n\"name\": \"LPAR2\", \"production\": true}]}", 3, "name is given twice")]
    [InlineData("{\"lpars\": [\n{\"name\": \"LPAR1\", \"production\": true,\n\"rto\": {\"hours\": 4}}]}", 3, "rto must be one value")]
    [InlineData("{\"lpars\": [\n{\"name\": \"LPAR1\", \"production\": true,\n\"rto\": 4}]}", 3, "'4' is not a duration")]
    [InlineData("{\"lpars\": [\n{\"name\": \"LPAR1\"}]}", 2, "does not say whether it is production")]
    [InlineData(
        "{\"lpars\": [{\"name\": \"LPAR1\", \"production\": true},\n{\"name\": \"lpar1\", \"production\": true}]}",
        2,
        "name: lpar1 is listed more than once")]
    [InlineData("{\"lpars\": [\n{\"name\": \"\\ud800\", \"production\": true}]}", 2, "")]
    public async Task A_fault_in_a_file_is_told_with_its_line(string json, int line, string told)
    {
        await WriteAsync(json);
        var fault = Assert.Single(await FaultsAsync(("Systems:File", FilePath)));

        Assert.StartsWith($"systems.json, line {line}", fault, StringComparison.Ordinal);
        Assert.Contains(told, fault, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_faulty_list_stops_the_start_together_with_all_other_faults()
    {
        var (code, _, errors) = await BotProcess.RunAsync(
            ["--dev"], "", ("Systems__Lpars__0__Name", "LPAR1"), ("Turns__Limit", "00:10:00"));

        Assert.Equal(2, code);
        Assert.Contains("Systems:Lpars:0: LPAR1 does not say", errors, StringComparison.Ordinal);
        Assert.Contains("Turns:Limit", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "--    systems: none configured")]
    [InlineData("LPAR1", "ok    systems: 1 listed, 1 production, 0 with DR.")]
    public async Task The_doctor_tells_of_the_systems(string name, string told)
    {
        List<(string, string)> settings =
        [
            ("Storage__ConnectionString", $"Data Source={Path.Combine(_folder.FullName, "bot.db")};Pooling=false"),
        ];
        if (name.Length > 0)
            settings.AddRange([("Systems__Lpars__0__Name", name), ("Systems__Lpars__0__Production", "true")]);
        var (_, output, _) = await BotProcess.RunAsync(["--dev", "doctor"], "", [.. settings]);

        Assert.Contains(told, output, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static (string, string)[] Lpar(params (string Field, string Value)[] more) =>
        [
            ("Systems:Lpars:0:Name", "LPAR1"),
            ("Systems:Lpars:0:Production", "true"),
            .. more.Select(it => ($"Systems:Lpars:0:{it.Field}", it.Value)),
        ];

    private static async Task<Inventory> ReadAsync(params (string Key, string Value)[] settings)
    {
        await using var app = BotHost.Build(new BotHostArguments { Environment = "Development", WithPlayground = false }, builder =>
            builder.Configuration.AddInMemoryCollection(settings.Select(it => new KeyValuePair<string, string?>(it.Key, it.Value))));
        return app.Services.GetRequiredService<Inventory>();
    }

    private static async Task<IReadOnlyList<string>> FaultsAsync(params (string Key, string Value)[] settings) =>
        [.. (await Assert.ThrowsAsync<OptionsValidationException>(() => ReadAsync(settings))).Failures];

    private Task WriteAsync(string json) => File.WriteAllTextAsync(FilePath, json, TestContext.Current.CancellationToken);
}
