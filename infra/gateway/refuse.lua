-- Refuses a request with a problem document (RFC 9457), for the reason in txn.refusal. The body is read first: over HTTP/2,
-- HAProxy 2.6 resets a stream whose request has not ended, and the client would lose the answer. Whoever sends more than
-- this, or longer, is cut off.
local MOST_BYTES = 8 * 1024 * 1024
local MOST_SECONDS = 10

local TOO_MANY = {status = 429, type = "too-many-requests", title = "Too many requests", headers = {["Retry-After"] = "10"}}
local MALFORMED = {status = 400, type = "malformed-request", title = "The request is not well-formed HTTP"}
local CHALLENGE = 'Bearer realm="minsheng"'

local function unauthorized(parameters)
    return {
        status = 401, type = "unauthorized", title = "A valid token is needed",
        headers = {["WWW-Authenticate"] = CHALLENGE .. parameters},
    }
end

local function forbidden(headers)
    return {status = 403, type = "forbidden", title = "The caller may not do this", headers = headers}
end

local function not_allowed(methods)
    return {
        status = 405, type = "method-not-allowed", title = "The path does not have this method",
        headers = {["Allow"] = methods},
    }
end

-- What is told by hand here needs no escapes in JSON.
local REFUSALS = {
    ["connections"] = {TOO_MANY, "Your address has too many connections open. Close some and ask again."},
    ["client-rate"] = {TOO_MANY, "Your address has asked too often in ten seconds. Ask again after them."},
    ["agency-rate"] = {TOO_MANY, "Your agency has asked too often in ten seconds. Ask again after them."},
    ["batches"] = {TOO_MANY, "Your agency has too many batches under way. Wait until one has ended."},
    ["method"] = {not_allowed("GET, HEAD, POST, OPTIONS"), "Use GET or POST."},
    ["page-method"] = {not_allowed("GET, HEAD"), "Use GET on this path."},
    ["address"] = {
        {status = 414, type = "address-too-long", title = "The address is too long"},
        "No address here is longer than 2000 characters.",
    },
    ["headers"] = {
        {status = 431, type = "headers-too-large", title = "The headers are too large"},
        "The headers are larger than 8192 bytes.",
    },
    ["content-type"] = {MALFORMED, "Content-Type stands there more than once."},
    ["encoding"] = {MALFORMED, "The address is not well encoded."},
    ["internal"] = {
        {status = 404, type = "unknown-path", title = "There is nothing at this path"},
        "GET /v1/policies lists what is here.",
    },
    ["token-invalid"] = {
        unauthorized(', error="invalid_token"'),
        "The token is not valid here: its signature, issuer, audience or time is wrong.",
    },
    ["token-missing"] = {
        unauthorized(', scope="minsheng:batch"'), "A batch needs a bearer token with the scope minsheng:batch.",
    },
    ["scope"] = {
        forbidden({["WWW-Authenticate"] = CHALLENGE .. ', error="insufficient_scope", scope="minsheng:batch"'}),
        "The token is valid, but a batch needs the scope minsheng:batch.",
    },
    ["no-issuer"] = {unauthorized(', error="invalid_token"'), "No token is accepted here. Leave out Authorization."},
    ["no-batches"] = {
        forbidden({}),
        "Batches are closed: the operator has to set MINSHENG_JWT_ISSUER, MINSHENG_JWT_AUDIENCE and MINSHENG_JWT_KEYS.",
    },
    ["body"] = {
        {status = 413, type = "body-too-large", title = "The body is too large"},
        "The body is larger than 65536 bytes. Send one case at a time.",
    },
}

local function document(problem, detail, id)
    return ('{"type":"urn:minsheng:problem:%s","title":"%s","status":%d,"detail":"%s","requestId":"%s"}'):format(
        problem.type, problem.title, problem.status, detail, id)
end

local function read_body(applet)
    -- Has no body, but a tunnel without an end.
    if applet.method == "CONNECT" then
        return
    end
    local ends = core.now().sec + MOST_SECONDS
    local bytes = 0
    repeat
        local part = applet:receive(16384)
        bytes = bytes + #part
    until #part == 0 or bytes > MOST_BYTES or core.now().sec > ends
end

core.register_service("refuse", "http", function(applet)
    read_body(applet)
    local problem, detail = table.unpack(REFUSALS[applet:get_var("txn.refusal")])
    local body = document(problem, detail, applet:get_var("txn.request_id"))
    applet:set_status(problem.status)
    applet:add_header("Content-Type", "application/problem+json")
    applet:add_header("Content-Length", tostring(#body))
    applet:add_header("Cache-Control", "no-store")
    for header, value in pairs(problem.headers or {}) do
        applet:add_header(header, value)
    end
    applet:start_response()
    applet:send(body)
end)

-- What HAProxy cannot even read as a request of HTTP/1 it refuses with an answer of its own, which is compiled in. This turns
-- it into a problem document on its way out. The answers of requests have their headers in small letters.
local COMPILED_IN = "HTTP/1%.1 (%d%d%d) [^\r]*\r\nContent%-length: %d+\r\nCache%-Control: no%-cache\r\nConnection: close\r\nContent%-Type: text/html\r\n\r\n<html>.*</html>\n$"
local LONGEST = 400
local UNREADABLE = {
    ["400"] = {MALFORMED, "The request cannot be read."},
    ["408"] = {
        {status = 408, type = "request-timeout", title = "The request took too long to arrive"},
        "Send the whole request within ten seconds.",
    },
}

local Unreadable = {}
Unreadable.__index = Unreadable

function Unreadable:new()
    return setmetatable({}, Unreadable)
end

function Unreadable:start_analyze(_, channel)
    if channel:is_resp() then
        filter.register_data_filter(self, channel)
    end
end

function Unreadable:tcp_payload(txn, channel)
    -- It comes last on its connection, perhaps in one piece with an answer before it.
    local length = channel:input()
    local from = math.max(0, length - LONGEST)
    local at, _, status = (channel:data(from, length - from) or ""):find(COMPILED_IN)
    local problem, detail = table.unpack(UNREADABLE[status or ""] or {})
    if problem then
        local id = txn.f:uuid()
        local body = document(problem, detail, id)
        channel:set(("HTTP/1.1 %d %s\r\n"):format(problem.status, problem.title) .. table.concat({
            "x-request-id: " .. id,
            "content-type: application/problem+json",
            "content-length: " .. #body,
            "cache-control: no-store",
            "strict-transport-security: max-age=31536000",
            "x-content-type-options: nosniff",
            "referrer-policy: no-referrer",
            "content-security-policy: default-src 'none'; frame-ancestors 'none'",
            "connection: close",
        }, "\r\n") .. "\r\n\r\n" .. body, from + at - 1)
        txn:Info(id .. " could not be read as a request: " .. problem.status)
    end
end

core.register_filter("unreadable", Unreadable, function(made)
    return made
end)
