-- What wrk posts: activities as Teams writes them, each with an id of its own, since a bot answers a repeated one only once.
-- Arguments: file with an activity, number of this run, number of people.
local activity, run, people
local number = 0
local headers = { ["Content-Type"] = "application/json; charset=utf-8" }
local texts = {
  "who handles PTFs?", "who applies PTFs?", "who renews the windows licences?", "wer macht die tägliche Sicherung?",
  "do you guys watch QSYSOPR?", "who patches the firewall?",
}

function init(args)
  local file = assert(io.open(args[1], "rb"))
  activity = file:read("*a")
  file:close()
  run, people = tonumber(args[2]), tonumber(args[3])
end

function request()
  number = number + 1
  local body = activity:gsub("@(%l+)@", {
    id = string.format("1%03d%09d", run, number),
    person = string.format("%012d", number % people),
    text = texts[number % #texts + 1],
  })
  return wrk.format("POST", nil, headers, body)
end

-- One line that a program reads; the times are in microseconds.
function done(summary, latency)
  local errors = summary.errors
  print(string.format(
    "figures %d %d %d %d %d %d %d",
    summary.requests, summary.duration, latency:percentile(50), latency:percentile(99), latency.max,
    errors.status, errors.connect + errors.read + errors.write + errors.timeout))
end
