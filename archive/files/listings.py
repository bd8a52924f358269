"""ZIP and RAR: the names of what is inside; nothing is unpacked."""

from __future__ import annotations

import zipfile
from pathlib import Path

import rarfile

from archive.files.reading import DamagedFileError, EncryptedFileError, Extract
from archive.vietnamese.encodings import decode

MOST_MEMBERS = 10_000
_UTF8_NAME = 0x800
"""Bit 11 of a member's flags: its name is UTF-8 (APPNOTE 4.4.4)."""


def list_zip(path: Path) -> Extract:
    """The members' names, one a line. Raises FileError."""
    try:
        with zipfile.ZipFile(path) as package:
            names = [_name(member) for member in package.infolist() if not member.is_dir()]
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise DamagedFileError(f"The ZIP file cannot be opened ({error}).") from error
    return _extract(names, "zipfile")


def list_rar(path: Path) -> Extract:
    """The members' names, one a line. Raises FileError."""
    try:
        with rarfile.RarFile(str(path)) as package:
            members = package.infolist()
            if not members and package.needs_password():
                raise EncryptedFileError("The names inside are encrypted.")
            names = [member.filename or "" for member in members if not member.is_dir()]
            if not members:
                raise DamagedFileError("The RAR file lists nothing; it may be cut.")
    except rarfile.NeedFirstVolume as error:
        raise DamagedFileError("It is a later volume of a RAR file in several parts.") from error
    except rarfile.PasswordRequired as error:
        raise EncryptedFileError("The names inside are encrypted.") from error
    except (rarfile.Error, OSError, ValueError) as error:
        raise DamagedFileError(f"The RAR file cannot be opened ({error}).") from error
    return _extract(names, "rarfile")


def _name(member: zipfile.ZipInfo) -> str:
    """A name in the encoding that it is in; what is not marked as UTF-8 was read as code page 437."""
    if member.flag_bits & _UTF8_NAME:
        return member.filename
    try:
        return decode(member.orig_filename.encode("cp437")).text
    except UnicodeEncodeError:
        return member.filename


def _extract(names: list[str], method: str) -> Extract:
    flags = ("cut",) if len(names) > MOST_MEMBERS else ()
    return Extract("\n".join(name.replace("\n", " ") for name in names[:MOST_MEMBERS]), method, len(names), flags)
