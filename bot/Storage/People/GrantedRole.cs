using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatOpsBot.Storage.People;

/// <summary>A role that somebody was given in a chat.</summary>
public sealed class GrantedRole
{
    /// <summary>The name of the role, in small letters.</summary>
    public required string Role { get; init; }

    /// <summary>Entra object id of whoever holds it: a person or a group.</summary>
    public required string HolderId { get; init; }

    /// <summary>Display name at that time, never an identity.</summary>
    public string? HolderName { get; init; }

    /// <summary>The holder is a group, whose people have the role.</summary>
    public bool IsGroup { get; init; }

    public required string ById { get; init; }

    /// <summary>Display name at that time, never an identity.</summary>
    public string? ByName { get; init; }

    public required DateTimeOffset At { get; init; }
}

internal sealed class GrantedRoleTable : IEntityTypeConfiguration<GrantedRole>
{
    public void Configure(EntityTypeBuilder<GrantedRole> builder)
    {
        builder.ToTable("GrantedRole");
        builder.HasKey(row => new { row.Role, row.HolderId });
        builder.HasIndex(row => row.HolderId);
        builder.HasIndex(row => row.ById);
    }
}
