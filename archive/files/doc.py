"""DOC, Word 2 to 2003: antiword, else catdoc, else LibreOffice."""

from __future__ import annotations

from pathlib import Path

from archive.files import tools
from archive.files.reading import Extract, FileError, MissingToolError
from archive.files.sandbox import without_network
from archive.files.word import read_docx

_OFFICE_MEMORY = 6 * 2**30
_PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="BlockUntrustedRefererLinks"><value>true</value></prop>
<prop oor:name="DisableMacrosExecution"><value>true</value></prop>
<prop oor:name="DisableActiveContent"><value>true</value></prop></item>
</oor:items>
"""


def read_doc(path: Path, scratch: Path) -> Extract:
    """The text of an old Word document. Raises FileError: MissingToolError where no program that reads it is there."""
    trouble: FileError | None = None
    for tool, reader in (("antiword", _antiword), ("catdoc", _catdoc), ("soffice", _office)):
        if not tools.has(tool):
            trouble = trouble or tools.missing(tool)
            continue
        try:
            text = reader(path, scratch)
        except FileError as error:
            trouble = error if trouble is None or isinstance(trouble, MissingToolError) else trouble
        else:
            if text.strip():
                return Extract(text, "LibreOffice" if tool == "soffice" else tool)
    if trouble is None or (not isinstance(trouble, MissingToolError) and tools.has("soffice")):
        if trouble is not None:
            raise trouble
        return Extract("", "antiword")
    raise trouble if isinstance(trouble, MissingToolError) else tools.missing("soffice")


def _antiword(path: Path, scratch: Path) -> str:
    return tools.run(["antiword", "-m", "UTF-8.txt", "-w", "0", str(path)], scratch).decode("utf-8", "replace")


def _catdoc(path: Path, scratch: Path) -> str:
    return tools.run(["catdoc", "-d", "utf-8", "-w", str(path)], scratch).decode("utf-8", "replace")


def _office(path: Path, scratch: Path) -> str:
    """Convert to DOCX in a profile of its own, where no macro runs; never with a network."""
    without_network()
    profile = scratch / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_PROFILE, "utf-8")
    command = ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", "--nolockcheck"]
    command += ["--convert-to", "docx", "--outdir", str(scratch / "converted"), str(path)]
    tools.run(command, scratch, memory=_OFFICE_MEMORY)
    made = next((scratch / "converted").glob("*.docx"), None)
    return read_docx(made).text if made else ""
