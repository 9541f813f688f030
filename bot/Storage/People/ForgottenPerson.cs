using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatOpsBot.Storage.People;

/// <summary>
/// Somebody who asked to be forgotten while they still took part in something open: their name goes from that when it ends.
/// </summary>
internal sealed class ForgottenPerson
{
    /// <summary>Entra object id where known.</summary>
    public required string PersonId { get; init; }

    /// <summary>What was begun later is not meant.</summary>
    public required DateTimeOffset At { get; set; }
}

internal sealed class ForgottenPersonTable : IEntityTypeConfiguration<ForgottenPerson>
{
    public void Configure(EntityTypeBuilder<ForgottenPerson> builder)
    {
        builder.ToTable("ForgottenPerson");
        builder.HasKey(row => row.PersonId);
    }
}
