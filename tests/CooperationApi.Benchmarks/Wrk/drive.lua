-- wrk ... -- TARGETS BODY RUN [HEADER...]: any line of the file TARGETS each time, with GET or, where there is a BODY, with POST. In a body @id@ becomes
-- an id that no other request has. Ends with one line of JSON.

local threads = 0

function setup(thread)
  thread:set("number", threads)
  threads = threads + 1
end

function init(args)
  math.randomseed(1000 * args[3] + number)
  local headers = {}
  for at = 4, #args do
    local name, value = args[at]:match("^(.-): (.*)$")
    headers[name] = value
  end
  body, prefix, count = args[2], "run-" .. args[3] .. "-" .. number .. "-", 0
  targets, requests = {}, {}
  for target in io.lines(args[1]) do
    targets[#targets + 1] = target
    requests[#requests + 1] = wrk.format("GET", target, headers)
  end
  posted = headers
end

function request()
  if body == "" then
    return requests[math.random(#requests)]
  end
  count = count + 1
  return wrk.format("POST", targets[1], posted, (body:gsub("@id@", prefix .. count)))
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format('\n{"requests":%d,"seconds":%f,"p50":%f,"p99":%f,"errors":%d}\n', summary.requests, summary.duration / 1e6,
    latency:percentile(50) / 1000, latency:percentile(99) / 1000,
    errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
