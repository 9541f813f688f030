// Speaks to a Case Management v1 with IBM's own SDK and prints what the SDK understood, as one JSON object.
// Arguments: base URL, token URL, API key, and a file to attach.
"use strict";
const fs = require("node:fs");
const { IamAuthenticator } = require("ibm-cloud-sdk-core");
const CaseManagementV1 = require("@ibm-cloud/platform-services/case-management/v1");

const [serviceUrl, tokenUrl, apikey, attachment] = process.argv.slice(2);
const url = tokenUrl.replace(/\/identity\/token$/, "");
const service = new CaseManagementV1({ serviceUrl, authenticator: new IamAuthenticator({ apikey, url }) });
const offering = { name: "IBM i Managed on PowerVS", type: { group: "crn_service_name", key: "managed-powervs" } };

const faultOf = call => call.then(() => null, fault => ({ status: fault.status ?? null, message: fault.message }));

async function read(stream) {
  const parts = [];
  for await (const part of stream)
    parts.push(part);
  return Buffer.concat(parts).toString("utf8");
}

async function run() {
  const seen = {};
  const member = { realm: "IBMid", user_id: "bob@client.example" };
  const stranger = { realm: "IBMid", user_id: "eve@elsewhere.example" };
  seen.created = (await service.createCase({
    type: "technical", subject: "[RST-SDKSD2] Restore", description: "LPAR: LPAR1", severity: 3, offering, watchlist: [member, stranger],
  })).result;
  const caseNumber = seen.created.number;
  for (let more = 0; more < 4; more++)
    await service.createCase({ type: "technical", subject: `more ${more}`, description: "more", severity: 4, offering });

  seen.list = (await service.getCases({ search: "RST-SDKSD2", sort: "~updated_at", fields: ["number", "short_description", "status"] })).result;
  seen.paged = (await new CaseManagementV1.GetCasesPager(service, { limit: 2, sort: "number" }).getAll()).map(one => one.number);
  seen.fresh = (await service.getCases({ status: ["new"], limit: 1 })).result.total_count;
  seen.comment = (await service.addComment({ caseNumber, comment: "Which library?" })).result;
  seen.added = (await service.addWatchlist({ caseNumber, watchlist: [stranger, member] })).result;
  seen.removed = (await service.removeWatchlist({ caseNumber, watchlist: [member] })).result;
  seen.resource = (await service.addResource({ caseNumber, crn: "crn:v1:bluemix:public:power-iaas", note: "the LPAR" })).result;
  seen.file = (await service.uploadFile({
    caseNumber, file: [{ data: fs.createReadStream(attachment), filename: "joblog.txt", contentType: "text/plain" }],
  })).result;
  seen.bytes = await read((await service.downloadFile({ caseNumber, fileId: seen.file.id })).result);
  seen.files = (await service.deleteFile({ caseNumber, fileId: seen.file.id })).result;
  const state = async statusPayload => (await service.updateCaseStatus({ caseNumber, statusPayload })).result.status;
  seen.resolved = await state({ action: "resolve", resolution_code: 6, comment: "No longer needed." });
  seen.unresolved = await state({ action: "unresolve", comment: "It is." });
  seen.unacceptable = await faultOf(state({ action: "accept" }));
  seen.read = (await service.getCase({ caseNumber })).result;
  seen.few = (await service.getCase({ caseNumber, fields: ["number", "severity"] })).result;
  seen.unknown = await faultOf(service.getCase({ caseNumber: "CS9" }));
  const stray = new CaseManagementV1({ serviceUrl, authenticator: new IamAuthenticator({ apikey: "wrong", url }) });
  seen.stray = await faultOf(stray.getCases({}));
  return seen;
}

run().then(
  seen => console.log(JSON.stringify(seen)),
  fault => {
    console.error(fault);
    process.exitCode = 1;
  });
