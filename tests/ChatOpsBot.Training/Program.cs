using ChatOpsBot.Domain.Matrix;
using ChatOpsBot.Domain.Understanding;
using ChatOpsBot.Training;

// Learns the sentence model from the corpus: first from the training part alone, to print the figures on the tuning part, then from both.
// The test part is looked at by `ask --score` alone.
if (args is not [var folder, var target])
{
    Console.Error.WriteLine("Give the folder of the corpus and the file to write; tests/Corpus/README.md has the whole command.");
    return 2;
}

var corpus = new Corpus(new DirectoryInfo(folder));
using var reader = new SentenceReader(MatrixLibrary.Shipped(), model: null);
var (train, tune) = (corpus.Read("train"), corpus.Read("tune"));
var (learned, tuned) = (Corpus.ExamplesOf(train, reader.FeaturesOf), Corpus.ExamplesOf(tune, reader.FeaturesOf));
Console.WriteLine($"{train.Count} messages to learn from, {tune.Count} to tune by.");

Figures.Print(Console.Out, Trainer.Train(learned), tune, tuned);

var model = Trainer.Train([.. learned, .. tuned]);
using var stream = new MemoryStream();
model.Write(stream);
var whole = new FileInfo(target + ".new");
File.WriteAllBytes(whole.FullName, stream.ToArray());
whole.MoveTo(target, overwrite: true);
Console.WriteLine($"{target}: {model.FeatureCount} features, {model.Labels.Count} labels, {stream.Length / 1024} KiB.");
return 0;
