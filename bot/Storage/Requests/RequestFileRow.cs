using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatOpsBot.Storage.Requests;

/// <summary>What is in a file of a request, until the desk has it.</summary>
internal sealed class RequestFileRow
{
    public required Guid Id { get; init; }

    public required Guid RequestId { get; init; }

    public byte[] Content { get; init; } = [];

    /// <summary>When it came.</summary>
    public required DateTimeOffset At { get; init; }
}

internal sealed class RequestFileTable : IEntityTypeConfiguration<RequestFileRow>
{
    public void Configure(EntityTypeBuilder<RequestFileRow> builder)
    {
        builder.ToTable("RequestFile");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.HasIndex(row => row.RequestId);
        builder.HasIndex(row => row.At);
    }
}
