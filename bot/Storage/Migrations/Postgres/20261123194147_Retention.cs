using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ChatOpsBot.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Retention : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "ForgottenPerson",
                columns: table => new
                {
                    PersonId = table.Column<string>(type: "text", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ForgottenPerson", x => x.PersonId);
                });

            migrationBuilder.CreateTable(
                name: "RetentionRun",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false),
                    StartedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    EndedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Removed = table.Column<string>(type: "text", nullable: false),
                    Fault = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RetentionRun", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SpentName",
                columns: table => new
                {
                    Name = table.Column<string>(type: "text", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SpentName", x => x.Name);
                });

            migrationBuilder.CreateIndex(
                name: "IX_RequestDeed_ById",
                table: "RequestDeed",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_Conversation_InstalledById",
                table: "Conversation",
                column: "InstalledById");

            migrationBuilder.CreateIndex(
                name: "IX_CardPlace_At",
                table: "CardPlace",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_SpentName_Number",
                table: "SpentName",
                column: "Number");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ForgottenPerson");

            migrationBuilder.DropTable(
                name: "RetentionRun");

            migrationBuilder.DropTable(
                name: "SpentName");

            migrationBuilder.DropIndex(
                name: "IX_RequestDeed_ById",
                table: "RequestDeed");

            migrationBuilder.DropIndex(
                name: "IX_Conversation_InstalledById",
                table: "Conversation");

            migrationBuilder.DropIndex(
                name: "IX_CardPlace_At",
                table: "CardPlace");
        }
    }
}
