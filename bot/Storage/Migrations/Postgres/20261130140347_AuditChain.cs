using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ChatOpsBot.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class AuditChain : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "AuditChainEntry",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "bigint", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    SubjectKind = table.Column<string>(type: "text", nullable: false),
                    SubjectKey = table.Column<string>(type: "text", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: true),
                    What = table.Column<string>(type: "text", nullable: false),
                    ActorId = table.Column<string>(type: "text", nullable: true),
                    ActorIdSalt = table.Column<byte[]>(type: "bytea", nullable: true),
                    ActorIdCommitment = table.Column<byte[]>(type: "bytea", nullable: true),
                    ActorName = table.Column<string>(type: "text", nullable: true),
                    ActorNameSalt = table.Column<byte[]>(type: "bytea", nullable: true),
                    ActorNameCommitment = table.Column<byte[]>(type: "bytea", nullable: true),
                    Detail = table.Column<string>(type: "text", nullable: true),
                    DetailSalt = table.Column<byte[]>(type: "bytea", nullable: true),
                    DetailCommitment = table.Column<byte[]>(type: "bytea", nullable: true),
                    Erased = table.Column<string>(type: "text", nullable: true),
                    ErasedBy = table.Column<long>(type: "bigint", nullable: true),
                    PreviousHash = table.Column<byte[]>(type: "bytea", nullable: false),
                    Hash = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditChainEntry", x => x.Sequence);
                });

            migrationBuilder.CreateTable(
                name: "AuditChainHead",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false),
                    Sequence = table.Column<long>(type: "bigint", nullable: false),
                    Hash = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditChainHead", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AuditTimestamp",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "bigint", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Token = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditTimestamp", x => x.Sequence);
                });

            migrationBuilder.InsertData(
                table: "AuditChainHead",
                columns: new[] { "Id", "Hash", "Sequence" },
                values: new object[] { 1, new byte[] { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 }, 0L });

            migrationBuilder.CreateIndex(
                name: "IX_AuditChainEntry_ActorId",
                table: "AuditChainEntry",
                column: "ActorId");

            migrationBuilder.CreateIndex(
                name: "IX_AuditChainEntry_ErasedBy",
                table: "AuditChainEntry",
                column: "ErasedBy");

            migrationBuilder.CreateIndex(
                name: "IX_AuditChainEntry_SubjectKey_SubjectKind",
                table: "AuditChainEntry",
                columns: new[] { "SubjectKey", "SubjectKind" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AuditChainEntry");

            migrationBuilder.DropTable(
                name: "AuditChainHead");

            migrationBuilder.DropTable(
                name: "AuditTimestamp");
        }
    }
}
