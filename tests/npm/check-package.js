// Checks an unpacked app package with the validator of @microsoft/app-manifest: the manifest by its typed reader and its schema,
// each translation by the schema of translations. Prints the faults as a JSON list. Never asks the network: the schemas are handed in.
"use strict";
const fs = require("node:fs");
const path = require("node:path");
const { AppManifestUtils, TeamsManifestConverter } = require("@microsoft/app-manifest");

const schemas = path.join(path.dirname(require.resolve("@microsoft/app-manifest/package.json")), "build", "json-schemas", "teams");
const read = (...parts) => fs.readFileSync(path.join(...parts), "utf8");

async function check(folder) {
  const text = read(folder, "manifest.json");
  const manifest = JSON.parse(text);
  TeamsManifestConverter.jsonToManifest(text);
  const schema = name => JSON.parse(read(schemas, `v${manifest.manifestVersion}`, name));

  const faults = await AppManifestUtils.validateAgainstSchema(manifest, schema("MicrosoftTeams.schema.json"));
  for (const { file } of manifest.localizationInfo.additionalLanguages) {
    const translation = await AppManifestUtils.validateAgainstSchema(JSON.parse(read(folder, file)), schema("MicrosoftTeams.Localization.schema.json"));
    faults.push(...translation.map(fault => `${file}: ${fault}`));
  }
  return faults;
}

check(process.argv[2]).then(faults => console.log(JSON.stringify(faults)), fault => { console.error(fault); process.exitCode = 1; });
