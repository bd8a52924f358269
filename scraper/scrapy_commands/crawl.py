"""`scrapy crawl NAME`: ends as `kehoach crawl` does, with its summary, sentences and exit codes."""

from __future__ import annotations

import argparse
import sys
from contextlib import ExitStack

import click
from scrapy.commands import crawl

from archive.cli import COULD_NOT_RUN
from archive.errors import ArchiveError
from scraper.crawl import leave_to_outcomes, note_signals
from scraper.crawl_command import conclude, refuse_mixture, without_held_back
from scraper.facts import choose, load_demo_portals, load_portals
from scraper.portal import folder_of, own_session, spider_class


class Command(crawl.Command):
    """Scrapy's command, with a session that is looked at in the end."""

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Crawl the portal that is named."""
        if len(args) != 1:
            super().run(args, opts)
            return
        try:
            self.exitcode = self._crawl(args[0], opts.spargs)
        except ArchiveError as error:
            click.echo(f"Error: {error}", err=True)
            sys.exit(COULD_NOT_RUN)

    def _crawl(self, name: str, arguments: dict[str, str]) -> int:
        process = self.crawler_process
        assert process is not None
        assert self.settings is not None
        chosen = choose(load_portals() | load_demo_portals(), [name])
        folder = folder_of(self.settings, arguments.get("archive"))
        refuse_mixture(folder, {portal.demo for portal in chosen})
        without_held_back(folder, chosen, everything=False)
        crawler = process.create_crawler(spider_class(chosen[0]))
        with ExitStack() as resources:
            session = own_session(self.settings, resources, **arguments)
            leave_to_outcomes()
            note_signals(process, session)
            process.crawl(crawler, session=session)
            process.start()
        if session.failure is not None:
            raise session.failure
        if not session.reports:
            raise ArchiveError(f"Scrapy could not start the crawl of {name}; its log says why.")
        return conclude(folder, session)
