using ChatOpsBot.Domain.Matrix;
using ChatOpsBot.Domain.Understanding.Text;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace ChatOpsBot.Domain.Understanding.Rows;

/// <summary>The full text of a page: every row by its names, and every duty, each a document of a Lucene index in memory.</summary>
internal sealed class PageIndex : IDisposable
{
    /// <summary>A duty's number in documents that stand for the row itself.</summary>
    public const int NoDuty = -1;

    private const LuceneVersion Version = LuceneVersion.LUCENE_48;
    private const string Text = "text";
    private const string RowAt = "row";
    private const string DutyAt = "duty";

    private readonly WordAnalyzer _analyzer = new("en", stem: true);
    private readonly RAMDirectory _directory = new();
    private readonly DirectoryReader _reader;
    private readonly IndexSearcher _searcher;

    public PageIndex(ResponsibilityMatrix matrix)
    {
        using (var writer = new IndexWriter(_directory, new IndexWriterConfig(Version, _analyzer)))
        {
            for (var row = 0; row < matrix.Rows.Count; row++)
                Add(writer, matrix.Rows[row], row);
        }

        _reader = DirectoryReader.Open(_directory);
        _searcher = new IndexSearcher(_reader);
    }

    /// <summary>How rare a word is on the page: the rarer, the more it tells. Zero when the page does not have it.</summary>
    public double Rarity(string stem)
    {
        var found = _reader.DocFreq(new Term(Text, stem));
        return found == 0 ? 0 : Math.Log(1 + (double)_reader.NumDocs / found);
    }

    /// <summary>Which rows and duties hold a word.</summary>
    public IEnumerable<(int Row, int Duty)> Holding(string stem)
    {
        var hits = _searcher.Search(new TermQuery(new Term(Text, stem)), Math.Max(1, _reader.MaxDoc));
        return hits.ScoreDocs.Select(hit => _searcher.Doc(hit.Doc))
            .Select(found => (found.GetField(RowAt).GetInt32Value()!.Value, found.GetField(DutyAt).GetInt32Value()!.Value));
    }

    public void Dispose()
    {
        _reader.Dispose();
        _directory.Dispose();
        _analyzer.Dispose();
    }

    private static void Add(IndexWriter writer, Row row, int at)
    {
        Add(writer, $"{row.Task} {row.Area} {row.Section}", at, NoDuty);
        for (var duty = 0; duty < row.Duties.Count; duty++)
            Add(writer, row.Duties[duty].Text, at, duty);
    }

    private static void Add(IndexWriter writer, string text, int row, int duty) => writer.AddDocument(
        [new TextField(Text, text, Field.Store.NO), new StoredField(RowAt, row), new StoredField(DutyAt, duty)]);
}
