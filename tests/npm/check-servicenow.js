// Works on a table with servicenow-rest-api, a client of the Table API that others wrote, and prints what it saw as JSON.
// Arguments: host and port, user, password. It speaks HTTPS only: NODE_EXTRA_CA_CERTS names the certificate.
"use strict";
const ServiceNow = require("servicenow-rest-api");

const [host, user, password] = process.argv.slice(2);
const client = new ServiceNow(host, user, password);
const log = console.log;
// The client writes its addresses to standard output, which is for the result.
console.log = () => {};

const ask = (call, ...rest) =>
  new Promise((resolve, reject) => client[call](...rest, answer => (answer instanceof Error ? reject(answer) : resolve(answer))));

async function work() {
  const created = await ask("createNewTask", { short_description: "Restore PRODLIB", correlation_id: "RST-1", nonsense: "x" }, "incident");
  const sample = await ask("getSampleData", "incident");
  const id = await ask("getSysId", "incident", created.number);
  const updated = await ask("UpdateTask", "incident", created.number, { comments: "Which member?", state: "3" });
  const found = await ask("getTableData", ["number", "state", "comments"], ["correlation_id=RST-1", "state=3"], "incident");
  const none = await ask("getTableData", ["number"], ["correlation_id=RST-2"], "incident");
  const deleted = await ask("DeleteTask", "incident", created.number);
  const missing = await ask("getTableData", ["number"], ["correlation_id=RST-1"], "incident");
  const stranger = await new Promise(resolve =>
    new ServiceNow(host, user, "wrong").getSampleData("incident", answer => resolve(answer.response && answer.response.status)));
  log(JSON.stringify({
    created, sample: sample.length, id, updated: updated.state, found, none: none.length, deleted: deleted.status,
    missing: missing.length, stranger,
  }));
}

work().catch(fault => {
  console.error(fault);
  process.exitCode = 1;
});
