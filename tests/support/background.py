"""A server that runs on a loop and a thread of its own for the length of a `with` block."""

from __future__ import annotations

import asyncio
import threading
from typing import Self


class BackgroundServer:
    """Subclasses say how to `listen`; `port` is then where."""

    def __init__(self, port: int = 0) -> None:
        self.port = port
        """Where it listens; 0 becomes the port that the system gave."""
        self.loop = asyncio.new_event_loop()
        self._listening = threading.Event()
        self._stop = asyncio.Event()
        self._thread = threading.Thread(target=self._run, name=type(self).__name__, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        self._listening.wait()
        return self

    def __exit__(self, *_: object) -> None:
        self.loop.call_soon_threadsafe(self._stop.set)
        self._thread.join()

    async def listen(self) -> asyncio.Server:
        """Return the server, listening."""
        raise NotImplementedError

    def _run(self) -> None:
        asyncio.set_event_loop(self.loop)
        self.loop.run_until_complete(self._serve())
        self.loop.run_until_complete(self.loop.shutdown_asyncgens())
        self.loop.close()

    async def _serve(self) -> None:
        server = await self.listen()
        self.port = server.sockets[0].getsockname()[1]
        self._listening.set()
        await self._stop.wait()
        server.close()
        others = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)
