// Checks the manifest of an unpacked app package with what @microsoft/app-manifest itself checks with: its typed reader, and its
// validator with the schema it ships, so that nothing is asked of the network. Prints the faults as a JSON list.
// Translations are not for it: the schema for those holds patterns that its engine refuses to read.
"use strict";
const fs = require("node:fs");
const path = require("node:path");
const { AppManifestUtils, TeamsManifestConverter } = require("@microsoft/app-manifest");

async function check(folder) {
  const text = fs.readFileSync(path.join(folder, "manifest.json"), "utf8");
  const manifest = JSON.parse(text);
  TeamsManifestConverter.jsonToManifest(text);

  const home = path.dirname(require.resolve("@microsoft/app-manifest/package.json"));
  const schema = path.join(home, "build", "json-schemas", "teams", `v${manifest.manifestVersion}`, "MicrosoftTeams.schema.json");
  return AppManifestUtils.validateAgainstSchema(manifest, JSON.parse(fs.readFileSync(schema, "utf8")));
}

check(process.argv[2]).then(faults => console.log(JSON.stringify(faults)), fault => {
  console.error(fault);
  process.exitCode = 1;
});
