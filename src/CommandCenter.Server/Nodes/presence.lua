-- Which posts are on the line at which process: each says its own again and again, and hears the others'.
-- KEYS: 1 sorted set of "PROCESS POST" by the moment at which it runs out, in ms of the server's clock.
-- ARGV: 1 the process, 2 for how many ms, then its posts. Returns what others have said and has not run out.
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
for i = 3, #ARGV do
  redis.call('ZADD', KEYS[1], now + ARGV[2], ARGV[1] .. ' ' .. ARGV[i])
end
if #ARGV > 2 then
  redis.call('PEXPIRE', KEYS[1], 2 * ARGV[2])
end
if redis.call('ZCOUNT', KEYS[1], '-inf', '(' .. now) > 0 then
  redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', '(' .. now)
end
local others = {}
for _, member in ipairs(redis.call('ZRANGE', KEYS[1], 0, -1)) do
  local process, post = string.match(member, '^(%S+) (%S+)$')
  if process ~= ARGV[1] then others[#others + 1] = post end
end
return others
