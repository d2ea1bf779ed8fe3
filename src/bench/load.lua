-- A closed loop of searches for wrk, none of which comes twice before all have come:
--   wrk -t1 -c1 -d20s -s load.lua http://127.0.0.1:7070 -- QUERIES any|all
-- all: every word must match; any: one word is enough. Ten hits each, with snippets and all facets.
-- Ends with one line of JSON: searches a second and percentiles in ms.
local requests, at = {}, 0

local function encode(text)
  return (text:gsub("[^%w%-%._~]", function(c) return string.format("%%%02X", string.byte(c)) end))
end

function init(arguments)
  for text in io.lines(arguments[1]) do
    local asked = arguments[2] == "any" and text:gsub("%s+", " OR ") or text
    requests[#requests + 1] = wrk.format("GET", "/api/search?size=10&q=" .. encode(asked))
  end
  math.randomseed(42)
  for i = #requests, 2, -1 do
    local j = math.random(i)
    requests[i], requests[j] = requests[j], requests[i]
  end
end

function request()
  at = at % #requests + 1
  return requests[at]
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format('{"requests":%d,"bad":%d,"perSecond":%.1f,"p50":%.2f,"p95":%.2f,"p99":%.2f,"max":%.2f}\n',
    summary.requests, errors.status + errors.connect + errors.read + errors.write + errors.timeout,
    summary.requests / (summary.duration / 1e6), latency:percentile(50) / 1000, latency:percentile(95) / 1000,
    latency:percentile(99) / 1000, latency.max / 1000))
end
