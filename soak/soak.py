"""soak.py ORIGIN THREADS CALLS LATENCIES: does the same as soak.rs."""

import concurrent.futures
import sys
import time

import telnyx_oauth

origin, threads, calls = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
latencies = sys.argv[4].split(",")
client = telnyx_oauth.Client(cache=False, max_retries=0, proxy="", timeout=30)


def call(number: int) -> str:
    latency = latencies[number % len(latencies)]
    started = time.monotonic()
    try:
        found = client.discover(f"{origin}/{latency}")
        outcome = "ok" if found.authorization_server is not None else "no authorization server"
    except telnyx_oauth.Error as error:
        outcome = str(error)
    return f"{latency} {(time.monotonic() - started) * 1000:.1f} {outcome}"


# The main thread makes the sequential calls, because only the main thread checks for signals.
if threads == 1:
    lines = [call(number) for number in range(calls)]
else:
    with concurrent.futures.ThreadPoolExecutor(threads) as pool:
        lines = list(pool.map(call, range(calls)))
print("\n".join(lines))
