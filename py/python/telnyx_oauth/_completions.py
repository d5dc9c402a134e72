"""Delivers the results and the attempts of the I/O thread to the event loops that await them."""

from ._native import CompletionQueue, PendingCall

# The queue of each event loop. Created by the first call, so that importing this package imports neither `weakref` nor
# `asyncio`.
_queues = None


async def completed(call):
    """Returns a cached document directly. Awaits a pending call, and returns its result. Cancelling aborts the call.

    Each attempt is logged when it ends, and errors are raised, in the task that made the call. They therefore have the
    task's context variables and traceback.
    """
    if not isinstance(call, PendingCall):
        return call
    loop = _running_loop()
    queue = _queue_of(loop)
    queue.pending += 1
    try:
        if queue.pending == 1:
            loop.add_reader(queue.native.fileno(), queue.deliver)
        call_id = queue.native.start(call)
        while not call.is_done:
            future = queue.futures[call_id] = loop.create_future()
            await future
            call.log()
    finally:
        call.abort()
        queue.pending -= 1
        if queue.pending == 0 and not loop.is_closed():
            loop.remove_reader(queue.native.fileno())
        call.log_rest()
    return call.result()


def _running_loop():
    from asyncio import get_running_loop

    try:
        return get_running_loop()
    except RuntimeError:
        message = (
            "telnyx_oauth's async calls need a running asyncio event loop. Under trio, make the blocking call in a thread: "
            "await trio.to_thread.run_sync(client.discover, resource), with a telnyx_oauth.Client"
        )
        raise RuntimeError(message) from None


class _Queue:
    """The queue of one event loop, which watches the queue while calls are pending. The queue keeps neither the loop nor
    the futures alive. It is dropped with the loop.
    """

    __slots__ = ("__weakref__", "futures", "native", "pending")

    def __init__(self):
        from weakref import WeakValueDictionary

        self.native = CompletionQueue()
        self.futures = WeakValueDictionary()
        self.pending = 0

    def deliver(self):
        for call_id in self.native.take():
            future = self.futures.get(call_id)
            if future is not None and not future.done():
                future.set_result(None)


def _queue_of(loop):
    global _queues
    if _queues is None:
        import os
        from weakref import WeakKeyDictionary

        _queues = WeakKeyDictionary()
        # A forked child may continue to run the loop, but must not share the queue's descriptor with its parent.
        os.register_at_fork(after_in_child=_queues.clear)
    queue = _queues.get(loop)
    if queue is None:
        queue = _queues[loop] = _Queue()
    return queue
