// Business rule that tells ChatOpsBot at once that one of its tickets has changed.
//
// System Definition > Business Rules > New
//   Table:      the one in Desk:ServiceNow:Table (incident, if not set)
//   Advanced:   yes      When: async      Update: yes
//   Condition:  current.correlation_display == 'ChatOpsBot' && (current.state.changes() || current.approval.changes() || current.comments.changes())
//   Script:     this file
//
// Properties (sys_properties.list)
//   chatopsbot.webhook.url     string      https://<address of the bot>/api/desk/servicenow
//   chatopsbot.webhook.secret  string      what Desk:ServiceNow:WebhookSecret holds; readable and writable by administrators only
//
// The bot believes nothing of what is sent but which ticket to read. Where the instance may not call it, it polls.
(function executeRule(current, previous) {
    var body = JSON.stringify({
        sys_id: String(current.getUniqueValue()),
        number: String(current.number),
        correlation_id: String(current.correlation_id),
        state: String(current.state),
        sys_mod_count: String(current.sys_mod_count),
        sys_updated_on: String(current.sys_updated_on)
    });
    var time = String(Math.floor(new Date().getTime() / 1000));
    var key = GlideStringUtil.base64Encode(gs.getProperty('chatopsbot.webhook.secret'));

    var message = new sn_ws.RESTMessageV2();
    message.setEndpoint(gs.getProperty('chatopsbot.webhook.url'));
    message.setHttpMethod('post');
    message.setRequestHeader('Content-Type', 'application/json');
    message.setRequestHeader('X-ChatOpsBot-Time', time);
    message.setRequestHeader('X-ChatOpsBot-Signature', new CertificateEncryption().generateMac(key, 'HmacSHA256', time + '.' + body));
    message.setRequestBody(body);
    message.executeAsync();
})(current, previous);
