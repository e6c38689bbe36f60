-- A page of one grain's entries.
-- KEYS: 1 entries (stream), 2 history of the grain (list of sequences). ARGV: 1 after which version, 2 how many at most.
local page = {}
for _, sequence in ipairs(redis.call('LRANGE', KEYS[2], ARGV[1], ARGV[1] + ARGV[2] - 1)) do
  local entry = redis.call('XRANGE', KEYS[1], sequence, sequence)[1]
  page[#page + 1] = entry or {sequence, {}}
end
return page
