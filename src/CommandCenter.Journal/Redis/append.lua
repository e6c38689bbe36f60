-- Appends what a command decided to the journal of one operation: all of it or nothing.
-- KEYS: 1 entries (stream), 2 versions (hash: grain -> version, 'frame' -> newest entry that moved mode, phase or plan), 3 answers (hash: command -> where its answer is),
--       4 history of the grain (list of sequences). All bear the operation as hash tag, so they lie on one server of a cluster.
-- ARGV: 1 grain, 2 expected version, 3 command, 4 actor, 5 causation, 6 at, 7 recorded at, 8 refusal (JSON, or empty),
--       9 channel, 10 who writes, 11 up to which entry the decision knew the frame (or empty), 12 whether the events move it (0, 1),
--       then type and payload of each event.
-- Returns {'written', first sequence}, {'conflict', version}, {'moved', frame} or {'repeated', answer, entries}.
local earlier = redis.call('HGET', KEYS[3], ARGV[3])
if earlier then
  -- The same once more, so that there is something to wait for: whether replicas hold the first answer nobody may know yet.
  redis.call('HSET', KEYS[3], ARGV[3], earlier)
  local first, count = string.match(earlier, '^entries (%d+) (%d+)$')
  if first then
    return {'repeated', earlier, redis.call('XRANGE', KEYS[1], first, string.format('%.0f', first + count - 1))}
  end
  return {'repeated', earlier, {}}
end

local stands = redis.call('HMGET', KEYS[2], ARGV[1], 'frame')
local version, frame = tonumber(stands[1] or '0'), tonumber(stands[2] or '0')
if version ~= tonumber(ARGV[2]) then
  return {'conflict', version}
end
if ARGV[11] ~= '' and frame > tonumber(ARGV[11]) then
  return {'moved', frame}
end

local count = (#ARGV - 12) / 2
if count == 0 then
  redis.call('HSET', KEYS[3], ARGV[3], 'nothing ' .. ARGV[1] .. ' ' .. ARGV[8])
  return {'written', 0}
end

-- The stream is never trimmed, so its length is the newest sequence. Its ids must grow: a number that was given out
-- before is refused by Redis itself, before anything is written.
local sequence = redis.call('XLEN', KEYS[1])
local first = string.format('%.0f', sequence + 1)
for i = 1, count do
  local id = string.format('%.0f-0', sequence + i)
  redis.call('XADD', KEYS[1], id,
    'grain', ARGV[1], 'version', string.format('%.0f', version + i), 'type', ARGV[11 + 2 * i], 'payload', ARGV[12 + 2 * i],
    'actor', ARGV[4], 'command', ARGV[3], 'ordinal', i - 1, 'causation', ARGV[5], 'at', ARGV[6], 'recorded', ARGV[7])
  redis.call('RPUSH', KEYS[4], string.format('%.0f', sequence + i))
end

redis.call('HSET', KEYS[2], ARGV[1], string.format('%.0f', version + count))
if ARGV[12] == '1' then
  redis.call('HSET', KEYS[2], 'frame', string.format('%.0f', sequence + count))
end
redis.call('HSET', KEYS[3], ARGV[3], 'entries ' .. first .. ' ' .. string.format('%.0f', count))
redis.call('PUBLISH', ARGV[9], ARGV[10] .. ' ' .. string.format('%.0f', sequence + count))
return {'written', sequence + 1}
