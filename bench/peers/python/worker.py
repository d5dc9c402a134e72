"""The worker for telnyx-python, the official SDK. The protocol is in bench/README.md."""

import statistics
import sys
import time

import telnyx


def main(mode: str, origin: str, argument: str = "") -> None:
    http_client = None
    if mode == "cold" and argument:
        http_client = telnyx.DefaultHttpxClient(verify=argument)
    client = telnyx.Telnyx(api_key="bench", base_url=origin, http_client=http_client, max_retries=0)

    def call() -> None:
        metadata = client.well_known.retrieve_protected_resource_metadata()
        if metadata.resource != origin or not metadata.authorization_servers:
            raise SystemExit("telnyx-python: unexpected document")

    if mode == "cold":
        call()
    elif mode == "warm":
        for _ in range(50):
            call()
        times = []
        for _ in range(int(argument)):
            start = time.perf_counter_ns()
            call()
            times.append(time.perf_counter_ns() - start)
        print(int(statistics.median(times)))
    else:
        raise SystemExit("usage: warm ORIGIN N | cold ORIGIN [CA]")


main(*sys.argv[1:])
