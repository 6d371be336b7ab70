"""Whence somebody writes, as little of it as rules need: the network, and of that only a keyed hash."""

import ipaddress

from django.utils.crypto import salted_hmac

KEPT_BITS = {4: 24, 6: 48}
LENGTH = 32  # characters of the hash


def network_of(request) -> str:
    """The keyed hash of the asker's network (IPv4 /24, IPv6 /48); "" where the address is none.

    REMOTE_ADDR is the reader's: config/middleware.py has looked past the proxies that are trusted.
    """
    try:
        address = ipaddress.ip_address(request.META.get("REMOTE_ADDR", ""))
    except ValueError:
        return ""
    address = getattr(address, "ipv4_mapped", None) or address
    network = ipaddress.ip_network((address, KEPT_BITS[address.version]), strict=False)
    return salted_hmac("comments.networks", str(network), algorithm="sha256").hexdigest()[:LENGTH]
