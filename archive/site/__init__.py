"""The Datasette side: a plugin, templates, static files and the words of both languages."""
