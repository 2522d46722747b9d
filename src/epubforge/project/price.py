"""A price as it is written turned into an amount and a currency."""

from __future__ import annotations

import re

from epubforge.project.node import Node
from epubforge.project.suggest import did_you_mean

_CODES = """
AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP
BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL
GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW
KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN
NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK
SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS
VED VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG
"""
CURRENCIES = frozenset(_CODES.split())
"""The codes of ISO 4217 that money is paid in."""

PRICE_PATTERN = r"^[0-9]+(\.[0-9]{1,3})? [A-Z]{3}$"
_PRICE = re.compile(r"([0-9]+(?:\.[0-9]{1,3})?) +([A-Z]{3})")
_HINT = 'write an amount with a point, a blank and the currency\'s three letters: "24.99 EUR"'


def read_price(node: Node) -> str:
    """The price as amount, blank, currency.

    Raises:
        MistakeError: it is no text, or not an amount and a currency of ISO 4217.
    """
    written = node.text('a text: "24.99 EUR"')
    price = _PRICE.fullmatch(written)
    if price is None:
        raise node.invalid(f'cannot be "{written}"', _HINT)
    if price[2] not in CURRENCIES:
        meant = did_you_mean(price[2], CURRENCIES)
        raise node.invalid(f"cannot be in {price[2]}: no currency is called so{meant}", _HINT)
    return f"{price[1]} {price[2]}"
