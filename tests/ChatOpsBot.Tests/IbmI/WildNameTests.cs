using System.Diagnostics;
using ChatOpsBot.Domain.IbmI;
using CsCheck;

namespace ChatOpsBot.Tests.IbmI;

public sealed class WildNameTests
{
    private static readonly Gen<string> NearlyNames = Gen.Char["ABQz019$#@_.*/\"'() \t\n-äſ\ud800"]
        .Array[0, 14]
        .Select(letters => new string(letters));
    private static readonly Gen<string> Anything = Gen.OneOf(NearlyNames, Gen.String);

    [Fact]
    public void Every_text_is_answered_and_what_is_right_is_right_again() => Anything.Sample(text =>
    {
        Assert.All(Readers, read =>
        {
            var said = read(text);
            if (said is not null)
                Assert.Equal(said, read(said));
        });
    });

    [Fact]
    public void A_plain_name_is_within_its_rule_whatever_was_typed() => Anything.Sample(text =>
    {
        if (Names.Usual.Library(text) is Checked<LibraryName>.Right { Name.Value: var name } && name[0] != '"')
            Assert.Matches("^[A-Z$#@][A-Z0-9$#@_.]{0,9}$", name);
    });

    [Fact]
    public void No_way_of_writing_gets_the_system_library_restored() => Anything.Select(text => text).Sample(text =>
    {
        foreach (var disguise in (string[])[text, $"{text}QSYS", $"QSYS{text}", $"\"QSYS\"{text}", $"\"{text}QSYS\""])
            if (Names.Usual.LibrariesToRestore(disguise) is Checked<Name>.Right right)
                Assert.NotEqual("QSYS", right.Name.Value.Trim('"', ' '));
    });

    [Fact]
    public void A_text_of_a_hundred_thousand_characters_is_read_at_once()
    {
        var clock = Stopwatch.StartNew();
        Gen.Char["A/*.\"( "].Array[1, 3].Select(part => string.Concat(Enumerable.Repeat(new string(part), 100_000 / part.Length)))
            .Sample(text => Assert.All(Readers, read => read(text)), iter: 20);
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(30));
    }

    private static IReadOnlyList<Func<string, string?>> Readers { get; } =
    [
        text => Or(Names.Usual.Library(text)), text => Or(Names.Usual.Libraries(text)), text => Or(Names.Usual.LibrariesToRestore(text)),
        text => Or(Names.Usual.Objects(text)), text => Or(Names.Usual.Member(text)), text => Or(Names.Usual.UserProfile(text)),
        text => Or(Names.Usual.TapeVolume(text)), text => Or(Names.Usual.Qualified(text)), text => Or(Names.Usual.SaveFile(text)),
        text => Or(Names.Usual.Path(text)), text => Or(IbmINames.Lpar(text)), text => Or(IbmINames.ObjectTypesOrAll(text)),
    ];

    private static string? Or<T>(Checked<T> read)
        where T : notnull => read is Checked<T>.Right right ? right.Name.ToString() : null;
}
