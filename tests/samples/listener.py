"""A server that must not hear anything."""

from __future__ import annotations

import socket
import threading


class Listener:
    """A server on this machine that counts who connects, whatever they want."""

    def __init__(self) -> None:
        self.server = socket.create_server(("127.0.0.1", 0))
        self.address = "{}:{}".format(*self.server.getsockname())
        self.connections = 0
        threading.Thread(target=self._count, daemon=True).start()

    def _count(self) -> None:
        while True:
            try:
                connection, _ = self.server.accept()
            except OSError:
                return
            self.connections += 1  # before whoever connected is told
            connection.close()
