"""Which addresses of machines belong to the public internet."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

_NAT64 = IPv6Network("64:ff9b::/96")
"""https://www.rfc-editor.org/rfc/rfc6052"""


def is_public(number: str) -> bool:
    """Whether a number, as a name was resolved to it, is that of a machine anyone can reach.

    This machine, the networks of houses and firms, and what clouds tell their machines at
    169.254.169.254 are not; nor are numbers that hide one of these.
    """
    address = ip_address(number.partition("%")[0])
    hidden = _hidden(address) if isinstance(address, IPv6Address) else None
    if hidden is not None:
        return is_public(str(hidden))
    if isinstance(address, IPv6Address) and address.is_site_local:
        return False
    return address.is_global and not address.is_multicast and not address.is_reserved


def _hidden(address: IPv6Address) -> IPv4Address | None:
    """The older address that a newer one leads to."""
    if address in _NAT64:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour or (address.teredo or (None, None))[1]
