// Runs the business rule of a ServiceNow instance with what the platform gives it, and prints what it sends as JSON.
// Arguments: the rule's file, the secret, the record as JSON.
"use strict";
const crypto = require("node:crypto");
const fs = require("node:fs");
const vm = require("node:vm");

const [file, secret, record] = process.argv.slice(2);
const properties = { "chatopsbot.webhook.secret": secret, "chatopsbot.webhook.url": "https://bot.example/api/desk/servicenow" };
const sent = { headers: {} };

class RESTMessageV2 {
  setEndpoint(url) { sent.url = url; }
  setHttpMethod(method) { sent.method = method; }
  setRequestHeader(name, value) { sent.headers[name] = value; }
  setRequestBody(body) { sent.body = body; }
  executeAsync() { console.log(JSON.stringify(sent)); }
}

class CertificateEncryption {
  generateMac(key, algorithm, text) {
    if (algorithm !== "HmacSHA256")
      throw new Error(algorithm);
    return crypto.createHmac("sha256", Buffer.from(key, "base64")).update(text, "utf8").digest("base64");
  }
}

vm.runInNewContext(fs.readFileSync(file, "utf8"), {
  current: { ...JSON.parse(record), getUniqueValue() { return this.sys_id; } },
  previous: {},
  gs: { getProperty: name => properties[name] },
  GlideStringUtil: { base64Encode: text => Buffer.from(text, "utf8").toString("base64") },
  CertificateEncryption,
  sn_ws: { RESTMessageV2 },
});
