using ChatOpsBot.Dialogs.Catalog;
using ChatOpsBot.Dialogs.Forms;
using ChatOpsBot.Dialogs.Responsibility;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.Matrix;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Approvals;
using ChatOpsBot.Domain.Systems;
using ChatOpsBot.Domain.Understanding;

namespace ChatOpsBot.Tests.Dialogs;

/// <summary>What the guided requests lean on, without a host: the real definitions and words, no systems listed.</summary>
internal static class TestKit
{
    private static readonly WordsCatalog Catalog = WordsCatalog.Load();
    private static readonly Lazy<WordsCatalog> WithOwnWords = new(() => WordsCatalog.Load(typeof(TestKit).Assembly));
    private static readonly Lazy<SentenceReader> Sentences = new(() => new(MatrixLibrary.Shipped().In("en")));

    public static RequestServices Of(MatrixLibrary? matrix = null, Inventory? systems = null) => new()
    {
        Types = RequestTypes.All,
        Keys = new RequestKeys(RequestTypes.Prefixes(RequestTypes.All)),
        Systems = systems ?? Inventory.Empty,
        Approvals = new ApprovalPolicy { AnybodyWhereNobodyIsListed = true },
        Sentences = Sentences.Value,
        Words = Catalog,
        Rows = new MatrixRows(matrix ?? MatrixLibrary.Shipped()),
    };

    /// <summary>The same with a request type of the tests, whose words are embedded in their assembly.</summary>
    public static RequestServices With(RequestType type) => Of() with
    {
        Types = [.. RequestTypes.All, type],
        Keys = new RequestKeys(RequestTypes.Prefixes([.. RequestTypes.All, type])),
        Words = WithOwnWords.Value,
    };
}
