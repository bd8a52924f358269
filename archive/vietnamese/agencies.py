"""Which agency a code in a document number means, and which document a number means.

"UBND" is the committee of a province, a district or a commune: the words around the number decide ("của UBND huyện Đầm
Hà"), then the agency and the level of the portal that prints it. Where nothing decides it stays open.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache, partial

from archive.vietnamese.bodies import Agency, Body, Seat, bodies_of, central_agency, local_agency, normal_code
from archive.vietnamese.places import Province, find_places, find_province, province_on
from archive.vietnamese.seats import SYMBOL, named, place_behind, seat_of, seats_in, seats_near
from archive.vietnamese.spelling import fold, normalise

__all__ = ["Agency", "Unresolved", "document_identity", "resolve_issuer"]

_READ = 4000
_OF_A_MINISTRY = re.compile(r"(?:TTLT|TT|QĐ|CT|CĐ)-BTC\b|BTC-[A-ZĐ]")
_NUMBER = re.compile(r"0*(\d.*[/-].*[^\W\d_].*)")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_YEAR_IN_NUMBER = re.compile(r"/((?:19|20)\d\d)/")


@dataclass(frozen=True, slots=True)
class Unresolved:
    """An issuer that stays open; `known` finds the agencies that it may be."""

    code: str
    known: Callable[[], tuple[Agency, ...]] = tuple

    @property
    def candidates(self) -> tuple[Agency, ...]:
        """The agencies that it may be, as far as they are known."""
        return self.known()


@dataclass(frozen=True, slots=True)
class _Setting:
    """What surrounds a code: the normalised text and the number's place in it, the portal's seat and level, the day."""

    text: str
    at: int
    home: Seat | None
    level: str | None
    on: date | None


def resolve_issuer(
    abbreviation: str,
    *,
    text: str = "",
    start: int | None = None,
    province: str | None = None,
    agency: str | None = None,
    level: str | None = None,
    on: date | None = None,
) -> Agency | Unresolved:
    """The agency that issued a paper under a code ("UBND", "STTTT", "TU") or a name ("Bộ Chính trị", "Sở Nội vụ").

    `text` is what the number stands in and `start` its offset there, in a text that is normalised; without `start` the
    number is sought in any text. `province`, `agency` and `level` (central, province, district, commune, unit) are
    facts of the portal; `on` is the paper's date, else the announcement's.
    """
    if start is None:
        text = normalise(text)
        start = _position(text, abbreviation)
    setting = _Setting(text, start, _home(province, agency, level, on), level, on)
    if bodies_of(abbreviation):
        return _resolve(abbreviation, setting)
    return (
        _joint(abbreviation, setting)
        or _by_name(abbreviation, setting)
        or _own(abbreviation, agency, setting)
        or Unresolved(abbreviation)
    )


def _resolve(code: str, setting: _Setting) -> Agency | Unresolved:
    """The agency by the words around the number, else by the portal's facts; open where bodies or seats compete."""
    found = _of_that_form(bodies_of(code, setting.on), setting)
    if len(found) == 1 and found[0].levels == ("central",) and not place_behind(setting.text, setting.at)[0]:
        return central_agency(found[0])
    seats = seats_near(found, setting.text, setting.at, setting.home, setting.on)
    fitting = found if len(found) == 1 else _of_that_level(found, setting.home)
    if not seats and len(fitting) == 1:
        seats = {body: seat for body in fitting if (seat := _seat_at_home(body, setting))}
    if len(seats) == 1:
        resolved = _agency(*next(iter(seats.items())), setting)
        if resolved:
            return resolved
    return Unresolved(code, partial(_candidates, tuple(seats) or found, setting))


@lru_cache(maxsize=1024)
def _home(province: str | None, agency: str | None, level: str | None, on: date | None) -> Seat | None:
    """Where the portal's agency sits, by its name and level; its province is what it had become by that day."""
    known = find_province(province, on=on) if province else None
    own = seat_of(agency, known, on) if agency else None
    known = known or (own.province if own else None)
    if known and on:
        known = province_on(on, known)
    if own and level in (None, own.level):
        return replace(own, province=known)
    return Seat(level or "unit", province=known) if known or level else None


def _position(text: str, code: str) -> int:
    """Where the first number with that code stands, else the end of the text."""
    wanted = normal_code(code)
    numbers = (match for match in SYMBOL.finditer(text) if wanted in normal_code(match["codes"]))
    first = next(numbers, None)
    return first.start() if first else len(text)


def _of_that_form(found: tuple[Body, ...], setting: _Setting) -> tuple[Body, ...]:
    """Of several bodies with one code the Party's for 12-HD/BTC, the ministry for 12/2020/TT-BTC and 12/BTC-NSNN."""
    if len(found) < 2:
        return found
    number = SYMBOL.search(setting.text[setting.at : setting.at + 80])
    central = setting.level == "central" or bool(number and _OF_A_MINISTRY.match(number["codes"]))
    if not (number or central):
        return found
    if number and number["sign"] in "-–":
        kept = [body for body in found if body.system == "party"]
    else:
        kept = [body for body in found if body.levels == ("central",)] if central else []
        kept = kept or [body for body in found if body.system != "party"]
    return tuple(kept) or found


def _of_that_level(found: tuple[Body, ...], home: Seat | None) -> tuple[Body, ...]:
    """The bodies that may sit where the portal does; central ones and boards for one occasion are cited anywhere."""
    anywhere = (("central",), ("unit",))
    return tuple(body for body in found if body.levels in anywhere or (home and home.level in body.levels))


