using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ChatOpsBot.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Roles : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "MayBeDuplicate",
                table: "OutboxMessage",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "IsReplyUnknown",
                table: "Delivery",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            // Until now a fault said so, which a later step could replace.
            migrationBuilder.Sql("""UPDATE "Delivery" SET "IsReplyUnknown" = TRUE WHERE "Fault" = 'UnknownReply';""");

            migrationBuilder.CreateTable(
                name: "GrantedRole",
                columns: table => new
                {
                    Role = table.Column<string>(type: "text", nullable: false),
                    HolderId = table.Column<string>(type: "text", nullable: false),
                    HolderName = table.Column<string>(type: "text", nullable: true),
                    ById = table.Column<string>(type: "text", nullable: false),
                    ByName = table.Column<string>(type: "text", nullable: true),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GrantedRole", x => new { x.Role, x.HolderId });
                });

            migrationBuilder.CreateTable(
                name: "RoleVersion",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RoleVersion", x => x.Id);
                });

            migrationBuilder.InsertData(
                table: "RoleVersion",
                columns: new[] { "Id", "Version" },
                values: new object[] { 1, 0 });

            migrationBuilder.CreateIndex(
                name: "IX_GrantedRole_ById",
                table: "GrantedRole",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_GrantedRole_HolderId",
                table: "GrantedRole",
                column: "HolderId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "GrantedRole");

            migrationBuilder.DropTable(
                name: "RoleVersion");

            migrationBuilder.DropColumn(
                name: "MayBeDuplicate",
                table: "OutboxMessage");

            migrationBuilder.DropColumn(
                name: "IsReplyUnknown",
                table: "Delivery");
        }
    }
}
