-- Acquires or renews a lease. KEYS: 1 lease, 2 term, both with the same hash tag. ARGV: 1 who asks, 2 for how many ms.
-- Returns {1, term} to the holder and {0, term} to everybody else. The term grows with each acquisition.
local holder = redis.call('GET', KEYS[1])
if holder == ARGV[1] then
  redis.call('PEXPIRE', KEYS[1], ARGV[2])
  return {1, tonumber(redis.call('GET', KEYS[2]))}
end
if holder then
  return {0, tonumber(redis.call('GET', KEYS[2]))}
end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return {1, redis.call('INCR', KEYS[2])}
