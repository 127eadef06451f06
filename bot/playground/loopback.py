"""Talking on this machine."""

import socket
import ssl

import httpx2


def loopback_client(root: str, patience: float) -> httpx2.Client:
    """A client for plain HTTP that trusts no certificate: reading the machine's list of them takes longer than a test."""
    return httpx2.Client(base_url=root, trust_env=False, timeout=patience, verify=ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT))


def listening_socket(host: str, port: int) -> socket.socket:
    """A socket that listens there; port 0 is a free one; OSError when the place is taken.

    It names its protocol, since asyncio sends at once (TCP_NODELAY) only over sockets that do: without it each answer takes
    40 ms longer.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
        listening.listen(2048)
    except OSError:
        listening.close()
        raise
    return listening