def _seat_at_home(body: Body, setting: _Setting) -> Seat | None:
    """The seat by the portal's level, or the only level that such bodies have; else the only one in the whole text."""
    if body.levels == ("central",):
        return Seat("central")
    home = setting.home
    if home and home.level in body.levels:
        return home
    if body.levels == ("province",):
        return Seat("province", province=home.province if home else None)
    seats = seats_in(body, setting.text[:_READ], home, setting.on)
    return seats[0] if len(seats) == 1 else None


def _only_province(setting: _Setting) -> Province | None:
    """The province of a text that names one alone."""
    named = _provinces_named(setting.text[:_READ], setting.on)
    return next(iter(named)) if len(named) == 1 else None


@lru_cache(maxsize=64)
def _provinces_named(text: str, on: date | None) -> frozenset[Province]:
    return frozenset(mention.province for mention in find_places(text, on=on))


def _agency(body: Body, seat: Seat, setting: _Setting) -> Agency | None:
    """The agency of a body at a seat, if it exists at that level and the seat is fully known."""
    if seat.level == "central" and body.levels == ("central",):
        return central_agency(body)
    if seat.level not in body.levels or (seat.level != "province" and not seat.name):
        return None
    if not seat.province:
        seat = replace(seat, province=_only_province(setting))
    if not seat.province:
        return None
    agency = local_agency(body, seat, setting.on)
    return agency if not (agency.valid_from and agency.valid_to) or agency.valid_from <= agency.valid_to else None


def _candidates(found: tuple[Body, ...], setting: _Setting) -> tuple[Agency, ...]:
    """The agencies that the bodies may be in the portal's province and at its own seat."""
    home = setting.home
    seats = [Seat("central"), *([home, Seat("province", province=home.province)] if home else [])]
    agencies = (_agency(body, seat, setting) for body in found for seat in seats)
    return tuple(dict.fromkeys(agency for agency in agencies if agency))


def _joint(code: str, setting: _Setting) -> Agency | Unresolved | None:
    """The issuers of a joint paper as one agency ("VPCP-BNV"); None where the parts are no codes."""
    parts = [bodies_of(part) for part in re.split("[-–]", code)]
    if len(parts) < 2 or not all(parts):
        return None
    if all(any(body.levels == ("central",) for body in part) for part in parts):
        setting = replace(setting, level="central")
    issuers = [_resolve(part, setting) for part in re.split("[-–]", code)]
    agencies = [issuer for issuer in issuers if isinstance(issuer, Agency)]
    if len(agencies) < len(issuers):
        return Unresolved(code, partial(tuple, agencies))
    return replace(
        agencies[0],
        key="+".join(agency.key for agency in agencies),
        name=" và ".join(agency.name for agency in agencies),
        code=code,
        valid_from=max((a.valid_from for a in agencies if a.valid_from), default=None),
        valid_to=min((a.valid_to for a in agencies if a.valid_to), default=None),
        successor=None,
        parent=None,
    )


def _by_name(name: str, setting: _Setting) -> Agency | Unresolved | None:
    """The agency of a printed name, with the place that the name leaves out from the portal; None if it is no name."""
    found = named(name, setting.home, setting.on) if " " in name else None
    if not found:
        return None
    body, seat = found
    seat = seat or _seat_at_home(body, setting)
    agency = _agency(body, seat, setting) if seat else None
    return agency or Unresolved(name, partial(_candidates, (body,), setting))


def _own(code: str, agency: str | None, setting: _Setting) -> Agency | None:
    """The portal's own agency, where the code is made of its initials ("TTXTĐT": Trung tâm Xúc tiến Đầu tư)."""
    words = [word for word in re.findall(r"\w+", agency or "") if word not in ("và", "tỉnh", "thành", "phố")]
    initials = "".join(word[0] for word in words).upper()
    if not agency or len(code) < 3 or not initials.startswith(normal_code(code)):
        return None
    home = setting.home or Seat("unit")
    province = home.province
    slug = re.sub(r"[^a-z0-9]+", "-", fold(agency))
    return Agency(
        key=f"{fold(normal_code(code))}.{province.slug if province else '?'}.{slug}",
        name=normalise(agency),
        code=code,
        system="other",
        level=home.level,
        province=province.slug if province else None,
        place=home.full_name if home.name else None,
        valid_from=None,
        valid_to=None,
        successor=None,
        parent=None,
    )


def document_identity(number: str, issuer: Agency | None, dated: str | None, year: int | None) -> str | None:
    """One key for one document: its number without leading zeros, its issuer and its date (ISO), or its year.

    None where these do not tell it apart: a bare number ("1632"), an open issuer, neither date nor year; and a party
    paper without its day from the year of a congress, since party numbers begin again with each term. The key with a
    day begins with the key with its year.
    """
    canonical = _NUMBER.fullmatch(number.strip())
    if not canonical or issuer is None:
        return None
    if dated and _DAY.fullmatch(dated):
        return f"{canonical[1]}|{issuer.key}|{dated}"
    printed = _YEAR_IN_NUMBER.search(number)
    known = dated[:4] if dated else str(year) if year else printed[1] if printed else None
    if known is None or (issuer.system == "party" and _has_congress(int(known), issuer.level)):
        return None
    return f"{canonical[1]}|{issuer.key}|{known}"


def _has_congress(year: int, level: str) -> bool:
    """Whether a congress of the Party fell into that year: locally 2005, 2010, …, nationally 2006, 2011, …."""
    return year % 5 == (1 if level == "central" else 0)
