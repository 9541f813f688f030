using System.Text;
using ChatOpsBot.Domain.Requests.Files;
using CsCheck;

namespace ChatOpsBot.Tests.Requests;

/// <summary>Which files may go with a request, by name and bytes.</summary>
public sealed class FileCheckTests
{
    private const string Log =
        "CPF9801  Escape  40  23/11/26  09:30:12  Object PRODLIB in library *LIBL not found.\nJob 123456/QUSER/QZDASOINIT\n";

    private static readonly FileLimits Limits = new(1_000_000, 5, ["txt", "log", "png", "pdf", "jpg", "zip"]);

    // 1252 and 37 are no encodings of .NET's own.
    private static Encoding Page(int number) => CodePagesEncodingProvider.Instance.GetEncoding(number)!;

    [Fact]
    public void A_job_log_may_go_however_it_is_written()
    {
        Encoding[] ways =
            [new UTF8Encoding(false), new UTF8Encoding(true), Encoding.Unicode, Encoding.BigEndianUnicode, Page(1252), Page(37)];
        foreach (var way in ways)
            Assert.Null(Check("job.log", [.. way.GetPreamble(), .. way.GetBytes($"{Log}Größe geändert\n")]));
    }

    [Fact]
    public void A_password_is_found_however_it_is_written_and_its_line_told()
    {
        Encoding[] ways = [new UTF8Encoding(false), Encoding.Unicode, Encoding.BigEndianUnicode, Page(1252)];
        foreach (var way in ways)
        {
            var problem = Check("job.log", [.. way.GetPreamble(), .. way.GetBytes($"{Log}Müller\npassword: Winter#2026x\n")])!;
            Assert.Equal(("file.secret.Password", "4"), (problem.Key, problem.Values["line"]));
            Assert.DoesNotContain("Winter", string.Join(' ', problem.Values.Values), StringComparison.Ordinal);
        }

        Assert.Equal("file.secret.Password", Check("job.log", Page(37).GetBytes("PASSWORD: Winter#2026x"))!.Key);
    }

    [Theory]
    [InlineData("job.log", "file.not_as_named", 0x7F, 0x45, 0x4C, 0x46, 0, 1, 2, 3)]
    [InlineData("screen.png", "file.not_as_named", 0x4D, 0x5A)]
    [InlineData("screen.png", null, 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0)]
    [InlineData("PHOTO.JPG", null, 0xFF, 0xD8, 0xFF, 0xE0)]
    [InlineData("report.pdf", null, 0x25, 0x50, 0x44, 0x46, 0x2D, 0x31)]
    [InlineData("all.zip", null, 1, 2, 3)]
    [InlineData("setup.exe", "file.kind", 0x4D, 0x5A)]
    [InlineData("README", "file.kind", 0x41)]
    [InlineData("empty.txt", "file.empty")]
    public void A_file_is_what_its_name_says(string name, string? problem, params int[] content) =>
        Assert.Equal(problem, Check(name, [.. content.Select(one => (byte)one)])?.Key);

    [Fact]
    public void One_byte_more_than_allowed_is_too_large()
    {
        Assert.Null(Check("a.zip", new byte[1_000_000]));
        Assert.Equal("file.too_large", Check("a.zip", new byte[1_000_001])!.Key);
    }

    [Fact]
    public void Any_bytes_are_read_without_a_fault() => Gen.Byte.Array[0, 2_000].Sample(content =>
    {
        foreach (var name in (string[])["a.txt", "a.png", "a.pdf", "a"])
            _ = Check(name, content);
    });

    [Theory]
    [InlineData("job.log", "RST-7K3QZC-3-job.log")]
    [InlineData("Übersicht (neu).pdf", "RST-7K3QZC-3-_bersicht__neu_.pdf")]
    [InlineData("../../etc/passwd", "RST-7K3QZC-3-passwd")]
    [InlineData("<script>.txt", "RST-7K3QZC-3-_script_.txt")]
    public void At_the_desk_it_has_a_name_that_any_system_takes(string name, string atDesk) =>
        Assert.Equal(atDesk, Named(name));

    [Fact]
    public void A_long_name_keeps_its_ending()
    {
        var atDesk = Named(new string('x', 300) + ".log");
        Assert.Equal((100, true), (atDesk.Length, atDesk.EndsWith("x.log", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(0, "0 bytes")]
    [InlineData(1023, "1023 bytes")]
    [InlineData(1024, "1 KB")]
    [InlineData(1_100, "2 KB")]
    [InlineData(5 * 1024 * 1024, "5 MB")]
    [InlineData((5 * 1024 * 1024) + 1, "5.1 MB")]
    [InlineData(4_404_019, "4.2 MB")]
    public void Sizes_are_said_as_people_say_them(long bytes, string said) => Assert.Equal(said, FileSize.Say(bytes));

    private static Domain.Requests.Problem? Check(string name, byte[] content) => FileCheck.Of(name, content, Limits);

    private static string Named(string name) =>
        new RequestFile(Guid.NewGuid(), 3, name, "text/plain", 1, FileProgress.Waiting).NameAt("RST-7K3QZC");
}
