using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ChatOpsBot.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class DeskPage : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Name",
                table: "Viewer",
                type: "TEXT",
                nullable: true);

            // What was given before there were two pages is for the wall.
            migrationBuilder.AddColumn<string>(
                name: "Page",
                table: "Viewer",
                type: "TEXT",
                nullable: false,
                defaultValue: "Wall");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Name",
                table: "Viewer");

            migrationBuilder.DropColumn(
                name: "Page",
                table: "Viewer");
        }
    }
}
