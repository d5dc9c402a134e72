"""Brings the answers of the I/O thread to the event loops that wait for them."""

from ._native import Mailbox, Request

# The inboxes of event loops; made with the first call, as `weakref` and `asyncio` need not be imported before.
_inboxes = None


async def answer(call):
    """What a call comes to: a document that is at hand, or the answer to its request. Cancelling gives the request up.

    The answer is logged and opened here, in the task that made the call: with its context variables and its traceback.
    """
    if not isinstance(call, Request):
        return call
    loop = _running_loop()
    inbox = _inbox_of(loop)
    future = loop.create_future()
    inbox.due += 1
    try:
        if inbox.due == 1:
            loop.add_reader(inbox.mailbox.fileno(), inbox.deliver)
        inbox.futures[inbox.mailbox.start(call)] = future
        answered = await future
    finally:
        call.abort()
        inbox.due -= 1
        if inbox.due == 0 and not loop.is_closed():
            loop.remove_reader(inbox.mailbox.fileno())
        # A task may be cancelled when its answer has come already.
        if future.done() and not future.cancelled():
            future.result().log()
    return answered.open()


def _running_loop():
    from asyncio import get_running_loop

    try:
        return get_running_loop()
    except RuntimeError:
        message = (
            "telnyx_oauth's async calls need a running asyncio event loop. Under trio make the blocking call in a thread: "
            "await trio.to_thread.run_sync(client.discover, resource), with a telnyx_oauth.Client"
        )
        raise RuntimeError(message) from None


class _Inbox:
    """One event loop's mailbox, which the loop watches while an answer is due. It does not keep the loop or the futures
    alive: a loop that is thrown away takes it along.
    """

    __slots__ = ("__weakref__", "due", "futures", "mailbox")

    def __init__(self):
        from weakref import WeakValueDictionary

        self.mailbox = Mailbox()
        self.futures = WeakValueDictionary()
        self.due = 0

    def deliver(self):
        for number, answered in self.mailbox.take():
            future = self.futures.get(number)
            if future is not None and not future.done():
                future.set_result(answered)


def _inbox_of(loop):
    global _inboxes
    if _inboxes is None:
        import os
        from weakref import WeakKeyDictionary

        _inboxes = WeakKeyDictionary()
        # A child that goes on with its parent's loop must not share the loop's mailbox with it.
        os.register_at_fork(after_in_child=_inboxes.clear)
    inbox = _inboxes.get(loop)
    if inbox is None:
        inbox = _inboxes[loop] = _Inbox()
    return inbox
